package palette

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/app/ui/picture"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// rig is a palette in a window of its own, with a board that only counts.
type rig struct {
	*Palette
	doc    *edit.Document
	ed     *editor.Editor
	begun  []editor.Piece
	moved  int
	let    int // how often a piece was let go
	refuse bool
	free   bool
	ran    []editor.ActionID
	lanes  int
}

func (r *rig) BeginPiece(p editor.Piece) bool { r.begun = append(r.begun, p); return !r.refuse }
func (r *rig) DragPiece(fyne.Position)        { r.moved++ }
func (r *rig) DropPiece()                     { r.let++ }

func newRig(t *testing.T) *rig {
	t.Helper()
	test.NewTempApp(t)
	var p journey.Project
	for _, rec := range []journey.Record{
		journey.Info{ID: "info"}, journey.Map{ID: "map", Rank: "a", Title: "Glasses", Type: journey.CurrentState},
		journey.Stage{ID: "s1", MapID: "map", Rank: "a", Title: "Awareness"}, journey.Stage{ID: "s2", MapID: "map", Rank: "b", Title: "Purchase"},
		journey.Lane{ID: "touch", MapID: "map", Rank: "a", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "pain", MapID: "map", Rank: "b", LaneKind: journey.LanePains},
		journey.Channel{ID: "shop", Rank: "a", Name: "Shop", Ownership: journey.OwnershipOwned}, journey.Channel{ID: "web", Rank: "b", Name: "Website"},
		journey.Card{ID: "a", MapID: "map", StageID: "s1", LaneID: "touch", Rank: "a", Title: "Sees a poster"},
		journey.Card{ID: "b", MapID: "map", StageID: "s2", LaneID: "touch", Rank: "a", Title: "Eye test"},
		journey.Card{ID: "p", MapID: "map", StageID: "s2", LaneID: "pain", Rank: "a", Title: "Waits long"},
	} {
		p = p.With(rec)
	}
	r := &rig{doc: edit.NewDocument(p, journeytest.IDs()), free: true}
	r.ed = editor.New(r.doc, editor.Options{Words: words.In("en"), Measurer: picture.Measurer(),
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) { done(picture.Of(p, id)) }})
	r.ed.Resize(geom.Size{W: 1200, H: 800}, 1)
	r.Palette = New(Options{Editor: r.ed, Words: words.In("en"), Board: r, Free: func() bool { return r.free },
		Run: func(id editor.ActionID) { r.ran = append(r.ran, id) }, Lanes: func(fyne.CanvasObject) { r.lanes++ },
		Change: func(l edit.Label, f func(*edit.Tx) error) error { _, err := r.doc.Do(l, f); return err },
		Focus:  func() {}, Told: func() {}, Hint: func(*look.Button, bool) {}, Away: func() {}})
	r.Update()
	w := test.NewTempWindow(t, r.Palette)
	w.Resize(fyne.NewSize(220, 500))
	return r
}

// pulls lists what can be dragged, from the top.
func (r *rig) pulls() []*pull {
	var list []*pull
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *pull:
			list = append(list, o)
		case *fyne.Container:
			for _, in := range o.Objects {
				walk(in)
			}
		case fyne.Widget:
			for _, in := range test.WidgetRenderer(o).Objects() {
				walk(in)
			}
		}
	}
	walk(r.body)
	return list
}

func (r *rig) named(t *testing.T, text string) *pull {
	t.Helper()
	for _, p := range r.pulls() {
		if p.tile.button.Text == text {
			return p
		}
	}
	t.Fatalf("no piece %q", text)
	return nil
}

func drag(p *pull, by float32) {
	for range 4 {
		ev := &fyne.DragEvent{Dragged: fyne.NewDelta(by/4, 0)}
		p.Dragged(ev)
	}
	p.DragEnd()
}

func TestPiecesAreDragged(t *testing.T) {
	r := newRig(t)
	var want []editor.Piece
	for _, p := range r.pulls() {
		drag(p, 40)
		want = append(want, p.tile.piece)
	}
	if len(want) != 8 || !slices.Equal(r.begun, want) || r.let != len(want) || r.moved == 0 {
		t.Errorf("begun %v, let go %d times", r.begun, r.let)
	}
	if last := want[len(want)-1]; last.Kind != journey.KindChannel || last.Channel != "web" {
		t.Errorf("the last piece is %+v", last)
	}
	r.begun, r.let, r.refuse = nil, 0, true
	drag(r.named(t, "Stage"), 40)
	if len(r.begun) != 1 || r.let != 0 || len(r.ran) != 0 {
		t.Errorf("refused: begun %v, let go %d times, ran %v", r.begun, r.let, r.ran)
	}
	r.begun = nil
	drag(r.named(t, "Stage"), 3) // hardly moved: it was a click
	if len(r.begun) != 0 || !slices.Equal(r.ran, []editor.ActionID{"insert.stage"}) {
		t.Errorf("a click: begun %v, ran %v", r.begun, r.ran)
	}
}

func TestClicksPutPiecesWhereTheSelectionIs(t *testing.T) {
	r := newRig(t)
	r.ed.Select(journey.Ref{Kind: journey.KindCard, ID: "b"})
	r.named(t, "Pain point").tile.button.Tapped(nil)
	r.ed.CommitText("No price")
	var made journey.Card
	for c := range r.doc.Project().Cards.All() {
		if c.Title == "No price" {
			made = c
		}
	}
	if made.LaneID != "pain" || made.StageID != "s2" {
		t.Errorf("it stands in %+v", made.Cell())
	}
	r.named(t, "Quote").tile.button.Tapped(nil)
	if !slices.Equal(r.ran, []editor.ActionID{editor.LaneAction(journey.LaneQuotes)}) {
		t.Errorf("without such a lane: ran %v", r.ran)
	}
	r.named(t, "Lane").tile.button.Tapped(nil)
	if r.lanes != 1 {
		t.Error("no kinds of lanes are offered")
	}
	r.free = false
	r.named(t, "Lane").tile.button.Tapped(nil)
	if r.lanes != 1 {
		t.Error("a click counts behind a dialog")
	}
}

func TestClickGivesAChannel(t *testing.T) {
	r := newRig(t)
	refs := []journey.Ref{{Kind: journey.KindCard, ID: "a"}, {Kind: journey.KindCard, ID: "b"}, {Kind: journey.KindCard, ID: "p"}}
	r.ed.Select(refs...)
	r.named(t, "Website").tile.button.Tapped(nil)
	for id, want := range map[journey.ID]journey.ID{"a": "web", "b": "web", "p": ""} {
		if c, _ := r.doc.Project().Cards.Get(id); c.ChannelID != want {
			t.Errorf("%s has channel %q, want %q", id, c.ChannelID, want)
		}
	}
	if _, ok := r.doc.Undo(); !ok {
		t.Fatal("it is not in the history")
	}
	if _, ok := r.doc.Undo(); ok {
		t.Error("it is more than one step")
	}
	if _, err := r.doc.Do(edit.Label{}, func(tx *edit.Tx) error { return edit.RemoveChannel(tx, "shop") }); err != nil {
		t.Fatal(err)
	}
	r.Update()
	if n := len(r.pulls()); n != 7 {
		t.Errorf("%d pieces after a channel has gone", n)
	}
}

// The list of channels never ends in the middle of a row, however many there are.
func TestChannelsAreSeenInWholeRows(t *testing.T) {
	r := newRig(t)
	for n := 2; n < 9; n++ {
		if n > 2 {
			_, err := r.doc.Do(edit.Label{Key: edit.LabelChannel}, func(tx *edit.Tx) error {
				_, err := edit.AddChannel(tx, "Another", "")
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			r.Update()
		}
		scroll, ok := r.channels.Objects[len(r.channels.Objects)-1].(*container.Scroll)
		if !ok {
			t.Fatal("the channels are not in a list")
		}
		high, row := scroll.MinSize().Height, r.pulls()[len(r.pulls())-1].MinSize().Height
		over := high - row*float32(min(n, mostChannels))
		if goesOn := n > mostChannels; over < 0 || over > row/3 || goesOn != (over > 0) {
			t.Errorf("%d channels are seen in a height of %v, rows of %v", n, high, row)
		}
	}
}
