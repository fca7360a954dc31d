package fragment

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func anyRefs(t *rapid.T, p journey.Project) (journey.ID, []journey.Ref) {
	maps := p.MapsInOrder()
	if len(maps) == 0 {
		return "nowhere", nil
	}
	var refs []journey.Ref
	for rec := range p.Records() {
		if rapid.IntRange(0, 3).Draw(t, "chosen") == 0 {
			refs = append(refs, journey.RefTo(rec))
		}
	}
	return rapid.SampledFrom(maps).Draw(t, "map").ID, refs
}

// What Copy returns is sound by itself and holds what was asked for.
func TestCopyIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		mapID, refs := anyRefs(t, p)
		f := Copy(p, mapID, refs)
		if f.IsEmpty() {
			if f.Project().Len() > 0 {
				t.Fatalf("nothing was chosen, but there are %d records", f.Project().Len())
			}
			return
		}
		again, err := New(f.Project(), f.Chosen())
		if err != nil {
			t.Fatal(err)
		}
		if d := journey.Between(f.Project(), again.Project()); !d.IsEmpty() {
			t.Fatalf("New leaves out %+v", d)
		}
		for _, ref := range refs {
			switch ref.Kind {
			case journey.KindStage, journey.KindLane, journey.KindCard:
			default:
				continue
			}
			if p.MapOf(ref) != mapID {
				continue
			}
			have, _ := f.Project().Get(ref)
			want, _ := p.Get(ref)
			if !journey.Equal(have, want) {
				t.Fatalf("%+v became %+v", want, have)
			}
		}
		for c := range f.Project().Cards.All() {
			if !slices.ContainsFunc(refs, func(r journey.Ref) bool {
				return r.ID == c.ID || r.ID == c.StageID || r.ID == c.LaneID || r.ID == c.StepID && c.StepID != ""
			}) {
				t.Fatalf("nobody asked for %+v", c)
			}
		}
	})
}

func TestCopyOfAStageTakesWhatBelongsToIt(t *testing.T) {
	p := journeytest.Full()
	m := p.MapsInOrder()[0]
	x := journey.NewIndex(p, m.ID)
	var refs []journey.Ref
	for _, s := range x.Stages {
		refs = append(refs, journey.RefTo(s))
	}
	f := Copy(p, m.ID, refs)
	if !f.Whole() || len(f.Chosen()) != len(x.Stages) {
		t.Errorf("chosen: %v", f.Chosen())
	}
	for _, k := range kinds {
		n := 0
		for range f.Project().OfKind(k) {
			n++
		}
		if n == 0 {
			t.Errorf("no %s came along", k)
		}
	}
	if f.Project().Comments.Len() > 0 || f.Project().Infos.Len() > 0 {
		t.Error("comments and what is said of the project stay behind")
	}
	for got := range f.Project().Maps.All() {
		if got.Title != "" || got.Scenario != "" {
			t.Errorf("the map tells more than it must: %+v", got)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	m, other := journey.Map{ID: "m"}, journey.Map{ID: "n"}
	s := journey.Stage{ID: "s", MapID: "m"}
	stage := []journey.Ref{journey.RefTo(s)}
	for name, c := range map[string]struct {
		recs   []journey.Record
		chosen []journey.Ref
	}{
		"no map":         {nil, stage},
		"two maps":       {[]journey.Record{m, other, s}, stage},
		"nothing chosen": {[]journey.Record{m, s}, nil},
		"twice":          {[]journey.Record{m, s}, append(stage, stage...)},
		"not there":      {[]journey.Record{m}, stage},
		"of no use":      {[]journey.Record{m, s}, []journey.Ref{journey.RefTo(m)}},
		"unsound":        {[]journey.Record{m, s, journey.Step{ID: "st", StageID: "gone"}}, stage},
	} {
		if f, err := New(journey.FromRecords(c.recs), c.chosen); err == nil || !f.IsEmpty() {
			t.Errorf("%s: taken", name)
		}
	}
	f, err := New(journey.FromRecords([]journey.Record{m, s, journey.Comment{ID: "c", At: stage[0]}}), stage)
	if err != nil || f.Project().Len() != 2 {
		t.Errorf("%v, %d records", err, f.Project().Len())
	}
}
