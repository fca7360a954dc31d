package find

import (
	"slices"

	"jejak/data/edit"
	"jejak/data/journey"
)

// field is one text of the records of a kind.
type field[T journey.Record] struct {
	name string // the json tag
	at   func(*T) *string
}

// texts reads and writes the texts of one kind of record.
type texts struct {
	names []string
	get   func(rec journey.Record, i int) string
	put   func(tx *edit.Tx, id journey.ID, change func(name, text string) string) error
}

func textsOf[T journey.Record](fields ...field[T]) texts {
	t := texts{
		get: func(rec journey.Record, i int) string {
			r, ok := rec.(T)
			if !ok {
				return ""
			}
			return *fields[i].at(&r)
		},
		put: func(tx *edit.Tx, id journey.ID, change func(name, text string) string) error {
			return edit.Update(tx, id, func(r *T) {
				for _, f := range fields {
					s := f.at(r)
					*s = change(f.name, *s)
				}
			})
		},
	}
	for _, f := range fields {
		t.names = append(t.names, f.name)
	}
	return t
}

// ofKind holds every field in which a person writes freely. What is chosen from a list, a date, a
// colour or the name of an icon is not a text.
var ofKind = map[journey.Kind]texts{
	journey.KindInfo: textsOf(
		field[journey.Info]{"title", func(r *journey.Info) *string { return &r.Title }},
		field[journey.Info]{"owner", func(r *journey.Info) *string { return &r.Owner }},
		field[journey.Info]{"version", func(r *journey.Info) *string { return &r.Version }},
		field[journey.Info]{"note", func(r *journey.Info) *string { return &r.Note }},
	),
	journey.KindImage: textsOf(
		field[journey.Image]{"name", func(r *journey.Image) *string { return &r.Name }},
		field[journey.Image]{"alt", func(r *journey.Image) *string { return &r.Alt }},
	),
	journey.KindTag: textsOf(
		field[journey.Tag]{"name", func(r *journey.Tag) *string { return &r.Name }},
	),
	journey.KindChannel: textsOf(
		field[journey.Channel]{"name", func(r *journey.Channel) *string { return &r.Name }},
		field[journey.Channel]{"cost", func(r *journey.Channel) *string { return &r.Cost }},
		field[journey.Channel]{"revenue", func(r *journey.Channel) *string { return &r.Revenue }},
		field[journey.Channel]{"note", func(r *journey.Channel) *string { return &r.Note }},
	),
	journey.KindPersona: textsOf(
		field[journey.Persona]{"name", func(r *journey.Persona) *string { return &r.Name }},
		field[journey.Persona]{"summary", func(r *journey.Persona) *string { return &r.Summary }},
		field[journey.Persona]{"quote", func(r *journey.Persona) *string { return &r.Quote }},
		field[journey.Persona]{"age", func(r *journey.Persona) *string { return &r.Age }},
		field[journey.Persona]{"occupation", func(r *journey.Persona) *string { return &r.Occupation }},
		field[journey.Persona]{"background", func(r *journey.Persona) *string { return &r.Background }},
		field[journey.Persona]{"goals", func(r *journey.Persona) *string { return &r.Goals }},
		field[journey.Persona]{"needs", func(r *journey.Persona) *string { return &r.Needs }},
		field[journey.Persona]{"motivations", func(r *journey.Persona) *string { return &r.Motivations }},
		field[journey.Persona]{"frustrations", func(r *journey.Persona) *string { return &r.Frustrations }},
		field[journey.Persona]{"technology", func(r *journey.Persona) *string { return &r.Technology }},
		field[journey.Persona]{"segment", func(r *journey.Persona) *string { return &r.Segment }},
		field[journey.Persona]{"source", func(r *journey.Persona) *string { return &r.Source }},
	),
	journey.KindMetric: textsOf(
		field[journey.Metric]{"name", func(r *journey.Metric) *string { return &r.Name }},
		field[journey.Metric]{"unit", func(r *journey.Metric) *string { return &r.Unit }},
		field[journey.Metric]{"formula", func(r *journey.Metric) *string { return &r.Formula }},
	),
	journey.KindMap: textsOf(
		field[journey.Map]{"title", func(r *journey.Map) *string { return &r.Title }},
		field[journey.Map]{"scenario", func(r *journey.Map) *string { return &r.Scenario }},
		field[journey.Map]{"expectations", func(r *journey.Map) *string { return &r.Expectations }},
		field[journey.Map]{"author", func(r *journey.Map) *string { return &r.Author }},
		field[journey.Map]{"version", func(r *journey.Map) *string { return &r.Version }},
	),
	journey.KindStage: textsOf(
		field[journey.Stage]{"title", func(r *journey.Stage) *string { return &r.Title }},
		field[journey.Stage]{"goal", func(r *journey.Stage) *string { return &r.Goal }},
		field[journey.Stage]{"note", func(r *journey.Stage) *string { return &r.Note }},
	),
	journey.KindStep: textsOf(
		field[journey.Step]{"title", func(r *journey.Step) *string { return &r.Title }},
		field[journey.Step]{"note", func(r *journey.Step) *string { return &r.Note }},
	),
	journey.KindLane: textsOf(
		field[journey.Lane]{"title", func(r *journey.Lane) *string { return &r.Title }},
		field[journey.Lane]{"hint", func(r *journey.Lane) *string { return &r.Hint }},
	),
	journey.KindCard: textsOf(
		field[journey.Card]{"title", func(r *journey.Card) *string { return &r.Title }},
		field[journey.Card]{"text", func(r *journey.Card) *string { return &r.Text }},
		field[journey.Card]{"owner", func(r *journey.Card) *string { return &r.Owner }},
		field[journey.Card]{"link", func(r *journey.Card) *string { return &r.Link }},
		field[journey.Card]{"source", func(r *journey.Card) *string { return &r.Source }},
		field[journey.Card]{"purpose", func(r *journey.Card) *string { return &r.Purpose }},
	),
	journey.KindPoint: textsOf(
		field[journey.Point]{"note", func(r *journey.Point) *string { return &r.Note }},
	),
	journey.KindLink: textsOf(
		field[journey.Link]{"label", func(r *journey.Link) *string { return &r.Label }},
	),
	journey.KindMeasurement: textsOf(
		field[journey.Measurement]{"source", func(r *journey.Measurement) *string { return &r.Source }},
	),
	journey.KindAction: textsOf(
		field[journey.Action]{"title", func(r *journey.Action) *string { return &r.Title }},
		field[journey.Action]{"note", func(r *journey.Action) *string { return &r.Note }},
		field[journey.Action]{"owner", func(r *journey.Action) *string { return &r.Owner }},
		field[journey.Action]{"department", func(r *journey.Action) *string { return &r.Department }},
	),
	journey.KindComment: textsOf(
		field[journey.Comment]{"author", func(r *journey.Comment) *string { return &r.Author }},
		field[journey.Comment]{"text", func(r *journey.Comment) *string { return &r.Text }},
	),
}

// Fields lists the names of all fields that are searched, each once, for whoever has words for
// them.
func Fields() []string {
	var names []string
	for _, k := range journey.Kinds {
		for _, n := range ofKind[k].names {
			if !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	return names
}
