package pdf

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// element is a node of the structure that is read aloud.
type element struct {
	kind  string
	title string
	alt   string
	box   geom.Rect // of a figure
	kids  []kid
	page  int
	obj   int
}

// kid is an element, content of a page, or an annotation.
type kid struct {
	element *element
	said    *said
	note    int // object of an annotation
	page    int
}

func (e *element) add(k *element) *element {
	e.kids = append(e.kids, kid{element: k})
	return k
}

func (e *element) speak(list []*said) *element {
	for _, s := range list {
		e.kids = append(e.kids, kid{said: s, page: s.page})
	}
	return e
}

// tree is the structure of a document: its maps, on each the stages with what stands in them.
type tree struct {
	root *element
	// at finds the element of a record, for the links that stand at it.
	at map[journey.Ref]*element
}

// grow builds the structure in the order in which a map is read: title, personas and what they
// feel, then stage by stage, lane by lane.
func grow(sp *speech) *tree {
	t := &tree{root: &element{kind: "Document"}, at: map[journey.Ref]*element{}}
	var order []journey.ID
	byMap := map[journey.ID][]*said{}
	for _, s := range sp.all {
		if byMap[s.mapID] == nil {
			order = append(order, s.mapID)
		}
		byMap[s.mapID] = append(byMap[s.mapID], s)
	}
	for _, id := range order {
		b := branch{tree: t, s: sp.perMap[id], byRef: map[journey.Ref][]*said{}}
		for _, s := range byMap[id] {
			if b.byRef[s.ref] == nil {
				b.refs = append(b.refs, s.ref)
			}
			b.byRef[s.ref] = append(b.byRef[s.ref], s)
		}
		sect := t.root.add(&element{kind: "Sect", title: b.s.Title})
		b.grow(sect, journey.Ref{Kind: journey.KindMap, ID: id})
	}
	return t
}

// branch is the part of the structure that is one map.
type branch struct {
	*tree
	s     *scene.Scene
	refs  []journey.Ref // in the order in which they were painted
	byRef map[journey.Ref][]*said
	// loose lists by column what is tied to a place rather than a cell: numbers, and what was felt.
	loose map[int][]journey.Ref
}

// sort finds the columns of what is loose.
func (b *branch) sort() {
	b.loose = map[int][]journey.Ref{}
	cols := b.s.Grid.Columns
	for _, ref := range b.refs {
		if ref.Kind != journey.KindMeasurement && ref.Kind != journey.KindPoint || len(cols) == 0 {
			continue
		}
		x := b.byRef[ref][0].at.X
		c := sort.Search(len(cols), func(i int) bool { return cols[i].X1 > x })
		c = min(c, len(cols)-1)
		b.loose[c] = append(b.loose[c], ref)
	}
}

// take returns what is said of a record, once.
func (b *branch) take(ref journey.Ref) []*said {
	list := b.byRef[ref]
	delete(b.byRef, ref)
	return list
}

func (b *branch) grow(sect *element, self journey.Ref) {
	b.sort()
	tail := b.head(sect, self)
	for _, ref := range b.refs {
		if ref.Kind == journey.KindPersona {
			b.paragraphs(sect, ref)
		}
	}
	for _, ref := range b.refs {
		if ref.Kind == journey.KindLane {
			b.paragraphs(sect, ref)
		}
	}
	g := &b.s.Grid
	for i := 0; i < len(g.Columns); {
		k := i + 1
		for k < len(g.Columns) && g.Columns[k].StageID == g.Columns[i].StageID {
			k++
		}
		b.stage(sect, i, k)
		i = k
	}
	for _, ref := range b.refs {
		b.paragraphs(sect, ref)
	}
	b.each(sect, tail)
}

// head says the title as a heading: the largest text that is said of the map itself. It returns
// what stands under the map, which is said last.
func (b *branch) head(sect *element, self journey.Ref) (tail []*said) {
	b.at[self] = sect
	list := b.take(self)
	most := 0.0
	for _, s := range list {
		most = max(most, s.size)
	}
	titled := false
	var heading, rest []*said
	end := b.s.Grid.Labels.Max.Y
	for _, s := range list {
		if end > 0 && s.at.Y > end {
			tail = append(tail, s)
			continue
		}
		if s.figure == "" && s.size == most && most > 0 && !titled {
			heading = append(heading, s)
			titled = true
			continue
		}
		rest = append(rest, s)
	}
	if len(heading) > 0 && len(b.s.Grid.Columns) > 0 {
		sect.add(&element{kind: "H1"}).speak(heading)
	} else {
		rest = append(heading, rest...)
	}
	b.each(sect, rest)
	return tail
}

// each gives every paragraph an element of its own, and every picture.
func (b *branch) each(to *element, list []*said) {
	figures := map[int]*element{} // one a page, however many strokes it was painted with
	for _, s := range list {
		if s.figure != "" {
			if e := figures[s.page]; e != nil && e.alt == s.figure {
				e.box = e.box.Union(s.box)
				e.speak([]*said{s})
				continue
			}
			figures[s.page] = to.add(&element{kind: "Figure", alt: s.figure, box: s.box}).speak([]*said{s})
			continue
		}
		to.add(&element{kind: "P"}).speak([]*said{s})
	}
}

func (b *branch) paragraphs(to *element, ref journey.Ref) {
	list := b.take(ref)
	if len(list) == 0 {
		return
	}
	n := len(to.kids)
	b.each(to, list)
	if b.at[ref] == nil {
		b.at[ref] = to.kids[n].element
	}
}

// stage says a stage: its title and goal, then column by column and lane by lane what stands there.
func (b *branch) stage(sect *element, from, to int) {
	g := &b.s.Grid
	ref := journey.Ref{Kind: journey.KindStage, ID: g.Columns[from].StageID}
	st := &element{kind: "Sect"}
	if list := b.take(ref); len(list) > 0 {
		st.add(&element{kind: "H2"}).speak(list[:1])
		b.each(st, list[1:])
		b.at[ref] = st.kids[0].element
	}
	for c := from; c < to; c++ {
		col := g.Columns[c]
		if step := b.take(journey.Ref{Kind: journey.KindStep, ID: col.StepID}); len(step) > 0 {
			kind := "H3"
			if len(st.kids) == 0 {
				kind = "P"
			}
			h := st.add(&element{kind: kind}).speak(step)
			b.at[journey.Ref{Kind: journey.KindStep, ID: col.StepID}] = h
		}
		for r := range g.Rows {
			b.cell(st, g.Cell(c, r))
		}
		for _, ref := range b.loose[c] {
			b.paragraphs(st, ref)
		}
	}
	if len(st.kids) > 0 {
		sect.kids = append(sect.kids, kid{element: st})
	}
}

// cell says the cards of a cell as a list.
func (b *branch) cell(st *element, cell *scene.Cell) {
	if cell == nil {
		return
	}
	list := &element{kind: "L"}
	for _, id := range cell.Cards {
		ref := journey.Ref{Kind: journey.KindCard, ID: id}
		spoken := b.take(ref)
		if len(spoken) == 0 {
			continue
		}
		body := list.add(&element{kind: "LI"}).add(&element{kind: "LBody"})
		for _, s := range spoken {
			if s.figure != "" {
				body.add(&element{kind: "Figure", alt: s.figure, box: s.box}).speak([]*said{s})
				continue
			}
			body.speak([]*said{s})
		}
		b.at[ref] = body
	}
	if len(list.kids) > 0 {
		st.kids = append(st.kids, kid{element: list})
	}
}

// structure writes the tree and returns its object, and says on every page where to look.
func (f *finisher) structure(t *tree, notes []*annotation) (int, error) {
	for _, n := range notes {
		home := t.at[n.from]
		if home == nil {
			home = t.root
		}
		e := home.add(&element{kind: n.role})
		e.kids = append(e.kids, kid{note: n.obj, page: n.page})
		n.element = e
	}
	root := f.add("")
	var all []*element
	var number func(e *element)
	number = func(e *element) {
		e.obj = f.add("")
		e.page = -1
		all = append(all, e)
		for i := range e.kids {
			if k := e.kids[i].element; k != nil {
				number(k)
			} else if e.page < 0 {
				e.page = e.kids[i].page
			}
		}
	}
	number(t.root)
	owners := make([][]int, len(f.sheets))
	var write func(e *element, parent int)
	write = func(e *element, parent int) {
		f.list[e.obj].body = f.elementBody(e, parent)
		for _, k := range e.kids {
			switch {
			case k.element != nil:
				write(k.element, e.obj)
			case k.said != nil:
				for len(owners[k.said.page]) <= k.said.mcid {
					owners[k.said.page] = append(owners[k.said.page], 0)
				}
				owners[k.said.page][k.said.mcid] = e.obj
			}
		}
	}
	write(t.root, root)
	// The tree of parents: pages first, then annotations.
	var nums strings.Builder
	for i, list := range owners {
		var refs strings.Builder
		for _, n := range list {
			if n == 0 {
				refs.WriteString("null ")
				continue
			}
			fmt.Fprintf(&refs, "%d 0 R ", n)
		}
		fmt.Fprintf(&nums, "%d %d 0 R ", i, f.add("["+refs.String()+"]"))
		if err := f.replace(firstPage+2*i, "/Type /Page\n", fmt.Sprintf("/Type /Page\n/StructParents %d/Tabs/S\n", i)); err != nil {
			return 0, err
		}
	}
	for i, n := range notes {
		key := len(f.sheets) + i
		fmt.Fprintf(&nums, "%d %d 0 R ", key, n.element.obj)
		f.list[n.obj].body = append(f.list[n.obj].body[:len(f.list[n.obj].body)-2], fmt.Sprintf("/StructParent %d>>", key)...)
	}
	parents := f.add("<</Nums[" + nums.String() + "]>>")
	f.list[root].body = fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		t.root.obj, parents, len(f.sheets)+len(notes))
	return root, nil
}

// maxAlt is how many bytes a picture is told in; MuPDF gives up on a page with more than 2,000.
const maxAlt = 1500

// maxName is how many bytes a layer or a part of the structure is named with.
const maxName = 120

// shortened cuts a text to at most n bytes, between characters.
func shortened(s string, n int) string {
	if len(s) <= n {
		return s
	}
	end := 0
	for i := range s {
		if i > n-len("…") {
			break
		}
		end = i
	}
	return s[:end] + "…"
}

func (f *finisher) elementBody(e *element, parent int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<</S/%s/P %d 0 R", e.kind, parent)
	if e.page >= 0 {
		fmt.Fprintf(&b, "/Pg %d 0 R", firstPage+2*e.page)
	}
	if title := shortened(plainText(e.title), maxName); title != "" {
		b.WriteString("/T" + textString(title))
	}
	if e.alt != "" {
		b.WriteString("/Alt" + textString(shortened(plainText(e.alt), maxAlt)))
	}
	if e.kind == "Figure" && e.page >= 0 {
		h := f.sheets[e.page].size.H
		c := newContent()
		for _, v := range []float64{e.box.Min.X, h - e.box.Max.Y, e.box.Max.X, h - e.box.Min.Y} {
			c.num(v, 1)
		}
		fmt.Fprintf(&b, "/A<</O/Layout/Placement/Block/BBox[%s]>>", strings.TrimSpace(string(c.buf)))
	}
	b.WriteString("/K[")
	for i, k := range e.kids {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch {
		case k.element != nil:
			fmt.Fprintf(&b, "%d 0 R", k.element.obj)
		case k.said != nil && k.page == e.page:
			fmt.Fprintf(&b, "%d", k.said.mcid)
		case k.said != nil:
			fmt.Fprintf(&b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", firstPage+2*k.page, k.said.mcid)
		default:
			fmt.Fprintf(&b, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", firstPage+2*k.page, k.note)
		}
	}
	b.WriteString("]>>")
	return []byte(b.String())
}

// spoken returns what a document says aloud, in order; for tests.
func (t *tree) spoken() []*said {
	var list []*said
	var walk func(e *element)
	walk = func(e *element) {
		for _, k := range e.kids {
			if k.element != nil {
				walk(k.element)
			} else if k.said != nil {
				list = append(list, k.said)
			}
		}
	}
	walk(t.root)
	return slices.Clip(list)
}
