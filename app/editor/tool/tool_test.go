package tool_test

// What the gestures do to a map and its history is tested in package editor, where the pointer is.

import (
	"strings"
	"testing"

	"jejak/app/editor/tool"
	"jejak/data/edit"
	"jejak/data/journey"
)

func TestBrief(t *testing.T) {
	for in, want := range map[string]string{
		"":                          "",
		"Short":                     "Short",
		" two\n lines\t":            "two lines",
		strings.Repeat("é", 32):     strings.Repeat("é", 32),
		strings.Repeat("é", 10_000): strings.Repeat("é", 31) + "…",
	} {
		if got := tool.Brief(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestSnapped(t *testing.T) {
	for _, c := range []struct {
		v    float64
		free bool
		want float64
	}{{0.3, false, 0.5}, {0.2, false, 0}, {-1.8, false, -2}, {0.3, true, 0.3}, {0.33, true, 0.35}} {
		if got := tool.Snapped(c.v, c.free); got != c.want {
			t.Errorf("%v, free %v: %v, want %v", c.v, c.free, got, c.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	p := journey.FromRecords([]journey.Record{
		journey.Stage{ID: "A"}, journey.Step{ID: "s", StageID: "A"}, journey.Lane{ID: "T"},
		journey.Card{ID: "whole", StageID: "A", LaneID: "T"},
		journey.Card{ID: "x", StageID: "A", StepID: "s", LaneID: "T"},
		journey.Card{ID: "y", StageID: "A", StepID: "s", LaneID: "T"},
	})
	at := edit.Place{StageID: "A", StepID: "s", LaneID: "T"}
	cards := []journey.ID{"whole", "gone", "x", "y"}
	if got := tool.FirstIn(p, at, cards, tool.Nobody); got != "x" {
		t.Errorf("first of the step is %q", got)
	}
	if got := tool.FirstIn(p, at, cards, func(id journey.ID) bool { return id == "x" }); got != "y" {
		t.Errorf("first but x is %q", got)
	}
	if got := tool.FirstIn(p, edit.Place{StageID: "A", LaneID: "T"}, cards, tool.Nobody); got != "whole" {
		t.Errorf("first of the stage as a whole is %q", got)
	}
	for place, want := range map[edit.Place]bool{
		at: true, {StageID: "A", LaneID: "T"}: true, {StageID: "B", LaneID: "T"}: false,
		{StageID: "A", LaneID: "U"}: false, {StageID: "A", StepID: "t", LaneID: "T"}: false,
	} {
		if got := tool.Stands(p, place); got != want {
			t.Errorf("%+v stands: %v", place, got)
		}
	}
}
