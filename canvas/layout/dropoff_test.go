package layout

import (
	"strings"
	"testing"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// measured is a map of three stages with what was measured in them.
func measured(cycle bool) journey.Project {
	number := func(v float64) *float64 { return &v }
	at := func(kind journey.Kind, id journey.ID) journey.Ref { return journey.Ref{Kind: kind, ID: id} }
	value := func(id, metric journey.ID, where journey.Ref, date string, v, target float64) journey.Measurement {
		m := journey.Measurement{ID: id, MetricID: metric, At: where, Date: date, Value: number(v)}
		if target != 0 {
			m.Target = number(target)
		}
		return m
	}
	s1, s2, s3 := at(journey.KindStage, "s1"), at(journey.KindStage, "s2"), at(journey.KindStage, "s3")
	cvr, ces := journey.ConversionRate.Metric(), journey.CES.Metric()
	cvr.ID, cvr.Rank, cvr.Name = "cvr", "a", "Conversion rate"
	ces.ID, ces.Rank, ces.Name = "ces", "b", "Effort (CES)"
	return journey.FromRecords([]journey.Record{
		journey.Info{ID: "info", Title: "Measured", Language: "en"},
		journey.Map{ID: "m", Rank: "a", Title: "Measured", Type: journey.CurrentState, Cycle: cycle},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a", Title: "Look"}, journey.Stage{ID: "s2", MapID: "m", Rank: "b", Title: "Buy"}, journey.Stage{ID: "s3", MapID: "m", Rank: "c", Title: "Use"},
		journey.Step{ID: "p1", StageID: "s2", Rank: "a", Title: "Choose"}, journey.Step{ID: "p2", StageID: "s2", Rank: "b", Title: "Pay"},
		journey.Lane{ID: "l", MapID: "m", Rank: "a", LaneKind: journey.LaneMetrics},
		cvr, ces, journey.Metric{ID: "wait", Rank: "c", Name: "Response time", Unit: "min", Direction: journey.LowerIsBetter, Decimals: 1},
		value("v1", "cvr", s1, "2026-01-01", 30, 35), value("v2", "cvr", s1, "2026-03-01", 33, 35), value("v3", "cvr", s1, "2026-09-01", 38, 35),
		value("v4", "cvr", s2, "2026-09-01", 62.5, 70), value("v5", "cvr", s3, "2026-09-01", 90, 0),
		value("v6", "ces", s2, "2026-01-01", 5, 5.5), value("v7", "ces", s2, "2026-09-01", 5.5, 5.5),
		value("v8", "wait", s3, "2026-01-01", 4, 5), value("v9", "wait", s3, "2026-09-01", 12.5, 5),
		value("w1", "ces", at(journey.KindMap, "m"), "2026-09-01", 5.25, 5.5), value("w2", "wait", at(journey.KindMap, "m"), "2026-09-01", 4, 5),
	})
}

// texts are what is written for a record, in its order.
func texts(s *scene.Scene, from journey.ID) []string {
	var list []string
	for _, it := range s.Items {
		if t, ok := it.Mark.(*scene.Text); ok && it.From.ID == from {
			list = append(list, t.Text)
		}
	}
	return list
}

func TestMeasuresOnTheMap(t *testing.T) {
	p := measured(false)
	compare(t, "measures.txt", record(arrange(p)))
	for _, lang := range words.Languages {
		s := Arrange(p, "m", Options{Words: words.In(lang)})
		for _, c := range []struct {
			id     journey.ID
			en, in string
		}{
			{"v3", "Conversion rate|38 %|+3|target 35 %|−62 % drop-off", "Conversion rate|38 %|+3|target 35 %|−62 % berhenti"},
			{"v4", "Conversion rate|62 %|−8|target 70 %|−37.5 % drop-off", "Conversion rate|62 %|−8|target 70 %|−37,5 % berhenti"},
			{"v5", "Conversion rate|90 %", "Conversion rate|90 %"}, // nothing stands behind the last stage
			{"v7", "Effort (CES)|5.5 / 7|±0.0|target 5.5", "Effort (CES)|5,5 / 7|±0,0|target 5,5"},
			{"v9", "Response time|12.5 min|+7.5|target 5.0", "Response time|12,5 min|+7,5|target 5,0"},
			{"w1", "Effort (CES)|5.2 / 7|−0.2|target 5.5", "Effort (CES)|5,2 / 7|−0,2|target 5,5"},
			{"w2", "Response time|4.0 min|−1.0|target 5.0", "Response time|4,0 min|−1,0|target 5,0"},
			{"v1", "", ""}, // not the newest
		} {
			want := c.en
			if lang == "id" {
				want = c.in
			}
			if got := strings.Join(texts(s, c.id), "|"); got != want {
				t.Errorf("%s in %s: %q, want %q", c.id, lang, got, want)
			}
		}
	}
}

// Whether a target is reached is told by a sign too: a triangle to the side where the value is, and a
// tick where that is the good side.
func TestSignsOfMeasures(t *testing.T) {
	s := arrange(measured(false))
	for _, c := range []struct {
		id         journey.ID
		triangle   int // 1: points up, −1: down
		tick, line bool
	}{
		{"v3", 1, true, true}, {"v4", -1, false, false}, {"v5", 0, false, false}, {"v7", 0, true, true}, {"v9", 1, false, true}, {"w1", -1, false, false}, {"w2", -1, true, false},
	} {
		triangle, tick, line := 0, false, false
		for _, it := range s.Items {
			if it.From.ID != c.id {
				continue
			}
			switch m := it.Mark.(type) {
			case *scene.Fill:
				if len(m.Path.Points) == 3 {
					triangle = -1
					if m.Path.Points[0].Y > m.Path.Points[2].Y {
						triangle = 1
					}
				}
			case *scene.Stroke:
				tick = tick || len(m.Path.Points) == 3 && m.Pen.Width == 1.2
				line = line || m.Pen.Width == 1.3
			}
		}
		if triangle != c.triangle || tick != c.tick || line != c.line {
			t.Errorf("%s: triangle %d, tick %v, chart %v", c.id, triangle, tick, line)
		}
	}
}

// Each drop-off stands on the border it is about, within the map, and on nothing else.
func TestDropOffsStandBetweenStages(t *testing.T) {
	for _, cycle := range []bool{false, true} {
		s := arrange(measured(cycle))
		pills := map[journey.ID]geom.Rect{}
		var others []geom.Rect
		for _, it := range s.Items {
			text, ok := it.Mark.(*scene.Text)
			switch {
			case !ok || it.From.Kind != journey.KindMeasurement:
			case strings.Contains(text.Text, "drop-off"):
				pills[it.From.ID] = it.Bounds
			default:
				others = append(others, it.Bounds)
			}
		}
		want := 2
		if cycle {
			want = 3
		}
		if len(pills) != want {
			t.Fatalf("cycle %v: %d drop-offs", cycle, len(pills))
		}
		for id, r := range pills {
			if r.Min.X < s.Grid.Columns[0].X0 || r.Max.X > s.Bounds.Max.X {
				t.Errorf("%s lies outside: %v", id, r)
			}
			for _, o := range others {
				if r.Overlaps(o) {
					t.Errorf("%s lies on %v", id, o)
				}
			}
		}
		if x := s.Grid.Columns[1].X0; !(pills["v3"].Min.X < x && x < pills["v3"].Max.X) {
			t.Errorf("the first drop-off is at %v, the border at %v", pills["v3"], x)
		}
		if x := s.Grid.Columns[3].X0; !(pills["v4"].Min.X < x && x < pills["v4"].Max.X) {
			t.Errorf("the second drop-off is at %v, the border at %v", pills["v4"], x)
		}
	}
}
