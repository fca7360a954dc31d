package outline

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/ui/picture"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// rig is an outline in a window of its own, beside an editor that draws at once.
type rig struct {
	*Outline
	t     testing.TB
	doc   *edit.Document
	ed    *editor.Editor
	win   fyne.Window
	board int // how often the keyboard was given to it
	now   time.Time
	ran   []editor.ActionID
}

func newRig(t testing.TB, p journey.Project, height float32) *rig {
	t.Helper()
	test.NewTempApp(t)
	r := &rig{t: t, doc: edit.NewDocument(p, journeytest.IDs()), now: time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)}
	r.ed = editor.New(r.doc, editor.Options{Words: words.In("en"), Measurer: picture.Measurer(),
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) { done(picture.Of(p, id)) }})
	r.ed.Resize(geom.Size{W: 1200, H: 800}, 1)
	r.win = test.NewTempWindow(t, nil)
	r.Outline = New(Options{Editor: r.ed, Words: words.In("en"), Canvas: r.win.Canvas(),
		Change: func(l edit.Label, f func(*edit.Tx) error) error { _, err := r.doc.Do(l, f); return err },
		Run: func(id editor.ActionID) {
			r.ran = append(r.ran, id)
			if err := r.ed.Run(id); err != nil {
				t.Errorf("%s: %v", id, err)
			}
		},
		Focus: func() { r.board++; r.win.Canvas().Unfocus() }, Now: func() time.Time { return r.now }})
	r.ed.Subscribe(func(ev editor.Event) {
		if ev&(editor.DocumentChanged|editor.SceneChanged) != 0 {
			r.Update()
		}
		if ev&editor.SelectionChanged != 0 {
			r.Mark()
		}
	})
	r.win.SetContent(r.Outline)
	r.win.Resize(fyne.NewSize(228, height))
	r.Update()
	return r
}

// small is a map of two stages, the first with two steps.
func small(t testing.TB) journey.Project {
	t.Helper()
	doc := edit.NewDocument(journey.Project{}, journeytest.IDs())
	_, err := doc.Do(edit.Label{}, func(tx *edit.Tx) error {
		m, err := edit.AddMap(tx, "Glasses", journey.CurrentState)
		if err != nil {
			return err
		}
		var lanes, stages, steps []journey.ID
		for _, k := range []journey.LaneKind{journey.LaneTouchpoints, journey.LanePains} {
			id, err := edit.AddLane(tx, m, "", k, "")
			if err != nil {
				return err
			}
			lanes = append(lanes, id)
		}
		for _, name := range []string{"Awareness", "Purchase"} {
			id, err := edit.AddStage(tx, m, "", name)
			if err != nil {
				return err
			}
			stages = append(stages, id)
		}
		for _, name := range []string{"Hears", "Looks"} {
			id, err := edit.AddStep(tx, stages[0], "", name)
			if err != nil {
				return err
			}
			steps = append(steps, id)
		}
		for _, c := range []struct {
			at    edit.Place
			title string
		}{
			{edit.Place{StageID: stages[0], StepID: steps[0], LaneID: lanes[0]}, "A friend tells"},
			{edit.Place{StageID: stages[0], StepID: steps[1], LaneID: lanes[0]}, "Poster"},
			{edit.Place{StageID: stages[1], LaneID: lanes[0]}, "Eye test"},
			{edit.Place{StageID: stages[1], LaneID: lanes[0]}, "Tries on frames"},
			{edit.Place{StageID: stages[1], LaneID: lanes[1]}, "No full price"},
		} {
			if _, err := edit.AddCard(tx, c.at, c.title); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return doc.Project()
}

// text draws the tree as lines: +/- for folded and open branches, ">" at the cursor, "*" at what is
// marked.
func (r *rig) text() string {
	var b strings.Builder
	for _, n := range r.lines {
		mark := ""
		switch {
		case n.open:
			mark = "-"
		case n.folds:
			mark = "+"
		}
		title, _ := r.title(n.ref)
		on := ""
		if r.marked[n.ref] {
			on = "*"
		}
		at := ""
		if r.cursor == n.ref {
			at = ">"
		}
		count := ""
		if n.count > 0 {
			count = fmt.Sprintf(" %d", n.count)
		}
		b.WriteString(strings.Repeat(".", int(n.level)) + mark + at + on + title + count + "\n")
	}
	return b.String()
}

func (r *rig) want(what, text string) {
	r.t.Helper()
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\n"), "\t", "")
	if got := r.text(); got != text {
		r.t.Errorf("%s: the tree is\n%s\nwant\n%s", what, got, text)
	}
}

func (r *rig) keys(names ...fyne.KeyName) {
	for _, k := range names {
		r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (r *rig) ctrl(k fyne.KeyName) {
	r.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(
		&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
}

func (r *rig) letters(s string) {
	for _, c := range s {
		r.win.Canvas().Focused().TypedRune(c)
	}
}

func (r *rig) steps() int {
	n := 0
	for {
		if _, ok := r.doc.Undo(); !ok {
			break
		}
		n++
	}
	for range n {
		r.doc.Redo()
	}
	return n
}

func TestTreeOfTheMap(t *testing.T) {
	r := newRig(t, small(t), 400)
	r.want("at first", `
	-Glasses
	.+Awareness 2
	.+Purchase 3
	.+Lanes 2
	`)
	r.win.Canvas().Focus(r.Outline)
	r.keys(fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyEnd, fyne.KeyRight)
	r.want("unfolded", `
	-Glasses
	.-Awareness 2
	..-Hears 1
	...A friend tells
	..+Looks 1
	.+Purchase 3
	.->Lanes 2
	..Touchpoints
	..Pain points
	`)
	r.keys(fyne.KeyLeft, fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyLeft, fyne.KeyLeft)
	r.want("folded again", `
	-Glasses
	.-Awareness 2
	..+>Hears 1
	..+Looks 1
	.+Purchase 3
	.+Lanes 2
	`)
	r.keys(fyne.KeyHome, fyne.KeyUp, fyne.KeyLeft)
	r.want("all folded", `
	+>Glasses
	`)
	if r.steps() != 0 {
		t.Error("walking is in the history")
	}
}

func TestLettersJump(t *testing.T) {
	r := newRig(t, small(t), 400)
	r.win.Canvas().Focus(r.Outline)
	at := func(what, want string) {
		t.Helper()
		if got, _ := r.title(r.cursor); got != want {
			t.Errorf("%s: the cursor is on %q, want %q", what, got, want)
		}
	}
	r.letters("p")
	at("a letter", "Purchase")
	r.now = r.now.Add(2 * pause)
	r.letters("a")
	at("round the end", "Awareness")
	r.letters("w")
	at("more letters stay", "Awareness")
	r.now = r.now.Add(2 * pause)
	r.letters("tries")
	r.keys(fyne.KeySpace)
	r.letters(" on")
	at("what is folded away", "Tries on frames")
	if len(r.ed.Selection()) != 0 {
		t.Error("the space of a jump selected")
	}
	r.now = r.now.Add(2 * pause)
	r.letters("zz")
	at("nothing begins so", "Tries on frames")
}

func TestEnterSelectsOnTheBoard(t *testing.T) {
	r := newRig(t, small(t), 400)
	r.win.Canvas().Focus(r.Outline)
	r.letters("eye")
	r.keys(fyne.KeyReturn)
	sel := r.ed.Selection()
	if len(sel) != 1 || sel[0] != r.cursor || sel[0].Kind != journey.KindCard {
		t.Fatalf("selected %v", sel)
	}
	v, target := r.ed.View(), r.ed.Scene().Find(sel[0], scene.PartBody)
	if !geom.R(0, 0, v.Size.W, v.Size.H).Contains(v.Transform.Apply(target.Bounds.Center())) {
		t.Error("it is not in sight")
	}
	if r.board != 0 || r.win.Canvas().Focused() != fyne.Focusable(r.Outline) {
		t.Error("the keyboard has gone elsewhere")
	}
	r.keys(fyne.KeyEscape)
	if r.board != 1 {
		t.Error("Escape has not gone back to the board")
	}
}

func TestOutlineFollowsTheBoard(t *testing.T) {
	r := newRig(t, small(t), 400)
	card := find(t, r.doc.Project(), "A friend tells")
	r.ed.Select(journey.RefTo(card))
	r.want("a card in a step", `
	-Glasses
	.-Awareness 2
	..-Hears 1
	...>*A friend tells
	..+Looks 1
	.+Purchase 3
	.+Lanes 2
	`)
	r.ed.Select()
	if len(r.marked) != 0 {
		t.Error("something is marked and nothing selected")
	}
}

func find(t testing.TB, p journey.Project, title string) journey.Card {
	t.Helper()
	for c := range p.Cards.All() {
		if c.Title == title {
			return c
		}
	}
	t.Fatalf("no card %q", title)
	return journey.Card{}
}

func TestRenameInPlace(t *testing.T) {
	for _, c := range []struct {
		name, jump, was string
		end             fyne.KeyName
		want            string
		steps           int
	}{
		{"a stage", "purchase", "Purchase", fyne.KeyReturn, "Buys", 1},
		{"a card", "eye", "Eye test", fyne.KeyReturn, "Buys", 1},
		{"a step", "looks", "Looks", fyne.KeyReturn, "Buys", 1},
		{"a lane", "pain", "Pain points", fyne.KeyReturn, "Buys", 1},
		{"the map", "glasses", "Glasses", fyne.KeyReturn, "Buys", 1},
		{"not after all", "eye", "Eye test", fyne.KeyEscape, "Eye test", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, small(t), 400)
			r.win.Canvas().Focus(r.Outline)
			r.letters(c.jump)
			ref := r.cursor
			if got, _ := r.title(ref); got != c.was {
				t.Fatalf("the cursor is on %q", got)
			}
			r.keys(fyne.KeyF2)
			if r.win.Canvas().Focused() == fyne.Focusable(r.Outline) || r.rename == nil {
				t.Fatal("no field has the keyboard")
			}
			test.Type(r.rename.field, "Buys")
			r.keys(c.end)
			if got, _ := r.title(ref); got != c.want {
				t.Errorf("it is called %q, want %q", got, c.want)
			}
			if got := r.steps(); got != c.steps {
				t.Errorf("%d steps of history", got)
			}
			if l, _ := r.doc.UndoLabel(); c.steps > 0 && (l.Key != edit.LabelRename || l.Name != "Buys") {
				t.Errorf("the step is %+v", l)
			}
			if r.win.Canvas().Focused() != fyne.Focusable(r.Outline) || r.rename != nil {
				t.Error("the outline has not got the keyboard back")
			}
		})
	}
}

func TestDeleteAndMoveByKeys(t *testing.T) {
	r := newRig(t, small(t), 400)
	r.win.Canvas().Focus(r.Outline)
	r.letters("eye")
	r.ctrl(fyne.KeyDown)
	r.want("the card has moved down", `
	-Glasses
	.+Awareness 2
	.-Purchase 3
	..Tries on frames
	..>*Eye test
	..No full price
	.+Lanes 2
	`)
	if n := r.steps(); n != 1 {
		t.Errorf("%d steps of history", n)
	}
	r.ctrl(fyne.KeyUp)
	r.now = r.now.Add(2 * pause)
	r.letters("purchase")
	r.ctrl(fyne.KeyUp)
	r.want("the stage has moved up", `
	-Glasses
	.->*Purchase 3
	..Eye test
	..Tries on frames
	..No full price
	.+Awareness 2
	.+Lanes 2
	`)
	r.keys(fyne.KeyDown, fyne.KeyDelete)
	r.want("the card has gone, the cursor is on what stood below", `
	-Glasses
	.-Purchase 2
	..>*Tries on frames
	..No full price
	.+Awareness 2
	.+Lanes 2
	`)
	if r.win.Canvas().Focused() != fyne.Focusable(r.Outline) {
		t.Error("the keyboard has gone elsewhere")
	}
	before := r.doc.Project()
	r.keys(fyne.KeyHome, fyne.KeyDelete, fyne.KeyEnd, fyne.KeyDelete)
	if before != r.doc.Project() {
		t.Error("the map or its lanes can be deleted here")
	}
	for range r.steps() {
		r.doc.Undo()
	}
	if p := r.doc.Project(); len(journey.Between(small(t), p).Updated) != 0 {
		t.Error("undo has not brought back what was")
	}
}

func TestPointer(t *testing.T) {
	r := newRig(t, small(t), 400)
	press := func(i int, x float32, m fyne.KeyModifier) {
		ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: m}
		ev.Position = fyne.NewPos(x, 10)
		r.list.rows[i].MouseDown(ev)
		r.list.rows[i].MouseUp(ev)
	}
	press(2, r.list.rows[2].indent()+3, 0)
	r.want("the sign unfolds and selects nothing", `
	-Glasses
	.+Awareness 2
	.->Purchase 3
	..Eye test
	..Tries on frames
	..No full price
	.+Lanes 2
	`)
	if len(r.ed.Selection()) != 0 {
		t.Errorf("selected %v", r.ed.Selection())
	}
	press(3, 100, 0)
	press(5, 100, fyne.KeyModifierShortcutDefault)
	r.want("a press selects, with Ctrl in addition", `
	-Glasses
	.+Awareness 2
	.-Purchase 3
	..*Eye test
	..Tries on frames
	..>*No full price
	.+Lanes 2
	`)
	press(3, 100, fyne.KeyModifierShift)
	if got := r.ed.Selection(); len(got) != 1 || got[0] != r.lines[5].ref {
		t.Errorf("selected %v", got)
	}
	r.list.rows[3].DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(100, 10)})
	if r.rename == nil || r.rename.ref != r.lines[3].ref {
		t.Error("a double click has not opened the title")
	}
}
