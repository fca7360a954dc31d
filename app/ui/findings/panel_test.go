package findings

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor/findings"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

const today = "2026-11-22"

// rig is a panel over a map in a window.
type rig struct {
	*Panel
	p      journey.Project
	mapID  journey.ID
	shown  []journey.Ref
	opened []journey.Ref
	left   int
	state  *State
	canvas fyne.Canvas
}

func newRig(t testing.TB, p journey.Project) *rig {
	t.Helper()
	test.NewTempApp(t)
	r := &rig{p: p, mapID: p.MapsInOrder()[0].ID, state: &State{}}
	w := test.NewTempWindow(t, nil)
	r.canvas = w.Canvas()
	r.Panel = New(Options{
		Canvas: r.canvas, Words: words.In("en"),
		Read:  func() (journey.Project, insight.Report) { return r.p, insight.Map(r.p, r.mapID, today) },
		Show:  func(refs []journey.Ref) { r.shown = refs },
		Open:  func(ref journey.Ref) { r.opened = append(r.opened, ref) },
		Focus: func() { r.left++; r.canvas.Unfocus() },
	}, r.state)
	w.SetContent(r.Object())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(312, 500))
	r.Update()
	return r
}

// shop is a map with a little of everything to be found.
func shop() journey.Project {
	recs := []journey.Record{
		journey.Map{ID: "m"},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a0", Title: "Look", Goal: "Find a shop", Outcome: journey.OutcomeUnmet},
		journey.Stage{ID: "s2", MapID: "m", Rank: "a1", Title: "Buy"},
		journey.Lane{ID: "touch", MapID: "m", LaneKind: journey.LaneTouchpoints},
		journey.Tag{ID: "wait", Name: "waiting"},
		journey.Persona{ID: "ana", Name: "Ana"}, journey.Appearance{ID: "a@m", MapID: "m", PersonaID: "ana"},
		journey.Action{ID: "late", Title: "Write to them", Due: "2026-01-01", Status: journey.StatusPlanned},
	}
	for i := range 20 {
		stage := journey.ID("s1")
		if i > 14 {
			stage = "s2"
		}
		recs = append(recs, journey.Card{ID: journey.ID(fmt.Sprintf("t%02d", i)), MapID: "m", StageID: stage, LaneID: "touch",
			Title: fmt.Sprintf("Touchpoint %d", i), Source: "Survey", TagIDs: []journey.ID{"wait"}})
	}
	return journey.FromRecords(recs)
}

func (r *rig) texts() string {
	var list []string
	for _, row := range r.Rows {
		list = append(list, row.Text)
	}
	return strings.Join(list, "|")
}

// tap presses a row in sight by its text.
func (r *rig) tap(t *testing.T, text string, x float32) {
	t.Helper()
	for _, w := range r.list.pool {
		if w.Visible() && w.item().Text == text {
			w.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 5)})
			return
		}
	}
	t.Fatalf("no row %q in sight among %s", text, r.texts())
}

func (r *rig) keys(names ...fyne.KeyName) {
	for _, n := range names {
		r.list.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestAFindingIsShownOnTheBoard(t *testing.T) {
	r := newRig(t, shop())
	want := "Goals that are missed|Look: not met (Find a shop)|Touchpoints without a channel|Touchpoint 0|Touchpoint 1|Touchpoint 2|" +
		"Touchpoint 3|Touchpoint 4|Touchpoint 5|and 14 more|Actions overdue|Write to them: 325 days late"
	if got := r.texts(); got != want {
		t.Fatalf("lists %s", got)
	}
	if r.choice[All].Text != "Findings 22" {
		t.Errorf("the tab says %q", r.choice[All].Text)
	}
	r.tap(t, "Touchpoint 1", 60)
	if len(r.shown) != 1 || r.shown[0].ID != "t01" || r.list.chosen != r.list.cursor {
		t.Errorf("shows %v", r.shown)
	}
	r.tap(t, "Touchpoints without a channel", 280)
	if len(r.shown) != 20 {
		t.Errorf("of a heading it shows %d", len(r.shown))
	}
	r.tap(t, "Goals that are missed", 60)
	if got := r.texts(); strings.Contains(got, "not met") {
		t.Errorf("folded: %s", got)
	}
	r.tap(t, "and 14 more", 60)
	if got := r.texts(); !strings.Contains(got, "Touchpoint 19") {
		t.Errorf("with all: %s", got)
	}
	r.list.scroll.ScrollToBottom()
	r.list.place()
	r.tap(t, "Write to them: 325 days late", 60)
	if len(r.opened) != 1 || r.opened[0].ID != "late" {
		t.Errorf("opens %v", r.opened)
	}
}

func TestKeysGoThroughTheFindings(t *testing.T) {
	r := newRig(t, shop())
	r.Focus()
	if r.list.cursor != string(insight.RuleGoal) {
		t.Errorf("begins at %q", r.list.cursor)
	}
	r.keys(fyne.KeyDown, fyne.KeyReturn)
	if len(r.shown) != 1 || r.shown[0].ID != "s1" {
		t.Errorf("Enter shows %v", r.shown)
	}
	r.keys(fyne.KeyEnd)
	if last := r.Rows[len(r.Rows)-1].Key; r.list.cursor != last {
		t.Errorf("End goes to %q", r.list.cursor)
	}
	if top := r.list.tops[len(r.Rows)-1]; top > r.list.scroll.Offset.Y+r.list.scroll.Size().Height {
		t.Error("the last row is out of sight")
	}
	r.keys(fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyLeft)
	if r.list.cursor != string(insight.RuleChannelless) || strings.Contains(r.texts(), "Touchpoint 0") {
		t.Errorf("Left leaves the cursor at %q of %s", r.list.cursor, r.texts())
	}
	r.keys(fyne.KeyRight, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyUp)
	if !strings.Contains(r.texts(), "Touchpoint 0") || r.list.index(r.list.cursor) < 0 {
		t.Errorf("the cursor is at %q of %s", r.list.cursor, r.texts())
	}
	for r.list.cursor != "more "+string(insight.RuleChannelless) {
		r.keys(fyne.KeyDown)
	}
	r.keys(fyne.KeyReturn)
	if row := r.Rows[r.list.index(r.list.cursor)]; row.Kind != findings.Line || row.Text != "Touchpoint 6" {
		t.Errorf("with more the cursor is at %q", row.Text)
	}
	r.keys(fyne.KeyEscape)
	if r.left != 1 {
		t.Error("Esc does not leave")
	}
}

func TestListsAreNarrowedAndTurned(t *testing.T) {
	r := newRig(t, shop())
	choose := func(name, item string) {
		t.Helper()
		r.unfold(name, r.drop[name])
		pop := r.canvas.Overlays().Top()
		if pop == nil {
			t.Fatal("nothing opens")
		}
		for _, k := range item {
			r.canvas.Focused().TypedRune(k)
		}
		r.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	choose("stage", "B")
	if r.state.Filter.Stage != "s2" || r.drop["stage"].Text != "Buy" || !r.drop["stage"].On {
		t.Fatalf("the filter is %+v, the button says %q", r.state.Filter, r.drop["stage"].Text)
	}
	if got := r.texts(); strings.Contains(got, "Touchpoint 0") || !strings.Contains(got, "Touchpoint 19") {
		t.Errorf("narrowed: %s", got)
	}
	r.p = r.p.Without(journey.Ref{Kind: journey.KindStage, ID: "s2"})
	r.Update()
	if r.state.Filter.Stage != "" {
		t.Error("a stage that is gone is still looked for")
	}
	r.Turn(Gaps)
	if got := r.texts(); !strings.HasPrefix(got, "Look|") || r.drops.Visible() {
		t.Errorf("goals: %s", got)
	}
	r.Turn(Tags)
	if got := r.texts(); got != "waiting|Look" {
		t.Errorf("tags: %s", got)
	}
	again := New(r.o, r.state)
	again.Update()
	if again.Rows[0].Text != "waiting" {
		t.Error("the next panel begins otherwise")
	}
}

// TestOnlyRowsInSightAreWidgets: however much is found, and narrow or wide, each row is as high as its
// text.
func TestOnlyRowsInSightAreWidgets(t *testing.T) {
	r := newRig(t, journeytest.Big(3000))
	for range 40 {
		for i, row := range r.Rows {
			if row.Kind == findings.More {
				r.press(r.Rows[i])
				break
			}
		}
	}
	if len(r.Rows) < 1000 {
		t.Fatalf("%d rows", len(r.Rows))
	}
	r.list.scroll.ScrollToOffset(fyne.NewPos(0, 20000))
	r.list.place()
	if n := len(r.list.pool); n > 60 {
		t.Errorf("%d widgets", n)
	}
	for _, w := range r.list.pool {
		if w.Visible() && w.Size().Height != r.list.shapes[w.at].height {
			t.Errorf("row %d is %v high, its text %v", w.at, w.Size().Height, r.list.shapes[w.at].height)
		}
	}
	for _, width := range []float32{180, 312, 440} {
		for i, row := range r.Rows[:200] {
			s := set(row, width)
			for _, line := range s.lines {
				if x := widthOf(line, row); x > width {
					t.Fatalf("row %d: %q is %v wide in %v", i, line, x, width)
				}
			}
		}
	}
}

func widthOf(line string, row findings.Row) float32 {
	if row.Kind == findings.Heading {
		return headX + width(line, headSize, look.SemiBold)
	}
	return textX + width(line, textSize, look.Regular)
}

func TestThePointerTellsWhatAPressDoes(t *testing.T) {
	r := newRig(t, shop())
	var told []string
	r.list.tip = func(_ *row, on bool) { told = append(told, fmt.Sprint(on)) }
	w := r.list.pool[0]
	at := func(x float32) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}}
	}
	w.MouseIn(at(30))
	w.MouseMoved(at(35))
	w.MouseMoved(at(290))
	w.MouseOut()
	if got := strings.Join(told, " "); got != "false true false" {
		t.Errorf("tells %s", got)
	}
}

// BenchmarkUpdate10000 lists anew what a map of 10,000 touchpoints tells, in a window.
func BenchmarkUpdate10000(b *testing.B) {
	r := newRig(b, journeytest.Big(10_000))
	report := insight.Map(r.p, r.mapID, today)
	r.o.Read = func() (journey.Project, insight.Report) { return r.p, report }
	for b.Loop() {
		r.Update()
	}
}
