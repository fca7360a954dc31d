package editor_test

import (
	"errors"
	"testing"

	"jejak/app/editor"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

func TestAddCardAtPlace(t *testing.T) {
	b := newBoard(t, small())
	b.once(edit.LabelAddCard, func() {
		if err := b.e.AddCard(edit.Place{StageID: "A", LaneID: "T", Before: "a2"}); err != nil {
			t.Fatal(err)
		}
		b.e.CommitText("Dropped")
	})
	b.wantCards("A", "T", "a1 new-1 a2 a3")
}

func TestRefusedEditIsTold(t *testing.T) {
	var told error
	e := editor.New(edit.NewDocument(small(), nil), editor.Options{
		Words:   words.In("en"),
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) { done(arrange(p, id)) },
		Report:  func(err error) { told = err },
	})
	err := e.AddCard(edit.Place{StageID: "nowhere", LaneID: "T"})
	var refused *edit.Error
	if !errors.As(err, &refused) || !errors.Is(told, err) {
		t.Fatalf("answered %v, told %v", err, told)
	}
	if got, want := e.Status(), words.In("en").T(refused.Key()); got != want {
		t.Errorf("status %q, want %q", got, want)
	}
	e.Select(ref(journey.KindCard, "a1"))
	if got := e.Status(); got != "1 of 4 touchpoints selected" {
		t.Errorf("the trouble stays: %q", got)
	}
	if e.Editing() != nil {
		t.Error("something is being edited")
	}
}

func TestRevealAndLookAt(t *testing.T) {
	b := newBoard(t, small())
	b.e.Resize(geom.Size{W: 200, H: 150}, 0.75)
	for _, s := range []string{"b1", "a1", "p1"} {
		b.e.Reveal(ref(journey.KindCard, id(s)))
		if r := b.e.View().Transform.ApplyRect(b.rect(s)); !geom.R(0, 0, 200, 150).ContainsRect(r) {
			t.Errorf("%s is at %v", s, r)
		}
	}
	before := b.e.View()
	b.e.Reveal(ref(journey.KindCard, "nobody"))
	if b.e.View() != before {
		t.Error("what is not drawn moves the view")
	}
	at := geom.Pt(250, 200)
	b.e.LookAt(at)
	if got := b.e.View().ToView(at); got.Dist(geom.Pt(100, 75)) > 1e-6 {
		t.Errorf("the point is at %v", got)
	}
}
