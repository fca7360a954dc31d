// Package tagged is the structure of a PDF that is read aloud: maps, stages, steps, lists of cards and
// figures, in the order in which a map is read, whatever the order it was painted in.
package tagged

import (
	"cmp"
	"slices"
	"sort"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Said is a stretch of a page's content that means something to whom it is read aloud: a
// paragraph, or a picture with its text. All other content is decoration.
type Said struct {
	Ref    journey.Ref
	Map    journey.ID
	Page   int        // from 0
	Number int        // of the marked content of its page, from 0
	Size   float64    // of the text, in points of the scene
	At     geom.Point // in the scene
	Figure string     // what a picture shows; empty: a paragraph
	Box    geom.Rect  // of a picture: in units of the page, y down
}

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
	said    *Said
	note    int // object of an annotation
	page    int
}

func (e *element) add(k *element) *element {
	e.kids = append(e.kids, kid{element: k})
	return k
}

func (e *element) speak(list []*Said) *element {
	for _, s := range list {
		e.kids = append(e.kids, kid{said: s, page: s.Page})
	}
	return e
}

// Tree is the structure of a document: its maps, on each the stages with what stands in them.
type Tree struct {
	root *element
	// at finds the element of a record, for the links that stand at it.
	at map[journey.Ref]*element
}

// Grow builds the structure in the order in which a map is read: title, personas and what they
// feel, then stage by stage, lane by lane. all is what is said, in the order in which it was painted;
// scenes holds a scene for every map in it, one that has its columns if there is any.
func Grow(all []*Said, scenes map[journey.ID]*scene.Scene) *Tree {
	t := &Tree{root: &element{kind: "Document"}, at: map[journey.Ref]*element{}}
	var order []journey.ID
	byMap := map[journey.ID][]*Said{}
	for _, s := range all {
		if byMap[s.Map] == nil {
			order = append(order, s.Map)
		}
		byMap[s.Map] = append(byMap[s.Map], s)
	}
	for _, id := range order {
		b := branch{Tree: t, s: scenes[id], byRef: map[journey.Ref][]*Said{}}
		for _, s := range byMap[id] {
			if b.byRef[s.Ref] == nil {
				b.refs = append(b.refs, s.Ref)
			}
			b.byRef[s.Ref] = append(b.byRef[s.Ref], s)
		}
		sect := t.root.add(&element{kind: "Sect", title: b.s.Title})
		b.grow(sect, journey.Ref{Kind: journey.KindMap, ID: id})
	}
	return t
}

// branch is the part of the structure that is one map.
type branch struct {
	*Tree
	s     *scene.Scene
	refs  []journey.Ref // in the order in which they were painted
	byRef map[journey.Ref][]*Said
	// loose lists by column what is tied to a place rather than a cell: numbers, and what was felt.
	loose map[int][]journey.Ref
}

// sort finds the columns of what is loose.
func (b *branch) sort() {
	b.loose = map[int][]journey.Ref{}
	cols := b.s.Grid.Columns
	points := map[journey.Ref]geom.Point{}
	for _, t := range b.s.Targets {
		if t.Part == scene.PartPoint {
			points[t.Ref] = t.Bounds.Center()
		}
	}
	for _, ref := range b.refs {
		if ref.Kind != journey.KindMeasurement && ref.Kind != journey.KindPoint || len(cols) == 0 {
			continue
		}
		x := b.byRef[ref][0].At.X
		if b.s.Grid.Ring != nil {
			at := b.byRef[ref][0].At
			if p, ok := points[ref]; ok { // its note may reach into the next sector
				at = p
			}
			c := max(b.s.Grid.ColumnAt(at), 0)
			b.loose[c] = append(b.loose[c], ref)
			continue
		}
		c := sort.Search(len(cols), func(i int) bool { return cols[i].X1 > x })
		c = min(c, len(cols)-1)
		b.loose[c] = append(b.loose[c], ref)
	}
}

// take returns what is said of a record, once.
func (b *branch) take(ref journey.Ref) []*Said {
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
		if ref.Kind == journey.KindLane && b.s.Grid.Ring == nil {
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
func (b *branch) head(sect *element, self journey.Ref) (tail []*Said) {
	b.at[self] = sect
	list := b.take(self)
	most := 0.0
	for _, s := range list {
		most = max(most, s.Size)
	}
	titled := false
	var heading, rest []*Said
	end := b.s.Grid.Labels.Max.Y
	for _, s := range list {
		if end > 0 && s.At.Y > end {
			tail = append(tail, s)
			continue
		}
		if s.Figure == "" && s.Size == most && most > 0 && !titled {
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
func (b *branch) each(to *element, list []*Said) {
	figures := map[int]*element{} // one a page, however many strokes it was painted with
	for _, s := range list {
		if s.Figure != "" {
			if e := figures[s.Page]; e != nil && e.alt == s.Figure {
				e.box = e.box.Union(s.Box)
				e.speak([]*Said{s})
				continue
			}
			figures[s.Page] = to.add(&element{kind: "Figure", alt: s.Figure, box: s.Box}).speak([]*Said{s})
			continue
		}
		to.add(&element{kind: "P"}).speak([]*Said{s})
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
		if b.s.Grid.Ring != nil { // where its number is painted before its title
			slices.SortStableFunc(list, func(x, y *Said) int { return cmp.Compare(y.Size, x.Size) })
		}
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

// captions says the name of a lane where it stands with its cards, as on a ring it does in every
// panel.
func (b *branch) captions(st *element, cell *scene.Cell) {
	if b.s.Grid.Ring == nil {
		return
	}
	ref := journey.Ref{Kind: journey.KindLane, ID: b.s.Grid.Rows[cell.Row].LaneID}
	var here, rest []*Said
	for _, s := range b.byRef[ref] {
		if cell.Rect.Inset(-4).Contains(s.At) {
			here = append(here, s)
		} else {
			rest = append(rest, s)
		}
	}
	b.byRef[ref] = rest
	if len(here) == 0 {
		return
	}
	n := len(st.kids)
	b.each(st, here)
	if b.at[ref] == nil {
		b.at[ref] = st.kids[n].element
	}
}

// cell says the cards of a cell as a list.
func (b *branch) cell(st *element, cell *scene.Cell) {
	if cell == nil {
		return
	}
	b.captions(st, cell)
	list := &element{kind: "L"}
	for _, id := range cell.Cards {
		ref := journey.Ref{Kind: journey.KindCard, ID: id}
		spoken := b.take(ref)
		if len(spoken) == 0 {
			continue
		}
		body := list.add(&element{kind: "LI"}).add(&element{kind: "LBody"})
		for _, s := range spoken {
			if s.Figure != "" {
				body.add(&element{kind: "Figure", alt: s.Figure, box: s.Box}).speak([]*Said{s})
				continue
			}
			body.speak([]*Said{s})
		}
		b.at[ref] = body
	}
	if len(list.kids) > 0 {
		st.kids = append(st.kids, kid{element: list})
	}
}
