package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestImportsPointDown keeps the house in order: main → app → canvas → data; assets imports
// nothing of the project; and each outside library stays in its one room.
func TestImportsPointDown(t *testing.T) {
	level := map[string]int{"assets": 0, "data": 1, "canvas": 2, "app": 3, ".": 4}
	rooms := []struct {
		library string
		allowed []string
	}{
		{"fyne.io/", []string{"app/ui", "."}},
		{"github.com/rymdport/portal", []string{"app/ui"}},
		{"github.com/jung-kurt/gofpdf", []string{"canvas/paint/pdf"}},
		{"database/sql", []string{"data/project"}},
		{"github.com/mattn/go-sqlite3", []string{"data/project"}},
	}
	never := []struct{ from, to string }{
		{"canvas", "jejak/data/edit"},
		{"canvas", "jejak/data/project"},
		{"data/edit", "jejak/data/project"},
		{"data/project", "jejak/data/edit"},
		{"data/journey", "jejak/data"}, // journeytest apart
		{"app/editor", "jejak/app/ui"},
		{"app/editor", "jejak/app/session"},
		{"app/editor", "jejak/data/project"},
		{"app/session", "jejak/app/ui"},
		{"app/session", "jejak/app/editor"},
		{"app/cli", "jejak/app/ui"},
		{"canvas/geom", "jejak/"},
		{"canvas/text", "jejak/data"},
		{"canvas/paint", "jejak/canvas/layout"},
	}
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); name == "build" || name == "testdata" || strings.HasPrefix(name, ".") && name != "." {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		files++
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir := filepath.ToSlash(filepath.Dir(path))
		test := strings.HasSuffix(path, "_test.go")
		for _, spec := range f.Imports {
			to, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if from, top := level[room(dir)], strings.TrimPrefix(to, "jejak/"); top != to && !test {
				if l, ok := level[room(top)]; !ok || l > from {
					t.Errorf("%s imports %s: that points up", path, to)
				}
				if room(dir) == "assets" {
					t.Errorf("%s imports %s: assets imports nothing of the project", path, to)
				}
			}
			for _, r := range rooms {
				if strings.HasPrefix(to, r.library) && !inside(dir, r.allowed) {
					t.Errorf("%s imports %s, which belongs in %v alone", path, to, r.allowed)
				}
			}
			for _, n := range never {
				if test || !inside(dir, []string{n.from}) || !strings.HasPrefix(to, n.to) {
					continue
				}
				if strings.HasPrefix(to, "jejak/"+n.from) {
					continue
				}
				t.Errorf("%s imports %s, which %s must not know", path, to, n.from)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Errorf("only %d files were looked at", files)
	}
}

// room is the first part of a folder's path.
func room(dir string) string {
	first, _, _ := strings.Cut(dir, "/")
	return first
}

func inside(dir string, rooms []string) bool {
	for _, r := range rooms {
		if dir == r || strings.HasPrefix(dir, r+"/") {
			return true
		}
	}
	return false
}
