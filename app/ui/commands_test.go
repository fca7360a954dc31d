package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor/blank"
	"jejak/app/ui/offer"
	"jejak/assets/words"
	"jejak/data/journey"
)

func (r *rig) choices() []string {
	list, _ := r.commands.Matches()
	var titles []string
	for _, m := range list {
		titles = append(titles, m.Item.Title)
	}
	return titles
}

func TestCommands(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.run("help.commands")
	if n := len(r.choices()); n < 50 {
		t.Errorf("only %d commands", n)
	}
	q := r.line()
	test.Type(q, "undo")
	if got := r.choices(); len(got) == 0 || got[0] != "Undo" {
		t.Fatalf("finds %q", got)
	}
	r.typed(q, fyne.KeyReturn)
	if r.commands.Closed() {
		t.Error("what cannot be done closes the list")
	}
	r.commands.Type("dark")
	r.typed(q, fyne.KeyReturn)
	if !r.commands.Closed() || !r.app.Preferences().Bool(prefDark) {
		t.Errorf("closed %v, dark %v", r.commands.Closed(), r.app.Preferences().Bool(prefDark))
	}
	r.run("help.commands")
	if got := r.choices(); got[0] != "Dark interface" {
		t.Errorf("what was done last does not come first: %q", got[:3])
	}
	card := cardNamed(t, r.project(), "Posts a review")
	q = r.line()
	test.Type(q, "@posts")
	r.typed(q, fyne.KeyReturn)
	if got := r.ed.Selection(); !slices.Equal(got, []journey.Ref{journey.RefTo(card)}) {
		t.Errorf("goes to %v", got)
	}
	r.run("help.commands")
	q = r.line()
	r.typed(q, fyne.KeyDown, fyne.KeyTab, fyne.KeyUp)
	if _, at := r.commands.Matches(); at != 1 {
		t.Errorf("down, down, up goes to %d", at)
	}
	r.typed(q, fyne.KeyEscape)
	if !r.commands.Closed() || r.win.Canvas().Focused() != fyne.Focusable(r.board) {
		t.Error("Esc does not give the keyboard back")
	}
}

func TestCommandsInBothLanguages(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.setLanguage("id")
	for _, c := range []struct{ query, want string }{
		{"urungkan", "Urungkan"}, {"undo", "Urungkan"}, {"lane pain", "Tambah: Lajur: Titik nyeri"},
	} {
		r.run("help.commands")
		q := r.line()
		test.Type(q, c.query)
		if got := r.choices(); len(got) == 0 || got[0] != c.want {
			t.Errorf("%q finds %q, want %q", c.query, got, c.want)
		}
		r.typed(q, fyne.KeyEscape)
	}
}

func TestCommandsOnTheStartScreen(t *testing.T) {
	r := newRig(t)
	r.run("help.commands")
	list, _ := r.commands.Matches()
	on := 0
	for _, m := range list {
		if !m.Item.Off {
			on++
		}
		if m.Item.Off && on == 0 {
			t.Fatal("what cannot be done comes first")
		}
	}
	if on == 0 || on == len(list) {
		t.Errorf("%d of %d can be done without a project", on, len(list))
	}
	r.typed(r.line(), fyne.KeyEscape)
	r.strayKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if !r.modal() {
		t.Error("F1 shows nothing")
	}
	r.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if r.modal() {
		t.Error("Esc does not close the sheet")
	}
}

// TestSheetTellsEveryKey: each shortcut of each action stands on the sheet, with words.
func TestSheetTellsEveryKey(t *testing.T) {
	r := newRig(t)
	for _, lang := range words.Languages {
		r.setLanguage(lang)
		page := r.offer.Sheet()
		rows := map[string][]string{}
		for _, g := range page.Groups {
			if strings.HasPrefix(g.Title, "[") || g.Title == "" || len(g.Rows) == 0 {
				t.Errorf("%s: a group is called %q and has %d rows", lang, g.Title, len(g.Rows))
			}
			for _, row := range g.Rows {
				rows[row.Text] = append(rows[row.Text], row.Keys...)
				if strings.HasPrefix(row.Text, "[") || row.Text == "" || len(row.Keys) == 0 || strings.HasPrefix(row.Keys[0], "[") {
					t.Errorf("%s: %q with %q", lang, row.Text, row.Keys)
				}
			}
		}
		for _, a := range r.ed.Actions() {
			for _, s := range a.Shortcuts {
				if name := r.offer.Plain(a); !slices.Contains(rows[name], s.Text()) {
					t.Errorf("%s: %s (%s) is not on the sheet with %s", lang, a.ID, name, s.Text())
				}
			}
			if !slices.Contains(offer.Order, a.Menu) {
				t.Errorf("%s belongs to no menu", a.ID)
			}
		}
	}
}

// TestInvitations goes from an empty project to its first card by what is offered.
func TestInvitations(t *testing.T) {
	for _, lang := range words.Languages {
		r := newRig(t)
		r.setLanguage(lang)
		r.file.Make("empty", "", func() (journey.Project, error) { return journey.Project{}, nil }, nil)
		if !r.open() {
			t.Fatal("the project is not open")
		}
		lacks := func(want blank.Lack, offers int) {
			t.Helper()
			if r.guide.Lack() != want || len(r.guide.Layer().Offers()) != offers {
				t.Errorf("%s: lacks %q with %d offers, want %q with %d", lang, r.guide.Lack(), len(r.guide.Layer().Offers()), want, offers)
			}
		}
		lacks(blank.Maps, 2)
		r.guide.Layer().Offers()[1].Tapped(nil) // a bare map
		lacks(blank.Stages, 3)
		r.guide.Layer().Offers()[0].Tapped(nil) // the usual stages, and lanes with them
		lacks(blank.Cards, 2)
		for _, l := range r.project().LanesOf(r.ed.MapID()) {
			r.ed.Select(journey.RefTo(l))
			r.run("edit.delete")
		}
		lacks(blank.Lanes, 2)
		r.ed.SetLocked(true)
		lacks(blank.Lanes, 0)
		r.ed.SetLocked(false)
		r.guide.Layer().Offers()[0].Tapped(nil)
		lacks(blank.Cards, 2)
		r.until("the map", func() bool { return r.ed.Scene() != nil && len(r.ed.Scene().Grid.Rows) > 0 })
		r.guide.Layer().Offers()[0].Tapped(nil) // a card
		r.until("the card", func() bool { return r.ed.Editing() != nil })
		lacks(blank.Nothing, 0)
		r.ed.CommitText("Sees an advertisement")
		lacks(blank.Nothing, 0)
		r.run("edit.undo")
		lacks(blank.Cards, 2)
		if got := r.project().Cards.Len(); got != 0 {
			t.Errorf("%s: %d cards", lang, got)
		}
	}
}
