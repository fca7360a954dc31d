// Package blueprint makes a service blueprint of the map that is shown, brings one up to the map it was
// made of, and tells what became different. All of it belongs to Fyne's goroutine.
package blueprint

import (
	"strings"

	"jejak/app/editor"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/edit/blueprint"
	"jejak/data/journey"
)

// Options are what the blueprints ask of their window.
type Options struct {
	Words  func() *words.Table
	Editor *editor.Editor
	Open   func() bool                                          // a project is open
	Change func(key, name string, f func(*edit.Tx) error) error // one undo step; it tells of its trouble
	Say    func(icon, title, text string)
}

// Blueprints are those of the project in one window.
type Blueprints struct{ o Options }

// New returns the blueprints of a window.
func New(o Options) *Blueprints { return &Blueprints{o} }

// toldChanges is how many changes are told one by one.
const toldChanges = 12

// Actions make a blueprint of the map that is shown, and bring one up to its source.
func (b *Blueprints) Actions() []*editor.Action {
	follows := func() bool {
		if !b.o.Open() {
			return false
		}
		_, ok := blueprint.Source(b.o.Editor.Document().Project(), b.o.Editor.MapID())
		return ok
	}
	return []*editor.Action{
		{ID: "map.blueprint", Menu: "map", Group: 4, Icon: "lane",
			When: func() bool { return b.o.Open() && b.o.Editor.MapID() != "" && !follows() },
			Do:   func() error { b.derive(); return nil }},
		{ID: "map.follow", Menu: "map", Group: 4, Icon: "redo", When: follows, Do: func() error { b.follow(); return nil }},
	}
}

// derive adds a blueprint of the map and shows it. What is written on it is in the language
// of the project.
func (b *Blueprints) derive() {
	p, id := b.o.Editor.Document().Project(), b.o.Editor.MapID()
	table := b.o.Words()
	if lang := p.Info().Language; lang != "" {
		table = words.In(lang)
	}
	names := blueprint.Names{Customer: table.T("blueprint.customer"), Hint: table.T("map.hint.actions"),
		Map: table.F("blueprint.title", words.Args{"Title": b.shown()})}
	var added journey.ID
	if b.o.Change(blueprint.LabelDerive, b.shown(), func(tx *edit.Tx) (err error) {
		added, err = blueprint.Derive(tx, id, names)
		return err
	}) == nil {
		b.o.Editor.ShowMap(added)
	}
}

// follow brings the blueprint up to the map it was made of, and tells what became different.
func (b *Blueprints) follow() {
	id := b.o.Editor.MapID()
	source, _ := blueprint.Source(b.o.Editor.Document().Project(), id)
	var changes []blueprint.Change
	if b.o.Change(blueprint.LabelFollow, b.shown(), func(tx *edit.Tx) (err error) {
		changes, err = blueprint.Follow(tx, id)
		return err
	}) != nil {
		return
	}
	args := words.Args{"Title": b.titled(source.Title)}
	if len(changes) == 0 {
		b.o.Say("check", b.t("blueprint.same"), b.f("blueprint.same.text", args))
		return
	}
	var lines []string
	for i, c := range changes {
		if i == toldChanges {
			lines = append(lines, b.o.Words().N("blueprint.more", len(changes)-i, nil))
			break
		}
		lines = append(lines, b.told(c))
	}
	b.o.Say("check", b.f("blueprint.followed", args), strings.Join(lines, "\n"))
}

// told is a change as a sentence.
func (b *Blueprints) told(c blueprint.Change) string {
	key := "blueprint.did." + string(c.What)
	if c.What == blueprint.Reordered && c.Kind == journey.KindStep {
		key = "blueprint.steps"
	}
	return b.f(key, words.Args{"Kind": b.t("blueprint.kind." + string(c.Kind)), "Title": b.titled(c.Title), "Was": b.titled(c.Was)})
}

// shown is the title of the map that is shown.
func (b *Blueprints) shown() string {
	m, _ := b.o.Editor.Document().Project().Maps.Get(b.o.Editor.MapID())
	return m.Title
}

// titled is a title, or the word for one that is missing.
func (b *Blueprints) titled(title string) string {
	if title == "" {
		return b.t("ui.untitled")
	}
	return title
}

func (b *Blueprints) t(key string) string { return b.o.Words().T(key) }

func (b *Blueprints) f(key string, args words.Args) string { return b.o.Words().F(key, args) }
