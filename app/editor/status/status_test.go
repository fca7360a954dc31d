package status

import (
	"testing"

	"jejak/assets/words"
	"jejak/data/journey"
)

func two() journey.Project {
	return journey.FromRecords([]journey.Record{
		journey.Map{ID: "m"}, journey.Map{ID: "n"},
		journey.Stage{ID: "s", MapID: "m", Title: "Choose"},
		journey.Lane{ID: "t", MapID: "m", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "p", MapID: "m", LaneKind: journey.LanePains},
		journey.Card{ID: "a", MapID: "m", StageID: "s", LaneID: "t"},
		journey.Card{ID: "b", MapID: "m", StageID: "s", LaneID: "t"},
		journey.Card{ID: "c", MapID: "m", StageID: "s", LaneID: "p"},
		journey.Card{ID: "d", MapID: "n"},
	})
}

func TestText(t *testing.T) {
	card := func(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindCard, ID: id} }
	stage := journey.Ref{Kind: journey.KindStage, ID: "s"}
	for _, c := range []struct {
		selected []journey.Ref
		en, id   string
	}{
		{nil, "2 touchpoints in 1 stage", "2 titik kontak dalam 1 tahap"},
		{[]journey.Ref{card("a")}, "1 of 2 touchpoints selected", "1 dari 2 titik kontak dipilih"},
		{[]journey.Ref{card("a"), card("c")}, "2 cards selected", "2 kartu dipilih"},
		{[]journey.Ref{card("a"), stage}, "2 things selected", "2 objek dipilih"},
		{[]journey.Ref{stage}, "Stage: Choose", "Tahap: Choose"},
	} {
		for lang, want := range map[string]string{"en": c.en, "id": c.id} {
			l := Line{Words: words.In(lang), Project: two(), All: Count(two(), "m"), Selected: c.selected,
				Title: func(journey.Ref) string { return "Choose" }}
			if got := l.Text(); got != want {
				t.Errorf("%s: %q, want %q", lang, got, want)
			}
		}
	}
}

func TestFeeling(t *testing.T) {
	for v, want := range map[float64]string{-1.5: "−1,5", 0: "0", 2: "+2", 0.25: "+0,25"} {
		if got := number(words.In("id"), v); got != want {
			t.Errorf("%v is written %q, want %q", v, got, want)
		}
	}
}
