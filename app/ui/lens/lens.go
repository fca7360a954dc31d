// Package lens lets a person look at the map through a lens: some of it stays strong on the board,
// the rest is pale, and a strip at the foot says what is shown.
//
// All of it but Through belongs to the goroutine of the window.
package lens

import (
	"strconv"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/float"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/canvas/fade"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/insight/lens"
	"jejak/data/journey"
)

// Options says what a Glass asks of its window. All but Hint must be there.
type Options struct {
	Words  func() *words.Table
	Today  func() string            // "YYYY-MM-DD"
	Do     func(func())             // runs a function on the goroutine of the window
	Redraw func()                   // has the map drawn anew
	Select func([]journey.Ref)      // selects records on the board
	Focus  func()                   // gives the keyboard to the board
	Hint   func(*look.Button, bool) // tips; may be nil
}

// Look finds what stays strong on a map, on another goroutine.
type Look func(p journey.Project, mapID journey.ID, today string) lens.View

// Glass is what the board is looked at through; clear at first.
type Glass struct {
	o    Options
	name string // of the lens; empty: all is as it is
	box  *fyne.Container
	view lens.View // shown last

	reasons []*look.Button

	mu   sync.Mutex
	look Look
	day  string
	turn int // counts what was looked through
}

// New returns a clear glass.
func New(o Options) *Glass { return &Glass{o: o, box: container.NewStack()} }

// Now names the lens that is looked through; empty: none.
func (g *Glass) Now() string { return g.name }

// View returns what the strip tells: what was strong in the picture that came last.
func (g *Glass) View() lens.View { return g.view }

// Toggle looks through a lens of the project's, or through none if it is that one already.
func (g *Glass) Toggle(name lens.Name) {
	if g.name == string(name) {
		g.Leave()
		return
	}
	g.Through(string(name), func(p journey.Project, mapID journey.ID, today string) lens.View {
		return lens.Of(name, p, mapID, today)
	})
}

// Through looks through a lens of any kind. name tells it from others.
func (g *Glass) Through(name string, look Look) {
	g.set(name, look)
	g.o.Redraw()
}

// Leave shows all as it is. It is false if it was so already.
func (g *Glass) Leave() bool {
	if g.name == "" {
		return false
	}
	g.set("", nil)
	g.show(lens.View{})
	g.o.Redraw()
	return true
}

func (g *Glass) set(name string, look Look) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.name, g.look, g.day = name, look, g.o.Today()
	g.turn++
}

// Draw draws a picture as it is seen. It may be called from any goroutine.
func (g *Glass) Draw(p journey.Project, mapID journey.ID, s *scene.Scene) *scene.Scene {
	g.mu.Lock()
	look, day, turn := g.look, g.day, g.turn
	g.mu.Unlock()
	if look == nil {
		return s
	}
	v := look(p, mapID, day)
	m, _ := p.Maps.Get(mapID)
	palette := m.Palette
	if palette == "" {
		palette = p.Info().Palette
	}
	out := fade.Through(s, v.Strong(), style.Find(palette).Paper)
	g.o.Do(func() {
		g.mu.Lock()
		late := turn != g.turn
		g.mu.Unlock()
		if !late {
			g.show(v)
		}
	})
	return out
}

// Object is what goes over the board.
func (g *Glass) Object() fyne.CanvasObject { return container.New(foot{g}, g.box) }

// Build makes the strip anew, in the words and colours of now.
func (g *Glass) Build() { g.show(g.view) }

// show says what is strong.
func (g *Glass) show(v lens.View) {
	g.view = v
	g.box.Objects = nil
	if g.name != "" && v.Key != "" {
		g.box.Objects = g.strip(v)
	}
	g.box.Refresh()
}

// Buttons lists the buttons of the strip: one for each reason, and the one that leaves.
func (g *Glass) Buttons() []*look.Button { return buttonsIn(g.box) }

func buttonsIn(o fyne.CanvasObject) []*look.Button {
	switch o := o.(type) {
	case *look.Button:
		return []*look.Button{o}
	case *fyne.Container:
		var list []*look.Button
		for _, x := range o.Objects {
			list = append(list, buttonsIn(x)...)
		}
		return list
	}
	return nil
}

func (g *Glass) strip(v lens.View) []fyne.CanvasObject {
	t, w := look.Now(), g.o.Words()
	ground := canvas.NewRectangle(t.Panel)
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = t.Border, 1, 12
	ground.Shadow = canvas.Shadow{Color: t.Shadow, BlurRadius: 16, Offset: fyne.NewPos(0, 4), Variant: canvas.DropShadow}
	eye := canvas.NewImageFromResource(look.Icon("eye", t.AccentInk))
	eye.FillMode = canvas.ImageFillContain
	eye.SetMinSize(fyne.NewSquareSize(18))
	g.reasons = nil
	row := []fyne.CanvasObject{eye, look.NewLabel(v.Title(w), look.TextSize, look.SemiBold, look.Ink).Wide()}
	all := v.Refs()
	if len(all) == 0 {
		none := "lens.none"
		if v.Key == "lens.title."+string(lens.Proof) {
			none = "lens.none.proof"
		}
		row = append(row, look.NewLabel(w.T(none), look.TextSize, look.Regular, look.Second).Wide())
	} else {
		row = append(row, g.reason(v.Count(w), all))
	}
	for _, group := range v.Groups {
		if len(group.Refs) > 0 && len(v.Groups) > 1 {
			b := g.reason(group.Title(w)+"  "+strconv.Itoa(len(group.Refs)), group.Refs)
			g.reasons = append(g.reasons, b)
			row = append(row, b)
		}
	}
	leave := look.NewButton(look.Quiet, "close", w.T("lens.leave"), func() { g.Leave(); g.o.Focus() })
	leave.Keys, leave.OnHint = "Esc", g.o.Hint
	row = append(row, leave)
	return []fyne.CanvasObject{ground, float.NewShield(), look.Pad(look.HBox(8, row...), 6, 6, 6, 14)}
}

// reason is a button that selects what is strong for one reason.
func (g *Glass) reason(text string, refs []journey.Ref) *look.Button {
	b := look.NewButton(look.Outlined, "", text, func() { g.o.Select(refs); g.o.Focus() })
	b.Hint, b.OnHint = g.o.Words().T("lens.select"), g.o.Hint
	return b
}

// foot stands the strip in the middle of the foot. A narrow board leaves out its last reasons.
type foot struct{ g *Glass }

// MinSize implements fyne.Layout.
func (foot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (f foot) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, b := range f.g.reasons {
		b.Show()
	}
	for i := len(f.g.reasons) - 1; i >= 0 && o[0].MinSize().Width > size.Width-24; i-- {
		f.g.reasons[i].Hide()
	}
	m := o[0].MinSize()
	m.Width = min(m.Width, size.Width-24)
	o[0].Resize(m)
	o[0].Move(fyne.NewPos((size.Width-m.Width)/2, size.Height-m.Height-16))
}
