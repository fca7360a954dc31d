package exchange

import (
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"jejak/assets/words"
	"jejak/data/journey"
)

const (
	maxMermaid = 8 << 20 // bytes of a diagram; Mermaid itself stops at 50,000 characters
	maxRecords = 200_000 // that one diagram may grow into: every actor of every task is one
)

// ReadMermaid reads a user journey diagram as a project of one map: sections become stages, tasks
// touchpoints, actors personas, and a score of 1 to 5 the feeling of −2 to +2 of every actor of the
// task. Where a task names nobody, a persona called "Customer" keeps its score. What Mermaid 11
// accepts is read as Mermaid reads it.
//
// newID gives the IDs; nil means random UUIDs. The language of w is that of the project, of its
// lanes and of the persona without a name; nil means English. The error is a *SyntaxError where
// the text is at fault.
func ReadMermaid(r io.Reader, newID func() journey.ID, w *words.Table) (journey.Project, []Note, error) {
	data, err := readAll(r, maxMermaid)
	if err != nil {
		return journey.Project{}, nil, err
	}
	if newID == nil {
		newID = randomID
	}
	if w == nil {
		w = words.In("en")
	}
	src, notes := decodeText(data)
	title, src, more, err := frontMatter(src)
	if err != nil {
		return journey.Project{}, nil, err
	}
	notes = append(notes, more...)
	s, err := newScanner(src)
	if err != nil {
		return journey.Project{}, nil, err
	}
	d := diagram{newID: newID, words: w, personas: map[string]journey.ID{}, mapID: newID()}
	for {
		st, ok, err := s.next()
		if err != nil {
			return journey.Project{}, nil, err
		}
		if !ok {
			break
		}
		d.add(st)
		if len(d.records) > maxRecords {
			return journey.Project{}, nil, &SyntaxError{Line: st.line, Key: "cli.refused.records", Args: words.Args{"Limit": maxRecords}}
		}
	}
	notes = append(append(notes, s.notes...), d.notes...)
	return d.project(title), sortedNotes(notes), nil
}

func randomID() journey.ID { return journey.ID(uuid.NewString()) }

// diagram collects the records of a map while its statements are read.
type diagram struct {
	newID    func() journey.ID
	words    *words.Table
	records  []journey.Record
	notes    []Note
	mapID    journey.ID
	title    string
	accTitle string
	scenario string

	stage    journey.Stage // the one under way
	card     journey.Card  // the newest
	lane     journey.ID    // of touchpoints
	personas map[string]journey.ID
	persona  journey.Rank
}

func (d *diagram) add(st statement) {
	switch st.kind {
	case titleStatement:
		d.title = oneLine(plain(st.text))
	case accTitleStatement:
		d.accTitle = oneLine(plain(st.text))
	case accDescrStatement:
		if text := plain(st.text); text != "" {
			d.scenario = text
		}
	case sectionStatement:
		d.startStage(plain(st.text))
	case taskStatement:
		d.task(st)
	}
}

func (d *diagram) startStage(title string) {
	d.stage = journey.Stage{ID: d.newID(), MapID: d.mapID, Rank: journey.RankBetween(d.stage.Rank, ""), Title: title}
	d.records = append(d.records, d.stage)
	d.card = journey.Card{}
}

func (d *diagram) task(st statement) {
	if d.stage.ID == "" {
		d.startStage("") // Mermaid, too, draws tasks before any section without one
	}
	if d.lane == "" {
		d.lane = d.newID()
	}
	d.card = journey.Card{
		ID: d.newID(), MapID: d.mapID, StageID: d.stage.ID, LaneID: d.lane,
		Rank: journey.RankBetween(d.card.Rank, ""), Title: plain(st.text),
	}
	d.records = append(d.records, d.card)
	pieces := strings.Split(st.data, ":")
	var people []journey.ID
	if len(pieces) > 1 {
		people = d.people(pieces[1])
	}
	if len(pieces) > 2 {
		d.note(st, "cli.note.colons", words.Args{"Text": shown(plain(strings.Join(pieces[2:], ":")))})
	}
	value, ok := d.score(st, pieces[0])
	if !ok {
		return
	}
	if len(people) == 0 {
		people = []journey.ID{d.personaNamed(d.words.T("cli.import.customer"))}
	}
	at := journey.RefTo(d.card)
	for _, id := range people {
		d.records = append(d.records, journey.Point{ID: d.newID(), MapID: d.mapID, PersonaID: id, At: at, Value: value})
	}
}

// people returns the personas that a list of actors names, each once.
func (d *diagram) people(list string) []journey.ID {
	var ids []journey.ID
	had := map[journey.ID]bool{}
	for _, name := range strings.Split(list, ",") {
		name = oneLine(plain(name))
		if name == "" {
			continue
		}
		if id := d.personaNamed(name); !had[id] {
			had[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

func (d *diagram) personaNamed(name string) journey.ID {
	if id, ok := d.personas[name]; ok {
		return id
	}
	id := d.newID()
	d.personas[name] = id
	d.persona = journey.RankBetween(d.persona, "")
	d.records = append(d.records,
		journey.Persona{ID: id, Rank: d.persona, Name: name},
		journey.Appearance{ID: d.newID(), MapID: d.mapID, PersonaID: id, Rank: d.persona})
	return id
}

// score turns the score of a task into a feeling; ok is false where there is none to be read.
func (d *diagram) score(st statement, text string) (value float64, ok bool) {
	if trimSpace(text) == "" {
		d.note(st, "cli.note.scoreMissing", words.Args{"Name": shown(plain(st.text))})
		return 0, false
	}
	score, ok := number(text)
	if !ok {
		d.note(st, "cli.note.scoreText", words.Args{"Name": shown(plain(st.text)), "Score": shown(plain(text))})
		return 0, false
	}
	kept := min(max(score, 1), 5)
	if kept != score {
		d.note(st, "cli.note.scoreRange", words.Args{"Name": shown(plain(st.text)), "Score": shown(text), "Kept": kept})
	}
	return kept - 3, true
}

func (d *diagram) note(st statement, key string, args words.Args) {
	d.notes = append(d.notes, Note{Line: st.line, Key: key, Args: args})
}

var (
	decimal  = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$`)
	radix    = regexp.MustCompile(`^0([xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)$`)
	infinite = regexp.MustCompile(`^([+-]?)Infinity$`)
)

// number reads a number as JavaScript's Number does; ok is false for what is none.
func number(s string) (f float64, ok bool) {
	s = trimSpace(s)
	switch {
	case decimal.MatchString(s):
		f, err := strconv.ParseFloat(s, 64)
		return f, err == nil || math.IsInf(f, 0) // too large is infinite, as in JavaScript
	case radix.MatchString(s):
		n, err := strconv.ParseUint(s, 0, 64)
		if err != nil {
			return math.Inf(1), true
		}
		return float64(n), true
	case infinite.MatchString(s):
		if s[0] == '-' {
			return math.Inf(-1), true
		}
		return math.Inf(1), true
	}
	return 0, false
}

// project puts the map together. title is that of the front matter, which the diagram's own
// goes before.
func (d *diagram) project(title string) journey.Project {
	for _, t := range []string{d.title, oneLine(title), d.accTitle} {
		if t != "" {
			title = t
			break
		}
	}
	if d.lane == "" {
		d.lane = d.newID()
	}
	ranks := journey.RanksBetween("", "", 2)
	recs := append(d.records,
		journey.Info{ID: d.newID(), Title: title, Language: d.words.Lang()},
		journey.Map{ID: d.mapID, Rank: ranks[0], Title: title, Type: journey.CurrentState, Scenario: d.scenario},
		journey.Lane{ID: d.lane, MapID: d.mapID, Rank: ranks[0], LaneKind: journey.LaneTouchpoints,
			Title: d.words.T("map.lane." + string(journey.LaneTouchpoints))},
		journey.Lane{ID: d.newID(), MapID: d.mapID, Rank: ranks[1], LaneKind: journey.LaneEmotions,
			Title: d.words.T("map.lane." + string(journey.LaneEmotions))})
	return journey.FromRecords(recs)
}
