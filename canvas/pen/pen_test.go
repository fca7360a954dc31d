package pen_test

import (
	"strings"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/paint"
	"jejak/canvas/pen"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

var faces = text.NewLibrary(text.WithoutSystemFonts())

func newPen() *pen.Pen {
	return &pen.Pen{Style: style.New(""), Measurer: faces, Scene: &scene.Scene{Bounds: geom.R(0, 0, 200, 200)}}
}

// TestWrite: a text stands where it was put, right and middle about their x, and nothing is empty.
func TestWrite(t *testing.T) {
	p := newPen()
	v := p.Style.CardText
	if h := p.Write(journey.Ref{}, p.Fit("two words", v, 20, 2), v, 10, 20); h != 2*v.Lead {
		t.Errorf("%v high, want two lines", h)
	}
	wide := p.Right(journey.Ref{}, "end", v, 100, 50)
	if at := p.Scene.Items[len(p.Scene.Items)-1].Mark.(*scene.Text).At; at.X != 100-wide {
		t.Errorf("begins at %v, want %v", at.X, 100-wide)
	}
	wide = p.Middle(journey.Ref{}, "middle", v, 100, 80)
	if at := p.Scene.Items[len(p.Scene.Items)-1].Mark.(*scene.Text).At; at.X != 100-wide/2 {
		t.Errorf("begins at %v, want %v", at.X, 100-wide/2)
	}
	n := len(p.Scene.Items)
	if h := p.Write(journey.Ref{}, p.Fit("", v, 20, 2), v, 10, 20); h != 0 || len(p.Scene.Items) != n {
		t.Error("nothing was written")
	}
	if got := p.Fit("far too long for this", v, 40, 1).Text; !strings.HasSuffix(got, "…") {
		t.Errorf("%q is not cut", got)
	}
}

// TestMarks: what is drawn lies within the bounds that it tells.
func TestMarks(t *testing.T) {
	p := newPen()
	ref := journey.Ref{Kind: journey.KindCard, ID: "c"}
	p.Fill(ref, geom.RectPath(geom.R(10, 10, 20, 20)), p.Style.Palette.Ink)
	p.Line(ref, 0, 0, 50, 50, 2, p.Style.Palette.Ink, 2, 2)
	p.Arrow(ref, geom.Pt(10, 90), geom.Pt(60, 90))
	p.Face(ref, geom.Pt(100, 100), 8, 1)
	p.Shadow(ref, geom.R(120, 120, 30, 20), 6)
	p.Icon(ref, "star", geom.R(5, 120, 10, 10), p.Style.Palette.Star)
	before := len(p.Scene.Items)
	p.Icon(ref, "there is none", geom.R(5, 120, 10, 10), p.Style.Palette.Star)
	if len(p.Scene.Items) != before {
		t.Error("an icon that is not there was drawn")
	}
	for i, it := range p.Scene.Items {
		if it.From != ref {
			t.Errorf("item %d is of %v", i, it.From)
		}
		var inside geom.Rect
		switch m := it.Mark.(type) {
		case *scene.Fill:
			inside = m.Path.Bounds()
		case *scene.Stroke:
			inside = m.Path.Bounds().Inset(-m.Pen.Width / 2)
		case *scene.Shadow:
			inside = m.Rect
		}
		if !it.Bounds.ContainsRect(inside) {
			t.Errorf("item %d: %v is outside of %v", i, inside, it.Bounds)
		}
	}
	p.Target(ref, geom.R(1, 2, 3, 4))
	p.Scene.Seal()
	r := paint.NewRecorder()
	paint.Scene(p.Scene, p.Scene.Bounds, r)
	if len(p.Scene.Targets) != 1 || r.String() == "" {
		t.Error("nothing can be touched or painted")
	}
}
