package edit

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// board is a map with stages s1 and s2, a step p1 in s2, lanes l1 and l2, cards a, b, c in s1/l1
// and d in s2/p1/l2, and another map with a stage x and a lane y.
func board() journey.Project {
	card := func(id, stage, step, lane journey.ID, rank journey.Rank) journey.Card {
		return journey.Card{ID: id, MapID: "m", StageID: stage, StepID: step, LaneID: lane, Rank: rank, Title: string(id)}
	}
	return journey.FromRecords([]journey.Record{
		journey.Map{ID: "m", Rank: "a0"}, journey.Map{ID: "n", Rank: "a1"},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a0"}, journey.Stage{ID: "s2", MapID: "m", Rank: "a1"},
		journey.Step{ID: "p1", StageID: "s2", Rank: "a0"},
		journey.Lane{ID: "l1", MapID: "m", Rank: "a0", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "l2", MapID: "m", Rank: "a1", LaneKind: journey.LanePains},
		journey.Stage{ID: "x", MapID: "n"}, journey.Lane{ID: "y", MapID: "n", LaneKind: journey.LaneText},
		card("a", "s1", "", "l1", "a0"), card("b", "s1", "", "l1", "a1"), card("c", "s1", "", "l1", "a2"),
		card("d", "s2", "p1", "l2", "a0"),
	})
}

func cell(p journey.Project, at Place) []journey.ID {
	var ids []journey.ID
	for _, c := range p.CardsIn(at.cell()) {
		ids = append(ids, c.ID)
	}
	return ids
}

func TestMoveCards(t *testing.T) {
	first := Place{StageID: "s1", LaneID: "l1"}
	other := Place{StageID: "s2", StepID: "p1", LaneID: "l2"}
	before := func(at Place, id journey.ID) Place { at.Before = id; return at }
	type ids = []journey.ID
	for _, c := range []struct {
		name  string
		ids   ids
		at    Place
		want  ids // in the cell
		touch int // records that differ afterwards
	}{
		{"to the end", ids{"a"}, first, ids{"b", "c", "a"}, 1},
		{"to the front", ids{"c"}, before(first, "a"), ids{"c", "a", "b"}, 1},
		{"two keep the map's order, not the call's", ids{"c", "a"}, before(first, "b"), ids{"a", "c", "b"}, 2},
		{"named twice", ids{"a", "a"}, first, ids{"b", "c", "a"}, 1},
		{"before itself stays", ids{"b"}, before(first, "b"), ids{"a", "b", "c"}, 0},
		{"before its neighbour stays", ids{"b"}, before(first, "c"), ids{"a", "b", "c"}, 0},
		{"the last to the end stays", ids{"c"}, first, ids{"a", "b", "c"}, 0},
		{"all stay", ids{"a", "b", "c"}, first, ids{"a", "b", "c"}, 0},
		{"before one of them", ids{"a", "b"}, before(first, "a"), ids{"a", "b", "c"}, 0},
		{"apart, before the first of them", ids{"a", "c"}, before(first, "a"), ids{"a", "c", "b"}, 2},
		{"apart, before the last of them", ids{"a", "c"}, before(first, "c"), ids{"b", "a", "c"}, 2},
		{"to another cell", ids{"b"}, other, ids{"d", "b"}, 1},
		{"to another cell, before", ids{"c", "a"}, before(other, "d"), ids{"a", "c", "d"}, 2},
		{"from two cells", ids{"d", "a"}, before(other, "d"), ids{"a", "d"}, 2},
		{"stage as a whole", ids{"a"}, Place{StageID: "s2", LaneID: "l2"}, ids{"a"}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := NewDocument(board(), nil)
			change, err := d.Do(Label{}, func(tx *Tx) error { return MoveCards(tx, c.ids, c.at) })
			if err != nil {
				t.Fatal(err)
			}
			if got := cell(change.After, c.at); !slices.Equal(got, c.want) {
				t.Errorf("cell %v, want %v", got, c.want)
			}
			if got := change.Diff.Len(); got != c.touch {
				t.Errorf("%d records changed, want %d: %+v", got, c.touch, change.Diff)
			}
		})
	}
}

func TestMoveCardsRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		ids  []journey.ID
		at   Place
		want Reason
	}{
		{"nothing", nil, Place{StageID: "s1", LaneID: "l1"}, Nothing},
		{"unknown card", []journey.ID{"z"}, Place{StageID: "s1", LaneID: "l1"}, NotThere},
		{"unknown stage", []journey.ID{"a"}, Place{StageID: "z", LaneID: "l1"}, NotThere},
		{"unknown lane", []journey.ID{"a"}, Place{StageID: "s1"}, NotThere},
		{"unknown step", []journey.ID{"a"}, Place{StageID: "s2", StepID: "z", LaneID: "l1"}, NotThere},
		{"step of another stage", []journey.ID{"a"}, Place{StageID: "s1", StepID: "p1", LaneID: "l1"}, OtherStage},
		{"lane of another map", []journey.ID{"a"}, Place{StageID: "s1", LaneID: "y"}, OtherMap},
		{"another map", []journey.ID{"a"}, Place{StageID: "x", LaneID: "y"}, OtherMap},
		{"before a card elsewhere", []journey.ID{"a"}, Place{StageID: "s1", LaneID: "l1", Before: "d"}, OtherCell},
		{"before itself elsewhere", []journey.ID{"d"}, Place{StageID: "s1", LaneID: "l1", Before: "d"}, OtherCell},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := NewDocument(board(), nil)
			_, err := d.Do(Label{}, func(tx *Tx) error { return MoveCards(tx, c.ids, c.at) })
			var refused *Error
			if !errors.As(err, &refused) || refused.Reason != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// Whatever is moved, the cell then reads: what stayed before the mark, what was moved in the
// order of the map, what stayed after it.
func TestMoveCardsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := start(t)
		x := drawn{t, p}
		at, ids := x.place(), x.ids(journey.KindCard)
		tx := NewDocument(p, newIDs()).Begin(Label{})
		if MoveCards(tx, ids, at) != nil {
			return
		}
		stage, _ := p.Stages.Get(at.StageID)
		var moved, want []journey.ID
		for _, c := range journey.NewIndex(p, stage.MapID).CardsInOrder() {
			if slices.Contains(ids, c.ID) {
				moved = append(moved, c.ID)
			}
		}
		placed := false
		for _, id := range cell(p, at) {
			if id == at.Before {
				want, placed = append(want, moved...), true
			}
			if !slices.Contains(ids, id) {
				want = append(want, id)
			}
		}
		if !placed {
			want = append(want, moved...)
		}
		if got := cell(tx.Project(), at); !slices.Equal(got, want) {
			t.Fatalf("cell %v, want %v", got, want)
		}
	})
}

func TestDuplicateCards(t *testing.T) {
	p := board().With(journey.Link{ID: "ab", MapID: "m", FromID: "a", ToID: "b", LinkKind: journey.LinkNext}).
		With(journey.Link{ID: "ad", MapID: "m", FromID: "a", ToID: "d", LinkKind: journey.LinkNext})
	d := NewDocument(p, newIDs())
	var copies []journey.ID
	c, err := d.Do(Label{}, func(tx *Tx) (err error) {
		copies, err = DuplicateCards(tx, []journey.ID{"b", "a"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []journey.ID{"a", copies[0], "b", copies[1], "c"}
	if got := cell(c.After, Place{StageID: "s1", LaneID: "l1"}); !slices.Equal(got, want) {
		t.Errorf("cell %v, want %v", got, want)
	}
	if twin, _ := c.After.Cards.Get(copies[1]); twin.Title != "b" {
		t.Errorf("the copy is called %q", twin.Title)
	}
	var links []journey.Link
	for _, rec := range c.Diff.Added {
		if l, ok := rec.(journey.Link); ok {
			links = append(links, l)
		}
	}
	if len(links) != 1 || links[0].FromID != copies[0] || links[0].ToID != copies[1] {
		t.Errorf("links copied: %+v", links)
	}
}

// Cards duplicated again and again at one spot, and in cells with foreign ranks, stay in order.
func TestDuplicateManyTimes(t *testing.T) {
	p := board()
	for _, id := range []journey.ID{"a", "b"} { // equal ranks, one of them odd
		c, _ := p.Cards.Get(id)
		c.Rank = "!"
		p = p.With(c)
	}
	d := NewDocument(p, newIDs())
	at := Place{StageID: "s1", LaneID: "l1"}
	want := cell(p, at)
	for range 400 {
		var twin []journey.ID
		_, err := d.Do(Label{}, func(tx *Tx) (err error) {
			twin, err = DuplicateCards(tx, []journey.ID{"a"})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		want = slices.Insert(want, slices.Index(want, "a")+1, twin[0])
	}
	if got := cell(d.Project(), at); !slices.Equal(got, want) {
		t.Errorf("cell %v, want %v", got, want)
	}
}

func TestInsertingAtOneSpotRanksAnew(t *testing.T) {
	d := NewDocument(board(), newIDs())
	at := Place{StageID: "s1", LaneID: "l1", Before: "b"}
	want := cell(d.Project(), at)
	for range 1500 {
		var id journey.ID
		_, err := d.Do(Label{}, func(tx *Tx) (err error) {
			id, err = AddCard(tx, at, "new")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		want = slices.Insert(want, slices.Index(want, "b"), id)
	}
	if got := cell(d.Project(), at); !slices.Equal(got, want) {
		t.Error("the cards are not in the order they were put in")
	}
	for c := range d.Project().Cards.All() {
		if len(c.Rank) > longestRank {
			t.Fatalf("rank %q", c.Rank)
		}
	}
}

func BenchmarkAddCard(b *testing.B) {
	d, at := big(b)
	for b.Loop() {
		if _, err := d.Do(Label{}, func(tx *Tx) error { return second(AddCard(tx, at, "new")) }); err != nil {
			b.Fatal(err)
		}
		d.Undo()
	}
}

// One movement of a drag: back to the start, five cards to another cell.
func BenchmarkDragCards(b *testing.B) {
	d, at := big(b)
	var ids []journey.ID
	for c := range d.Project().Cards.All() {
		if c.StageID != at.StageID {
			ids = append(ids, c.ID)
		}
		if len(ids) == 5 {
			break
		}
	}
	tx := d.Begin(Label{})
	for b.Loop() {
		tx.Restart()
		if err := MoveCards(tx, ids, at); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSetEmotion(b *testing.B) {
	d, _ := big(b)
	var id journey.ID
	for pt := range d.Project().Points.All() {
		id = pt.ID
		break
	}
	v := 0.0
	for b.Loop() {
		v = 1 - v
		if _, err := d.Do(Label{}, func(tx *Tx) error { return SetEmotion(tx, id, v) }); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRemoveStage(b *testing.B) {
	d, at := big(b)
	for b.Loop() {
		if _, err := d.Do(Label{}, func(tx *Tx) error { return RemoveStage(tx, at.StageID) }); err != nil {
			b.Fatal(err)
		}
		d.Undo()
	}
}

func BenchmarkUndo(b *testing.B) {
	d, at := big(b)
	if _, err := d.Do(Label{}, func(tx *Tx) error { return second(AddCard(tx, at, "new")) }); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		d.Undo()
		d.Redo()
	}
}

// big is a document of 10,000 touchpoints and a place in its first cell.
func big(b *testing.B) (*Document, Place) {
	b.Helper()
	p := journeytest.Big(10_000)
	x := journey.NewIndex(p, p.MapsInOrder()[0].ID)
	c := x.CardsInOrder()[0]
	return NewDocument(p, newIDs()), Place{StageID: c.StageID, StepID: c.StepID, LaneID: c.LaneID, Before: c.ID}
}
