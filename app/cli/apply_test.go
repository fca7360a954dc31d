package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
)

// applied makes a file of a project and gives apply some lines.
func applied(t *testing.T, p journey.Project, lines ...string) (result, string) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("LC_ALL", "C")
	path := filepath.Join(dir, "a.jejak")
	if err := project.Save(path, p, project.WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	code := Run([]string{"apply", path}, strings.NewReader(strings.Join(lines, "\n")), &out, &errs, nil)
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the file there is %v (%v)", entries, err)
	}
	return result{code, out.String(), errs.String()}, path
}

func readProject(t *testing.T, path string) journey.Project {
	t.Helper()
	p, err := project.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// asLine writes an edit as apply reads it.
func asLine(t *testing.T, fields map[string]any) string {
	t.Helper()
	b, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestApply(t *testing.T) {
	p := journeytest.Big(20)
	var card journey.Card
	for c := range p.Cards.All() {
		if card.ID == "" || c.ID < card.ID {
			card = c
		}
	}
	var point journey.Point
	for pt := range p.Points.All() {
		point = pt
	}
	r, path := applied(t, p,
		asLine(t, map[string]any{"do": "title", "kind": "card", "id": card.ID, "text": "Pays by transfer"}),
		asLine(t, map[string]any{"do": "text", "kind": "card", "id": card.ID, "text": "and waits"}),
		"",
		asLine(t, map[string]any{"do": "emotion", "id": point.ID, "value": -1.25}),
		asLine(t, map[string]any{"do": "card", "stage": card.StageID, "step": card.StepID, "lane": card.LaneID, "before": card.ID, "text": "New"}),
		`{"do":"publish"}`,
		asLine(t, map[string]any{"do": "title", "kind": "card", "id": card.ID, "text": "away"}),
		`{"do":"undo"}`, `{"do":"redo"}`, `{"do":"undo"}`,
	)
	got := readProject(t, path)
	after, _ := got.Cards.Get(card.ID)
	feeling, _ := got.Points.Get(point.ID)
	var fresh journey.Card
	for c := range got.Cards.All() {
		if c.Title == "New" {
			fresh = c
		}
	}
	want := fmt.Sprintf("ok 1\nok 2\nok 4\nok 5 %s\nok 6\nok 7\nok 8\nok 9\nok 10\n", fresh.ID)
	if r.code != exitOK || r.out != want || r.err != "" {
		t.Errorf("exit %d, %q, %q, want %q", r.code, r.out, r.err, want)
	}
	if after.Title != "Pays by transfer" || after.Text != "and waits" || feeling.Value != -1.25 || fresh.ID == "" || got.Len() != p.Len()+1 {
		t.Errorf("the card is %+v, the feeling %v, the new card %+v", after, feeling.Value, fresh)
	}
}

func TestApplyRefuses(t *testing.T) {
	p := journeytest.Full()
	for line, want := range map[string]string{
		`nonsense`:                                         "no 1 this is not an edit: ",
		`{"do":"title"} {}`:                                "no 1 there is more than one object",
		`{"do":"title","colour":"red"}`:                    `no 1 this is not an edit: unknown field "colour"`,
		`{"do":"dance"}`:                                   `no 1 "do" is "dance", which is none of title, text,`,
		`{"do":"undo"}`:                                    "no 1 there is nothing to undo",
		`{"do":"redo"}`:                                    "no 1 there is nothing to redo",
		`{"do":"emotion","id":"x"}`:                        `no 1 "value" is missing`,
		`{"do":"emotion","id":"x","value":1}`:              "no 1 ",
		`{"do":"title","kind":"card","id":"none"}`:         "no 1 ",
		`{"do":"remove","kind":"card","id":"none"}`:        "no 1 ",
		`{"do":"remove","kind":"planet","id":"none"}`:      "no 1 ",
		`{"do":"card","stage":"s","lane":"l","text":"x"}`:  "no 1 ",
		`{"do":"title","kind":"point","id":"p","text":""}`: "no 1 ",
	} {
		r, path := applied(t, p, line)
		if r.code != exitFail || !strings.HasPrefix(r.out, want) || strings.Count(r.out, "\n") != 1 || !strings.HasSuffix(r.err, "one edit was refused\n") {
			t.Errorf("%s: %+v", line, r)
		}
		if strings.Contains(r.out, "[") {
			t.Errorf("%s: no words: %s", line, r.out)
		}
		if d := journey.Between(p, readProject(t, path)); !d.IsEmpty() {
			t.Errorf("%s: the file was changed: %+v", line, d)
		}
	}
	r, _ := applied(t, p, `{"do":"undo"}`, `{"do":"title","kind":"info","text":"`+strings.Repeat("x", maxEditSize)+`"}`)
	if r.code != exitFail || !strings.Contains(r.err, "line 2 of the input is longer") {
		t.Errorf("exit %d, %q", r.code, r.err)
	}
	if r := jejak(t, t.TempDir(), "apply", "none.jejak"); r.code != exitFail || r.out != "" || !strings.Contains(r.err, "does not exist") {
		t.Errorf("%+v", r)
	}
}

// failingWriter is a pipe whose reader has gone.
type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, os.ErrClosed }

// TestApplyIntoNothing: where nobody hears the answers the work ends, and what was done is saved.
func TestApplyIntoNothing(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	p := journeytest.Full()
	path := filepath.Join(t.TempDir(), "a.jejak")
	if err := project.Save(path, p, project.WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	first := `{"do":"title","kind":"info","id":"` + string(p.Info().ID) + `","text":"said"}`
	second := strings.ReplaceAll(first, "said", "not said")
	var errs bytes.Buffer
	if code := Run([]string{"apply", path}, strings.NewReader(first+"\n"+second+"\n"), failingWriter{}, &errs, nil); code != exitFail {
		t.Errorf("exit %d", code)
	}
	if got := readProject(t, path).Info().Title; got != "said" {
		t.Errorf("the title is %q", got)
	}
}
