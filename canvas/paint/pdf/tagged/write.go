package tagged

import (
	"fmt"
	"strings"

	"jejak/canvas/paint/pdf/object"
	"jejak/data/journey"
)

// Page is a page of the file that the structure is of.
type Page struct {
	Object int     // its number
	Height float64 // in its units
}

// Note is a link or a comment on a page.
type Note struct {
	Page    int         // from 0
	From    journey.Ref // what it is about; it is read there
	Role    string      // in the structure: Link or Annot
	Object  int         // its number
	element *element
}

// Write adds the tree to the file and returns the number of its root, and says on every page and in
// every note where to look. Its error wraps object.ErrForeign: a page is none that gofpdf wrote. A tree
// is written once.
func (t *Tree) Write(f *object.File, pages []Page, notes []*Note) (int, error) {
	for _, n := range notes {
		home := t.at[n.From]
		if home == nil {
			home = t.root
		}
		e := home.add(&element{kind: n.Role})
		e.kids = append(e.kids, kid{note: n.Object, page: n.Page})
		n.element = e
	}
	root := f.Add("")
	var number func(e *element)
	number = func(e *element) {
		e.obj = f.Add("")
		e.page = -1
		for i := range e.kids {
			if k := e.kids[i].element; k != nil {
				number(k)
			} else if e.page < 0 {
				e.page = e.kids[i].page
			}
		}
	}
	number(t.root)
	owners := make([][]int, len(pages))
	var write func(e *element, parent int)
	write = func(e *element, parent int) {
		f.List[e.obj].Body = e.body(pages, parent)
		for _, k := range e.kids {
			switch {
			case k.element != nil:
				write(k.element, e.obj)
			case k.said != nil:
				for len(owners[k.said.Page]) <= k.said.Number {
					owners[k.said.Page] = append(owners[k.said.Page], 0)
				}
				owners[k.said.Page][k.said.Number] = e.obj
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
		fmt.Fprintf(&nums, "%d %d 0 R ", i, f.Add("["+refs.String()+"]"))
		if err := f.Replace(pages[i].Object, "/Type /Page\n", fmt.Sprintf("/Type /Page\n/StructParents %d/Tabs/S\n", i)); err != nil {
			return 0, err
		}
	}
	for i, n := range notes {
		key := len(pages) + i
		fmt.Fprintf(&nums, "%d %d 0 R ", key, n.element.obj)
		f.List[n.Object].Body = append(f.List[n.Object].Body[:len(f.List[n.Object].Body)-2], fmt.Sprintf("/StructParent %d>>", key)...)
	}
	parents := f.Add("<</Nums[" + nums.String() + "]>>")
	f.List[root].Body = fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		t.root.obj, parents, len(pages)+len(notes))
	return root, nil
}

// maxAlt is how many bytes a picture is told in; MuPDF gives up on a page with more than 2,000.
const maxAlt = 1500

// body is the dictionary of an element.
func (e *element) body(pages []Page, parent int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<</S/%s/P %d 0 R", e.kind, parent)
	if e.page >= 0 {
		fmt.Fprintf(&b, "/Pg %d 0 R", pages[e.page].Object)
	}
	if title := object.Short(object.Plain(e.title), object.MaxName); title != "" {
		b.WriteString("/T" + object.String(title))
	}
	if e.alt != "" {
		b.WriteString("/Alt" + object.String(object.Short(object.Plain(e.alt), maxAlt)))
	}
	if e.kind == "Figure" && e.page >= 0 {
		h := pages[e.page].Height
		var box []byte
		for i, v := range []float64{e.box.Min.X, h - e.box.Max.Y, e.box.Max.X, h - e.box.Min.Y} {
			if i > 0 {
				box = append(box, ' ')
			}
			box = object.AppendNumber(box, v, 1)
		}
		fmt.Fprintf(&b, "/A<</O/Layout/Placement/Block/BBox[%s]>>", box)
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
			fmt.Fprintf(&b, "%d", k.said.Number)
		case k.said != nil:
			fmt.Fprintf(&b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pages[k.page].Object, k.said.Number)
		default:
			fmt.Fprintf(&b, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", pages[k.page].Object, k.note)
		}
	}
	b.WriteString("]>>")
	return []byte(b.String())
}
