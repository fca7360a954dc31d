//go:build e2e

package ui

// These tests drive the built program in a real window: xdotool moves the pointer and types, and
// what is asserted is what the file holds afterwards. Run them under a display of their own:
//
//	xvfb-run -a -s "-screen 0 1600x1000x24 -noreset" go test -tags e2e ./app/ui

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejak/app/editor"
	"jejak/app/session"
	"jejak/app/ui/menu"
	"jejak/app/ui/picture"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

var jejak string // the built program

func TestMain(m *testing.M) { os.Exit(runMain(m)) }

func runMain(m *testing.M) int {
	if os.Getenv("DISPLAY") == "" {
		fmt.Fprintln(os.Stderr, "these tests need a display: run them with xvfb-run")
		return 1
	}
	for _, tool := range []string{"xdotool", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			fmt.Fprintf(os.Stderr, "these tests need %s: install xdotool and imagemagick\n", tool)
			return 1
		}
	}
	dir, err := os.MkdirTemp("", "jejak-e2e-*")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	jejak = filepath.Join(dir, "jejak")
	build := exec.Command("go", "build", "-o", jejak, "jejak")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "build the program:", err)
		return 1
	}
	return m.Run()
}

// patience is how long a slow machine may take for any one thing. It is waited for in full only
// when the thing never happens.
const patience = 30 * time.Second

// program is a running window.
type program struct {
	t      *testing.T
	cmd    *exec.Cmd
	id     string // of the X window
	done   chan error
	size   geom.Size // of its content, in pixels
	stderr bytes.Buffer
}

// launch starts the program on a file and waits for its window.
func launch(t *testing.T, args ...string) *program {
	t.Helper()
	return launchIn(t, t.TempDir(), args...)
}

// launchIn does so with what earlier runs in that home have left.
func launchIn(t *testing.T, home string, args ...string) *program {
	t.Helper()
	p := &program{t: t, cmd: exec.Command(jejak, args...), done: make(chan error, 1)}
	p.cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CACHE_HOME="+filepath.Join(home, "cache"),
		"XDG_CONFIG_HOME="+filepath.Join(home, "config"), "LANG=en_US.UTF-8", "LC_ALL=", "FYNE_SCALE=1",
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere")
	p.cmd.Stderr = &p.stderr
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { p.done <- p.cmd.Wait() }()
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("what the program said:\n%s", p.stderr.String())
		}
		if p.cmd.ProcessState == nil {
			_ = p.cmd.Process.Kill() // it has ended by itself if this fails
			<-p.done
		}
	})
	p.wait("the window", func() bool {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(p.cmd.Process.Pid)).Output()
		if err != nil {
			return false
		}
		ids := strings.Fields(string(out))
		if len(ids) == 0 {
			return false
		}
		p.id = ids[len(ids)-1]
		return true
	})
	p.x("windowfocus", p.id)
	p.measure()
	return p
}

func (p *program) wait(what string, done func() bool) {
	p.t.Helper()
	for end := time.Now().Add(patience); !done(); {
		select {
		case err := <-p.done:
			p.done <- err
			p.t.Fatalf("the program ended (%v) while the test waited for %s\n%s", err, what, p.stderr.String())
		default:
		}
		if time.Now().After(end) {
			p.t.Fatalf("waited in vain for %s; the title is %q", what, p.title())
		}
		time.Sleep(15 * time.Millisecond)
	}
}

func (p *program) x(args ...string) string {
	p.t.Helper()
	out, err := exec.Command("xdotool", args...).CombinedOutput()
	if err != nil {
		p.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func (p *program) title() string {
	out, err := exec.Command("xdotool", "getwindowname", p.id).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// measure asks how large the window is; window managers have their own opinion.
func (p *program) measure() {
	for _, line := range strings.Split(p.x("getwindowgeometry", "--shell", p.id), "\n") {
		k, v, _ := strings.Cut(line, "=")
		n, err := strconv.ParseFloat(v, 64)
		if err != nil {
			continue
		}
		switch k {
		case "WIDTH":
			p.size.W = n
		case "HEIGHT":
			p.size.H = n
		}
	}
}

// shot is a picture of the window's content.
func (p *program) shot() image.Image {
	p.t.Helper()
	out, err := exec.Command("import", "-window", p.id, "png:-").Output()
	if err != nil {
		p.t.Fatalf("screenshot: %v", err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		p.t.Fatal(err)
	}
	return img
}

func (p *program) move(at geom.Point) {
	p.x("mousemove", "--window", p.id, strconv.Itoa(int(at.X)), strconv.Itoa(int(at.Y)))
}

func (p *program) drag(from, to geom.Point) {
	p.move(from)
	p.x("mousedown", "1")
	for i := 1; i <= 6; i++ {
		p.move(from.Add(to.Sub(from).Mul(float64(i) / 6)))
	}
	p.x("mouseup", "1")
}

func (p *program) key(keys ...string) { p.x(append([]string{"key", "--clearmodifiers"}, keys...)...) }

// quit closes the window with Ctrl+Q and wants a clean end.
func (p *program) quit() {
	p.t.Helper()
	p.key("ctrl+q")
	select {
	case err := <-p.done:
		p.done <- err
		if err != nil {
			p.t.Errorf("the program ended with %v", err)
		}
	case <-time.After(patience):
		p.t.Fatal("the program does not quit")
	}
}

// plan is what the program must be showing, reckoned here with the same code.
type plan struct {
	ed    *editor.Editor
	doc   *edit.Document
	board geom.Point // where the board begins in the window
}

// planOf lays out a project as the window does that has just opened it.
func planOf(t *testing.T, p *program, project journey.Project) *plan {
	t.Helper()
	doc := edit.NewDocument(project, nil)
	ed := editor.New(doc, editor.Options{
		Words: words.In("en"),
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) {
			done(picture.Of(p, id))
		},
	})
	const top = menu.Height + 1 + barHeight + 1
	ed.Resize(geom.Size{W: p.size.W - leftWidth - rightWidth - 2, H: p.size.H - top - statusHeight - 1}, 1)
	return &plan{ed: ed, doc: doc, board: geom.Pt(leftWidth+1, top)}
}

// at is where in the window the middle of a part of a record is.
func (pl *plan) at(t *testing.T, ref journey.Ref, part scene.Part) geom.Point {
	t.Helper()
	target := pl.ed.Scene().Find(ref, part)
	if target == nil {
		t.Fatalf("%v %s is not on the map", ref, part)
	}
	return pl.ed.View().Transform.Apply(target.Bounds.Center()).Add(pl.board)
}

// saved writes a project to a new file.
func saved(t *testing.T, p journey.Project, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	s, err := session.New(p, session.WorkingIn(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	err = <-s.SaveAs(path)
	if err = errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// info is what the info command tells of a file.
func info(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command(jejak, "info", "--json", path).CombinedOutput()
	if err != nil {
		t.Fatalf("info: %v\n%s", err, out)
	}
	return string(out)
}

// painted reports whether the board shows paper with something on it.
func (p *program) painted(pl *plan) bool {
	img := p.shot()
	paper := pl.ed.View().Transform.ApplyRect(pl.ed.Scene().Bounds)
	dark := 0
	for y := int(pl.board.Y + paper.Min.Y); y < int(pl.board.Y+paper.Max.Y); y += 3 {
		for x := int(pl.board.X + paper.Min.X); x < int(pl.board.X+paper.Max.X); x += 3 {
			if r, g, b, _ := img.At(x, y).RGBA(); r>>8 < 120 || g>>8 < 120 || b>>8 < 120 {
				dark++
			}
		}
	}
	return dark > 200
}

func TestWindowChangesTheFile(t *testing.T) {
	before := sampleProject(t)
	path := saved(t, before, "glasses.jejak")
	home := t.TempDir()
	prefer(t, home, `{"save.manual":true}`)
	start := time.Now()
	p := launchIn(t, home, path)
	p.wait("the file", func() bool { return strings.HasPrefix(p.title(), "glasses.jejak — Saved ") })
	pl := planOf(t, p, before)
	p.wait("the first picture", func() bool { return p.painted(pl) })
	t.Logf("start-up to the first painted board: at most %d ms", time.Since(start).Milliseconds())
	p.settle() // the pictures of the start screen look painted too

	// a card to another stage, in front of its first card
	card, target := cardNamed(t, before, "Eye test"), cardNamed(t, before, "Posts a review")
	from, to := pl.at(t, journey.RefTo(card), scene.PartBody), pl.at(t, journey.RefTo(target), scene.PartBody)
	to.Y -= 6
	p.drag(from, to)
	p.wait("the move", func() bool { return strings.HasSuffix(p.title(), "Unsaved changes") })
	pl.must(t, func(tx *edit.Tx) error {
		return edit.MoveCards(tx, []journey.ID{card.ID}, edit.Place{StageID: target.StageID, LaneID: target.LaneID, Before: target.ID})
	})
	p.shows(pl)

	// a point of the curve, two bands down
	point := pointOf(t, before, cardNamed(t, before, "Day passes"))
	row := rowOfEmotions(pl.ed.Scene())
	unit := (row.Down - row.Up) / 4 * pl.ed.View().Transform.K
	from = pl.at(t, journey.RefTo(point), scene.PartPoint)
	p.drag(from, from.Add(geom.Pt(0, -2*unit)))
	pl.must(t, func(tx *edit.Tx) error { return edit.SetEmotion(tx, point.ID, point.Value+2) })
	p.shows(pl)

	// a title, typed where it stands
	p.move(pl.at(t, journey.RefTo(target), scene.PartTitle))
	p.x("click", "--repeat", "2", "--delay", "60", "1")
	p.settle()
	p.x("type", "--delay", "12", "Writes a review")
	p.key("Return")
	p.settle()
	pl.must(t, func(tx *edit.Tx) error { return edit.SetTitle(tx, journey.RefTo(target), "Writes a review") })

	// one card deleted, and that undone
	gone := cardNamed(t, before, "Tries on frames")
	p.move(pl.at(t, journey.RefTo(gone), scene.PartBody))
	p.x("click", "1")
	p.key("Delete")
	p.settle()
	p.key("ctrl+z")
	p.settle()

	p.key("ctrl+s")
	p.wait("the save", func() bool { return strings.HasPrefix(p.title(), "glasses.jejak — Saved ") })
	p.quit()

	want := info(t, saved(t, pl.doc.Project(), "want.jejak"))
	if got := info(t, path); got != want {
		t.Errorf("the file holds\n%s\nwant\n%s", got, want)
	}
}

// shows waits until the board shows the map as the plan has it: what was changed is laid out and
// painted, and only frames and marks lie over it.
func (p *program) shows(pl *plan) {
	p.t.Helper()
	view := pl.ed.View()
	// the board keeps its tiles on whole pixels
	view.Transform.D = geom.Pt(math.Round(view.Transform.D.X), math.Round(view.Transform.D.Y))
	size := image.Rect(0, 0, int(view.Size.W), int(view.Size.H))
	want := raster.Tile(pl.ed.Scene(), view.Transform, size, scene.RGB(0xFFFFFF))
	paper := view.Transform.ApplyRect(pl.ed.Scene().Bounds)
	inside := image.Rect(int(paper.Min.X)+2, int(paper.Min.Y)+2, int(paper.Max.X)-2, int(paper.Max.Y)-2).Intersect(size)
	p.wait("the picture of what was changed", func() bool {
		img := p.shot()
		all, other := 0, 0
		for y := inside.Min.Y; y < inside.Max.Y; y += 2 {
			for x := inside.Min.X; x < inside.Max.X; x += 2 {
				r, _, _, _ := img.At(x+int(pl.board.X), y+int(pl.board.Y)).RGBA()
				if d := int(r>>8) - int(want.RGBAAt(x, y).R); d > 24 || d < -24 {
					other++
				}
				all++
			}
		}
		return other*100 < all
	})
}

func (pl *plan) must(t *testing.T, f func(*edit.Tx) error) {
	t.Helper()
	if _, err := pl.doc.Do(edit.Label{Key: edit.LabelUpdate}, f); err != nil {
		t.Fatal(err)
	}
}

// settle gives the window time to draw again: two shots alike.
func (p *program) settle() {
	p.t.Helper()
	var last image.Image
	p.wait("the window to come to rest", func() bool {
		now := p.shot()
		same := last != nil && alike(last, now)
		last = now
		return same
	})
}

func alike(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	different := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y += 2 {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x += 2 {
			if a.At(x, y) != b.At(x, y) {
				different++
			}
		}
	}
	return different < 40 // a blinking cursor is no unrest
}

func pointOf(t *testing.T, p journey.Project, card journey.Card) journey.Point {
	t.Helper()
	first := p.AppearancesOf(card.MapID)[0].PersonaID
	for pt := range p.Points.All() {
		if pt.At == journey.RefTo(card) && pt.PersonaID == first {
			return pt
		}
	}
	t.Fatalf("nobody feels anything at %q", card.Title)
	return journey.Point{}
}

func rowOfEmotions(s *scene.Scene) scene.Row {
	for _, r := range s.Grid.Rows {
		if r.Kind == journey.LaneEmotions {
			return r
		}
	}
	return scene.Row{}
}
