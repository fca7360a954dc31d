package pdf

import (
	"jejak/canvas/paint"
	"jejak/canvas/paint/pdf/tagged"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// speech tells content from decoration while pages are painted.
type speech struct {
	all    []*tagged.Said
	perMap map[journey.ID]*scene.Scene // one that knows the order of the map
	pages  int
	mcid   int          // the next of this page
	cur    *tagged.Said // nil: decoration
	open   bool
	layer  int // 1 …; 0: none
	last   *scene.Item
}

func newSpeech() *speech { return &speech{perMap: map[journey.ID]*scene.Scene{}} }

// item paints one item of a window, marked as what it is; next is the one behind it, nil for the
// last.
func (p *painter) item(it, next *scene.Item, w scene.Window, s sheet) {
	layer := 0
	if it.Layer > 0 && it.Layer <= len(w.Scene.Layers) {
		layer = p.layers.number(w.Scene.Layers[it.Layer-1])
	}
	if layer != p.speech.layer {
		p.hush()
		p.setLayer(layer)
	}
	p.say(it, w, s)
	p.blank = broken(it, next)
	paint.Mark(it.Mark, p)
	p.speech.last = it
}

// further reports whether an item is one more line of the paragraph that the one before stands in.
func further(before, it *scene.Item) bool {
	a, ok := before.Mark.(*scene.Text)
	b, ok2 := it.Mark.(*scene.Text)
	return ok && ok2 && before.From == it.From && b.Line.Start >= a.Line.End && b.Line.Start > 0 && a.Size == b.Size
}

// broken reports whether a line ends where a blank was left out, and the next item goes on with the
// same paragraph. The blank is said all the same, or the words would run together when read.
func broken(it, next *scene.Item) bool {
	if next == nil || !further(it, next) {
		return false
	}
	a, b := it.Mark.(*scene.Text), next.Mark.(*scene.Text)
	return b.Line.Start > a.Line.End && !a.Line.RTL
}

// say opens the marked content for an item, unless what is open goes on.
func (p *painter) say(it *scene.Item, w scene.Window, s sheet) {
	sp := p.speech
	var next *tagged.Said
	if w.Role == scene.Content {
		switch m := it.Mark.(type) {
		case *scene.Text:
			if m.Text == "" {
				break
			}
			if sp.cur != nil && sp.cur.Figure == "" && sp.last != nil && further(sp.last, it) {
				return
			}
			next = &tagged.Said{Size: m.Size, At: m.At}
		case *scene.Picture:
			if m.Alt != "" {
				next = &tagged.Said{Figure: m.Alt, At: m.Rect.Min, Box: s.place(w).ApplyRect(m.Rect)}
			}
		default:
			if alt := w.Scene.Alts[it.From]; alt != "" && it.Layer > 0 && it.From.Kind == journey.KindPersona {
				box := s.place(w).ApplyRect(it.Bounds.Intersect(w.View))
				if sp.cur != nil && sp.cur.Figure != "" && sp.cur.Ref == it.From {
					sp.cur.Box = sp.cur.Box.Union(box)
					return
				}
				next = &tagged.Said{Figure: alt, At: it.Bounds.Min, Box: box}
			}
		}
	}
	if sp.open && next == nil && sp.cur == nil {
		return
	}
	p.hush()
	sp.cur, sp.open = next, true
	if next == nil || next.Figure != "" {
		p.endText()
	} else {
		p.beginText() // paragraph after paragraph in one text object
	}
	if next == nil {
		p.op("/Artifact BMC")
		return
	}
	next.Ref, next.Map, next.Page, next.Number = it.From, w.Scene.MapID, sp.pages-1, sp.mcid
	sp.mcid++
	sp.all = append(sp.all, next)
	if sp.perMap[next.Map] == nil || len(sp.perMap[next.Map].Grid.Columns) == 0 {
		sp.perMap[next.Map] = w.Scene
	}
	kind := "P"
	if next.Figure != "" {
		kind = "Figure"
	}
	p.buf = append(p.buf, '/')
	p.buf = append(p.buf, kind...)
	p.buf = append(p.buf, " <</MCID "...)
	p.num(float64(next.Number), 0)
	p.op(">>BDC")
}

// hush closes the marked content that is open.
func (p *painter) hush() {
	sp := p.speech
	if !sp.open {
		return
	}
	if sp.cur == nil || sp.cur.Figure != "" {
		p.endText()
	}
	p.op("EMC")
	sp.open, sp.cur = false, nil
}

// setLayer closes the layer that is open and opens another; 0 is none.
func (p *painter) setLayer(n int) {
	p.endText()
	if p.speech.layer > 0 {
		p.op("EMC")
	}
	p.speech.layer = n
	if n > 0 {
		p.op("/OC /" + layerName(n) + " BDC")
	}
}
