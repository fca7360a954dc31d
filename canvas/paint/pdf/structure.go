package pdf

import (
	"fmt"
	"strings"
)

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
