package edit

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/fragment"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func init() {
	edits["Paste"] = func(tx *Tx, d drawn) error {
		from := d.p
		if rapid.Bool().Draw(d.t, "from another project") {
			from = journeytest.Random(d.t)
		}
		return second(Paste(tx, d.id(journey.KindMap), d.target(), drawn{d.t, from}.fragment()))
	}
}

// fragment draws a part of any map of the project.
func (d drawn) fragment() fragment.Fragment {
	maps := d.p.MapsInOrder()
	if len(maps) == 0 {
		return fragment.Fragment{}
	}
	var refs []journey.Ref
	for range rapid.IntRange(0, 5).Draw(d.t, "chosen") {
		refs = append(refs, d.refOf(journey.KindCard, journey.KindCard, journey.KindStage, journey.KindLane, journey.KindStep))
	}
	return fragment.Copy(d.p, rapid.SampledFrom(maps).Draw(d.t, "copied map").ID, refs)
}

// target draws a place, parts of which may be left open.
func (d drawn) target() Place {
	at := d.place()
	if rapid.Bool().Draw(d.t, "any stage") {
		at.StageID, at.StepID, at.Before = "", "", ""
	}
	if rapid.Bool().Draw(d.t, "any lane") {
		at.LaneID, at.Before = "", ""
	}
	return at
}

// Whatever is pasted wherever, the project stays sound, nothing that was there is lost, what was
// copied is there again with all its words, and undo brings the state before back.
func TestPasteHoldsTheLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := start(t)
		to := from
		if rapid.Bool().Draw(t, "into another project") {
			to = start(t)
		}
		maps := to.MapsInOrder()
		f := drawn{t, from}.fragment()
		if len(maps) == 0 || f.IsEmpty() {
			return
		}
		mapID := rapid.SampledFrom(maps).Draw(t, "map").ID
		at := Place{}
		if x := journey.NewIndex(to, mapID); len(x.Stages) > 0 && len(x.Lanes) > 0 && rapid.Bool().Draw(t, "at a place") {
			cell := rapid.SampledFrom(x.Columns()).Draw(t, "column")
			at = Place{StageID: cell.StageID, StepID: cell.StepID, LaneID: rapid.SampledFrom(x.Lanes).Draw(t, "lane").ID}
		}
		d := NewDocument(to, newIDs())
		var refs []journey.Ref
		change, err := d.Do(Label{Key: LabelPaste}, func(tx *Tx) (err error) {
			refs, err = Paste(tx, mapID, at, f)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		checkState(t, "Paste", change)
		if len(change.Diff.Removed) > 0 {
			t.Fatalf("lost %+v", change.Diff.Removed)
		}
		for _, u := range change.Diff.Updated {
			if !journey.Equal(journey.WithRank(u.From, ""), journey.WithRank(u.To, "")) {
				t.Fatalf("changed more than ranks: %+v", u)
			}
		}
		for i, ref := range f.Chosen() {
			was, _ := f.Project().Get(ref)
			now, ok := change.After.Get(refs[i])
			if !ok || refs[i] == ref || journey.NameOf(was) != journey.NameOf(now) {
				t.Fatalf("%+v became %+v", was, now)
			}
		}
		for _, k := range []journey.Kind{journey.KindCard, journey.KindLink, journey.KindPoint, journey.KindMeasurement, journey.KindAction} {
			if want, n := count(f.Project(), k), count(change.After, k)-count(to, k); n != want {
				t.Fatalf("%d of %d new of kind %s", n, want, k)
			}
		}
		if d.Undo(); !same(d.Project(), to) {
			t.Fatal("undo does not bring the state before back")
		}
	})
}

func count(p journey.Project, k journey.Kind) int {
	n := 0
	for range p.OfKind(k) {
		n++
	}
	return n
}

// Cut, then paste where it came from: the map reads as before.
func TestCutAndPasteOfAStage(t *testing.T) {
	p := journeytest.Big(60)
	m := p.MapsInOrder()[0]
	stages := p.StagesOf(m.ID)
	f := fragment.Copy(p, m.ID, []journey.Ref{journey.RefTo(stages[2])})
	d := NewDocument(p, newIDs())
	change, err := d.Do(Label{Key: LabelPaste}, func(tx *Tx) error {
		if err := RemoveStage(tx, stages[2].ID); err != nil {
			return err
		}
		return second(Paste(tx, m.ID, Place{StageID: stages[3].ID}, f))
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []journey.Kind{journey.KindStage, journey.KindStep, journey.KindCard, journey.KindPoint, journey.KindPersona, journey.KindChannel, journey.KindLane, journey.KindAction, journey.KindMeasurement} {
		if a, b := count(p, k), count(change.After, k); a != b {
			t.Errorf("%s: %d before, %d after", k, a, b)
		}
	}
	if a, b := reading(p, m.ID), reading(change.After, m.ID); a != b {
		t.Errorf("before\n%s\nafter\n%s", a, b)
	}
}

// reading writes a map down without IDs: the cards of each cell.
func reading(p journey.Project, mapID journey.ID) string {
	x := journey.NewIndex(p, mapID)
	var b strings.Builder
	stage, lane := map[journey.ID]string{}, map[journey.ID]string{}
	for _, s := range x.Stages {
		fmt.Fprintf(&b, "| %s", s.Title)
		for _, st := range x.Steps[s.ID] {
			fmt.Fprintf(&b, " (%s)", st.Title)
		}
		stage[s.ID] = s.Title
	}
	for _, l := range x.Lanes {
		fmt.Fprintf(&b, "\n- %s", journey.NameOf(l))
		lane[l.ID] = journey.NameOf(l)
	}
	for _, c := range x.CardsInOrder() {
		step, _ := p.Steps.Get(c.StepID)
		fmt.Fprintf(&b, "\n%s/%s/%s: %s", stage[c.StageID], step.Title, lane[c.LaneID], c.Title)
	}
	return b.String()
}

// boardOf makes a map of stages A B C and a lane of each kind; a card is STAGE/LANE/TITLE, such as
// "A/thoughts/why".
func boardOf(prefix string, lanes []journey.LaneKind, cards ...string) journey.Project {
	id := func(s string) journey.ID { return journey.ID(prefix + s) }
	recs := []journey.Record{journey.Map{ID: id("m"), Type: journey.CurrentState}}
	for i, s := range []string{"A", "B", "C"} {
		recs = append(recs, journey.Stage{ID: id(s), MapID: id("m"), Title: s, Rank: journey.Rank(fmt.Sprint("a", i))})
	}
	for i, k := range lanes {
		recs = append(recs, journey.Lane{ID: id(string(k)), MapID: id("m"), LaneKind: k, Rank: journey.Rank(fmt.Sprint("a", i))})
	}
	for i, c := range cards {
		part := strings.Split(c, "/")
		recs = append(recs, journey.Card{
			ID: id(part[2]), MapID: id("m"), StageID: id(part[0]), LaneID: id(part[1]), Title: part[2], Rank: journey.Rank(fmt.Sprint("a", i)),
		})
	}
	return journey.FromRecords(recs)
}

func cardsOf(p journey.Project, mapID journey.ID) string {
	x := journey.NewIndex(p, mapID)
	var list []string
	for _, c := range x.CardsInOrder() {
		s, _ := p.Stages.Get(c.StageID)
		l, _ := p.Lanes.Get(c.LaneID)
		list = append(list, s.Title+"/"+string(l.LaneKind)+"/"+c.Title)
	}
	return strings.Join(list, " ")
}

func cardRefs(prefix string, names ...string) []journey.Ref {
	var refs []journey.Ref
	for _, n := range names {
		refs = append(refs, journey.Ref{Kind: journey.KindCard, ID: journey.ID(prefix + n)})
	}
	return refs
}

func TestWherePastedCardsGo(t *testing.T) {
	const th, pa, op, no = journey.LaneThoughts, journey.LanePains, journey.LaneOpportunities, journey.LaneText
	lanes := []journey.LaneKind{th, journey.LaneEmotions, pa, op}
	from := boardOf("f-", lanes, "A/thoughts/1", "A/thoughts/2", "B/pain points/3", "C/opportunities/4")
	f := fragment.Copy(from, "f-m", cardRefs("f-", "1", "2", "3", "4"))
	for name, c := range map[string]struct {
		to   journey.Project
		at   Place
		want string
	}{
		"at the same cell": {boardOf("", lanes), Place{StageID: "A", LaneID: "thoughts"},
			"A/thoughts/1 A/thoughts/2 B/pain points/3 C/opportunities/4"},
		"down and right, to the edge": {boardOf("", lanes), Place{StageID: "B", LaneID: "pain points"},
			"B/pain points/1 B/pain points/2 C/opportunities/3 C/opportunities/4"},
		"before a card": {boardOf("", lanes, "A/thoughts/x", "A/thoughts/y"), Place{StageID: "A", LaneID: "thoughts", Before: "y"},
			"A/thoughts/x A/thoughts/1 A/thoughts/2 A/thoughts/y B/pain points/3 C/opportunities/4"},
		"nowhere: titles and kinds": {boardOf("", []journey.LaneKind{op, pa, th}), Place{},
			"A/thoughts/1 A/thoughts/2 B/pain points/3 C/opportunities/4"},
		"a stage alone: lanes by kind": {boardOf("", []journey.LaneKind{op, pa, th}), Place{StageID: "C"},
			"C/opportunities/4 C/pain points/3 C/thoughts/1 C/thoughts/2"},
		"a lane alone: stages by title": {boardOf("", lanes), Place{LaneID: "opportunities"},
			"A/opportunities/1 A/opportunities/2 B/opportunities/3 C/opportunities/4"},
		"lanes that are missing": {boardOf("", []journey.LaneKind{no, th}), Place{},
			"A/thoughts/1 A/thoughts/2 B/pain points/3 C/opportunities/4"},
	} {
		d := NewDocument(c.to, newIDs())
		_, err := d.Do(Label{Key: LabelPaste}, func(tx *Tx) error { return second(Paste(tx, "m", c.at, f)) })
		if got := cardsOf(d.Project(), "m"); err != nil || got != c.want {
			t.Errorf("%s: %v\n got %s\nwant %s", name, err, got, c.want)
		}
	}
}

func TestPasteIntoAnEmptyMap(t *testing.T) {
	from := boardOf("f-", []journey.LaneKind{journey.LaneThoughts, journey.LanePains}, "A/thoughts/1", "C/pain points/2")
	to := journey.FromRecords([]journey.Record{journey.Map{ID: "m"}})
	d := NewDocument(to, newIDs())
	f := fragment.Copy(from, "f-m", cardRefs("f-", "1", "2"))
	if _, err := d.Do(Label{Key: LabelPaste}, func(tx *Tx) error { return second(Paste(tx, "m", Place{}, f)) }); err != nil {
		t.Fatal(err)
	}
	if got := cardsOf(d.Project(), "m"); got != "A/thoughts/1 C/pain points/2" {
		t.Errorf("got %s", got)
	}
}

func TestPasteFindsTheLibraryByName(t *testing.T) {
	lanes := []journey.LaneKind{journey.LaneTouchpoints}
	with := func(p journey.Project, recs ...journey.Record) journey.Project {
		for _, r := range recs {
			p = p.With(r)
		}
		return p
	}
	from := with(boardOf("f-", lanes),
		journey.Tag{ID: "f-t1", Name: "Urgent"}, journey.Tag{ID: "f-t2", Name: "urgent "}, journey.Tag{ID: "f-unused", Name: "Unused"},
		journey.Channel{ID: "f-c", Name: "Call  centre"}, journey.Channel{ID: "f-c2", Name: "Chat"},
		journey.Image{ID: "f-i", Media: "image/png", Data: []byte("same")},
		journey.Persona{ID: "f-p", Name: "Sari", ChannelIDs: []journey.ID{"f-c2"}}, journey.Persona{ID: "f-q", Name: "Budi", ChannelIDs: []journey.ID{"f-c2"}, ImageID: "f-i"},
		journey.Appearance{ID: "f-a", MapID: "f-m", PersonaID: "f-p"}, journey.Appearance{ID: "f-b", MapID: "f-m", PersonaID: "f-q"},
		journey.Card{ID: "f-x", MapID: "f-m", StageID: "f-A", LaneID: "f-touchpoints", Title: "x", TagIDs: []journey.ID{"f-t1", "f-t2"}, ChannelID: "f-c", GoalID: "f-C"},
		journey.Point{ID: "f-pt", MapID: "f-m", PersonaID: "f-p", At: journey.Ref{Kind: journey.KindCard, ID: "f-x"}, Value: 1},
		journey.Point{ID: "f-pu", MapID: "f-m", PersonaID: "f-q", At: journey.Ref{Kind: journey.KindCard, ID: "f-x"}, Value: -1},
	)
	to := with(boardOf("", lanes), journey.Tag{ID: "t", Name: "URGENT"}, journey.Channel{ID: "c", Name: "call centre"},
		journey.Image{ID: "i", Media: "image/png", Data: []byte("same")}, journey.Persona{ID: "p", Name: "sari"})
	d := NewDocument(to, newIDs())
	f := fragment.Copy(from, "f-m", cardRefs("f-", "x"))
	var refs []journey.Ref
	_, err := d.Do(Label{Key: LabelPaste}, func(tx *Tx) (err error) {
		refs, err = Paste(tx, "m", Place{StageID: "B", LaneID: "touchpoints"}, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	p := d.Project()
	c, _ := p.Cards.Get(refs[0].ID)
	if len(c.TagIDs) != 2 || c.TagIDs[0] != "t" || c.ChannelID != "c" || c.GoalID != "C" {
		t.Errorf("got %+v", c)
	}
	var names []string
	for _, r := range p.PersonasInOrder() {
		names = append(names, r.Name)
		if r.Name == "Budi" && (r.ImageID != "i" || len(r.ChannelIDs) != 1) {
			t.Errorf("got %+v", r)
		}
	}
	if !slices.Equal(names, []string{"sari", "Budi"}) || p.Tags.Len() != 2 || p.Channels.Len() != 2 || p.Images.Len() != 1 {
		t.Errorf("personas %v, %d tags, %d channels, %d pictures", names, p.Tags.Len(), p.Channels.Len(), p.Images.Len())
	}
	if list := p.AppearancesOf("m"); len(list) != 2 || list[0].PersonaID != "p" {
		t.Errorf("on the map: %+v", list)
	}
}

func TestPasteRefuses(t *testing.T) {
	p := boardOf("", []journey.LaneKind{journey.LaneThoughts}, "A/thoughts/1")
	other := journey.Map{ID: "o"}
	p = p.With(other).With(journey.Stage{ID: "os", MapID: "o"}).With(journey.Step{ID: "st", StageID: "A"})
	f := fragment.Copy(p, "m", cardRefs("", "1"))
	for name, c := range map[string]struct {
		mapID journey.ID
		at    Place
		f     fragment.Fragment
		want  Reason
	}{
		"nothing":                {"m", Place{}, fragment.Fragment{}, Nothing},
		"no map":                 {"gone", Place{}, f, NotThere},
		"no stage":               {"m", Place{StageID: "gone"}, f, NotThere},
		"stage elsewhere":        {"m", Place{StageID: "os"}, f, OtherMap},
		"lane elsewhere":         {"o", Place{LaneID: "thoughts"}, f, OtherMap},
		"step elsewhere":         {"m", Place{StageID: "B", StepID: "st"}, f, OtherStage},
		"card in other cell":     {"m", Place{StageID: "B", LaneID: "thoughts", Before: "1"}, f, OtherCell},
		"card that is not there": {"m", Place{Before: "gone"}, f, OtherCell},
	} {
		d := NewDocument(p, newIDs())
		_, err := d.Do(Label{Key: LabelPaste}, func(tx *Tx) error { return second(Paste(tx, c.mapID, c.at, c.f)) })
		var refused *Error
		if !errors.As(err, &refused) || refused.Reason != c.want || refused.Text(words.In("id")) == "" {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}
