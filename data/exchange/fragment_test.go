package exchange

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/fragment"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// A fragment comes back from its text as it was, and gives other programs a text.
func TestFragmentComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		if rapid.IntRange(0, 9).Draw(t, "full") == 0 {
			p = journeytest.Full()
		}
		maps := p.MapsInOrder()
		if len(maps) == 0 {
			return
		}
		var refs []journey.Ref
		for rec := range p.Records() {
			if rapid.IntRange(0, 2).Draw(t, "chosen") == 0 {
				refs = append(refs, journey.RefTo(rec))
			}
		}
		f := fragment.Copy(p, rapid.SampledFrom(maps).Draw(t, "map").ID, refs)
		data, err := FragmentJSON(f)
		if err != nil || bytes.ContainsRune(data, '\n') || (len(data) == 0) != f.IsEmpty() {
			t.Fatalf("%v: %s", err, data)
		}
		if f.IsEmpty() {
			return
		}
		got, err := ParseFragment(data)
		if err != nil {
			t.Fatalf("%v in %s", err, data)
		}
		if d := journey.Between(f.Project(), got.Project()); !d.IsEmpty() {
			t.Fatalf("differs: %+v", d)
		}
		again, err := FragmentJSON(got)
		if err != nil || !bytes.Equal(again, data) {
			t.Fatalf("not stable: %v\n%s\n%s", err, data, again)
		}
		if text := FragmentText(f, words.In("en")); f.Whole() && len(ParseTable(text)) == 0 && hasTitles(f) {
			t.Fatalf("no text for %s", data)
		}
	})
}

func hasTitles(f fragment.Fragment) bool {
	for _, ref := range f.Chosen() {
		if rec, ok := f.Project().Get(ref); ok && journey.NameOf(rec) != "" {
			return true
		}
	}
	return false
}

// block is a map of stages A and B, B with the steps B1 and B2, and of three lanes.
func block(cards ...journey.Card) journey.Project {
	recs := []journey.Record{
		journey.Map{ID: "m", Type: journey.CurrentState},
		journey.Stage{ID: "A", MapID: "m", Rank: "a1", Title: "Discover"}, journey.Stage{ID: "B", MapID: "m", Rank: "a2", Title: "Pay"},
		journey.Step{ID: "B1", StageID: "B", Rank: "a1", Title: "Order"}, journey.Step{ID: "B2", StageID: "B", Rank: "a2"},
		journey.Lane{ID: "t", MapID: "m", Rank: "a1", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "e", MapID: "m", Rank: "a2", LaneKind: journey.LaneEmotions},
		journey.Lane{ID: "n", MapID: "m", Rank: "a3", LaneKind: journey.LaneText, Title: "Ideas"},
		journey.Lane{ID: "p", MapID: "m", Rank: "a4", LaneKind: journey.LanePains},
	}
	for _, c := range cards {
		c.MapID, c.Rank = "m", journey.Rank("a"+string(c.ID))
		recs = append(recs, c)
	}
	return journey.FromRecords(recs)
}

func TestFragmentText(t *testing.T) {
	p := block(
		journey.Card{ID: "1", StageID: "A", LaneID: "t", Title: "Web search"},
		journey.Card{ID: "2", StageID: "A", LaneID: "t", Text: "A friend"},
		journey.Card{ID: "3", StageID: "B", StepID: "B2", LaneID: "t", Title: "Till"},
		journey.Card{ID: "4", StageID: "B", LaneID: "p", Title: "Says \"no\"\nat once"},
	)
	card, stage, lane := journey.KindCard, journey.KindStage, journey.KindLane
	for name, c := range map[string]struct {
		refs []journey.Ref
		want string
	}{
		"nothing":            {nil, ""},
		"one card":           {[]journey.Ref{{Kind: card, ID: "1"}}, "Web search"},
		"cards of one cell":  {[]journey.Ref{{Kind: card, ID: "2"}, {Kind: card, ID: "1"}}, "Web search\nA friend"},
		"cards side by side": {[]journey.Ref{{Kind: card, ID: "1"}, {Kind: card, ID: "3"}}, "Web search\t\tTill"},
		"a block": {[]journey.Ref{{Kind: card, ID: "1"}, {Kind: card, ID: "4"}},
			"Web search\t\n\t\n\t\"Says \"\"no\"\"\nat once\""},
		"a stage": {[]journey.Ref{{Kind: stage, ID: "A"}}, "\tDiscover\nTouchpoints\t\"Web search\nA friend\""},
		"a lane":  {[]journey.Ref{{Kind: lane, ID: "p"}}, "\tPay · Order\nPain points\t\"Says \"\"no\"\"\nat once\""},
		"a stage with steps": {[]journey.Ref{{Kind: stage, ID: "B"}},
			"\tPay · Order\tPay\nTouchpoints\t\tTill\nPain points\t\"Says \"\"no\"\"\nat once\"\t"},
		"a lane without cards": {[]journey.Ref{{Kind: lane, ID: "n"}}, "Ideas"},
	} {
		if got := FragmentText(fragment.Copy(p, "m", c.refs), words.In("en")); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	empty := fragment.Copy(block(), "m", []journey.Ref{{Kind: stage, ID: "A"}, {Kind: stage, ID: "B"}})
	if got := FragmentText(empty, words.In("id")); got != "Discover\tPay · Order\tPay" {
		t.Errorf("stages without cards: %q", got)
	}
}

func TestParseFragmentRefuses(t *testing.T) {
	const head = `{"format":"jejak/fragment 1",`
	const stage = `"project":{"format":1,"jejak":{"map":[{"id":"m"}],"stage":[{"id":"s","map_id":"m"}]}}}`
	tags := strings.Repeat(`"t",`, mostIDs) + `"t"`
	for in, want := range map[string]FragmentReason{
		"":                              FragmentForeign,
		"Web search":                    FragmentForeign,
		`{"format":1,"jejak":{}}`:       FragmentForeign,
		`{"note":"jejak/fragment "}`:    FragmentForeign,
		`{"format":"jejak/fragment x"}`: FragmentForeign,
		`{"format":"jejak/fragment 2"}`: FragmentNewer,
		`{"format":"jejak/fragment 2","chosen":{}}`: FragmentNewer,
		head:                          FragmentDamaged,
		head + `"chosen":7,` + stage:  FragmentDamaged,
		head + `"chosen":[],` + stage: FragmentDamaged,
		head + `"chosen":[{"kind":"stage","id":"x"}],` + stage: FragmentDamaged,
		head + `"chosen":[{"kind":"stage","id":"s"}]}`:         FragmentDamaged,
		head + `"chosen":[{"kind":"stage","id":"s"}],"project":{"format":1,"jejak":{"map":[{"id":"m"}],"card":[{"id":"c","tag_ids":[` + tags + `]}]}}}`: FragmentLarge,
		head + `"project":"` + strings.Repeat("x", mostFragment) + `"}`:                                                                                 FragmentLarge,
	} {
		_, err := ParseFragment([]byte(in))
		var refused *FragmentError
		if !errors.As(err, &refused) || refused.Reason != want {
			t.Errorf("%.90s: %v, want %s", in, err, want)
			continue
		}
		for _, lang := range words.Languages {
			if s := refused.Text(words.In(lang)); s == "" || s[0] == '[' {
				t.Errorf("no words for %s: %q", want, s)
			}
		}
	}
	f, err := ParseFragment([]byte("\n " + head + `"mood":1,"chosen":[{"kind":"stage","id":"s"}],` + stage))
	if err != nil || f.Project().Stages.Len() != 1 {
		t.Errorf("%v", err)
	}
}

func FuzzParseFragment(f *testing.F) {
	p := journeytest.Full()
	m := p.MapsInOrder()[0]
	var refs []journey.Ref
	for rec := range p.Records() {
		refs = append(refs, journey.RefTo(rec))
	}
	for _, n := range []int{len(refs), len(refs) / 2} {
		data, err := FragmentJSON(fragment.Copy(p, m.ID, refs[:n]))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"format":"jejak/fragment 1","chosen":[{"kind":"card","id":"c"}],"project":{"format":1,"jejak":{"map":[{"id":"m"}],"stage":[{"id":"s","map_id":"m"}],"lane":[{"id":"l","map_id":"m"}],"card":[{"id":"c","map_id":"m","stage_id":"s","lane_id":"l","title":"\u0000"}]}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := ParseFragment(data)
		var refused *FragmentError
		if err != nil {
			if !errors.As(err, &refused) {
				t.Fatal(err)
			}
			return
		}
		if found := journey.Validate(got.Project()); len(found) > 0 || got.IsEmpty() {
			t.Fatalf("taken, but %v", found)
		}
		text := FragmentText(got, words.In("en"))
		out, err := FragmentJSON(got)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseFragment(out)
		if err != nil || !journey.Between(got.Project(), again.Project()).IsEmpty() || FragmentText(again, words.In("en")) != text {
			t.Fatalf("does not come back: %v", err)
		}
		d := edit.NewDocument(journeytest.Full(), nil)
		change, err := d.Do(edit.Label{Key: edit.LabelPaste}, func(tx *edit.Tx) error {
			_, err := edit.Paste(tx, m.ID, edit.Place{}, got)
			return err
		})
		if found := journey.Validate(d.Project()); err != nil || len(found) > 0 {
			t.Fatalf("pasted: %v, %v", err, found)
		}
		for _, rec := range change.Diff.Added {
			if name := journey.NameOf(rec); name != journey.CleanText(name) {
				t.Fatalf("pasted as it came: %q", name)
			}
		}
	})
}
