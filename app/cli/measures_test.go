package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejak/data/journey"
	"jejak/data/project"
)

// measured makes a file of a small project with one value.
func measured(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	v, aim := 60.5, 80.0
	p := journey.FromRecords([]journey.Record{
		journey.Info{ID: "i", Language: "en"}, journey.Map{ID: "m", Rank: "a", Title: "Repair", Type: journey.CurrentState},
		journey.Map{ID: "n", Rank: "b", Title: "Rental", Type: journey.CurrentState},
		journey.Stage{ID: "s", MapID: "m", Rank: "a", Title: "Awareness"}, journey.Stage{ID: "r", MapID: "n", Rank: "a", Title: "Return"},
		journey.Metric{ID: "sat", Rank: "a", Name: "Satisfaction", Standard: journey.CSAT, Unit: "%"},
		journey.Measurement{ID: "v", MetricID: "sat", At: journey.Ref{Kind: journey.KindStage, ID: "s"}, Date: "2026-01-01", Value: &v, Target: &aim},
	})
	if err := project.Save(filepath.Join(dir, "a.jejak"), p, project.WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	return dir
}

const written = "\ufeffMap,Stage,Touchpoint,Metric,Date,Value,Target,Unit,Source\r\nRepair,Awareness,,Satisfaction,2026-01-01,60.5,80,%,\r\n"

func TestMeasuresAreWritten(t *testing.T) {
	dir := measured(t)
	if got := must(t, dir, "measures", "a.jejak"); got != written {
		t.Errorf("%q", got)
	}
	must(t, dir, "measures", "a.jejak", "-o", "out.csv", "--lang", "id")
	if got := read(t, dir, "out.csv"); !strings.Contains(got, "Repair;Awareness;;Satisfaction;2026-01-01;60,5;80;%;") {
		t.Errorf("%q", got)
	}
	if got := must(t, dir, "measures", "a.jejak", "--map", "rental"); strings.Contains(got, "Awareness") {
		t.Errorf("%q", got)
	}
}

func TestMeasuresAreTakenOver(t *testing.T) {
	dir := measured(t)
	write(t, dir, "in.csv", "Metric;Stage;Date;Value\nCSAT;awareness;2026-01-01;61,5\nCSAT;Awareness;2026-02-01;70\nNPS;;2026-02-01;47\nCSAT;Nowhere;;1\nJoy;;;1\n")
	r := jejak(t, dir, "measures", "a.jejak", "--csv", "in.csv")
	if r.code != exitFail || r.out != "added: 2, changed: 1, there already: 0\n" ||
		!strings.Contains(r.err, "in.csv, line 5: The map has no stage “Nowhere”.\n") || !strings.Contains(r.err, "in.csv, line 6: There is no metric “Joy”.\n") ||
		!strings.HasSuffix(r.err, "jejak: in.csv: 2 values do not fit; the others were taken over\n") {
		t.Errorf("exit %d\n%s%s", r.code, r.out, r.err)
	}
	p := readProject(t, filepath.Join(dir, "a.jejak"))
	v, _ := p.Measurements.Get("v")
	if *v.Value != 61.5 || *v.Target != 80 || p.Measurements.Len() != 3 || p.Metrics.Len() != 2 {
		t.Errorf("%+v, %d measurements, %d metrics", v, p.Measurements.Len(), p.Metrics.Len())
	}
	write(t, dir, "in.csv", "Metric,Map,Value\nJoy,Rental,5\n")
	if got := must(t, dir, "measures", "a.jejak", "--csv", "in.csv", "--make", "-o", "out.csv"); got != "added: 1, changed: 0, there already: 0\n" {
		t.Errorf("%q", got)
	}
	if got := read(t, dir, "out.csv"); !strings.Contains(got, "Rental,,,Joy,") {
		t.Errorf("%q", got)
	}
}

func TestMeasuresRefuse(t *testing.T) {
	dir := measured(t)
	before := read(t, dir, "a.jejak")
	write(t, dir, "book.csv", "PK\x03\x04\x00\x00")
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"measures", "a.jejak", "--csv", "none.csv"}, exitFail, "none.csv"},
		{[]string{"measures", "a.jejak", "--csv", "book.csv"}, exitFail, "book.csv: This is no table in text."},
		{[]string{"measures", "a.jejak", "--csv", "."}, exitFail, "folder"},
		{[]string{"measures", "a.jejak", "--make"}, exitUsage, "--csv"},
		{[]string{"measures", "a.jejak", "-o", "out.xlsx"}, exitUsage, "csv"},
		{[]string{"measures", "a.jejak", "--map", "Nothing"}, exitFail, "Nothing"},
		{[]string{"measures", "none.jejak"}, exitFail, "none.jejak"},
	} {
		r := jejak(t, dir, c.args...)
		if r.code != c.code || r.out != "" || !strings.Contains(r.err, c.want) || strings.Count(r.err, "\n") != 1 {
			t.Errorf("%v: exit %d, %q, %q", c.args, r.code, r.out, r.err)
		}
	}
	if read(t, dir, "a.jejak") != before {
		t.Error("the file was changed")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}
