package project

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project/row"
)

var update = flag.Bool("update", false, "write the file of the present version, if there is none")

// TestFilesOfEveryVersion opens a file that each version of the program really wrote, with a record of every kind
// in it, changes it, saves it, and compares. testdata/vN.jejak was written by version N and is never written again;
// vN.json says what version N put into it.
func TestFilesOfEveryVersion(t *testing.T) {
	if *update {
		writeVersion(t, fmt.Sprintf("testdata/v%d", Version))
	}
	files, err := filepath.Glob("testdata/v*.jejak")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != Version {
		t.Errorf("there are %d files for %d versions", len(files), Version)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text := mustBytes(t, strings.TrimSuffix(name, Extension)+".json")
			// Images are in the file alone: compared by what their rows say of them.
			inFile := mustRead(t, name)
			assets := map[string][]byte{}
			for img := range inFile.Images.All() {
				assets[row.HashOf(img.Data)] = img.Data
			}
			d, err := row.DecodeDiff(text, func(hash string) ([]byte, error) {
				if assets[hash] == nil {
					return nil, fmt.Errorf("no image %s", hash)
				}
				return assets[hash], nil
			})
			if err != nil {
				t.Fatal(err)
			}
			want := journey.FromRecords(d.Added)
			if want.Len() < len(journey.Kinds)-1 {
				t.Errorf("it holds %d records", want.Len())
			}
			wantEqual(t, inFile, want)
			path := put(t, t.TempDir(), "a.jejak", []byte(mustBytes(t, name)))
			f := opened(t, path)
			wantEqual(t, f.Project(), want)
			if err := f.Write(journey.Diff{Added: []journey.Record{journey.Tag{ID: "new", Rank: "z"}}}); err != nil {
				t.Fatal(err)
			}
			if err := f.Publish(path); err != nil {
				t.Fatal(err)
			}
			wantEqual(t, mustRead(t, path), f.Project())
			if findings, err := Check(path); err != nil || len(findings) > 0 {
				t.Errorf("after saving: %+v, %v", findings, err)
			}
		})
	}
}

func writeVersion(t *testing.T, name string) {
	t.Helper()
	if _, err := os.Stat(name + Extension); err == nil {
		return
	}
	p := journeytest.Full()
	if err := Save(name+Extension, p, WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	text, err := row.EncodeDiff(journey.Between(journey.Project{}, p))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name+".json", []byte(text+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}
