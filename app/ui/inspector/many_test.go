package inspector

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

var ctrlEnter = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl}

func TestMixedIsShown(t *testing.T) {
	r := newRig(t, glasses(t))
	r.ed.Select(card("a"), card("b"), card("c"))
	if got := r.title.Text(); got != "3 cards" {
		t.Errorf("the panel is about %q", got)
	}
	if f := below[*look.Field](r, "Owner"); f.Text != "" || f.PlaceHolder != "mixed" {
		t.Errorf("the owner is %q, %q", f.Text, f.PlaceHolder)
	}
	if f := below[*look.Field](r, "Source"); f.PlaceHolder != "" {
		t.Errorf("the source, which is the same, says %q", f.PlaceHolder)
	}
	if on, mixed := r.tick("Moment of truth").On(); on || !mixed {
		t.Errorf("the box is on %v, mixed %v", on, mixed)
	}
	if on, mixed := r.tick("One bad time here ends loyalty").On(); on || mixed {
		t.Errorf("the other box is on %v, mixed %v", on, mixed)
	}
	if r.button("Evidenced").On || r.button("Asserted").On {
		t.Error("a segment is set where the cards differ")
	}
	r.ed.Select(card("a"), card("b"))
	if f := below[*look.Field](r, "Owner"); f.Text != "Shop" || f.PlaceHolder != "" {
		t.Errorf("two cards with one owner: %q, %q", f.Text, f.PlaceHolder)
	}
	r.ed.Select(card("c"))
	if !r.button("Evidenced").On {
		t.Error("one card alone: the segment is not set")
	}
}

func TestEditingManyIsOneStep(t *testing.T) {
	all := []journey.ID{"a", "b", "c"}
	for _, c := range []struct {
		name string
		do   func(*rig)
		want func(journey.Card) bool
	}{
		{"a text", func(r *rig) { r.write("Owner", "Front desk") }, func(c journey.Card) bool { return c.Owner == "Front desk" }},
		{"a date", func(r *rig) { r.write("Last checked", "2.9.2026") }, func(c journey.Card) bool { return c.Verified == "2026-09-02" }},
		{"a box", func(r *rig) { r.tick("Moment of truth").Tapped(nil) }, func(c journey.Card) bool { return c.MomentOfTruth }},
		{"a segment", func(r *rig) { r.button("Inferred").Tapped(nil) }, func(c journey.Card) bool { return c.Evidence == journey.EvidenceInferred }},
		{"a choice", func(r *rig) { below[*widget.Select](r, "Channel").SetSelected("Shop") }, func(c journey.Card) bool { return c.ChannelID == "shop" }},
		{"a tag that some have", func(r *rig) { r.button("price").Tapped(nil) }, func(c journey.Card) bool { return slices.Contains(c.TagIDs, "price") }},
		{"a tag that is offered", func(r *rig) { r.button("waiting").Tapped(nil) }, func(c journey.Card) bool { return slices.Contains(c.TagIDs, "wait") }},
		{"a degree", func(r *rig) { r.unfold("More fields"); below[*look.Button](r, "Severity").Tapped(nil) }, func(c journey.Card) bool { return c.Severity == 1 }},
		{"a colour", func(r *rig) { r.unfold("Appearance"); below[*look.Choices](r, "Colour").OnChanged(2) }, func(c journey.Card) bool { return c.Color != "" }},
		{"a span", func(r *rig) { r.unfold("Appearance"); r.write("Columns it covers", "1") }, func(c journey.Card) bool { return c.Span <= 1 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, glasses(t))
			before := r.doc.Project()
			r.ed.Select(card("a"), card("b"), card("c"))
			c.do(r)
			for _, id := range all {
				if !c.want(r.card(id)) {
					t.Errorf("%s: %+v", id, r.card(id))
				}
			}
			want := 1
			if c.name == "a span" {
				want = 0 // they cover one column as it is
			}
			if n := r.steps(); n != want {
				t.Errorf("%d steps of history", n)
			}
			if want == 1 {
				r.doc.Undo()
			}
			if d := journey.Between(before, r.doc.Project()); !d.IsEmpty() {
				t.Errorf("undo leaves %+v", d)
			}
		})
	}
}

func TestMixedStaysUntilSomethingIsTyped(t *testing.T) {
	r := newRig(t, glasses(t))
	r.ed.Select(card("a"), card("c"))
	f := below[*look.Field](r, "Owner")
	r.win.Canvas().Focus(f)
	f.TypedShortcut(ctrlEnter)
	if r.steps() != 0 || r.card("a").Owner != "Shop" || r.card("c").Owner != "Clinic" {
		t.Errorf("leaving a mixed field changed %q and %q", r.card("a").Owner, r.card("c").Owner)
	}
}

func TestWhatIsTypedStaysWithWhatItWasTypedFor(t *testing.T) {
	r := newRig(t, glasses(t))
	r.ed.Select(card("a"))
	f := below[*look.Field](r, "Owner")
	r.win.Canvas().Focus(f)
	f.SetText("Marketing")
	r.ed.Select(card("c")) // by a key or a press on the board
	if got := r.card("a").Owner; got != "Marketing" {
		t.Errorf("the first card's owner is %q", got)
	}
	if got := r.card("c").Owner; got != "Clinic" {
		t.Errorf("the second card's owner is %q", got)
	}
	if f := below[*look.Field](r, "Owner"); f.Text != "Clinic" {
		t.Errorf("the field shows %q", f.Text)
	}
}

func TestDifferentKindsShareWhatTheyHave(t *testing.T) {
	r := newRig(t, glasses(t))
	stage := journey.Ref{Kind: journey.KindStage, ID: "s1"}
	r.ed.Select(card("a"), card("p"), stage)
	if got := r.title.Text(); got != "3 different things" {
		t.Errorf("the panel is about %q", got)
	}
	below[*look.Choices](r, "Colour").OnChanged(3)
	s, _ := r.doc.Project().Stages.Get("s1")
	if s.Color == "" || r.card("a").Color != s.Color || r.card("p").Color != s.Color {
		t.Errorf("the colours are %q, %q, %q", s.Color, r.card("a").Color, r.card("p").Color)
	}
	r.button("waiting").Tapped(nil)
	for _, id := range []journey.ID{"a", "p"} {
		if !slices.Contains(r.card(id).TagIDs, "wait") {
			t.Errorf("%s has not got the tag", id)
		}
	}
	if n := r.steps(); n != 2 {
		t.Errorf("%d steps of history", n)
	}
	r.ed.Select(card("a"), journey.Ref{Kind: journey.KindLink, ID: "l"})
	r.button("Delete").Tapped(nil)
	if p := r.doc.Project(); p.Cards.Has("a") || p.Links.Has("l") {
		t.Error("they are still there")
	}
	if n := r.steps(); n != 3 {
		t.Errorf("%d steps of history", n)
	}
}

func TestBadInputIsTold(t *testing.T) {
	for _, c := range []struct{ group, caption, text, says string }{
		{"", "Last checked", "soon", "Write the date as 2026-09-02 or 2.9.2026"},
		{"", "Last checked", "2026-02-30", "Write the date as 2026-09-02 or 2.9.2026"},
		{"", "Link", "not a place", "Write a web address, such as https://example.org"},
		{"", "Link", "javascript:alert(1)", "Write a web address, such as https://example.org"},
		{"Appearance", "Columns it covers", "wide", "Write a number, such as 3.5"},
		{"Appearance", "Columns it covers", "-3", "Between 1 and 999"},
	} {
		t.Run(c.caption+" "+c.text, func(t *testing.T) {
			r := newRig(t, glasses(t))
			r.ed.Select(card("a"))
			if c.group != "" {
				r.unfold(c.group)
			}
			f := r.write(c.caption, c.text)
			if !r.says(c.says) {
				t.Errorf("nobody says %q", c.says)
			}
			if f.Text != c.text || r.win.Canvas().Focused() != fyne.Focusable(f) {
				t.Error("what was typed is not there any more to be mended")
			}
			if r.steps() != 0 {
				t.Error("it is in the history")
			}
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if r.says(c.says) || f.Text == c.text {
				t.Errorf("Escape leaves %q, told %v", f.Text, r.says(c.says))
			}
		})
	}
}

func TestLinksOpen(t *testing.T) {
	r := newRig(t, glasses(t))
	r.ed.Select(card("a"))
	open := below[*look.Button](r, "Link")
	if !open.Disabled() {
		t.Error("no link can be opened")
	}
	r.write("Link", "example.org/report")
	if got := r.card("a").Link; got != "https://example.org/report" {
		t.Errorf("the link is %q", got)
	}
	open.Tapped(nil)
	if !slices.Equal(r.visited, []string{"https://example.org/report"}) {
		t.Errorf("visited %q", r.visited)
	}
}

func TestTags(t *testing.T) {
	r := newRig(t, glasses(t))
	r.ed.Select(card("b"))
	add := func(text string) {
		t.Helper()
		f := below[*look.Field](r, "Tags")
		r.win.Canvas().Focus(f)
		f.SetText(text)
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if f.Text != "" {
			t.Errorf("the field still holds %q", f.Text)
		}
		if r.win.Canvas().Focused() != fyne.Focusable(f) {
			t.Error("the field has lost the keyboard")
		}
	}
	add(" Waiting ")
	if got := r.card("b").TagIDs; !slices.Equal(got, []journey.ID{"wait"}) || r.doc.Project().Tags.Len() != 2 {
		t.Errorf("a name that is there: %v of %d tags", got, r.doc.Project().Tags.Len())
	}
	add("second visit")
	if got := r.card("b").TagIDs; len(got) != 2 || r.doc.Project().Tags.Len() != 3 {
		t.Errorf("a new name: %v of %d tags", got, r.doc.Project().Tags.Len())
	}
	if n := r.steps(); n != 2 {
		t.Errorf("%d steps of history", n)
	}
	r.button("waiting").Tapped(nil)
	if got := r.card("b").TagIDs; slices.Contains(got, "wait") {
		t.Errorf("it was taken off and is there: %v", got)
	}
	f := below[*look.Field](r, "Tags")
	f.SetText("pri")
	for _, o := range r.controls() {
		if b, ok := o.(*look.Button); ok && b.Kind == look.Chip && b.Text == "waiting" {
			t.Error("a tag is offered that does not hold what was typed")
		}
	}
	r.button("price").Tapped(nil)
	if !slices.Contains(r.card("b").TagIDs, "price") {
		t.Error("what was offered was not added")
	}
}

func TestBelongings(t *testing.T) {
	r := newRig(t, glasses(t))
	r.ed.Select(card("p"))
	r.unfold("Measures")
	r.Inspector.addMeasure("", journey.NPS)
	r.write("Value", "41,5")
	r.write("Target", "50")
	var m journey.Measurement
	for m = range r.doc.Project().Measurements.All() {
	}
	if m.At != card("p") || m.Value == nil || *m.Value != 41.5 || m.Target == nil || *m.Target != 50 || m.Date != "2026-11-21" {
		t.Errorf("the measurement is %+v", m)
	}
	r.unfold("About this metric")
	r.write("Unit", "points")
	if metric, _ := r.doc.Project().Metrics.Get(m.MetricID); metric.Standard != journey.NPS || metric.Unit != "points" {
		t.Errorf("the metric is %+v", metric)
	}
	r.unfold("Actions")
	r.button("Add an action").Tapped(nil)
	r.write("What is to be done", "Send a message")
	below[*widget.Select](r, "Status").SetSelected("planned")
	r.write("Due", "31/12/2026")
	a := r.doc.Project().ActionsInOrder()[0]
	if a.CardID != "p" || a.Title != "Send a message" || a.Status != journey.StatusPlanned || a.Due != "2026-12-31" {
		t.Errorf("the action is %+v", a)
	}
	r.unfold("Comments")
	f := below[*look.Field](r, "Comments")
	r.win.Canvas().Focus(f)
	f.SetText("Ask the shop")
	f.TypedShortcut(ctrlEnter)
	c := r.doc.Project().CommentsAt(card("p"))
	if len(c) != 1 || c[0].Text != "Ask the shop" || c[0].Author != "Sari" || c[0].Created == 0 {
		t.Fatalf("the comments are %+v", c)
	}
	r.tick("Resolved").Tapped(nil)
	if c := r.doc.Project().CommentsAt(card("p")); !c[0].Resolved {
		t.Error("it is not resolved")
	}
	r.ed.Select(card("a"))
	r.ed.Select(card("p"))
	if !r.says("Sari") {
		t.Error("the comment is not shown again")
	}
}

func TestKeysKeepTheKeyboardInThePanel(t *testing.T) {
	r := newRig(t, glasses(t))
	r.ed.Select(card("a"))
	space := &fyne.KeyEvent{Name: fyne.KeySpace}
	for name, o := range map[string]fyne.Focusable{"a segment": r.button("Inferred"), "a box": r.tick("Moment of truth")} {
		r.win.Canvas().Focus(o)
		o.TypedKey(space)
		if r.win.Canvas().Focused() != o {
			t.Errorf("%s has lost the keyboard", name)
		}
		o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
		if r.win.Canvas().Focused() == o {
			t.Errorf("%s keeps the keyboard after a click", name)
		}
	}
	if got := r.card("a"); got.Evidence != "" || got.MomentOfTruth {
		t.Errorf("what was pressed twice is on: %+v", got)
	}
}

func TestFeelings(t *testing.T) {
	r := newRig(t, glasses(t))
	r.ed.Select(card("c"))
	if !r.says("How Rina feels") {
		t.Fatal("nobody's feeling is shown")
	}
	below[*look.Slider](r, "How Rina feels").TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if pt, _ := r.doc.Project().Points.Get("pt"); pt.Value != 0.5 {
		t.Errorf("the feeling is %v", pt.Value)
	}
	if l, _ := r.doc.UndoLabel(); l.Key != edit.LabelEmotion {
		t.Errorf("the step is %+v", l)
	}
	r.ed.Select(card("a"))
	r.button("Say how Rina feels").Tapped(nil)
	if n := r.doc.Project().Points.Len(); n != 2 {
		t.Errorf("%d points", n)
	}
}

func TestCommentsThatWereBegunStayWithTheirCard(t *testing.T) {
	r := newRig(t, glasses(t))
	r.ed.Select(card("a"))
	r.unfold("Comments")
	below[*look.Field](r, "Comments").SetText("half a tho")
	r.ed.Select(card("b"))
	if f := below[*look.Field](r, "Comments"); f.Text != "" {
		t.Errorf("another card's field holds %q", f.Text)
	}
	r.ed.Select(card("a"))
	if f := below[*look.Field](r, "Comments"); f.Text != "half a tho" {
		t.Errorf("the card's own field holds %q", f.Text)
	}
}

func TestGroupsStayAsTheyWereLeft(t *testing.T) {
	r := newRig(t, glasses(t))
	r.ed.Select(card("a"))
	r.unfold("Appearance")
	r.ed.Select(journey.Ref{Kind: journey.KindLane, ID: "pain"})
	r.ed.Select(card("p"))
	below[*look.Choices](r, "Colour")
}

// TestControlsStayForTheSameSort holds the cost of a selection to what a selection of one costs, and not to
// the clock: the controls stay, and what each shows is found in one pass.
func TestControlsStayForTheSameSort(t *testing.T) {
	r := newRig(t, journeytest.Big(1000))
	var refs []journey.Ref
	lane := journey.ID("")
	for c := range r.doc.Project().Cards.All() {
		if lane == "" {
			lane = c.LaneID
		}
		if c.LaneID == lane {
			refs = append(refs, journey.RefTo(c))
		}
	}
	if len(refs) < 100 {
		t.Fatalf("only %d cards in a lane", len(refs))
	}
	r.ed.Select(refs[0])
	before := r.root
	r.ed.Select(refs[1])
	if r.root != before {
		t.Error("the controls were made anew for another card of the lane")
	}
	r.ed.Select(refs...)
	many := r.root
	r.ed.Select(refs[:len(refs)/2]...)
	if r.root != many {
		t.Error("the controls were made anew for fewer cards of the lane")
	}
}

func BenchmarkSelectOneAfterAnother(b *testing.B) {
	r := newRig(b, journeytest.Big(1000))
	var refs []journey.Ref
	for c := range r.doc.Project().Cards.All() {
		refs = append(refs, journey.RefTo(c))
	}
	b.ResetTimer()
	for i := range b.N {
		r.ed.Select(refs[i%len(refs)])
	}
}

func BenchmarkSelectThousand(b *testing.B) {
	r := newRig(b, journeytest.Big(1000))
	var refs []journey.Ref
	for c := range r.doc.Project().Cards.All() {
		refs = append(refs, journey.RefTo(c))
	}
	b.ResetTimer()
	for i := range b.N {
		r.ed.Select(refs[:1000-i%2]...)
	}
}
