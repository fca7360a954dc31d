package measure

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor/measure"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// funnel draws who goes on from stage to stage: a bar for each, as high as the share that comes to it,
// and between two how many stay behind.
type funnel struct {
	widget.BaseWidget
	words  *words.Table
	f      measure.Funnel
	tapped func(journey.Ref) // a stage; nil: nothing happens
}

// The measures of a funnel, in units of Fyne.
const (
	funnelHeight = 128
	funnelBars   = 58 // the highest bar
	funnelMost   = 190
)

func newFunnel(w *words.Table, f measure.Funnel, tapped func(journey.Ref)) *funnel {
	v := &funnel{words: w, f: f, tapped: tapped}
	v.ExtendBaseWidget(v)
	return v
}

// step is how wide one stage is.
func (f *funnel) step(width float32) float32 {
	return min(funnelMost, (width-2*rowPad)/float32(max(1, len(f.f.Steps))))
}

// Tapped implements fyne.Tappable.
func (f *funnel) Tapped(ev *fyne.PointEvent) {
	if i := int((ev.Position.X - rowPad) / f.step(f.Size().Width)); ev.Position.X >= rowPad && i < len(f.f.Steps) && f.tapped != nil {
		f.tapped(f.f.Steps[i].Stage)
	}
}

// CreateRenderer implements fyne.Widget.
func (f *funnel) CreateRenderer() fyne.WidgetRenderer {
	r := &funnelRenderer{f: f}
	r.draw(f.Size())
	return r
}

type funnelRenderer struct {
	f       *funnel
	objects []fyne.CanvasObject
	drawn   fyne.Size // for which they were made
}

func (r *funnelRenderer) Destroy()                     {}
func (r *funnelRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, funnelHeight) }
func (r *funnelRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *funnelRenderer) Refresh()                     { r.draw(r.f.Size()); canvas.Refresh(r.f) }

// write puts a line of text; along is the share of its width that lies left of x.
func (r *funnelRenderer) write(s string, x, y, along, width, size float32, face fyne.Resource, ink color.Color) {
	t := canvas.NewText(look.Shorten(s, size, face, width), ink)
	t.TextSize, t.FontSource = size, face
	m := t.MinSize()
	t.Move(fyne.NewPos(x-along*m.Width, y-m.Height/2))
	t.Resize(m)
	r.objects = append(r.objects, t)
}

// Layout draws for another size. Fyne asks for it also where only the objects are others than before.
func (r *funnelRenderer) Layout(s fyne.Size) {
	if s != r.drawn {
		r.draw(s)
	}
}

func (r *funnelRenderer) draw(s fyne.Size) {
	r.objects, r.drawn = nil, s
	f, t := r.f, look.Now()
	title := f.words.F("measure.funnel", words.Args{"Name": measure.Name(f.f.Metric, f.words)})
	r.write(title, rowPad, 18, 0, s.Width-2*rowPad, look.TextSize, look.SemiBold, t.Ink)
	w := f.step(s.Width)
	base := float32(40 + funnelBars)
	bar := min(w*0.52, 92)
	for i, step := range f.f.Steps {
		x := rowPad + float32(i)*w
		h := max(3, float32(step.Share/100)*funnelBars)
		box := canvas.NewRectangle(t.Tint)
		box.CornerRadius = 4
		box.Move(fyne.NewPos(x, base-h))
		box.Resize(fyne.NewSize(bar, h))
		edge := canvas.NewRectangle(t.AccentInk)
		edge.Move(fyne.NewPos(x, base-h))
		edge.Resize(fyne.NewSize(bar, 2))
		r.objects = append(r.objects, box, edge)
		share := series.Number(f.words, step.Share, whole(step.Share)) + " %"
		y := base - h + 12
		if h < 24 {
			y = base - h - 10
		}
		r.write(share, x+bar/2, y, 0.5, bar, look.SmallSize, look.SemiBold, t.Ink)
		r.write(step.Name, x, base+15, 0, w-10, look.SmallSize, look.Regular, t.Second)
		if step.Told {
			ink, face := t.Second, look.Medium
			if step.Worst {
				ink, face = t.Bad, look.SemiBold
			}
			mid := x + bar + (w-bar)/2
			r.write("−"+series.Number(f.words, step.Drop, whole(step.Drop))+" %", mid, base-18, 0.5, w-bar, look.TextSize, face, ink)
			r.write("→", mid, base-4, 0.5, w-bar, look.TextSize, look.Regular, ink)
		}
	}
}

// whole is how many decimals a percentage needs.
func whole(v float64) int {
	if v == float64(int(v)) {
		return 0
	}
	return 1
}
