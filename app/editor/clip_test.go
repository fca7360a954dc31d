package editor_test

import (
	"bytes"
	"errors"
	"image/png"
	"slices"
	"strings"
	"testing"

	"jejak/app/editor"
	"jejak/app/editor/clip"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/exchange"
	"jejak/data/fragment"
	"jejak/data/journey"
	"jejak/data/picture"
)

// clipboard is one that a test has at hand. What is copied goes through the form in which another
// window would get it.
type clipboard struct {
	found   clip.Found
	text    string
	picture []byte
	fails   error
	hold    bool // what is asked for is kept back until deliver
	waiting []func()
}

func (c *clipboard) Copy(f fragment.Fragment, text string) error {
	if c.fails != nil {
		return c.fails
	}
	data, err := exchange.FragmentJSON(f)
	if err != nil {
		return err
	}
	again, err := exchange.ParseFragment(data)
	c.found, c.text = clip.Found{Fragment: again}, text
	return err
}

func (c *clipboard) CopyPicture(paint func() ([]byte, error)) error {
	if c.fails != nil {
		return c.fails
	}
	data, err := paint()
	c.picture = data
	return err
}

func (c *clipboard) Paste(done func(clip.Found)) {
	if c.hold {
		c.waiting = append(c.waiting, func() { done(c.found) })
		return
	}
	done(c.found)
}

func (b *board) choose(refs ...journey.Ref) { b.e.Select(refs...) }

func cards(ids ...journey.ID) []journey.Ref {
	var refs []journey.Ref
	for _, id := range ids {
		refs = append(refs, ref(journey.KindCard, id))
	}
	return refs
}

func TestCopyAndPasteCards(t *testing.T) {
	for _, c := range []struct {
		name        string
		copied      []journey.Ref
		to          journey.Ref // selected when pasting
		stage, lane journey.ID
		want        string
	}{
		{"behind the one that was copied", cards("a1"), ref(journey.KindCard, "a1"), "A", "T", "a1 a1 a2 a3"},
		{"behind another", cards("a3", "a1"), ref(journey.KindCard, "b1"), "B", "T", "b1 a1 a3"},
		{"into a stage, in their lane", cards("a1", "p1"), ref(journey.KindStage, "C"), "C", "T", "a1"},
		{"into a lane, in their stage", cards("a1", "b1"), ref(journey.KindLane, "N"), "A", "N", "a1"},
		{"a lane of curves takes none", cards("a1"), ref(journey.KindLane, "E"), "A", "T", "a1 a2 a3 a1"},
		{"where they came from", cards("b1"), journey.Ref{}, "B", "T", "b1 b1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			b.choose(c.copied...)
			b.never(func() { b.keys("Ctrl+C") })
			b.e.Leave()
			b.choose(c.to)
			if c.to == (journey.Ref{}) {
				b.choose()
			}
			var got []journey.Ref
			b.once(edit.LabelPaste, func() { b.keys("Ctrl+V"); got = b.e.Selection() })
			b.wantTitles(c.stage, c.lane, c.want)
			if len(got) != len(c.copied) || slices.Contains(got, c.copied[0]) {
				t.Errorf("%v is selected, not the copies", got)
			}
		})
	}
}

func TestPasteKeepsPlacesBesideEachOther(t *testing.T) {
	b := newBoard(t, small())
	b.choose(cards("a2", "b1", "p1")...)
	b.run("edit.copy")
	if b.clip.text != "Card a2\tCard b1\nCard p1\t" {
		t.Errorf("other programs get %q", b.clip.text)
	}
	// The lowest lane stays where it is at the edge of the map, the others keep their distance.
	b.choose(ref(journey.KindCard, "b1"))
	b.once(edit.LabelPaste, func() { b.run("edit.paste") })
	b.wantTitles("B", "T", "b1 a2")
	b.wantTitles("C", "T", "b1")
	b.wantTitles("B", "P", "p1")
}

func TestPasteUnderThePointer(t *testing.T) {
	b := newBoard(t, small())
	b.choose(cards("a1")...)
	b.run("edit.copy")
	b.choose()
	b.e.Hover(b.slot(2, 3, 0), editor.Mods{})
	b.once(edit.LabelPaste, func() { b.run("edit.paste") })
	b.wantTitles("C", "N", "a1")
	// The place a menu was asked for at holds while the pointer is in the menu.
	b.e.Press(b.slot(1, 3, 0), editor.Secondary, editor.Mods{}, 1)
	b.e.Release(b.slot(1, 3, 0), editor.Mods{})
	b.e.Leave()
	b.run("edit.paste")
	b.wantTitles("B", "N", "a1")
	// Gone from the board otherwise, it says nothing.
	b.choose()
	b.e.Hover(b.slot(2, 3, 0), editor.Mods{})
	b.e.Leave()
	b.run("edit.paste")
	b.wantTitles("C", "N", "a1")
	b.wantTitles("A", "T", "a1 a2 a3 a1")
}

func TestCut(t *testing.T) {
	b := newBoard(t, small())
	b.choose(cards("a1", "a2")...)
	b.once(clip.LabelCut, func() { b.keys("Ctrl+X") })
	b.wantTitles("A", "T", "a3")
	if got := b.e.Selection(); !slices.Equal(got, cards("a3")) {
		t.Errorf("%v is selected, not the card that moved up", got)
	}
	b.choose(ref(journey.KindStage, "C"))
	b.once(edit.LabelPaste, func() { b.keys("Ctrl+V") })
	b.wantTitles("C", "T", "a1 a2")
	felt := 0
	for pt := range b.doc.Project().Points.All() {
		c, _ := b.doc.Project().Cards.Get(pt.At.ID)
		if c.StageID == "C" && pt.Value == 1 {
			felt++
		}
	}
	if felt != 1 {
		t.Errorf("the emotion at the card came along %d times", felt)
	}
}

func TestNothingIsCutThatIsNotCopied(t *testing.T) {
	b := newBoard(t, small())
	b.clip.fails, b.mayFail = errors.New("no clipboard"), true
	b.e.Select(cards("a1")...)
	b.never(func() {
		if b.e.Run("edit.cut") == nil {
			t.Error("a cut that failed is no error")
		}
	})
	if !strings.Contains(b.e.Status(), "no clipboard") {
		t.Errorf("the status is %q", b.e.Status())
	}
}

func TestPasteStagesAndLanes(t *testing.T) {
	b := newBoard(t, small())
	b.choose(ref(journey.KindStage, "A"))
	b.run("edit.copy")
	b.choose(ref(journey.KindStage, "B"))
	b.once(clip.LabelPaste, func() { b.run("edit.paste") })
	p := b.doc.Project()
	stages := p.StagesOf("map")
	if len(stages) != 4 || stages[2].Title != "Stage A" || stages[3].ID != "C" {
		t.Fatalf("the stages are %v", stages)
	}
	b.wantTitles(stages[2].ID, "T", "a1 a2 a3")
	b.wantTitles(stages[2].ID, "P", "p1")
	b.choose(ref(journey.KindLane, "T"))
	b.run("edit.copy")
	b.once(clip.LabelPaste, func() { b.run("edit.paste") })
	lanes := b.doc.Project().LanesOf("map")
	if len(lanes) != 5 || lanes[1].LaneKind != journey.LaneTouchpoints || lanes[0].ID != "T" {
		t.Fatalf("the lanes are %v", lanes)
	}
	b.wantTitles("A", lanes[1].ID, "a1 a2 a3")
	b.wantTitles("B", lanes[1].ID, "b1")
}

func TestPasteIntoAnotherProject(t *testing.T) {
	a := newBoard(t, furnished())
	for s := range a.doc.Project().Stages.All() {
		a.choose(journey.RefTo(s))
		break
	}
	a.run("edit.copy")
	other := journey.FromRecords([]journey.Record{
		journey.Info{ID: "info2"}, journey.Map{ID: "map2", Rank: "a", Type: journey.CurrentState},
		journey.Channel{ID: "theirs", Rank: "a", Name: "website"},
	})
	b := newBoard(t, other)
	b.clip.found = a.clip.found
	chosen := 0
	b.once(clip.LabelPaste, func() { b.run("edit.paste"); chosen = len(b.e.Selection()) })
	p := b.doc.Project()
	if len(p.StagesOf("map2")) == 0 || chosen != 1 {
		t.Errorf("%d stages came, %d are selected", len(p.StagesOf("map2")), chosen)
	}
	for c := range p.Cards.All() {
		if ch, ok := p.Channels.Get(c.ChannelID); ok && strings.EqualFold(ch.Name, "website") && ch.ID != "theirs" {
			t.Errorf("the channel of %s came a second time", c.Title)
		}
	}
}

func TestDuplicate(t *testing.T) {
	for _, c := range []struct {
		name  string
		refs  []journey.Ref
		label string
		check func(t *testing.T, b *board)
	}{
		{"cards", cards("a1", "a3"), edit.LabelDuplicateCards, func(t *testing.T, b *board) { b.wantTitles("A", "T", "a1 a1 a2 a3 a3") }},
		{"a stage", []journey.Ref{ref(journey.KindStage, "A")}, clip.LabelTwin, func(t *testing.T, b *board) {
			s := b.doc.Project().StagesOf("map")
			if len(s) != 4 || s[1].Title != "Stage A" || s[2].ID != "B" {
				t.Fatalf("%v", s)
			}
			b.wantTitles(s[1].ID, "T", "a1 a2 a3")
		}},
		{"stages and a card in one of them", []journey.Ref{ref(journey.KindStage, "A"), ref(journey.KindStage, "B"), ref(journey.KindCard, "a1")}, clip.LabelTwin, func(t *testing.T, b *board) {
			s := b.doc.Project().StagesOf("map")
			if len(s) != 5 || s[2].Title != "Stage A" || s[3].Title != "Stage B" || s[4].ID != "C" {
				t.Fatalf("%v", s)
			}
			b.wantTitles("A", "T", "a1 a2 a3")
			b.wantTitles(s[2].ID, "T", "a1 a2 a3")
		}},
		{"a lane and a card of another", append(cards("p1"), ref(journey.KindLane, "T")), clip.LabelTwin, func(t *testing.T, b *board) {
			l := b.doc.Project().LanesOf("map")
			if len(l) != 5 || l[1].LaneKind != journey.LaneTouchpoints {
				t.Fatalf("%v", l)
			}
			b.wantTitles("A", l[1].ID, "a1 a2 a3")
			b.wantTitles("A", "P", "p1 p1")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			b.choose(c.refs...)
			var chosen []journey.Ref
			b.once(c.label, func() { b.keys("Ctrl+D"); chosen = b.e.Selection() })
			c.check(t, b)
			if len(chosen) == 0 {
				t.Error("the copies are not selected")
			}
			for _, r := range chosen {
				if slices.Contains(c.refs, r) {
					t.Errorf("%v is still selected", r)
				}
			}
		})
	}
}

func TestDuplicateStep(t *testing.T) {
	p := small().With(journey.Step{ID: "s1", StageID: "C", Rank: "a", Title: "Step", Note: "note", Width: 90}).
		With(journey.Step{ID: "s2", StageID: "C", Rank: "b", Title: "Next"}).
		With(journey.Card{ID: "c1", MapID: "map", StageID: "C", StepID: "s1", LaneID: "T", Rank: "a", Title: "Card c1"}).
		With(journey.Point{ID: "pt3", MapID: "map", PersonaID: "sari", At: ref(journey.KindStep, "s1"), Value: 1.5, Note: "glad"})
	b := newBoard(t, p)
	b.choose(ref(journey.KindStep, "s1"))
	var chosen []journey.Ref
	b.once(clip.LabelTwin, func() { b.run("edit.duplicate"); chosen = b.e.Selection() })
	now := b.doc.Project()
	steps := now.StepsOf("C")
	if len(steps) != 3 || steps[1].Title != "Step" || steps[1].Note != "note" || steps[1].Width != 90 || steps[2].ID != "s2" {
		t.Fatalf("the steps are %v", steps)
	}
	if list := now.CardsIn(journey.CellKey{StageID: "C", StepID: steps[1].ID, LaneID: "T"}); len(list) != 1 || list[0].Title != "Card c1" {
		t.Errorf("in the copy stand %v", list)
	}
	glad := 0
	for pt := range now.Points.All() {
		if pt.At == journey.RefTo(steps[1]) && pt.Value == 1.5 && pt.Note == "glad" {
			glad++
		}
	}
	if glad != 1 || !slices.Equal(chosen, []journey.Ref{journey.RefTo(steps[1])}) {
		t.Errorf("%d emotions came along, %v is selected", glad, chosen)
	}
}

func somePictures(names ...string) []clip.Picture {
	var list []clip.Picture
	for i, name := range names {
		list = append(list, clip.Picture{Picture: picture.Picture{Media: "image/png", Width: 4, Height: 3, Data: []byte{byte(i + 1)}}, Name: name})
	}
	return list
}

func TestPicturesBecomeCards(t *testing.T) {
	withImages := small().With(journey.Lane{ID: "I", MapID: "map", Rank: "z", LaneKind: journey.LaneImages})
	for _, c := range []struct {
		name        string
		p           journey.Project
		to          journey.Ref
		at          func(b *board) *geom.Point
		stage, lane journey.ID
		want        string
	}{
		{"behind a card", small(), ref(journey.KindCard, "a1"), nil, "A", "T", "a1 one two a2 a3"},
		{"in a cell", small(), ref(journey.KindCard, "a1"), func(b *board) *geom.Point { p := b.slot(2, 3, 0); return &p }, "C", "N", "one two"},
		{"beside the cells, in the column", withImages, journey.Ref{}, func(b *board) *geom.Point { p := b.at("B"); return &p }, "B", "I", " "},
		{"in a stage, among pictures", withImages, ref(journey.KindStage, "C"), nil, "C", "I", " "},
		{"in a stage without such a lane", small(), ref(journey.KindStage, "C"), nil, "C", "T", "one two"},
		{"in a lane", small(), ref(journey.KindLane, "N"), nil, "A", "N", "one two"},
		{"nowhere in particular", withImages, journey.Ref{}, nil, "A", "I", " "},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, c.p)
			b.e.Leave()
			b.choose(c.to)
			var at *geom.Point
			if c.at != nil {
				at = c.at(b)
			}
			var chosen []journey.Ref
			b.once(clip.LabelPictures, func() {
				if !b.e.PastePictures(somePictures("/home/sari/one.png", "two.JPG"), at) {
					t.Fatal("refused")
				}
				chosen = b.e.Selection()
			})
			b.wantTitles(c.stage, c.lane, c.want)
			for _, card := range b.doc.Project().CardsIn(journey.CellKey{StageID: c.stage, LaneID: c.lane}) {
				if slices.Contains(chosen, journey.RefTo(card)) != (card.ImageID != "") {
					t.Errorf("%s shows %q; selected are %v", card.ID, card.ImageID, chosen)
				}
			}
			if n := b.doc.Project().Images.Len(); n != 2 {
				t.Errorf("%d pictures are in the project", n)
			}
		})
	}
}

func TestPictureOnAnEmptyMap(t *testing.T) {
	b := newBoard(t, journey.FromRecords([]journey.Record{journey.Info{ID: "info"}, journey.Map{ID: "map", Rank: "a", Type: journey.CurrentState}}))
	b.clip.found = clip.Found{Pictures: somePictures("")}
	b.once(edit.LabelAddImage, func() { b.run("edit.paste") })
	p := b.doc.Project()
	if l := p.LanesOf("map"); len(p.StagesOf("map")) != 1 || len(l) != 1 || l[0].LaneKind != journey.LaneImages || p.Cards.Len() != 1 {
		t.Errorf("the map has %d stages, lanes %v, %d cards", len(p.StagesOf("map")), l, p.Cards.Len())
	}
}

func TestCopyPicture(t *testing.T) {
	b := newBoardWith(t, small(), drawn)
	size := func(refs ...journey.Ref) (w, h int) {
		t.Helper()
		b.choose(refs...)
		b.never(func() { b.run("edit.copyPicture") })
		img, err := png.Decode(bytes.NewReader(b.clip.picture))
		if err != nil {
			t.Fatal(err)
		}
		return img.Bounds().Dx(), img.Bounds().Dy()
	}
	allW, allH := size()
	cardW, cardH := size(ref(journey.KindCard, "a1"))
	twoW, twoH := size(cards("a1", "a2")...)
	stageW, stageH := size(ref(journey.KindStage, "A"))
	laneW, laneH := size(ref(journey.KindLane, "T"))
	bounds := b.e.Scene().Bounds
	if want := int(bounds.W() * 192 / 72); allW < want || allW > want+2 || allH <= stageH {
		t.Errorf("the whole map is %d × %d, %d wide wanted", allW, allH, want)
	}
	if cardW >= stageW || twoW != cardW || twoH <= cardH || stageH <= twoH || laneW <= stageW || laneH >= stageH {
		t.Errorf("a card is %d × %d, two are %d × %d, a stage is %d × %d, a lane %d × %d", cardW, cardH, twoW, twoH, stageW, stageH, laneW, laneH)
	}
	b.mayFail, b.clip.fails = true, &clip.TooMuchError{Count: 7, Most: 5}
	if b.e.Run("edit.copyPicture") == nil || !strings.Contains(b.e.Status(), "7") {
		t.Errorf("a picture that can not be copied says %q", b.e.Status())
	}
}

// What comes late, from a clipboard that took its time, goes nowhere if another map is shown by then.
func TestLatePaste(t *testing.T) {
	b := newBoard(t, small())
	b.choose(cards("a1")...)
	b.run("edit.copy")
	b.clip.hold = true
	b.never(func() { b.run("edit.paste") })
	b.once(edit.LabelPaste, b.clip.waiting[0])
	b.run("edit.paste")
	b.doc.Do(edit.Label{}, func(tx *edit.Tx) error {
		tx.Put(journey.Map{ID: "map2", Rank: "z", Type: journey.CurrentState})
		return nil
	})
	b.e.ShowMap("map2")
	b.never(b.clip.waiting[1])
}

func TestClipboardActionsAreOfferedWhenTheyDoSomething(t *testing.T) {
	b := newBoard(t, small())
	want := func(when string, cut, copied, paste, twice bool) {
		t.Helper()
		for id, on := range map[editor.ActionID]bool{"edit.cut": cut, "edit.copy": copied, "edit.paste": paste, "edit.duplicate": twice} {
			if b.e.Action(id).Enabled() != on {
				t.Errorf("%s: %s is enabled: %v", when, id, !on)
			}
		}
	}
	want("nothing selected", false, false, true, false)
	b.choose(ref(journey.KindPoint, "pt1"))
	want("a point", false, false, true, false)
	b.choose(cards("a1")...)
	want("a card", true, true, true, true)
	b.mayFail = true
	b.e.SetLocked(true)
	want("only looked at", false, true, false, false)
	b.clip.found = clip.Found{Text: "x"}
	b.e.KeyDown("V", editor.Mods{Ctrl: true})
	b.wantTitles("A", "T", "a1 a2 a3")
}
