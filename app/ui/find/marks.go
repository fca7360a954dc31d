package find

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Marks lies over the board and marks what was found. Pointer events go through it.
type Marks struct {
	widget.BaseWidget
	scene *scene.Scene
	where map[journey.Ref]geom.Rect // of what is drawn, in the points of the scene
	rects []*canvas.Rectangle
	used  int
}

// mostMarks are shown at a time: with more there is nothing to be seen between them.
const mostMarks = 600

var (
	markFill = color.NRGBA{R: 0xF5, G: 0xB8, B: 0x1C, A: 0x38}
	markRim  = color.NRGBA{R: 0xD9, G: 0x94, B: 0x06, A: 0xff}
	nowFill  = color.NRGBA{R: 0xF5, G: 0xA0, B: 0x1C, A: 0x48}
	nowRim   = color.NRGBA{R: 0xC2, G: 0x6A, B: 0x00, A: 0xff}
)

// NewMarks returns marks without any.
func NewMarks() *Marks {
	m := &Marks{}
	m.ExtendBaseWidget(m)
	return m
}

// Mark marks records on a scene, which may be nil, as the board shows it: view turns the points of
// the scene into pixels, of which a unit of Fyne has scale.
func (m *Marks) Mark(s *scene.Scene, refs []journey.Ref, now journey.Ref, view geom.Transform, size geom.Size, scale float64) {
	if s != m.scene {
		m.scene, m.where = s, nil
	}
	was := m.used
	m.used = 0
	if s != nil && len(refs) > 0 && scale > 0 {
		if m.where == nil {
			m.where = places(s)
		}
		board := geom.R(0, 0, size.W, size.H)
		for _, ref := range refs {
			m.put(ref, ref == now, view, board, scale)
		}
	}
	if m.used > 0 || was > 0 {
		m.Refresh()
	}
}

func (m *Marks) put(ref journey.Ref, now bool, view geom.Transform, board geom.Rect, scale float64) {
	at, ok := m.where[ref]
	if !ok || m.used >= mostMarks && !now {
		return
	}
	at = view.ApplyRect(at).Inset(-3 * scale)
	if !at.Overlaps(board) {
		return
	}
	if m.used == len(m.rects) {
		m.rects = append(m.rects, canvas.NewRectangle(color.Transparent))
	}
	r := m.rects[m.used]
	m.used++
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = markFill, markRim, 1.5, 8
	if now {
		r.FillColor, r.StrokeColor, r.StrokeWidth = nowFill, nowRim, 2.5
	}
	r.Move(fyne.NewPos(float32(at.Min.X/scale), float32(at.Min.Y/scale)))
	r.Resize(fyne.NewSize(float32(at.W()/scale), float32(at.H()/scale)))
}

// Count is how many marks are in sight.
func (m *Marks) Count() int { return m.used }

// places tells where records are drawn.
func places(s *scene.Scene) map[journey.Ref]geom.Rect {
	where := map[journey.Ref]geom.Rect{}
	for i := range s.Targets {
		t := &s.Targets[i]
		switch t.Part {
		case scene.PartBody, scene.PartPoint:
			where[t.Ref] = t.Bounds
		case scene.PartLink:
			if _, there := where[t.Ref]; !there || len(t.Path.Verbs) == 0 {
				where[t.Ref] = t.Bounds // its label rather than its line
			}
		case scene.PartTitle, scene.PartText:
			where[t.Ref] = where[t.Ref].Union(t.Bounds)
		}
	}
	return where
}

// CreateRenderer implements fyne.Widget.
func (m *Marks) CreateRenderer() fyne.WidgetRenderer { return &marksRenderer{m} }

type marksRenderer struct{ m *Marks }

func (r *marksRenderer) Destroy()           {}
func (r *marksRenderer) Layout(fyne.Size)   {}
func (r *marksRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *marksRenderer) Refresh()           { canvas.Refresh(r.m) }

func (r *marksRenderer) Objects() []fyne.CanvasObject {
	list := make([]fyne.CanvasObject, r.m.used)
	for i := range list {
		list[i] = r.m.rects[i]
	}
	return list
}
