// Package dashboard shows what the map tells as a sheet in place of the board: key figures, lists,
// the matrix of stages and channels, the goal-gap report. Each row leads back to the map, with what
// it speaks of selected.
//
// All of it belongs to the goroutine of the window; the sheet is drawn elsewhere.
package dashboard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/app/ui/reader"
	"jejak/assets/words"
	"jejak/canvas/dashboard"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Options says what a Page asks of its window. All but Hint must be there.
type Options struct {
	Canvas fyne.Canvas
	Words  *words.Table // of the window; the sheet is in the language of the project
	Do     func(func()) // runs a function on the goroutine of the window
	Faces  func() text.Measurer
	Today  func() string
	Read   func() (journey.Project, insight.Report)
	Choose func(journey.Ref) // goes to the map, with a record selected
	Found  func()            // goes to the list of findings
	Print  func()
	Close  func()
	Left   func(offset float32) // remembers how far it was scrolled
	Hint   func(*look.Button, bool)
}

// Page is the sheet with a bar over it.
type Page struct {
	o       Options
	sheet   *reader.Reader
	box     *fyne.Container
	asked   question
	working bool
	drawn   int // sheets that were shown, for tests
}

// question is what a sheet is drawn of.
type question struct {
	project journey.Project
	mapID   journey.ID
	today   string
}

// New returns a page that is scrolled so far down.
func New(o Options, offset float32) *Page {
	p := &Page{o: o}
	p.sheet = reader.New(o.Canvas, o.Do, o.Choose, o.Close)
	p.sheet.SetOffset(offset)
	found := look.NewButton(look.Outlined, "findings", o.Words.T("dashboard.findings"), o.Found)
	print := look.NewButton(look.Outlined, "print", o.Words.T("dashboard.print"), o.Print)
	shut := look.NewButton(look.Quiet, "close", "", o.Close)
	shut.Hint, shut.Keys, shut.OnHint = o.Words.T("dashboard.close"), "Esc", o.Hint
	head := look.HBox(10, look.NewLabel(o.Words.T("leaf.dashboard"), look.TextSize, look.SemiBold, look.Ink).Wide(),
		look.NewLabel(o.Words.T("dashboard.lead"), look.TextSize, look.Regular, look.Second).Wide(), layout.NewSpacer(), found, print, shut)
	p.box = container.NewBorder(
		container.NewStack(look.PanelGround(), container.NewBorder(nil, look.Hairline(), nil, nil, look.Pad(head, 7, 10, 7, 16))),
		nil, nil, nil, p.sheet)
	p.ask()
	return p
}

// Object implements leaf.Leaf.
func (p *Page) Object() fyne.CanvasObject { return p.box }

// Focus implements leaf.Leaf.
func (p *Page) Focus() fyne.Focusable { return p.sheet.Area() }

// Leave implements leaf.Leaf: what is scrolled to stays.
func (p *Page) Leave() {
	p.o.Left(p.sheet.Offset())
	p.asked = question{}
	p.sheet.Clear()
}

// Update implements leaf.Leaf.
func (p *Page) Update(editor.Event) { p.ask() }

// ask has the sheet drawn, if it would be another one. While one is drawn only the newest question
// waits.
func (p *Page) ask() {
	project, report := p.o.Read()
	q := question{project, report.MapID, p.o.Today()}
	if q == p.asked {
		return
	}
	p.asked = q
	if !p.working {
		p.work(q, report)
	}
}

func (p *Page) work(q question, report insight.Report) {
	p.working = true
	go func() {
		s := dashboard.Long(q.project, q.mapID, dashboard.Options{Measurer: p.o.Faces(), Report: &report, Today: q.today})
		p.o.Do(func() {
			p.working = false
			switch p.asked {
			case q:
				p.show(s)
			case question{}: // it was left
			default:
				_, report := p.o.Read()
				p.work(p.asked, report)
			}
		})
	}()
}

func (p *Page) show(s *scene.Scene) {
	p.drawn++
	p.sheet.Set(s)
	p.box.Refresh()
}

// Sheet is what shows the sheet.
func (p *Page) Sheet() *reader.Reader { return p.sheet }

// Settled reports whether what is shown is what the map tells now.
func (p *Page) Settled() bool { return !p.working }
