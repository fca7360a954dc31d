package ui

import (
	"strings"

	"jejak/app/editor"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/edit/blueprint"
	"jejak/data/journey"
)

// toldChanges is how many changes are told one by one.
const toldChanges = 12

// blueprintActions make a service blueprint of the map that is shown, and bring one up to its source.
func (w *Window) blueprintActions() []*editor.Action {
	follows := func() bool {
		if !w.open() {
			return false
		}
		_, ok := blueprint.Source(w.ed.Document().Project(), w.ed.MapID())
		return ok
	}
	return []*editor.Action{
		{ID: "map.blueprint", Menu: "map", Group: 4, Icon: "lane", When: func() bool { return w.open() && w.ed.MapID() != "" && !follows() },
			Do: does(w.deriveBlueprint)},
		{ID: "map.follow", Menu: "map", Group: 4, Icon: "redo", When: follows, Do: does(w.followSource)},
	}
}

// deriveBlueprint adds a blueprint of the map and shows it. What is written on it is in the language
// of the project.
func (w *Window) deriveBlueprint() {
	p, id := w.ed.Document().Project(), w.ed.MapID()
	table := w.words
	if lang := p.Info().Language; lang != "" {
		table = words.In(lang)
	}
	names := blueprint.Names{Customer: table.T("blueprint.customer"), Hint: table.T("map.hint.actions"),
		Map: table.F("blueprint.title", words.Args{"Title": w.shownTitle()})}
	var added journey.ID
	if w.change(blueprint.LabelDerive, w.shownTitle(), func(tx *edit.Tx) (err error) {
		added, err = blueprint.Derive(tx, id, names)
		return err
	}) == nil {
		w.ed.ShowMap(added)
	}
}

// followSource brings the blueprint up to the map it was made of, and tells what became different.
func (w *Window) followSource() {
	id := w.ed.MapID()
	source, _ := blueprint.Source(w.ed.Document().Project(), id)
	var changes []blueprint.Change
	if w.change(blueprint.LabelFollow, w.shownTitle(), func(tx *edit.Tx) (err error) {
		changes, err = blueprint.Follow(tx, id)
		return err
	}) != nil {
		return
	}
	args := words.Args{"Title": w.titled(source.Title)}
	if len(changes) == 0 {
		w.say("check", w.t("blueprint.same"), w.f("blueprint.same.text", args))
		return
	}
	var lines []string
	for i, c := range changes {
		if i == toldChanges {
			lines = append(lines, w.words.N("blueprint.more", len(changes)-i, nil))
			break
		}
		lines = append(lines, w.told(c))
	}
	w.say("check", w.f("blueprint.followed", args), strings.Join(lines, "\n"))
}

// told is a change as a sentence.
func (w *Window) told(c blueprint.Change) string {
	key := "blueprint.did." + string(c.What)
	if c.What == blueprint.Reordered && c.Kind == journey.KindStep {
		key = "blueprint.steps"
	}
	return w.f(key, words.Args{"Kind": w.t("blueprint.kind." + string(c.Kind)), "Title": w.titled(c.Title), "Was": w.titled(c.Was)})
}

// shownTitle is the title of the map that is shown.
func (w *Window) shownTitle() string {
	m, _ := w.ed.Document().Project().Maps.Get(w.ed.MapID())
	return m.Title
}

// titled is a title, or the word for one that is missing.
func (w *Window) titled(title string) string {
	if title == "" {
		return w.t("ui.untitled")
	}
	return title
}
