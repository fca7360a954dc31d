package project

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"jejak/data/journey"
	"jejak/data/project/lite"
)

// small is a sound project with a record of most kinds.
func small() journey.Project {
	f := 4.5
	return journey.FromRecords([]journey.Record{
		journey.Info{ID: "info", Title: "Buying a bicycle", Language: "en"},
		journey.Image{ID: "image", Name: "shop", Media: "image/png", Width: 2, Height: 1, Data: []byte("not really a PNG")},
		journey.Tag{ID: "tag", Rank: "a0", Name: "trust"},
		journey.Channel{ID: "channel", Rank: "a0", Name: "WhatsApp", Reach: journey.ReachOnline},
		journey.Persona{ID: "persona", Rank: "a0", Name: "Sari", ChannelIDs: []journey.ID{"channel"}, ImageID: "image"},
		journey.Metric{ID: "metric", Rank: "a0", Name: "CSAT", Standard: journey.CSAT, Min: new(float64), Max: &f, Direction: journey.HigherIsBetter},
		journey.Map{ID: "map", Rank: "a0", Title: "Sari buys", Type: journey.CurrentState},
		journey.Appearance{ID: "appearance", MapID: "map", PersonaID: "persona", Rank: "a0"},
		journey.Stage{ID: "stage", MapID: "map", Rank: "a0", Title: "Try", Width: 123.25},
		journey.Step{ID: "step", StageID: "stage", Rank: "a0", Title: "Ride"},
		journey.Lane{ID: "lane", MapID: "map", Rank: "a0", LaneKind: journey.LaneTouchpoints, Title: "Touchpoints"},
		journey.Card{ID: "card", MapID: "map", StageID: "stage", StepID: "step", LaneID: "lane", Rank: "a0", Title: "Test ride 🚲", TagIDs: []journey.ID{"tag"}, MomentOfTruth: true},
		journey.Point{ID: "point", MapID: "map", PersonaID: "persona", At: journey.Ref{Kind: journey.KindCard, ID: "card"}, Value: -1.5},
		journey.Measurement{ID: "measurement", MetricID: "metric", At: journey.Ref{Kind: journey.KindCard, ID: "card"}, Value: &f},
		journey.Comment{ID: "comment", At: journey.Ref{Kind: journey.KindMap, ID: "map"}, Text: "Nice", Created: 1700000000000},
	})
}

// saved writes p to a file in a new folder and returns its path.
func saved(t testing.TB, p journey.Project) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.jejak")
	if err := Save(path, p, WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	return path
}

// opened opens path and closes it when the test ends.
func opened(t testing.TB, path string, opts ...Option) *File {
	t.Helper()
	f, err := Open(path, append([]Option{WorkingIn(t.TempDir())}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func mustRead(t testing.TB, path string) journey.Project {
	t.Helper()
	p, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func wantEqual(t testing.TB, got, want journey.Project) {
	t.Helper()
	if d := journey.Between(want, got); !d.IsEmpty() {
		t.Fatalf("the projects differ: %+v", d)
	}
}

// entries lists the names in a folder.
func entries(t testing.TB, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

func wantEntries(t testing.TB, dir string, want ...string) {
	t.Helper()
	if got := entries(t, dir); !slices.Equal(got, want) {
		t.Errorf("%s holds %q, want %q", dir, got, want)
	}
}

// alter runs SQL on a file, as another program would.
func alter(t testing.TB, path string, sql ...string) {
	t.Helper()
	conn, err := lite.Create(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sql {
		if err := conn.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := conn.Close(); err != nil {
		t.Fatal(err)
	}
}

// sign computes the digest of an altered file anew, so that it counts as sound.
func sign(t testing.TB, path string) {
	t.Helper()
	conn, err := lite.Connect(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	version, err := conn.Number("PRAGMA user_version")
	if err != nil {
		t.Fatal(err)
	}
	found, err := readContents(conn, int(version))
	if err != nil {
		t.Fatal(err)
	}
	if err := conn.Exec(`UPDATE "meta" SET "digest" = ?`, found.Digest); err != nil {
		t.Fatal(err)
	}
	if err := conn.Close(); err != nil {
		t.Fatal(err)
	}
}
