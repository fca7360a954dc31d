package measure

import (
	"fmt"
	"strings"
	"testing"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func num(v float64) *float64 { return &v }

func ref(kind journey.Kind, id journey.ID) journey.Ref { return journey.Ref{Kind: kind, ID: id} }

func shop(more ...journey.Record) journey.Project {
	value := func(id, metric journey.ID, at journey.Ref, v float64) journey.Record {
		return journey.Measurement{ID: id, MetricID: metric, At: at, Date: "2026-01-01", Value: num(v)}
	}
	return journey.FromRecords(append([]journey.Record{
		journey.Info{ID: "i"}, journey.Map{ID: "m", Rank: "a", Title: "Repair", Type: journey.CurrentState}, journey.Map{ID: "n", Rank: "b", Title: "Rental", Type: journey.CurrentState},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a", Title: "Look"}, journey.Stage{ID: "s2", MapID: "m", Rank: "b", Title: "Buy"},
		journey.Stage{ID: "s3", MapID: "m", Rank: "c", Title: "Use"}, journey.Stage{ID: "s4", MapID: "m", Rank: "d"},
		journey.Stage{ID: "r1", MapID: "n", Rank: "a", Title: "Return"},
		journey.Lane{ID: "t", MapID: "m", Rank: "a", LaneKind: journey.LaneTouchpoints},
		journey.Card{ID: "c1", MapID: "m", StageID: "s2", LaneID: "t", Rank: "a", Title: "Pays"},
		journey.Metric{ID: "cvr", Rank: "a", Name: " Conversion\nrate ", Standard: journey.ConversionRate, Unit: "%", Min: num(0), Max: num(100)},
		journey.Metric{ID: "nps", Rank: "b", Standard: journey.NPS}, journey.Metric{ID: "wait", Rank: "c", Unit: "min", Direction: journey.LowerIsBetter},
		value("v1", "nps", ref(journey.KindMap, "m"), 47), value("v2", "cvr", ref(journey.KindStage, "s1"), 40), value("v3", "nps", ref(journey.KindCard, "c1"), 12),
		value("v4", "nps", ref(journey.KindStage, "r1"), 5), value("v5", "nps", ref(journey.KindMap, "n"), 6),
	}, more...))
}

func told(lines []Line) string {
	var list []string
	for _, l := range lines {
		if l.Head {
			list = append(list, fmt.Sprint("# ", l.Metric.ID, " ", l.Places))
			continue
		}
		s := l.Icon + " " + l.Place
		if l.Within != "" {
			s += " (" + l.Within + ")"
		}
		list = append(list, s)
	}
	return strings.Join(list, "\n")
}

func TestLines(t *testing.T) {
	w := words.In("en")
	if got, want := told(Lines(shop(), []journey.ID{"m"}, w)), "# cvr 1\nstage Look\n# nps 2\nmap Whole map\ntouchpoint Pays (Buy)"; got != want {
		t.Errorf("got\n%s", got)
	}
	if got, want := told(Lines(shop(), []journey.ID{"m", "n"}, w)),
		"# cvr 1\nstage Look (Repair)\n# nps 4\nmap Repair\ntouchpoint Pays (Repair › Buy)\nmap Rental\nstage Return (Rental)"; got != want {
		t.Errorf("got\n%s", got)
	}
	if got := told(Lines(shop(), nil, w)); got != "" {
		t.Errorf("no maps: %s", got)
	}
	p := journeytest.Full()
	n := 0
	for _, m := range p.MapsInOrder() {
		for _, l := range Lines(p, []journey.ID{m.ID}, words.In("id")) {
			n += len(l.Series.Values)
		}
	}
	if n != p.Measurements.Len() {
		t.Errorf("%d of %d measurements", n, p.Measurements.Len())
	}
}

func TestWalkingGoesPastHeads(t *testing.T) {
	lines := Lines(shop(), []journey.ID{"m"}, words.In("en")) // head, 1, head, 3, 4
	for _, c := range []struct{ from, by, want int }{
		{-1, 1, 1}, {1, 1, 3}, {3, 1, 4}, {4, 1, 4}, {3, -1, 1}, {1, -1, 1}, {-1, -1, 4}, {1, 2, 4}, {1, 9, 4}, {4, -9, 1},
	} {
		if got := Next(lines, c.from, c.by); got != c.want {
			t.Errorf("%d on from %d: %d, want %d", c.by, c.from, got, c.want)
		}
	}
	if got := Next(nil, -1, 1); got != -1 {
		t.Errorf("nothing to walk: %d", got)
	}
	if i := Find(lines, Key{"nps", ref(journey.KindCard, "c1")}); i != 4 {
		t.Errorf("found at %d", i)
	}
	if i := Find(lines, Key{}); i != -1 {
		t.Errorf("nothing is found at %d", i)
	}
}

func TestNamesOfMetrics(t *testing.T) {
	p := shop()
	for _, c := range []struct {
		id             journey.ID
		lang           string
		name, aboutHas string
	}{
		{"cvr", "en", "Conversion rate", "0 to 100 % · higher is better"}, {"nps", "id", "Rekomendasi (NPS)", "makin tinggi makin baik"},
		{"wait", "id", "Tanpa judul", "dalam min · makin rendah makin baik"},
	} {
		m, _ := p.Metrics.Get(c.id)
		w := words.In(c.lang)
		if Name(m, w) != c.name || About(m, w) != c.aboutHas {
			t.Errorf("%s: %q, %q", c.id, Name(m, w), About(m, w))
		}
	}
}

func TestFunnels(t *testing.T) {
	value := func(id, metric journey.ID, stage journey.ID, v float64) journey.Record {
		return journey.Measurement{ID: id, MetricID: metric, At: ref(journey.KindStage, stage), Value: num(v)}
	}
	for _, c := range []struct {
		name string
		more []journey.Record
		want string
	}{
		{"one rate", nil, "cvr: Look 100 −60!, Buy 40"},
		{"two in a row", []journey.Record{value("x", "cvr", "s2", 25)}, "cvr: Look 100 −60, Buy 40 −75!, Use 10"},
		{"a stage between them is not measured", []journey.Record{value("x", "cvr", "s3", 50)}, "cvr: Look 100 −60!, Buy 40, Use 40 −50, Stage without a name 20"},
		{"all go on", []journey.Record{value("v2", "cvr", "s1", 100)}, "cvr: Look 100 −0, Buy 100"},
		{"two rates", []journey.Record{journey.Metric{ID: "two", Rank: "z", Standard: journey.ConversionRate}, value("x", "two", "s2", 80)},
			"cvr: Look 100 −60!, Buy 40; two: Buy 100 −20!, Use 80"},
		{"a cycle", []journey.Record{journey.Map{ID: "m", Rank: "a", Title: "Repair", Type: journey.CurrentState, Cycle: true}, value("x", "cvr", "s4", 50)},
			"cvr: Look 100 −60!, Buy 40, Stage without a name 40 −50, Look 20"},
	} {
		var list []string
		for _, f := range Funnels(shop(c.more...), "m", words.In("en")) {
			var steps []string
			for _, s := range f.Steps {
				text := fmt.Sprintf("%s %g", s.Name, s.Share)
				if s.Told {
					text += fmt.Sprintf(" −%g", s.Drop)
				}
				if s.Worst {
					text += "!"
				}
				steps = append(steps, text)
			}
			list = append(list, string(f.Metric.ID)+": "+strings.Join(steps, ", "))
		}
		if got := strings.Join(list, "; "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
