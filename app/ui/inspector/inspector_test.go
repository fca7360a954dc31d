package inspector

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/app/ui/picture"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// rig is an inspector in a window of its own, beside an editor that draws at once.
type rig struct {
	*Inspector
	t       testing.TB
	doc     *edit.Document
	ed      *editor.Editor
	win     fyne.Window
	visited []string
}

func newRig(t testing.TB, p journey.Project) *rig {
	t.Helper()
	app := test.NewTempApp(t)
	r := &rig{t: t, doc: edit.NewDocument(p, journeytest.IDs())}
	r.ed = editor.New(r.doc, editor.Options{Words: words.In("en"), Measurer: picture.Measurer(),
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) { done(picture.Of(p, id)) }})
	r.ed.Resize(geom.Size{W: 1200, H: 800}, 1)
	r.win = test.NewTempWindow(t, nil)
	r.Inspector = New(Options{Editor: r.ed, Words: words.In("en"), Canvas: r.win.Canvas(),
		Change: func(l edit.Label, f func(*edit.Tx) error) error { _, err := r.doc.Do(l, f); return err },
		Run: func(id editor.ActionID) {
			if err := r.ed.Run(id); err != nil {
				t.Errorf("%s: %v", id, err)
			}
		},
		Focus: func() { r.win.Canvas().Unfocus() }, Visit: func(s string) { r.visited = append(r.visited, s) },
		Prefs: app.Preferences(), Author: func() string { return "Sari" },
		Now: func() time.Time { return time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC) }})
	r.ed.Subscribe(func(ev editor.Event) {
		if ev&(editor.DocumentChanged|editor.SelectionChanged) != 0 {
			r.Update()
		}
	})
	r.win.SetContent(r.Inspector)
	r.win.Resize(fyne.NewSize(Width, 800))
	r.Update()
	return r
}

// controls lists what is shown in the panel, captions before what they stand over.
func (r *rig) controls() []fyne.CanvasObject {
	var list []fyne.CanvasObject
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, in := range o.Objects {
				walk(in)
			}
			return
		case *look.Field, *look.Button, *look.Check, *look.Label, *look.Section, *look.Slider, *look.Choices, *widget.Select:
		case fyne.Widget:
			for _, in := range test.WidgetRenderer(o).Objects() {
				walk(in)
			}
			return
		}
		list = append(list, o)
	}
	walk(r.box)
	return list
}

// below returns the first control of a sort under a caption, or under the heading of a group.
func below[T fyne.CanvasObject](r *rig, caption string) T {
	r.t.Helper()
	found := false
	for _, o := range r.controls() {
		if c, ok := o.(T); ok && found {
			return c
		}
		switch l := o.(type) {
		case *look.Label:
			found = found || l.Text() == caption
		case *look.Section:
			found = found || l.Title() == caption
		}
	}
	r.t.Fatalf("nothing of that sort under %q", caption)
	var none T
	return none
}

// says reports whether a text stands in the panel.
func (r *rig) says(text string) bool {
	return slices.ContainsFunc(r.controls(), func(o fyne.CanvasObject) bool {
		l, ok := o.(*look.Label)
		return ok && l.Text() == text
	})
}

func (r *rig) button(text string) *look.Button {
	r.t.Helper()
	for _, o := range r.controls() {
		if b, ok := o.(*look.Button); ok && b.Text == text {
			return b
		}
	}
	r.t.Fatalf("no button %q", text)
	return nil
}

func (r *rig) tick(text string) *look.Check {
	r.t.Helper()
	for _, o := range r.controls() {
		if c, ok := o.(*look.Check); ok && c.Text() == text {
			return c
		}
	}
	r.t.Fatalf("no box %q", text)
	return nil
}

func (r *rig) unfold(title string) {
	r.t.Helper()
	for _, o := range r.controls() {
		if s, ok := o.(*look.Section); ok && s.Title() == title {
			if !s.Open() {
				s.Tapped(nil)
			}
			return
		}
	}
	r.t.Fatalf("no group %q", title)
}

// write puts a text into the field under a caption and ends it with Enter.
func (r *rig) write(caption, text string) *look.Field {
	r.t.Helper()
	f := below[*look.Field](r, caption)
	r.win.Canvas().Focus(f)
	f.SetText(text)
	f.TypedShortcut(ctrlEnter)
	return f
}

func (r *rig) steps() int {
	n := 0
	for {
		if _, ok := r.doc.Undo(); !ok {
			break
		}
		n++
	}
	for range n {
		r.doc.Redo()
	}
	return n
}

// glasses is a map with four touchpoints, a pain point, a persona and a tag.
func glasses(t testing.TB) journey.Project {
	t.Helper()
	recs := []journey.Record{
		journey.Info{ID: "info"},
		journey.Map{ID: "map", Rank: "a", Title: "Glasses", Type: journey.CurrentState},
		journey.Persona{ID: "rina", Rank: "a", Name: "Rina"}, journey.Persona{ID: "budi", Rank: "b", Name: "Budi"},
		journey.Appearance{ID: "app", MapID: "map", PersonaID: "rina", Rank: "a"},
		journey.Stage{ID: "s1", MapID: "map", Rank: "a", Title: "Awareness"},
		journey.Stage{ID: "s2", MapID: "map", Rank: "b", Title: "Purchase"},
		journey.Lane{ID: "touch", MapID: "map", Rank: "a", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "pain", MapID: "map", Rank: "b", LaneKind: journey.LanePains},
		journey.Channel{ID: "shop", Rank: "a", Name: "Shop"},
		journey.Tag{ID: "price", Rank: "a", Name: "price", Color: "#0E7F86"}, journey.Tag{ID: "wait", Rank: "b", Name: "waiting"},
		journey.Card{ID: "a", MapID: "map", StageID: "s1", LaneID: "touch", Rank: "a", Title: "Sees a poster", Owner: "Shop", TagIDs: []journey.ID{"price"}},
		journey.Card{ID: "b", MapID: "map", StageID: "s1", LaneID: "touch", Rank: "b", Title: "Asks a friend", Owner: "Shop", MomentOfTruth: true},
		journey.Card{ID: "c", MapID: "map", StageID: "s2", LaneID: "touch", Rank: "a", Title: "Eye test", Owner: "Clinic", Evidence: journey.EvidenceEvidenced},
		journey.Card{ID: "p", MapID: "map", StageID: "s2", LaneID: "pain", Rank: "a", Title: "Waits long", Severity: 2},
		journey.Point{ID: "pt", MapID: "map", PersonaID: "rina", At: card("c"), Value: 1},
		journey.Link{ID: "l", MapID: "map", FromID: "a", ToID: "c", LinkKind: journey.LinkNext},
	}
	var p journey.Project
	for _, r := range recs {
		p = p.With(r)
	}
	if found := journey.Validate(p); len(found) > 0 {
		t.Fatal(found)
	}
	return p
}

func card(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindCard, ID: id} }

func (r *rig) card(id journey.ID) journey.Card {
	c, _ := r.doc.Project().Cards.Get(id)
	return c
}

// TestEveryFieldOfEveryKind looks at what the full project has at its map and each thing on it: every
// text of it stands in a field when all groups are unfolded, and a new one is kept.
func TestEveryFieldOfEveryKind(t *testing.T) {
	full := journeytest.Full()
	mapID := full.MapsInOrder()[0].ID
	refs := map[string]journey.Ref{"map": {}}
	for rec := range full.Unordered() {
		switch rec.Kind() {
		case journey.KindStage, journey.KindStep, journey.KindLane, journey.KindCard, journey.KindPersona, journey.KindPoint, journey.KindLink:
			if ref := journey.RefTo(rec); rec.Kind() == journey.KindPersona || full.MapOf(ref) == mapID {
				refs[fmt.Sprintf("%s %s", ref.Kind, ref.ID)] = ref
			}
		}
	}
	for name, ref := range refs {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, full)
			if ref.ID != "" {
				r.ed.Select(ref)
			} else {
				ref = journey.Ref{Kind: journey.KindMap, ID: r.ed.MapID()}
			}
			for again := true; again; {
				again = false
				for _, o := range r.controls() {
					if s, ok := o.(*look.Section); ok && !s.Open() {
						s.Tapped(nil)
						again = true
					}
				}
			}
			rec, _ := full.Get(ref)
			have := r.written()
			for field, text := range textsOf(rec) {
				if !strings.Contains(have, text) {
					t.Errorf("%s (%q) is in no field", field, text)
				}
			}
			for rec := range full.Unordered() {
				switch m := rec.(type) {
				case journey.Comment:
					if m.At == ref && !strings.Contains(have, m.Text) {
						t.Errorf("the comment %q is not there", m.Text)
					}
				case journey.Measurement:
					if m.At == ref && !strings.Contains(have, m.Source) {
						t.Errorf("the measurement from %q is not there", m.Source)
					}
				case journey.Action:
					if card(m.CardID) == ref && !strings.Contains(have, m.Department) {
						t.Errorf("the action %q is not there", m.Title)
					}
				}
			}
		})
	}
}

// written is all that stands in fields and choices.
func (r *rig) written() string {
	var b strings.Builder
	for _, o := range r.controls() {
		switch o := o.(type) {
		case *look.Field:
			b.WriteString(o.Text + "\n")
		case *widget.Select:
			b.WriteString(o.Selected + "\n")
		}
	}
	return b.String()
}

// textsOf are what a person has written into a record, by field.
func textsOf(rec journey.Record) map[string]string {
	switch r := rec.(type) {
	case journey.Map:
		return map[string]string{"title": r.Title, "scenario": r.Scenario, "expectations": r.Expectations, "author": r.Author, "version": r.Version, "date": r.Date}
	case journey.Stage:
		return map[string]string{"title": r.Title, "goal": r.Goal, "note": r.Note, "width": amount{r.Width, r.Width > 0}.text()}
	case journey.Step:
		return map[string]string{"title": r.Title, "note": r.Note, "width": amount{r.Width, r.Width > 0}.text()}
	case journey.Lane:
		return map[string]string{"title": r.Title, "hint": r.Hint, "height": amount{r.Height, r.Height > 0}.text()}
	case journey.Card:
		return map[string]string{"title": r.Title, "text": r.Text, "owner": r.Owner, "link": r.Link, "source": r.Source, "verified": r.Verified, "purpose": r.Purpose}
	case journey.Persona:
		return map[string]string{"name": r.Name, "summary": r.Summary, "quote": r.Quote, "age": r.Age, "occupation": r.Occupation,
			"background": r.Background, "goals": r.Goals, "needs": r.Needs, "motivations": r.Motivations, "frustrations": r.Frustrations,
			"technology": r.Technology, "segment": r.Segment, "source": r.Source}
	case journey.Point:
		return map[string]string{"note": r.Note}
	case journey.Link:
		return map[string]string{"label": r.Label}
	}
	return nil
}
