package values

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

const today = "2026-11-22"

func num(v float64) *float64 { return &v }

func ref(kind journey.Kind, id journey.ID) journey.Ref { return journey.Ref{Kind: kind, ID: id} }

// shop is a project with two maps of two stages.
func shop(more ...journey.Record) journey.Project {
	return journey.FromRecords(append([]journey.Record{
		journey.Info{ID: "i", Language: "en"},
		journey.Map{ID: "m", Rank: "a", Title: "Repair", Type: journey.CurrentState}, journey.Map{ID: "n", Rank: "b", Title: "Rental", Type: journey.CurrentState},
		journey.Stage{ID: "aware", MapID: "m", Rank: "a", Title: "Awareness"}, journey.Stage{ID: "buy", MapID: "m", Rank: "b", Title: "Purchase"},
		journey.Stage{ID: "rent", MapID: "n", Rank: "a", Title: "Purchase"},
		journey.Lane{ID: "t", MapID: "m", Rank: "a", LaneKind: journey.LaneTouchpoints}, journey.Lane{ID: "x", MapID: "m", Rank: "b", LaneKind: journey.LaneText},
		journey.Card{ID: "ad", MapID: "m", StageID: "aware", LaneID: "t", Rank: "a", Title: "Sees an ad"},
		journey.Card{ID: "note", MapID: "m", StageID: "aware", LaneID: "x", Rank: "a", Title: "sees an  AD"},
		journey.Card{ID: "ask1", MapID: "m", StageID: "aware", LaneID: "t", Rank: "b", Title: "Asks"},
		journey.Card{ID: "ask2", MapID: "m", StageID: "buy", LaneID: "t", Rank: "a", Title: "Asks"},
		journey.Metric{ID: "sat", Rank: "a", Name: "Happy people", Standard: journey.CSAT, Unit: "%", Min: num(0), Max: num(100)},
		journey.Metric{ID: "wait", Rank: "b", Name: "Waiting", Unit: "min", Direction: journey.LowerIsBetter},
	}, more...))
}

// told writes a plan down, a row a line.
func told(p Plan) string {
	var b strings.Builder
	for _, r := range p.Rows {
		fmt.Fprintf(&b, "%d %s", r.Line, r.Fate)
		if r.Fate == Refused {
			fmt.Fprintf(&b, " %s %s\n", r.Problem, r.What)
			continue
		}
		write := func(name string, v *float64) {
			if v != nil {
				fmt.Fprintf(&b, " %s %v", name, *v)
			}
		}
		fmt.Fprintf(&b, " %s%s%s at %s %s", r.Metric.ID, r.Metric.Standard, r.Metric.Name, r.At.ID, r.Date)
		write("value", r.Value)
		write("target", r.Target)
		if r.Source != "" {
			fmt.Fprintf(&b, " from %s", r.Source)
		}
		if r.Old != "" {
			fmt.Fprintf(&b, " was %s", r.Old)
		}
		if r.Outside != 0 {
			fmt.Fprintf(&b, " outside %d", r.Outside)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestGuessAndResolve(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
	}{
		{"by the header", "Metric,Stage,Date,Value,Target,Source\nHappy people,Awareness,2026-03-01,72,80,Survey\nNPS,,2026-03-01,47,,\n",
			"2 adds sat at aware 2026-03-01 value 72 target 80 from Survey\n3 adds NPS at m 2026-03-01 value 47\n"},
		{"in Indonesian", "Metrik;Tahap;Tanggal;Nilai;Sumber\nKepuasan pelanggan;Purchase;5 Mei 2026;72,5;Survei\nTingkat konversi;awareness;Mei 2026;40 %;\n",
			"2 adds sat at buy 2026-05-05 value 72.5 from Survei\n3 adds conversion rate at aware 2026-05-01 value 40\n"},
		{"without a header", "CSAT\tAwareness\t72\t80\t01/03/2026\nWaiting\tRepair\t12.5\t10\t31/03/2026\n",
			"1 adds sat at aware 2026-03-01 value 72 target 80\n2 adds wait at m 2026-03-31 value 12.5 target 10\n"},
		{"a column for each metric", "Tahap;CSAT;Waiting;NPS\nAwareness;72;5,5;\nPurchase;;9;-20\n",
			"2 adds sat at aware 2026-11-22 value 72\n2 adds wait at aware 2026-11-22 value 5.5\n3 adds wait at buy 2026-11-22 value 9\n3 adds NPS at buy 2026-11-22 value -20\n"},
		{"places: map, stage, touchpoint before another card", "Place,Metric,Value\nRepair,CSAT,1\n PURCHASE ,CSAT,2\nSees an ad,CSAT,3\n",
			"2 adds sat at m 2026-11-22 value 1\n3 adds sat at buy 2026-11-22 value 2\n4 adds sat at ad 2026-11-22 value 3\n"},
		{"touchpoints of a stage, stages of another map", "Map,Stage,Touchpoint,Metric,Value\n,Purchase,Asks,CSAT,1\nRepair,Awareness,asks,CSAT,2\nRental,Purchase,,CSAT,3\n",
			"2 adds sat at ask2 2026-11-22 value 1\n3 adds sat at ask1 2026-11-22 value 2\n4 adds sat at rent 2026-11-22 value 3\n"},
		{"what does not fit", "Metric,Map,Stage,Touchpoint,Date,Value\nJoy,,,,,1\n,,,,,1\nCSAT,Elsewhere,,,,1\nCSAT,,Nowhere,,,1\nCSAT,,,Nobody,,1\nCSAT,,,Asks,,1\nCSAT,,,,soon,1\nCSAT,,,,,many\nCSAT,,,,,\n",
			"2 refused unknownMetric Joy\n3 refused noMetric \n4 refused noMap Elsewhere\n5 refused noStage Nowhere\n6 refused noTouchpoint Nobody\n7 refused several Asks\n8 refused badDate soon\n9 refused badNumber many\n10 refused noValue \n"},
		{"a place that is nowhere", "Place,Metric,Value\nNowhere,CSAT,1\nAsks,CSAT,1\n", "2 refused noPlace Nowhere\n3 refused several Asks\n"},
		{"twice", "Metric,Value\nCSAT,1\ncustomer satisfaction,2\n", "2 adds sat at m 2026-11-22 value 1\n3 refused twice 2\n"},
		{"outside the range", "Metric,Value\nCSAT,140\nNPS,-101\nCES,7\n",
			"2 adds sat at m 2026-11-22 value 140 outside 1\n3 adds NPS at m 2026-11-22 value -101 outside -1\n4 adds CES at m 2026-11-22 value 7\n"},
		{"only a target", "Metric,Target\nCSAT,80\n", "2 adds sat at m 2026-11-22 target 80\n"},
		{"columns that mean nothing", "ID,Metric,Unit,Value\n1,CSAT,%,60 %\n", "2 adds sat at m 2026-11-22 value 60\n"},
		{"the header may call a column of texts anything", "Frage,CSAT\nAwareness,60\n", "2 adds sat at aware 2026-11-22 value 60\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Read([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			p := shop()
			if got := told(Resolve(p, "m", table, Guess(p, "m", table), today)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestMakingMetrics(t *testing.T) {
	p := shop()
	table, _ := Read([]byte("Metric,Value\nJoy,1\n joy ,2\nNPS,3\nSorrow,x\n"))
	g := Guess(p, "m", table)
	g.Make = true
	plan := Resolve(p, "m", table, g, today)
	if got, want := told(plan), "2 adds Joy at m 2026-11-22 value 1\n3 refused twice 2\n4 adds NPS at m 2026-11-22 value 3\n5 refused badNumber x\n"; got != want {
		t.Errorf("got\n%s", got)
	}
	if len(plan.Made) != 2 || plan.Made[0].Name != "Joy" || plan.Made[1].Standard != journey.NPS {
		t.Errorf("made are %v", plan.Made)
	}
}

func TestWhatIsThereAlready(t *testing.T) {
	at := ref(journey.KindStage, "aware")
	p := shop(
		journey.Measurement{ID: "v1", MetricID: "sat", At: at, Date: "2026-03-01", Value: num(60), Target: num(80), Source: "Survey"},
		journey.Measurement{ID: "v2", MetricID: "sat", At: at, Date: "2026-04-01", Value: num(65), Target: num(90)},
	)
	table, _ := Read([]byte("Metric,Stage,Date,Value,Target,Source\nCSAT,Awareness,2026-03-01,60,,\nCSAT,Awareness,2026-04-01,66,,\n" +
		"CSAT,Awareness,2026-05-01,70,,\nCSAT,Awareness,2026-06-01,71,95,\nCSAT,Awareness,2026-02-01,50,,\n"))
	want := "2 same sat at aware 2026-03-01 value 60 was v1\n3 changes sat at aware 2026-04-01 value 66 was v2\n" +
		"4 adds sat at aware 2026-05-01 value 70 target 90\n5 adds sat at aware 2026-06-01 value 71 target 95\n6 adds sat at aware 2026-02-01 value 50\n"
	plan := Resolve(p, "m", table, Guess(p, "m", table), today)
	if got := told(plan); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if plan.Count(Adds) != 3 || plan.Count(Changes) != 1 || plan.Count(Same) != 1 || plan.Count(Refused) != 0 {
		t.Error("counted wrong")
	}
}

func TestMappingIsObeyed(t *testing.T) {
	p := shop()
	table, _ := Read([]byte("CSAT\t1.234\t03/04/2026\n"))
	g := Mapping{Columns: []Column{{Field: MetricName}, {Field: ValueField}, {Field: DateField}}, Mark: Comma, Order: MonthFirst}
	if got, want := told(Resolve(p, "m", table, g, today)), "1 adds sat at m 2026-03-04 value 1234 outside 1\n"; got != want {
		t.Errorf("got %s", got)
	}
	g.Mark, g.Order = Point, DayFirst
	if got, want := told(Resolve(p, "m", table, g, today)), "1 adds sat at m 2026-04-03 value 1.234\n"; got != want {
		t.Errorf("got %s", got)
	}
	g.Columns = g.Columns[:1] // fewer than the table has
	if got, want := told(Resolve(p, "m", table, g, today)), "1 refused noValue \n"; got != want {
		t.Errorf("got %s", got)
	}
}

func TestEveryProblemHasWords(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		for _, problem := range Problems {
			if s := (Row{Problem: problem, What: "X"}).Text(w); s == "" || strings.ContainsAny(s, "[{<") {
				t.Errorf("%s: %q", problem, s)
			}
		}
		for _, r := range Reasons {
			if s := (&Error{r}).Text(w); strings.ContainsAny(s, "[{<") {
				t.Errorf("%s: %q", r, s)
			}
		}
	}
	if (Row{}).Text(words.In("en")) != "" {
		t.Error("a row without a problem has a text")
	}
}

// What is written is read back as what is there already, in either language.
func TestWrittenIsReadBack(t *testing.T) {
	p := shop(
		journey.Metric{ID: "odd", Rank: "c", Name: "=cmd|' /C calc'!A0", Unit: "\"x\";y"},
		journey.Measurement{ID: "v1", MetricID: "sat", At: ref(journey.KindStage, "aware"), Date: "2026-03-01", Value: num(60.25), Target: num(80), Source: "+62 line, \"open\""},
		journey.Measurement{ID: "v2", MetricID: "odd", At: ref(journey.KindCard, "ask2"), Date: "2026-04-01", Value: num(-1234.5)},
		journey.Measurement{ID: "v3", MetricID: "wait", At: ref(journey.KindMap, "n"), Date: "2026-04-02", Target: num(1e-7)},
		journey.Measurement{ID: "v4", MetricID: "wait", At: ref(journey.KindStage, "rent"), Date: "2026-04-02", Value: num(1234.567)},
	)
	for _, lang := range words.Languages {
		var out bytes.Buffer
		if err := Write(&out, p, []journey.ID{"m", "n", "gone"}, words.In(lang)); err != nil {
			t.Fatal(err)
		}
		table, err := Read(out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		plan := Resolve(p, "m", table, Guess(p, "m", table), today)
		if len(plan.Rows) != 4 || plan.Count(Same) != 4 {
			t.Errorf("%s:\n%s%s", lang, out.String(), told(plan))
		}
	}
}

// No text in a written table can be a formula, whatever the project says.
func TestNothingWrittenIsAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[=+\-@'\t\r]{0,3}[A-Z0-9(|!;,"]{0,5}`))
		p := shop(
			journey.Metric{ID: "odd", Rank: "c", Name: text.Draw(t, "name"), Unit: text.Draw(t, "unit")},
			journey.Measurement{ID: "v1", MetricID: "odd", At: ref(journey.KindStage, "aware"), Value: num(rapid.Float64().Draw(t, "v")), Source: text.Draw(t, "source")},
		)
		for _, row := range Cells(p, []journey.ID{"m"}, words.In(rapid.SampledFrom(words.Languages).Draw(t, "lang")))[1:] {
			for i, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && i != 5 {
					t.Fatalf("cell %d is %q", i, cell)
				}
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"Metric,Value\nCSAT,72\n", "Metrik;Tahap;Nilai\nCES;Beli;5,5\n", "a\t\"b\nc\"\t1.5\n", "\xff\xfea\x00,\x00", "sep=;\na;b", "\"", "CSAT\t2026-01-01\t−5 %\tAwareness"} {
		f.Add([]byte(seed))
	}
	p := shop()
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := Read(data)
		if err != nil {
			return
		}
		if len(table.Rows) == 0 || len(table.Lines) != len(table.Rows) {
			t.Fatalf("%d rows, %d lines", len(table.Rows), len(table.Lines))
		}
		g := Guess(p, "m", table)
		g.Make = true
		plan := Resolve(p, "m", table, g, today)
		for _, r := range plan.Rows {
			switch {
			case (r.Fate == Refused) != (r.Problem != ""):
				t.Fatalf("%+v", r)
			case r.Fate != Refused && (!p.Has(r.At) || r.Value == nil && r.Target == nil):
				t.Fatalf("%+v", r)
			}
		}
		// What was read can be written as a table again, and means the same.
		var out bytes.Buffer
		c := csv.NewWriter(&out)
		for _, row := range table.Rows {
			line := make([]string, table.Width+1)
			for i, cell := range row {
				line[i] = armed(cell)
			}
			line[table.Width] = "|" // so that no other sign parts the cells
			if err := c.Write(line); err != nil {
				t.Fatal(err)
			}
		}
		c.Flush()
		rows, _, err := split(out.String(), ',', MaxRows)
		if err != nil || len(rows) != len(table.Rows) {
			t.Fatalf("%v: %d rows of %d", err, len(rows), len(table.Rows))
		}
		for i, row := range rows {
			for j, cell := range table.Rows[i] {
				if row[j] != cell {
					t.Fatalf("row %d cell %d: %q, was %q", i, j, row[j], cell)
				}
			}
		}
	})
}

func TestFullProjectIsReadBack(t *testing.T) {
	p := journeytest.Full()
	var maps []journey.ID
	for _, m := range p.MapsInOrder() {
		maps = append(maps, m.ID)
	}
	rows := Cells(p, maps, words.In("en"))
	if len(rows) != p.Measurements.Len()+1 {
		t.Errorf("%d rows for %d measurements", len(rows), p.Measurements.Len())
	}
}
