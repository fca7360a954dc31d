package ui

import (
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
	literal := regexp.MustCompile(`"(ui\.[^"]*)"`)
	used := map[string]bool{}
	field := regexp.MustCompile(`(?:field1|segments|check|choose)\(in, id, "([a-z]+)"|in\.(?:outcome|degree)\("([a-z]+)"|^\t\t\{"([a-z]+)", \d`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range literal.FindAllStringSubmatch(string(data), -1) {
			used[m[1]] = true
		}
		for _, line := range strings.Split(string(data), "\n") {
			for _, m := range field.FindAllStringSubmatch(line, -1) {
				used["ui.field."+m[1]+m[2]+m[3]] = true
			}
		}
	}
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
			if !strings.HasPrefix(key, "ui.") || used[key] {
				continue
			}
			begun := false
			for u := range used {
				begun = begun || strings.HasSuffix(u, ".") && u != "ui.field." && strings.HasPrefix(key, u)
			}
			if !begun {
				t.Errorf("%s: %q in %s is used nowhere", lang, key, file)
			}
		}
	}
}
