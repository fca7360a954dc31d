package measure

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/exchange/values"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

func num(v float64) *float64 { return &v }

func document(more ...journey.Record) *edit.Document {
	n := 0
	return edit.NewDocument(journey.FromRecords(append([]journey.Record{
		journey.Info{ID: "i", Language: "en"}, journey.Map{ID: "m", Rank: "a", Title: "Repair", Type: journey.CurrentState},
		journey.Stage{ID: "s", MapID: "m", Rank: "a", Title: "Awareness"},
	}, more...)), func() journey.ID { n++; return journey.ID(fmt.Sprintf("new%d", n)) })
}

func do(t interface{ Fatal(...any) }, d *edit.Document, key string, f func(*edit.Tx) error) {
	if _, err := d.Do(edit.Label{Key: key}, f); err != nil {
		t.Fatal(err)
	}
}

func order(p journey.Project) string {
	s := ""
	for _, m := range p.MetricsInOrder() {
		s += string(m.ID)
	}
	return s
}

func TestMoveMetric(t *testing.T) {
	for _, c := range []struct {
		name       string
		ranks      string // of a, b, c, d
		id, before journey.ID
		want       string
		changed    int
	}{
		{"forward", "gimo", "a", "c", "bacd", 1}, {"to the end", "gimo", "a", "", "bcda", 1}, {"to the front", "gimo", "d", "a", "dabc", 1},
		{"where it stands", "gimo", "b", "c", "abcd", 0}, {"before itself", "gimo", "b", "b", "abcd", 0}, {"last to the end", "gimo", "d", "", "abcd", 0},
		{"between two of one rank", "gggo", "d", "b", "adbc", 4},
	} {
		var metrics []journey.Record
		for i, id := range []journey.ID{"a", "b", "c", "d"} {
			metrics = append(metrics, journey.Metric{ID: id, Rank: journey.Rank("a" + c.ranks[i:i+1])})
		}
		d := document(metrics...)
		tx := d.Begin(edit.Label{Key: LabelMoveMetric})
		if err := MoveMetric(tx, c.id, c.before); err != nil {
			t.Fatal(c.name, err)
		}
		if got := order(tx.Project()); got != c.want || len(tx.Diff().Updated) != c.changed {
			t.Errorf("%s: %s, %d changed", c.name, got, len(tx.Diff().Updated))
		}
		tx.Rollback()
		for _, bad := range [][2]journey.ID{{"x", ""}, {"a", "x"}} {
			_, err := d.Do(edit.Label{}, func(tx *edit.Tx) error { return MoveMetric(tx, bad[0], bad[1]) })
			var refused *edit.Error
			if !errors.As(err, &refused) || refused.Reason != edit.NotThere {
				t.Errorf("%v: %v", bad, err)
			}
		}
	}
}

// Any metric can be put anywhere, and the others keep their order.
func TestMoveMetricKeepsTheOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := document()
		for range rapid.IntRange(1, 6).Draw(t, "n") {
			do(t, d, edit.LabelAddMetric, func(tx *edit.Tx) error { _, err := edit.AddMetric(tx, "x", ""); return err })
		}
		for range rapid.IntRange(0, 8).Draw(t, "moves") {
			var ids []journey.ID
			for _, m := range d.Project().MetricsInOrder() {
				ids = append(ids, m.ID)
			}
			id := rapid.SampledFrom(ids).Draw(t, "id")
			before := rapid.SampledFrom(append(ids[:len(ids):len(ids)], "")).Draw(t, "before")
			want := ids
			if id != before {
				want = slices.DeleteFunc(slices.Clone(ids), func(x journey.ID) bool { return x == id })
				to := len(want)
				if before != "" {
					to = slices.Index(want, before)
				}
				want = slices.Insert(want, to, id)
			}
			do(t, d, LabelMoveMetric, func(tx *edit.Tx) error { return MoveMetric(tx, id, before) })
			for i, m := range d.Project().MetricsInOrder() {
				if m.ID != want[i] {
					t.Fatalf("%s before %q of %v gives %v", id, before, ids, order(d.Project()))
				}
			}
		}
	})
}

func TestReadyMetrics(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		d := document()
		for _, r := range Offered {
			for _, s := range []string{r.Name(w), r.About(w), r.Formula(w), r.Source(w)} {
				if s == "" || strings.ContainsAny(s, "[{<") {
					t.Errorf("%s in %s: %q", r.Key, lang, s)
				}
			}
			do(t, d, edit.LabelAddMetric, func(tx *edit.Tx) error { _, err := r.Take(tx, w); return err })
		}
		for i, m := range d.Project().MetricsInOrder() {
			want := Offered[i].Metric(w)
			want.ID, want.Rank = m.ID, m.Rank
			if !journey.Equal(m, want) {
				t.Errorf("%+v, want %+v", m, want)
			}
			if r, ok := Of(m); !ok || r.Key != Offered[i].Key {
				t.Errorf("%s is taken for %q", m.Name, r.Key)
			}
		}
	}
	if r, ok := Of(journey.Metric{Name: "Joy"}); ok {
		t.Errorf("one's own is taken for %s", r.Key)
	}
	wait := Offered[6].Metric(words.In("id"))
	if wait.Direction != journey.LowerIsBetter || wait.Unit != "menit" || *wait.Min != 0 || wait.Max != nil {
		t.Errorf("%+v", wait)
	}
}

func TestScales(t *testing.T) {
	d := document(journey.Metric{ID: "ces", Rank: "a", Standard: journey.CES})
	for _, s := range ScalesOf(journey.CES) {
		do(t, d, LabelScale, func(tx *edit.Tx) error { return SetScale(tx, "ces", s) })
		m, _ := d.Project().Metrics.Get("ces")
		n := 0
		for _, other := range ScalesOf(journey.CES) {
			if other.Is(m) {
				n++
			}
		}
		if !s.Is(m) || n != 1 {
			t.Errorf("%s: %+v is %d scales", s.Key, m, n)
		}
	}
	for _, s := range journey.Standards {
		list := ScalesOf(s)
		if len(list) > 0 && !list[0].Is(s.Metric()) {
			t.Errorf("%s is not measured as it is by default", s)
		}
		for _, scale := range list {
			for _, lang := range words.Languages {
				if !words.In(lang).Has("measure.scale." + scale.Key) {
					t.Errorf("no %s words for %s", lang, scale.Key)
				}
			}
		}
	}
}

func TestRecordTakesOverTheTarget(t *testing.T) {
	at := journey.Ref{Kind: journey.KindStage, ID: "s"}
	d := document(journey.Metric{ID: "sat", Rank: "a"},
		journey.Measurement{ID: "v1", MetricID: "sat", At: at, Date: "2026-01-01", Value: num(1), Target: num(80)},
		journey.Measurement{ID: "v2", MetricID: "sat", At: at, Date: "2026-03-01", Value: num(1), Target: num(90)},
		journey.Measurement{ID: "v3", MetricID: "sat", At: at, Date: "2026-04-01", Value: num(1)})
	for date, want := range map[string]float64{"2026-02-01": 80, "2026-05-01": 90, "2025-01-01": 0} {
		var id journey.ID
		do(t, d, edit.LabelAddMeasurement, func(tx *edit.Tx) (err error) { id, err = Record(tx, "sat", at, date); return err })
		m, _ := d.Project().Measurements.Get(id)
		if m.Value != nil || (m.Target == nil) != (want == 0) || m.Target != nil && *m.Target != want {
			t.Errorf("%s: %+v", date, m)
		}
	}
	old, _ := d.Project().Measurements.Get("v2")
	if *old.Target != 90 {
		t.Error("the old target changed")
	}
}

func TestImport(t *testing.T) {
	at := journey.Ref{Kind: journey.KindStage, ID: "s"}
	d := document(journey.Metric{ID: "sat", Rank: "a", Name: "Happy"},
		journey.Measurement{ID: "v1", MetricID: "sat", At: at, Date: "2026-01-01", Value: num(60), Target: num(80), Source: "Survey"})
	table, err := values.Read([]byte("Metric,Stage,Date,Value,Target,Source\nHappy,Awareness,2026-01-01,61,,\nHappy,Awareness,2026-02-01,70,85,Phone\nNPS,,2026-02-01,47,,\nJoy,,2026-02-01,5,,\nJOY,,2026-03-01,6,,\nHappy,Nowhere,,1,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	before := d.Project()
	g := values.Guess(before, "m", table)
	g.Make = true
	plan := values.Resolve(before, "m", table, g, "2026-11-22")
	name := func(m values.Metric) string { return m.Name + string(m.Standard) }
	do(t, d, LabelImport, func(tx *edit.Tx) error { return Import(tx, plan, name) })
	got := ""
	p := d.Project()
	for _, s := range series.Of(p, "m") {
		got += s.Metric.Name + " at " + string(s.At.ID) + ":"
		for _, v := range s.Values {
			got += fmt.Sprint(" ", v.Date, " ", *v.Value)
			if v.Target != nil {
				got += fmt.Sprint("/", *v.Target)
			}
			got += " " + v.Source
		}
		got += "\n"
	}
	want := "NPS at m: 2026-02-01 47 \nJoy at m: 2026-02-01 5  2026-03-01 6 \nHappy at s: 2026-01-01 61/80 Survey 2026-02-01 70/85 Phone\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if again := values.Resolve(p, "m", table, g, "2026-11-22"); again.Count(values.Same) != 5 || again.Count(values.Refused) != 1 {
		t.Errorf("again: %+v", again.Rows)
	}
	d.Undo()
	if _, more := d.UndoLabel(); more || !journey.Between(d.Project(), before).IsEmpty() {
		t.Error("one step back does not undo it all")
	}
}
