package ui

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jejak/assets/words"
)

// TestWordsOfTheWindow holds the table against the sources: every key that is used is there in
// both languages, and none is there for nothing.
func TestWordsOfTheWindow(t *testing.T) {
	literal := regexp.MustCompile(`"((?:ui|inspector|outline|palette)\.[^"]*)"`)
	field := regexp.MustCompile(`(?:field1|segments|check|choose)\(in, id, "([a-z]+)"|in\.(?:outcome|degree)\("([a-z]+)"|^\t\t\{"([a-z]+)", \d`)
	used := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range literal.FindAllStringSubmatch(string(data), -1) {
			used[m[1]] = true
		}
		if filepath.Dir(path) != "inspector" {
			return nil
		}
		for _, line := range strings.Split(string(data), "\n") {
			for _, m := range field.FindAllStringSubmatch(line, -1) {
				used["inspector.field."+m[1]+m[2]+m[3]] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	areas := []string{"ui.", "inspector.", "outline.", "palette."}
	for _, lang := range words.Languages {
		keys, err := words.Keys(lang)
		if err != nil {
			t.Fatal(err)
		}
		for key := range used {
			if _, ok := keys[key]; ok || strings.HasSuffix(key, ".") {
				continue // a beginning that values are put behind
			}
			t.Errorf("%s: %q is used and not there", lang, key)
		}
		for key, file := range keys {
			mine := false
			for _, a := range areas {
				mine = mine || strings.HasPrefix(key, a)
			}
			if !mine || used[key] {
				continue
			}
			begun := false
			for u := range used {
				begun = begun || strings.HasSuffix(u, ".") && u != "inspector.field." && u != "palette." && strings.HasPrefix(key, u)
			}
			if !begun && !strings.HasPrefix(key, "palette.") {
				t.Errorf("%s: %q in %s is used nowhere", lang, key, file)
			}
		}
	}
}
