package insight

import (
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func TestLow(t *testing.T) {
	check(t, RuleLow, []ruleCase{
		{"no curve", nil, nil},
		{"one point is flat", records{feel("ana", "stage", "s1", -2)}, nil},
		{"equal points are flat", records{feel("ana", "stage", "s1", -1), feel("ana", "stage", "s2", -1)}, nil},
		{"the lowest of three", records{feel("ana", "stage", "s1", 1), feel("ana", "stage", "s2", -1.5), feel("ana", "stage", "s3", 0)},
			[]string{"ana@s2 s2 ana -1.5"}},
		{"two of equal depth in the order of the journey",
			records{feel("ana", "stage", "s3", -1), feel("ana", "step", "s2b", -1), feel("ana", "stage", "s1", 2)},
			[]string{"ana@s2b s2b ana -1", "ana@s3 s3 ana -1"}},
		{"above the middle is lowest too", records{feel("budi", "stage", "s1", 2), feel("budi", "stage", "s3", 0.5)},
			[]string{"budi@s3 s3 budi 0.5"}},
		{"each persona by itself", records{feel("budi", "stage", "s1", 0), feel("budi", "stage", "s2", 1),
			touch("t1", "s3"), feel("ana", "card", "t1", -2), feel("ana", "stage", "s1", -1)},
			[]string{"ana@t1 t1 ana -2", "budi@s1 s1 budi"}},
		{"a persona who is not on the map", records{journey.Persona{ID: "citra", Name: "Citra"},
			feel("citra", "stage", "s1", -2), feel("citra", "stage", "s2", 2)}, nil},
	})
}

func TestDrop(t *testing.T) {
	check(t, RuleDrop, []ruleCase{
		{"nothing falls", records{feel("ana", "stage", "s1", -1), feel("ana", "stage", "s2", 0), feel("ana", "stage", "s3", 0)}, nil},
		{"one point", records{feel("ana", "stage", "s1", -2)}, nil},
		{"the deeper of two falls", // 1 → 0 is 1 deep, 0 → −1.5 is 1.5 deep
			records{feel("ana", "stage", "s1", 1), feel("ana", "stage", "s2", 0), feel("ana", "stage", "s3", -1.5)},
			[]string{"ana@s3 s3 s2 ana -1.5"}},
		{"two of equal depth", // 2 → 1, 1 → 0
			records{feel("ana", "stage", "s1", 2), feel("ana", "stage", "s2", 1), feel("ana", "stage", "s3", 0)},
			[]string{"ana@s2 s2 s1 ana 1 < 2", "ana@s3 s3 s2 ana 0 < 1"}},
		{"inside a stage: the stage, its step, the touchpoint in it",
			records{feel("ana", "stage", "s2", 1), feel("ana", "step", "s2a", 1.5), touch("t1", "s2/s2a"), feel("ana", "card", "t1", -2)},
			[]string{"ana@t1 t1 s2a ana -2 < 1.5"}},
		{"personas are not blended",
			records{feel("ana", "stage", "s1", 2), feel("budi", "stage", "s2", -2)}, nil},
	})
}

func TestStageDrop(t *testing.T) {
	check(t, RuleStageDrop, []ruleCase{
		{"one stage alone", records{feel("ana", "step", "s2a", 2), feel("ana", "step", "s2b", -2)}, nil},
		{"rising", records{feel("ana", "stage", "s1", -2), feel("ana", "stage", "s2", 2)}, nil},
		{"the mean of a stage", // s2: (1 + 0) / 2
			records{feel("ana", "stage", "s1", 2), feel("ana", "step", "s2a", 1), feel("ana", "step", "s2b", 0)},
			[]string{"s2 s1 ana 0.5 < 2"}},
		{"a stage without points is passed over", records{feel("ana", "stage", "s1", 1), feel("ana", "stage", "s3", -1)},
			[]string{"s3 s1 ana -1 < 1"}},
		{"the deeper of two", // 2 → 1 is 1 deep, 1 → −0.5 is 1.5 deep
			records{feel("ana", "stage", "s1", 2), feel("ana", "stage", "s2", 1), feel("ana", "stage", "s3", -0.5)},
			[]string{"s3 s2 ana -0.5 < 1"}},
		{"each persona", records{feel("ana", "stage", "s1", 1), feel("ana", "stage", "s2", 0),
			feel("budi", "stage", "s2", 2), feel("budi", "stage", "s3", -2)},
			[]string{"s2 s1 ana 0 < 1", "s3 s2 budi -2 < 2"}},
		{"means that differ in the last digit only",
			records{feel("ana", "stage", "s1", 0.1), feel("ana", "step", "s2a", 0.1), feel("ana", "step", "s2b", 0.1), touch("t1", "s2"), feel("ana", "card", "t1", 0.1)}, nil},
	})
}

// TestLowIsLowest: no point of a curve is below its lowest, and a curve that is not flat has one.
func TestLowIsLowest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			least, most := map[journey.ID]float64{}, map[journey.ID]float64{}
			for pt := range p.Points.All() {
				if pt.MapID == m.ID {
					v, ok := least[pt.PersonaID]
					if !ok {
						least[pt.PersonaID], most[pt.PersonaID] = pt.Value, pt.Value
						continue
					}
					least[pt.PersonaID], most[pt.PersonaID] = min(v, pt.Value), max(most[pt.PersonaID], pt.Value)
				}
			}
			told := map[journey.ID]bool{}
			for _, f := range Map(p, m.ID, today).Of(RuleLow) {
				who := f.Refs[2].ID
				told[who] = true
				if f.Value != least[who] {
					t.Fatalf("%v, but the lowest is %g", f, least[who])
				}
			}
			for who := range least {
				if told[who] != (least[who] < most[who]) {
					t.Fatalf("the curve of %s from %g to %g is told of: %v", who, least[who], most[who], told[who])
				}
			}
		}
	})
}
