package tab

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// MapsOptions is what Maps asks of its window. All must be there.
type MapsOptions struct {
	Editor *editor.Editor
	Canvas fyne.Canvas
	Words  func() *words.Table
	Change func(l edit.Label, f func(*edit.Tx) error) error // makes an undo step, and tells a person of trouble
	Ask    func(q ask.Question)
	Run    func(id editor.ActionID)
	Item   func(a *editor.Action) menu.Item // how an action stands in a menu
	Hint   func(b *look.Button, on bool)
	Away   func()                     // hides the tip
	Open   func() bool                // a project is open
	Modal  func() bool                // a dialog, a menu or a presentation has the keyboard
	Focus  func()                     // gives the keyboard to the board
	Update func()                     // brings the row up to date, at once
	Pair   func(id journey.ID) string // says what a map is compared with; empty: nothing
}

// Maps is what a person does with whole maps: with their tabs, and by actions.
type Maps struct {
	o   MapsOptions
	row *Row // the latest of NewRow
}

// NewMaps returns the maps of a window. Its row is still to be made.
func NewMaps(o MapsOptions) *Maps { return &Maps{o: o} }

// NewRow makes the row anew, in the language and the colours of now.
func (m *Maps) NewRow() *Row {
	m.row = NewRow(Options{
		Choose: func(id journey.ID) {
			if !m.o.Modal() && id != m.o.Editor.MapID() {
				m.o.Away()
				m.o.Editor.ShowMap(id)
				m.o.Focus()
			}
		},
		Rename: m.rename,
		Move: func(id, before journey.ID) {
			_ = m.change(edit.LabelMoveMap, m.title(id), func(tx *edit.Tx) error { return edit.MoveMap(tx, id, before) }) // told there
		},
		Remove:  func(journey.ID) { m.o.Run("map.delete") },
		Add:     func() { m.o.Run("map.new") },
		Menu:    func(_ journey.ID, at fyne.Position) { menu.Show(m.o.Canvas, at, m.items()) },
		Hint:    m.o.Hint,
		Left:    m.o.Focus,
		AddHint: m.t("tabs.add"), ListHint: m.t("tabs.list"),
	})
	return m.row
}

// Items are the maps as their tabs show them.
func (m *Maps) Items() []Item {
	items := Items(m.o.Editor.Document().Project().MapsInOrder(), func(t journey.MapType) string { return m.t("map.type." + string(t)) }, m.t("ui.untitled"))
	for i := range items {
		if told := m.o.Pair(items[i].ID); told != "" {
			items[i].Hint += " · " + told
			items[i].Paired = true
		}
	}
	return items
}

// change makes one undo step about one map.
func (m *Maps) change(key, name string, f func(*edit.Tx) error) error {
	return m.o.Change(edit.Label{Key: key, Count: 1, Name: name}, f)
}

func (m *Maps) t(key string) string { return m.o.Words().T(key) }

func (m *Maps) f(key string, args words.Args) string { return m.o.Words().F(key, args) }

// items are what can be done with the map that is shown.
func (m *Maps) items() []menu.Item {
	var items []menu.Item
	group := -1
	for _, a := range m.Actions() {
		if a = m.o.Editor.Action(a.ID); a.ID == "map.next" || a.ID == "map.previous" {
			continue
		}
		if group >= 0 && a.Group != group {
			items = append(items, menu.Line())
		}
		group = a.Group
		items = append(items, m.o.Item(a))
	}
	return items
}

// Actions are what can be done with whole maps.
func (m *Maps) Actions() []*editor.Action {
	one := func() bool { return m.o.Open() && m.o.Editor.MapID() != "" }
	several := func() bool { return m.o.Open() && m.o.Editor.Document().Project().Maps.Len() > 1 }
	always := func() bool { return true }
	ctrl := editor.Mods{Ctrl: true}
	both := editor.Mods{Ctrl: true, Shift: true}
	act := func(group int, id editor.ActionID, icon string, when func() bool, do func(), keys ...editor.Shortcut) *editor.Action {
		return &editor.Action{ID: id, Menu: "map", Group: group, Icon: icon, When: when, Do: func() error { do(); return nil }, Shortcuts: keys}
	}
	next := act(5, "map.next", "arrow-right", several, func() { m.turn(1) }, editor.Shortcut{Key: editor.KeyPageDown, Mods: ctrl})
	previous := act(5, "map.previous", "arrow-left", several, func() { m.turn(-1) }, editor.Shortcut{Key: editor.KeyPageUp, Mods: ctrl})
	next.Allowed, previous.Allowed = always, always
	return []*editor.Action{
		act(4, "map.new", "plus", m.o.Open, m.add, editor.Shortcut{Key: "T", Mods: ctrl}),
		act(4, "map.duplicate", "duplicate", one, m.duplicate),
		act(4, "map.rename", "edit", func() bool { return one() && len(m.o.Editor.Selection()) == 0 }, func() { m.row.Rename(m.o.Editor.MapID()) }, editor.Shortcut{Key: editor.KeyF2}),
		act(4, "map.delete", "trash", several, m.remove),
		next, previous,
		act(5, "map.right", "", func() bool { return m.canShift(1) }, func() { m.shift(1) }, editor.Shortcut{Key: editor.KeyPageDown, Mods: both}),
		act(5, "map.left", "", func() bool { return m.canShift(-1) }, func() { m.shift(-1) }, editor.Shortcut{Key: editor.KeyPageUp, Mods: both}),
	}
}

// OfMap reports whether an action is about the map as a whole, or the project, and not about what is
// selected.
func OfMap(a *editor.Action) bool {
	return strings.HasPrefix(string(a.ID), "map.") || strings.HasPrefix(string(a.ID), "pair.")
}

// at returns the maps and where among them the one stands that is shown; -1: nowhere.
func (m *Maps) at() ([]journey.Map, int) {
	maps := m.o.Editor.Document().Project().MapsInOrder()
	return maps, slices.IndexFunc(maps, func(o journey.Map) bool { return o.ID == m.o.Editor.MapID() })
}

func (m *Maps) title(id journey.ID) string {
	named, _ := m.o.Editor.Document().Project().Maps.Get(id)
	return named.Title
}

// turn shows the map so many tabs on, round and round.
func (m *Maps) turn(by int) {
	maps, i := m.at()
	if i >= 0 {
		m.o.Editor.ShowMap(maps[(i+by+len(maps))%len(maps)].ID)
	}
}

func (m *Maps) canShift(by int) bool {
	if !m.o.Open() {
		return false
	}
	maps, i := m.at()
	return i >= 0 && i+by >= 0 && i+by < len(maps)
}

// shift moves the map one tab to the right or the left.
func (m *Maps) shift(by int) {
	maps, i := m.at()
	before := journey.ID("")
	if to := i + by + max(by, 0); to < len(maps) {
		before = maps[to].ID
	}
	_ = m.change(edit.LabelMoveMap, maps[i].Title, func(tx *edit.Tx) error { return edit.MoveMap(tx, maps[i].ID, before) }) // told there
}

func (m *Maps) rename(id journey.ID, title string) {
	_ = m.change(edit.LabelRename, title, func(tx *edit.Tx) error { // told there
		return edit.Update(tx, id, func(m *journey.Map) { m.Title = title })
	})
}

func (m *Maps) duplicate() {
	id := m.o.Editor.MapID()
	title := m.f("tabs.copy", words.Args{"Title": m.title(id)})
	var added journey.ID
	if m.change(edit.LabelDuplicateMap, m.title(id), func(tx *edit.Tx) (err error) {
		added, err = edit.DuplicateMap(tx, id, title)
		return err
	}) == nil {
		m.o.Editor.ShowMap(added)
	}
}

// remove takes the map away that is shown, after a question, and shows the one beside it.
func (m *Maps) remove() {
	maps, i := m.at()
	if i < 0 || len(maps) < 2 {
		return
	}
	if m.o.Editor.Refuse() {
		return
	}
	shown, x := maps[i], journey.NewIndex(m.o.Editor.Document().Project(), maps[i].ID)
	title := shown.Title
	if title == "" {
		title = m.t("ui.untitled")
	}
	text := m.f("tabs.delete.text", words.Args{
		"Stages": m.o.Words().N("tabs.stages", len(x.Stages), nil),
		"Cards":  m.o.Words().N("tabs.cards", len(x.CardsInOrder()), nil),
	})
	m.o.Ask(ask.Question{Icon: "trash", Title: m.f("tabs.delete", words.Args{"Title": title}), Text: text, Answers: []ask.Answer{
		{Text: m.t("ui.cancel"), Cancel: true},
		{Text: m.t("tabs.delete.yes"), Primary: true, Run: func() {
			beside := maps[max(i-1, 0)].ID
			if i+1 < len(maps) {
				beside = maps[i+1].ID
			}
			m.o.Editor.ShowMap(beside)
			_ = m.change(edit.LabelRemoveMap, shown.Title, func(tx *edit.Tx) error { return edit.RemoveMap(tx, shown.ID) }) // told there
			m.o.Focus()
		}},
	}})
}

// add adds a map to the project, shows it and asks for its name. It is not empty: the lanes and
// stages of the map that is shown are a better beginning than bare paper.
func (m *Maps) add() {
	p, from := m.o.Editor.Document().Project(), m.o.Editor.MapID()
	maps := p.MapsInOrder()
	kind := journey.CurrentState
	for _, t := range []journey.MapType{journey.CurrentState, journey.FutureState, journey.DayInTheLife, journey.ServiceBlueprint} {
		if !slices.ContainsFunc(maps, func(o journey.Map) bool { return o.Type == t }) {
			kind = t
			break
		}
	}
	var added journey.ID
	err := m.change(edit.LabelAddMap, "", func(tx *edit.Tx) error {
		id, err := edit.AddMap(tx, m.t("ui.map.untitled"), kind)
		if err != nil {
			return err
		}
		added = id
		for _, s := range p.StagesOf(from) {
			if _, err := edit.AddStage(tx, id, "", s.Title); err != nil {
				return err
			}
		}
		for _, l := range p.LanesOf(from) {
			if _, err := edit.AddLane(tx, id, "", l.LaneKind, l.Title); err != nil {
				return err
			}
		}
		for _, a := range p.AppearancesOf(from) {
			if _, err := edit.AddAppearance(tx, id, a.PersonaID); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		m.o.Editor.ShowMap(added)
		m.o.Update() // the editor tells of the map when its action is done
		m.row.Rename(added)
	}
}
