package export

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"jejak/app/export"
	"jejak/app/export/printer"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/samples"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/text"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

var faces = sync.OnceValue(func() *text.Library { return text.NewLibrary(text.WithoutSystemFonts()) })

// rig is an export window in a test: what other goroutines send to the window runs on the test's, when
// it waits.
type rig struct {
	*Window
	t      *testing.T
	canvas fyne.Canvas
	queue  chan func()
	stored []string
	open   bool   // the box to tick
	pick   string // the path that is chosen
	picked string // the name that was proposed
	asked  []ask.Question
	done   string
	opened bool
	went   journey.Ref
	closed int
	o      Options
}

func sampleProject(t *testing.T) journey.Project {
	t.Helper()
	p, _, err := exchange.ReadJSON(bytes.NewReader(samples.JSON("en")))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func newRig(t *testing.T, p journey.Project) *rig {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.NewTheme(false))
	win := a.NewWindow("")
	win.Resize(fyne.NewSize(1300, 860))
	r := &rig{t: t, canvas: win.Canvas(), queue: make(chan func(), 256), pick: filepath.Join(t.TempDir(), "map")}
	cache := t.TempDir()
	r.o = Options{
		Canvas: r.canvas, Words: words.In("en"), Do: func(f func()) { r.queue <- f }, Project: p, MapID: p.MapsInOrder()[0].ID, Faces: faces(),
		Memory: export.Memory{Load: func() []string { return r.stored }, Store: func(l []string) { r.stored = l }},
		Opens:  func() bool { return r.open }, SetOpen: func(on bool) { r.open = on }, Name: "Glasses",
		Pick:    func(_, name, ext string, then func(string)) { r.picked = name; then(r.pick + ext) },
		Ask:     func(q ask.Question) *ask.Dialog { r.asked = append(r.asked, q); return nil },
		Printer: printer.System{OS: "linux", Find: func(string) (string, error) { return "", errors.New("none") }},
		Cache:   func() (string, error) { return cache, nil },
		Done:    func(path string, open bool) { r.done, r.opened = path, open },
		GoTo:    func(ref journey.Ref) { r.went = ref },
		Closed:  func() { r.closed++ },
	}
	return r
}

// show opens the window and waits for its pages.
func (r *rig) show(f export.Format, print bool) *rig {
	r.t.Helper()
	o := r.o
	o.Format, o.Print = f, print
	r.Window = Open(o)
	r.rest()
	return r
}

// rest runs what comes to the window until all is made, painted and written.
func (r *rig) rest() {
	r.t.Helper()
	r.until("rest", r.Settled)
}

func (r *rig) until(what string, done func() bool) {
	r.t.Helper()
	late := time.After(time.Minute) // far more than any machine needs: a hang must not hang the suite
	for !done() {
		select {
		case f := <-r.queue:
			f()
		case <-late:
			r.t.Fatalf("waited in vain for %s", what)
		}
	}
}

// choose chooses a line of a list by what it says.
func (r *rig) choose(key, name string) {
	r.t.Helper()
	list := r.form.Selects[key]
	for i, s := range list.Options {
		if strings.HasPrefix(s, name) {
			list.SetSelectedIndex(i)
			r.rest()
			return
		}
	}
	r.t.Fatalf("%s offers %v, not %q", key, list.Options, name)
}

// press presses one of a row of choices.
func (r *rig) press(key string, i int) {
	r.t.Helper()
	r.form.Rows[key][i].Tapped(nil)
	r.rest()
}

func (r *rig) tick(key string) {
	r.t.Helper()
	r.form.Checks[key].Tapped(nil)
	r.rest()
}

func (r *rig) key(name fyne.KeyName) {
	r.canvas.OnTypedKey()(&fyne.KeyEvent{Name: name})
	r.rest()
}

// says is all the text of the window that is seen.
func (r *rig) says() string {
	var all []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *canvas.Text:
			all = append(all, o.Text)
		case *fyne.Container:
			for _, inner := range o.Objects {
				walk(inner)
			}
		case fyne.Widget:
			for _, inner := range test.WidgetRenderer(o).Objects() {
				walk(inner)
			}
		}
	}
	walk(r.box)
	return strings.Join(all, "\n")
}

func TestPagesFollowTheSettings(t *testing.T) {
	r := newRig(t, sampleProject(t)).show(export.PDF, false)
	if n := len(r.Pages()); n != 1 || r.strip.Visible() || r.preview.img == nil {
		t.Fatalf("%d pages, painted %v", n, r.preview.img != nil)
	}
	r.choose("export.paper", "A3")
	if size := r.Pages()[0].Size; size.W < 1190 || size.W > 1191 {
		t.Errorf("A3 is %v", size)
	}
	if s := r.says(); !strings.Contains(s, "420 × 297 mm") || !strings.Contains(s, "Page 1 of 1") {
		t.Errorf("says %q", s)
	}
	r.press("export.orientation", 1)
	if size := r.Pages()[0].Size; size.W > size.H {
		t.Errorf("upright A3 is %v", size)
	}
	r.press("export.pages", 1)
	if len(r.Pages()) < 2 || !r.strip.Visible() || len(r.thumbs.images) == 0 {
		t.Fatalf("%d tiles, %d of them seen small", len(r.Pages()), len(r.thumbs.images))
	}
	if s := r.says(); !strings.Contains(s, "Sheets") || strings.Contains(s, "Paper") {
		t.Errorf("says %q", s)
	}
	r.press("export.pages", 3)
	if size := r.Pages()[0].Size; size != (geom.Size{W: 960, H: 540}) {
		t.Errorf("a slide is %v", size)
	}
	if s := r.says(); strings.Contains(s, "Sheets") || strings.Contains(s, "Paper") {
		t.Errorf("slides have paper: %q", s)
	}
}

func TestEveryControlDoesSomething(t *testing.T) {
	r := newRig(t, sampleProject(t)).show(export.PDF, false)
	r.choose("export.paper", "A4")
	for key, list := range r.form.Selects {
		before := r.settings.Copy()
		list.SetSelectedIndex((list.SelectedIndex() + 1) % len(list.Options))
		r.rest()
		if equal(before, r.settings) {
			t.Errorf("%s changes nothing", key)
		}
	}
	for key := range r.form.Checks {
		before := r.settings.Copy()
		r.tick(key)
		if equal(before, r.settings) {
			t.Errorf("%s changes nothing", key)
		}
		r.tick(key)
		if !equal(before, r.settings) {
			t.Errorf("%s is not what it was after two presses", key)
		}
	}
}

// equal compares what would be remembered of settings.
func equal(a, b export.Settings) bool {
	line := func(s export.Settings) (l string) {
		export.Memory{Load: func() []string { return nil }, Store: func(list []string) { l = list[0] }}.Keep("m", s)
		return strings.NewReplacer(`"Leave":{}`, `"Leave":null`, `"Show":{}`, `"Show":null`).Replace(l)
	}
	return line(a) == line(b)
}

func TestOtherFormats(t *testing.T) {
	r := newRig(t, sampleProject(t)).show(export.PDF, false)
	r.press("export.pages", 1)
	r.choose("export.sheet", "A5")
	tiles := len(r.Pages())
	for i, f := range export.Formats {
		r.press("export.format", i)
		s := r.says()
		if strings.Contains(s, "Tiles") != (f == export.PDF) || strings.Contains(s, "Resolution") != (f == export.PNG) || strings.Contains(s, "Palette") != f.Drawn() {
			t.Errorf("%s: the window says %q", f, s)
		}
		switch {
		case !f.Drawn() && (len(r.Pages()) != 0 || !strings.Contains(s, "holds data")):
			t.Errorf("%s has %d pages", f, len(r.Pages()))
		case f.Drawn() && !f.Several() && len(r.Pages()) != 1:
			t.Errorf("%s has %d pages", f, len(r.Pages()))
		}
	}
	r.press("export.format", 1)
	if r.settings.Paper != "fit" {
		t.Errorf("a picture on %s, on which the tiles were", r.settings.Paper)
	}
	r.press("export.format", 0)
	if len(r.Pages()) != tiles {
		t.Errorf("%d pages after other formats, %d before", len(r.Pages()), tiles)
	}
}

func TestLeavingThingsOut(t *testing.T) {
	p := sampleProject(t)
	r := newRig(t, p).show(export.PDF, false)
	high := r.Pages()[0].Size.H
	lane := p.LanesOf(r.Window.o.MapID)[0]
	if key := "export.lanes." + string(lane.ID); r.form.Checks[key].Visible() {
		t.Error("the lanes are unfolded")
	}
	r.tick("export.lanes." + string(lane.ID))
	if got := r.Pages()[0].Size.H; got >= high {
		t.Errorf("without a lane the page is %g high, with it %g", got, high)
	}
	r.tick("export.lanes." + string(lane.ID))
	if got := r.Pages()[0].Size.H; got != high {
		t.Errorf("with the lane again it is %g high", got)
	}
}

func TestWarningsLeadToTheBoard(t *testing.T) {
	r := newRig(t, sampleProject(t)).show(export.PDF, false)
	if len(r.warnings.Links) != 0 || r.warnings.scroll.Visible() {
		t.Error("warnings of nothing")
	}
	r.choose("export.paper", "A5")
	if s := r.says(); !strings.Contains(s, "Text as small as") || !r.warnings.scroll.Visible() || len(r.warnings.Links) == 0 {
		t.Fatalf("no warning: %q", s)
	}
	var card *link
	for i, ref := range r.book.Warnings[0].Refs[:len(r.warnings.Links)] {
		if ref.Kind == journey.KindCard {
			card = r.warnings.Links[i]
		}
	}
	if card == nil {
		t.Fatal("no card is named")
	}
	card.Tapped(nil)
	if r.went.Kind != journey.KindCard || r.closed != 1 || len(r.canvas.Overlays().List()) != 0 {
		t.Errorf("went to %v, closed %d times", r.went, r.closed)
	}
}

func TestSettingsAreRemembered(t *testing.T) {
	r := newRig(t, sampleProject(t)).show(export.PDF, false)
	r.press("export.pages", 1)
	r.choose("export.sheet", "A3")
	r.choose("export.palette", "Forest")
	r.key(fyne.KeyEscape)
	r.show("", false)
	if r.settings.Paper != "A3" || r.settings.Spread != export.Tiles || r.settings.Palette != "forest" {
		t.Errorf("%+v", r.settings)
	}
	r.Close()
	r.show(export.PNG, false)
	r.Close()
	r.show("", true) // printing is no export
	if r.settings.Format != export.PDF || r.settings.Paper != "A3" {
		t.Errorf("%+v", r.settings)
	}
	r.Close()
	if r.show("", false); r.settings.Format != export.PNG {
		t.Errorf("after printing the format is %s", r.settings.Format)
	}
}

// TestPrintingIsNoExport: who has printed a map finds it as large as it is when exporting it.
func TestPrintingIsNoExport(t *testing.T) {
	r := newRig(t, sampleProject(t)).show("", true)
	if r.settings.Paper != "A4" {
		t.Errorf("printed on %s", r.settings.Paper)
	}
	r.Close()
	if r.show(export.PDF, false); r.settings.Paper != "fit" {
		t.Errorf("exported on %s after printing", r.settings.Paper)
	}
	r.Close()
	r.show("", true)
	r.choose("export.paper", "A3")
	r.Close()
	if r.show(export.PDF, false); r.settings.Paper != "A3" {
		t.Errorf("exported on %s after printing on A3", r.settings.Paper)
	}
}

func TestExport(t *testing.T) {
	r := newRig(t, sampleProject(t)).show(export.PDF, false)
	r.open = true
	r.press("export.pages", 1)
	r.key(fyne.KeyReturn)
	data, err := os.ReadFile(r.pick + ".pdf")
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Fatalf("%.8q, %v", data, err)
	}
	if r.picked != "Glasses.pdf" || r.done != r.pick+".pdf" || !r.opened || r.closed != 1 {
		t.Errorf("proposed %q, done %q, opened %v, closed %d times", r.picked, r.done, r.opened, r.closed)
	}
}

func TestExportThatFails(t *testing.T) {
	r := newRig(t, sampleProject(t)).show(export.Mermaid, false)
	if err := os.Mkdir(r.pick+".mmd", 0o755); err != nil {
		t.Fatal(err)
	}
	r.Export()
	r.rest()
	if len(r.asked) != 1 || !strings.Contains(r.asked[0].Text, "is a folder") || r.closed != 0 {
		t.Fatalf("told %+v", r.asked)
	}
	r.pick += "2"
	r.Export()
	r.rest()
	if r.done == "" {
		t.Error("no second try")
	}
}

func TestCancel(t *testing.T) {
	r := newRig(t, journeytest.Big(400)).show(export.PDF, false)
	r.press("export.pages", 1)
	if err := os.WriteFile(r.pick+".pdf", []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.Export()
	if r.work == nil || strings.Contains(r.says(), "Export…") {
		t.Fatal("nothing is being written")
	}
	r.Close()
	if r.closed != 0 {
		t.Error("the window closes while it writes")
	}
	r.key(fyne.KeyEscape)
	if data, err := os.ReadFile(r.pick + ".pdf"); err != nil || string(data) != "old" || r.closed != 0 || len(r.asked) != 0 {
		t.Errorf("%q (%v), closed %d times, told %+v", data, err, r.closed, r.asked)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(r.pick), ".*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if !strings.Contains(r.says(), "Export…") {
		t.Error("the buttons are gone")
	}
}

func TestProgressIsShown(t *testing.T) {
	r := newRig(t, sampleProject(t)).show(export.PDF, false)
	work := r.begin(func() {}, "Writing…")
	work.tell("Page 2 of 4", 0.5)
	if s := r.says(); !strings.Contains(s, "Page 2 of 4") || work.bar.Value != 0.5 || work.endless.Visible() {
		t.Errorf("says %q, %g", s, work.bar.Value)
	}
	r.end()
}

func TestPrint(t *testing.T) {
	var printed []byte
	var mode os.FileMode
	var options string
	r := newRig(t, sampleProject(t))
	has := "lp"
	r.o.Printer = printer.System{OS: "linux",
		Find: func(name string) (string, error) {
			if name == has {
				return name, nil
			}
			return "", errors.New("not there")
		},
		Run: func(_ context.Context, _ bool, _ string, args ...string) (string, error) {
			path := args[len(args)-1]
			options = strings.Join(args[:len(args)-1], " ")
			info, err := os.Stat(filepath.Dir(path))
			if err != nil {
				return "", err
			}
			mode = info.Mode().Perm()
			printed, err = os.ReadFile(path)
			return "request id is Office-12", err
		}}
	r.show("", true)
	if w := r.Pages()[0].Size.W; w > 842 || w < 841 {
		t.Errorf("paper of %g points for a printer", w)
	}
	r.key(fyne.KeyReturn)
	if options != "-t Buying a first pair of glasses -o media=A4 -o print-scaling=none --" && has == "lp" {
		t.Errorf("printed with %q", options)
	}
	if !bytes.HasPrefix(printed, []byte("%PDF-")) || mode != 0o700 {
		t.Errorf("printed %.8q from a folder of mode %v", printed, mode)
	}
	if len(r.asked) != 1 || !strings.Contains(r.asked[0].Text, "Office-12") || r.closed != 1 {
		t.Errorf("told %+v", r.asked)
	}
	dir, _ := r.o.Cache()
	if left, err := filepath.Glob(filepath.Join(dir, "print", "*", "*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	has = "xdg-open"
	r.show("", true)
	r.Print()
	r.rest()
	if left, err := filepath.Glob(filepath.Join(dir, "print", "*", "*.pdf")); err != nil || len(left) != 1 || r.closed != 2 {
		t.Errorf("the program that shows it has %v", left)
	}
	has = ""
	r.show("", true)
	r.Print()
	r.rest()
	if len(r.asked) != 2 || !strings.Contains(r.asked[1].Text, "no program that prints") || r.closed != 2 {
		t.Errorf("told %+v", r.asked)
	}
}

func TestKeysTurnAndZoom(t *testing.T) {
	r := newRig(t, sampleProject(t)).show(export.PDF, false)
	r.press("export.pages", 1)
	last := len(r.Pages()) - 1
	for _, c := range []struct {
		key  fyne.KeyName
		page int
	}{{fyne.KeyPageDown, 1}, {fyne.KeyEnd, last}, {fyne.KeyPageDown, last}, {fyne.KeyLeft, last - 1}, {fyne.KeyHome, 0}, {fyne.KeyPageUp, 0}} {
		if r.key(c.key); r.page != c.page || r.thumbs.at != c.page {
			t.Errorf("%s: page %d, want %d", c.key, r.page, c.page)
		}
	}
	fit := r.preview.unit()
	r.key(fyne.KeyPlus)
	if r.preview.unit() <= fit || r.preview.fits() || strings.Contains(r.says(), "\nFit\n") {
		t.Errorf("not nearer: %g, before %g", r.preview.unit(), fit)
	}
	page, mid := r.page, r.preview.mid
	r.preview.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	r.rest()
	if r.page != page || r.preview.mid.Y <= mid.Y {
		t.Errorf("the wheel: page %d, %v, before %v", r.page, r.preview.mid, mid)
	}
	r.key(fyne.Key0)
	if r.preview.unit() != fit {
		t.Errorf("%g, want %g", r.preview.unit(), fit)
	}
	r.preview.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	r.rest()
	if r.page != page+1 {
		t.Errorf("the wheel does not turn pages that are seen whole: %d", r.page)
	}
	r.thumbs.Tapped(&fyne.PointEvent{Position: fyne.NewPos(40, thumbPad+r.thumbs.step()*float32(last)+4)})
	if r.rest(); r.page != last {
		t.Errorf("the strip leads to page %d", r.page)
	}
}

// TestNewerSettingsWin: of many changes in a row only the last is shown.
func TestNewerSettingsWin(t *testing.T) {
	r := newRig(t, journeytest.Big(200)).show(export.PDF, false)
	list := r.form.Selects["export.paper"]
	for i := range list.Options {
		list.SetSelectedIndex(i)
	}
	made := r.maker.made
	r.rest()
	if r.settings.Paper != "16:9" && r.book.Paper != r.settings.Paper || r.maker.made != made+1 {
		t.Errorf("%s is shown, %s chosen, after %d makings", r.book.Paper, r.settings.Paper, r.maker.made-made)
	}
}

func TestClosedWindowHearsNothing(t *testing.T) {
	r := newRig(t, journeytest.Big(300))
	o := r.o
	r.Window = Open(o)
	r.Close()
	r.Close()
	if r.closed != 1 || !r.Settled() {
		t.Errorf("closed %d times", r.closed)
	}
	r.change(func(s *export.Settings) { s.Paper = "A4" })
	r.show("", false)
	if r.settings.Paper == "A4" {
		t.Error("a closed window changes what is remembered")
	}
}
