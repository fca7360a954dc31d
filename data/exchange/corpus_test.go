package exchange

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// diagramFacts is what Mermaid's own parser reads from a diagram.
type diagramFacts struct {
	Title          string
	AccTitle       string
	AccDescription string
	Sections       []string
	Tasks          []struct {
		Section string
		Task    string
		Score   *float64
		People  []string
	}
}

// TestDiagramsThatPeopleWrote reads a collection that is kept beside the project, not in it.
func TestDiagramsThatPeopleWrote(t *testing.T) {
	files, err := filepath.Glob("../../../shared/journeys/*.mmd")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			in, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			p, notes, err := ReadMermaid(in, journeytest.IDs(), nil)
			facts, ferr := os.ReadFile(strings.TrimSuffix(file, ".mmd") + ".json")
			if ferr != nil { // Mermaid refuses it: we may read it and say so, or name the line
				if err == nil && len(notes) == 0 {
					t.Fatal("read without a note")
				}
				if refused, ok := err.(*SyntaxError); err != nil && (!ok || refused.Line == 0) {
					t.Fatalf("no line in %v", err)
				}
				t.Logf("%v %v", notes, err)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var want diagramFacts
			if err := json.Unmarshal(facts, &want); err != nil {
				t.Fatal(err)
			}
			compareFacts(t, p, want)
		})
	}
}

func compareFacts(t *testing.T, p journey.Project, want diagramFacts) {
	t.Helper()
	m := p.MapsInOrder()[0]
	if title := oneLine(want.Title); title != "" && m.Title != title {
		t.Errorf("title %q, want %q", m.Title, title)
	}
	if oneLine(m.Scenario) != oneLine(want.AccDescription) {
		t.Errorf("scenario %q, want %q", m.Scenario, want.AccDescription)
	}
	x := journey.NewIndex(p, m.ID)
	stages := x.Stages
	if len(want.Tasks) > 0 && want.Tasks[0].Section == "" {
		stages = stages[1:]
	}
	var sections []string
	for _, s := range stages {
		sections = append(sections, oneLine(s.Title))
	}
	var wanted []string
	for _, s := range want.Sections {
		wanted = append(wanted, oneLine(lineBreak.ReplaceAllString(s, " ")))
	}
	if strings.Join(sections, "|") != strings.Join(wanted, "|") {
		t.Errorf("sections %q, want %q", sections, wanted)
	}
	feelings := map[journey.Ref]map[string]float64{}
	for pt := range p.Points.All() {
		if feelings[pt.At] == nil {
			feelings[pt.At] = map[string]float64{}
		}
		persona, _ := p.Personas.Get(pt.PersonaID)
		feelings[pt.At][persona.Name] = pt.Value
	}
	actors := map[string]bool{}
	cards := x.CardsInOrder()
	if len(cards) != len(want.Tasks) {
		t.Fatalf("%d touchpoints, want %d", len(cards), len(want.Tasks))
	}
	for i, c := range cards {
		task := want.Tasks[i]
		stage, _ := p.Stages.Get(c.StageID)
		if c.Title != oneLine(task.Task) || oneLine(stage.Title) != oneLine(lineBreak.ReplaceAllString(task.Section, " ")) {
			t.Errorf("touchpoint %d is %q in %q, want %q in %q", i, c.Title, stage.Title, task.Task, task.Section)
		}
		people := map[string]bool{}
		for _, name := range task.People {
			if name = oneLine(name); name != "" {
				people[name], actors[name] = true, true
			}
		}
		got := feelings[journey.RefTo(c)]
		if task.Score == nil {
			if len(got) != 0 {
				t.Errorf("%q has feelings %v, want none", c.Title, got)
			}
			continue
		}
		if len(people) == 0 {
			people, actors["Customer"] = map[string]bool{"Customer": true}, true
		}
		if len(got) != len(people) {
			t.Errorf("%q: people %v, want %v", c.Title, got, people)
		}
		for name, value := range got {
			if !people[name] || value != min(max(*task.Score, 1), 5)-3 {
				t.Errorf("%q: %s feels %v, want score %v of %v", c.Title, name, value, *task.Score, people)
			}
		}
	}
	if p.Personas.Len() != len(actors) || p.Appearances.Len() != len(actors) {
		t.Errorf("%d personas, want %v", p.Personas.Len(), actors)
	}
	if f := journey.Validate(p); len(f) > 0 {
		t.Errorf("unsound: %v", f)
	}
}
