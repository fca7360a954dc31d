package pdf

import (
	"fmt"
	"strings"
	"time"

	"jejak/canvas/geom"
	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/paint/pdf/tagged"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// annotations writes the links of all pages that lead somewhere, and the comments if they are
// wanted.
func (f *finisher) annotations() ([]*tagged.Note, error) {
	var all []*tagged.Note
	for i, pg := range f.d.Pages {
		var refs strings.Builder
		put := func(from journey.Ref, role, body string) {
			a := &tagged.Note{Page: i, From: from, Role: role, Object: f.Add(body)}
			all = append(all, a)
			fmt.Fprintf(&refs, "%d 0 R ", a.Object)
		}
		for _, w := range pg.Windows() {
			if w.Role != scene.Content {
				continue
			}
			for _, l := range w.Scene.Links {
				if body := f.link(i, w, l); body != "" {
					put(l.From, "Link", body)
				}
			}
			if f.d.Comments {
				for k, n := range w.Scene.Notes {
					if body := f.note(i, w, n, k); body != "" {
						put(n.At, "Annot", body)
					}
				}
			}
		}
		if refs.Len() == 0 {
			continue
		}
		if err := f.Replace(firstPage+2*i, "/Type /Page\n", "/Type /Page\n/Annots["+refs.String()+"]\n"); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// box writes a rectangle of a scene as one of the page.
func (f *finisher) box(page int, w scene.Window, r geom.Rect) string {
	s := f.sheets[page]
	return f.rect(page, s.place(w).ApplyRect(r))
}

func (f *finisher) rect(page int, r geom.Rect) string {
	h := f.sheets[page].size.H
	c := newContent()
	for _, v := range []float64{r.Min.X, h - r.Max.Y, r.Max.X, h - r.Min.Y} {
		c.num(v, 2)
	}
	return "/Rect[" + strings.TrimSpace(string(c.buf)) + "]"
}

// link is the body of a link; empty if it leads nowhere in this document.
func (f *finisher) link(page int, w scene.Window, l scene.Link) string {
	r := l.Bounds.Intersect(w.View)
	if r.Empty() || !object.Finite(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y) {
		return ""
	}
	var action string
	switch at, ok := f.where[l.To]; {
	case l.URL != "":
		action = "/A<</S/URI/URI" + object.String(asciiURL(l.URL)) + ">>"
	case !ok || at.page == page && l.To.Kind == journey.KindMap:
		return ""
	default:
		action = "/Dest" + f.dest(at)
	}
	label := object.Plain(l.Label)
	if l.URL != "" {
		label = strings.TrimSpace(label + " " + object.Plain(l.URL))
	}
	if label == "" {
		label = "→"
	}
	return "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]" + f.box(page, w, r) + "/Contents" + object.String(label) + action + ">>"
}

// asciiURL writes what is not ASCII in percent, as addresses in a PDF must be.
func asciiURL(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c <= ' ' || c >= 0x7F {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// noteSize is the side of the sign that stands for a comment.
const noteSize = 14

// note is the body of a comment, beside the upper right corner of what it is about.
func (f *finisher) note(page int, w scene.Window, n scene.Note, k int) string {
	at := f.sheets[page].place(w).ApplyRect(n.Bounds)
	if !object.Finite(at.Min.X, at.Min.Y, at.Max.X, at.Max.Y) || !w.View.Overlaps(n.Bounds) {
		return ""
	}
	if f.noteForm == 0 {
		f.noteForm = f.noteSign()
	}
	text := object.Plain(strings.ReplaceAll(n.Text, "\n", " "))
	r := geom.R(at.Max.X-noteSize/2+float64(k%3)*3, at.Min.Y-noteSize/2, noteSize, noteSize)
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type/Annot/Subtype/Text/Name/Comment/F 28%s/Contents%s/T%s/C[1 .8 .2]/AP<</N %d 0 R>>",
		f.rect(page, r), object.String(text), object.String(object.Plain(n.Author)), f.noteForm)
	if n.Created > 0 {
		b.WriteString("/M" + object.String(time.UnixMilli(int64(n.Created)).UTC().Format("D:20060102150405Z")))
	}
	if len(f.layerObjects) > 0 && f.commentLayer > 0 {
		fmt.Fprintf(&b, "/OC %d 0 R", f.layerObjects[f.commentLayer-1])
	}
	b.WriteString(">>")
	return b.String()
}

// noteSign is a speech bubble.
func (f *finisher) noteSign() int {
	c := newContent()
	var p geom.Path
	p.Append(geom.RoundRect(geom.R(1, 4, 12, 9), 2))
	tail := geom.Polygon(geom.Pt(4, 4.2), geom.Pt(4, 1), geom.Pt(7.5, 4.2))
	p.Append(tail)
	c.color(scene.RGB(0xFFCC33), "g", "rg")
	c.path(p, geom.Point{})
	c.op("f")
	c.color(scene.RGB(0x7A5B00), "g", "rg")
	for x := 4.0; x < 11; x += 3 {
		c.path(geom.Circle(geom.Pt(x, 8.5), 0.9), geom.Point{})
	}
	c.op("f")
	return f.AddStream("/Type/XObject/Subtype/Form/BBox[0 0 14 14]/Resources<<>>", c.buf)
}
