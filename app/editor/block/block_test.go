package block_test

import (
	"fmt"
	"strings"
	"testing"

	"jejak/app/editor/block"
	"jejak/data/edit"
	"jejak/data/journey"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     block.Block
	}{
		{"nothing", "", block.Block{}},
		{"blank", " \n\t\n ", block.Block{}},
		{"one", "Chat", block.Block{{{"Chat"}}}},
		{"lines", "Chat\n\n  Call \r\nShop\r", block.Block{{{"Chat", "Call", "Shop"}}}},
		{"bullets", "• Chat\n• Call\n", block.Block{{{"Chat", "Call"}}}},
		{"bullets of a word processor", "•\tChat\n•\tCall", block.Block{{{"Chat", "Call"}}}},
		{"numbers", "1. Chat\n2) Call", block.Block{{{"Chat", "Call"}}}},
		{"not a list", "- Chat\nCall", block.Block{{{"- Chat", "Call"}}}},
		{"a year", "2024. A year", block.Block{{{"2024. A year"}}}},
		{"a table", "a\tb\nc\td\n", block.Block{{{"a"}, {"b"}}, {{"c"}, {"d"}}}},
		{"with gaps", "a\t\tb\n\n\tc\t\t\n\t\n", block.Block{{{"a"}, nil, {"b"}}, {}, {nil, {"c"}}}},
		{"quoted fields", "\"one\ntwo\"\t\"say \"\"hi\"\"\"\n\"a\tb\"\tc", block.Block{{{"one", "two"}, {`say "hi"`}}, {{"a b"}, {"c"}}}},
		{"a quotation", "\"I give up\"\n\"So do I\"", block.Block{{{`"I give up"`, `"So do I"`}}}},
		{"a quotation mark alone", "\"open\tb", block.Block{{{`"open`}, {"b"}}}},
		{"a cell of several lines alone", "\"one\ntwo\"\n", block.Block{{{"one", "two"}}}},
		{"rubbish", "a\x00\xff", block.Block{{{"a\ufffd"}}}},
	} {
		got := block.Parse(c.in)
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a\tb\n\"c\nd\"\t\"\"\"\"")
	f.Add("• a\n• b")
	f.Fuzz(func(t *testing.T, s string) {
		b := block.Parse(s)
		if (len(b) == 0) != (b.Len() == 0) {
			t.Fatalf("%d rows hold %d cards", len(b), b.Len())
		}
		for _, row := range b {
			for _, cell := range row {
				for _, title := range cell {
					if title == "" || strings.ContainsAny(title, "\n\r") || title != strings.TrimSpace(title) {
						t.Fatalf("a card is called %q", title)
					}
				}
			}
		}
	})
}

// project has the stages A, B of two steps s and t, the lanes T, E of emotions, H hidden, and N.
func project() journey.Project {
	return journey.FromRecords([]journey.Record{
		journey.Info{ID: "info"}, journey.Map{ID: "map", Rank: "a", Type: journey.CurrentState},
		journey.Stage{ID: "A", MapID: "map", Rank: "a"}, journey.Stage{ID: "B", MapID: "map", Rank: "b"},
		journey.Step{ID: "s", StageID: "B", Rank: "a"}, journey.Step{ID: "t", StageID: "B", Rank: "b"},
		journey.Lane{ID: "T", MapID: "map", Rank: "a", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "E", MapID: "map", Rank: "b", LaneKind: journey.LaneEmotions},
		journey.Lane{ID: "H", MapID: "map", Rank: "c", LaneKind: journey.LaneText, Hidden: true},
		journey.Lane{ID: "N", MapID: "map", Rank: "d", LaneKind: journey.LaneText},
		journey.Card{ID: "c", MapID: "map", StageID: "A", LaneID: "T", Rank: "a", Title: "c"},
	})
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		name string
		at   edit.Place
		text string
		want string // cards by place
		cols int
		rows int
	}{
		{"before a card", edit.Place{StageID: "A", LaneID: "T", Before: "c"}, "x\ny", "A..T: x y c", 2, 4},
		{"to the right and down", edit.Place{StageID: "A", LaneID: "T"}, "x\ty\n\tz", "A..T: c x|B.s.T: y|B.s.N: z", 2, 4},
		{"past the hidden and the curves", edit.Place{StageID: "B", StepID: "t", LaneID: "T"}, "x\ny\tz", "A..T: c|B.t.T: x|B.t.N: y|new..N: z", 3, 4},
		{"beyond the last lane", edit.Place{StageID: "A", LaneID: "N"}, "x\t\ny\t.", "A..T: c|A..N: x|A..new: y|B.s.new: .", 2, 5},
		{"in a stage as a whole", edit.Place{StageID: "B", LaneID: "T"}, "x\ty\tz", "A..T: c|B..T: x|B.t.T: y|new..T: z", 3, 4},
		{"nowhere in particular", edit.Place{}, "x", "A..T: c x", 2, 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := edit.NewDocument(project(), nil)
			if _, err := d.Do(edit.Label{Key: edit.LabelPaste}, func(tx *edit.Tx) error {
				_, err := block.Fill(tx, "map", c.at, block.Parse(c.text), block.Words{Stage: "New"})
				return err
			}); err != nil {
				t.Fatal(err)
			}
			p := d.Project()
			if f := journey.Validate(p); len(f) > 0 {
				t.Fatalf("not sound: %v", f)
			}
			if n, m := len(p.StagesOf("map")), len(p.LanesOf("map")); n != c.cols || m != c.rows {
				t.Errorf("%d stages and %d lanes, want %d and %d", n, m, c.cols, c.rows)
			}
			if got := written(p); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

func written(p journey.Project) string {
	short := func(id journey.ID) string {
		if len(id) > 1 {
			return "new"
		}
		return string(id)
	}
	x := journey.NewIndex(p, "map")
	var parts []string
	for _, l := range x.Lanes {
		for _, s := range x.Stages {
			for _, st := range append([]journey.Step{{}}, x.Steps[s.ID]...) {
				var titles []string
				for _, c := range x.Cards[journey.CellKey{StageID: s.ID, StepID: st.ID, LaneID: l.ID}] {
					titles = append(titles, c.Title)
				}
				if len(titles) > 0 {
					parts = append(parts, fmt.Sprintf("%s.%s.%s: %s", short(s.ID), st.ID, short(l.ID), strings.Join(titles, " ")))
				}
			}
		}
	}
	return strings.Join(parts, "|")
}

func TestFillAnEmptyMap(t *testing.T) {
	d := edit.NewDocument(journey.FromRecords([]journey.Record{
		journey.Info{ID: "info"}, journey.Map{ID: "map", Rank: "a", Type: journey.CurrentState},
	}), nil)
	if _, err := d.Do(edit.Label{Key: edit.LabelPaste}, func(tx *edit.Tx) error {
		ids, err := block.Fill(tx, "map", edit.Place{}, block.Parse("a\tb\nc"), block.Words{Stage: "New"})
		if len(ids) != 3 {
			t.Errorf("%d cards", len(ids))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if p := d.Project(); len(p.StagesOf("map")) != 2 || len(p.LanesOf("map")) != 2 {
		t.Error("an empty map should get the stages and lanes it needs")
	}
}
