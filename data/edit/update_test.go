package edit

import (
	"errors"
	"math"
	"strings"
	"testing"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func TestUpdate(t *testing.T) {
	full := journeytest.Full()
	card := idOf[journey.Card](full)
	nan := math.NaN()
	for name, c := range map[string]struct {
		edit func(*Tx) error
		want Reason
	}{
		"not there":   {func(tx *Tx) error { return Update(tx, "x", func(*journey.Card) {}) }, NotThere},
		"ID":          {func(tx *Tx) error { return Update(tx, card, func(c *journey.Card) { c.ID = "x" }) }, Fixed},
		"place":       {func(tx *Tx) error { return Update(tx, card, func(c *journey.Card) { c.StepID = "" }) }, Fixed},
		"unknown tag": {func(tx *Tx) error { return Update(tx, card, func(c *journey.Card) { c.TagIDs[0] = "x" }) }, NotThere},
		"tag twice": {func(tx *Tx) error {
			return Update(tx, card, func(c *journey.Card) { c.TagIDs = append(c.TagIDs, c.TagIDs...) })
		}, Taken},
		"word":   {func(tx *Tx) error { return Update(tx, card, func(c *journey.Card) { c.Evidence = "x" }) }, Unknown},
		"number": {func(tx *Tx) error { return Update(tx, card, func(c *journey.Card) { c.Impact = 9 }) }, Range},
		"date":   {func(tx *Tx) error { return Update(tx, card, func(c *journey.Card) { c.Verified = "today" }) }, Range},
		"colour": {func(tx *Tx) error { return Update(tx, card, func(c *journey.Card) { c.Color = "red" }) }, Range},
		"link to itself": {func(tx *Tx) error {
			return Update(tx, idOf[journey.Link](full), func(l *journey.Link) { l.ToID = l.FromID })
		}, ToItself},
		"no number": {func(tx *Tx) error {
			return Update(tx, idOf[journey.Measurement](full), func(m *journey.Measurement) { *m.Value = nan })
		}, Range},
		"goal of another": {func(tx *Tx) error { return Update(tx, card, func(c *journey.Card) { c.GoalID = "x" }) }, NotThere},
	} {
		d := NewDocument(full, nil)
		_, err := d.Do(Label{}, c.edit)
		var refused *Error
		if !errors.As(err, &refused) || refused.Reason != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if !same(d.Project(), journeytest.Full()) {
			t.Errorf("%s: the project changed", name)
		}
	}
}

// The record that Update hands out shares nothing with the one in the project.
func TestUpdateWorksOnACopy(t *testing.T) {
	full := journeytest.Full()
	d := NewDocument(full, nil)
	do(t, d, "", func(tx *Tx) error {
		return Update(tx, idOf[journey.Measurement](full), func(m *journey.Measurement) { *m.Value = 1 })
	})
	if !same(full, journeytest.Full()) {
		t.Error("the old project changed")
	}
	d.Undo()
	if !same(d.Project(), journeytest.Full()) {
		t.Error("undo does not restore it")
	}
}

// A fault that a file brought along does not keep one from mending the rest of the record.
func TestUpdateLivesWithOldFaults(t *testing.T) {
	p := journeytest.Full()
	card, _ := p.Cards.Get(idOf[journey.Card](p))
	card.ChannelID, card.Verified = "gone", "last week"
	d := NewDocument(p.With(card), nil)
	c := do(t, d, "", func(tx *Tx) error {
		return Update(tx, card.ID, func(c *journey.Card) { c.Owner, c.Verified = "Budi", "2024-05-17" })
	})
	if got, _ := c.After.Cards.Get(card.ID); got.Owner != "Budi" || got.Verified != "2024-05-17" {
		t.Errorf("got %+v", got)
	}
}

func TestTextsAreCleaned(t *testing.T) {
	full := journeytest.Full()
	card := journey.Ref{Kind: journey.KindCard, ID: idOf[journey.Card](full)}
	d := NewDocument(full, nil)
	c := do(t, d, "", func(tx *Tx) error {
		return errors.Join(
			SetTitle(tx, card, " \xffe\u0301\x00\t\n"),
			SetText(tx, card, "a\r\nb\x1b"),
			Update(tx, card.ID, func(c *journey.Card) { c.Owner = "B\x00udi" }),
		)
	})
	got, _ := c.After.Cards.Get(card.ID)
	if got.Title != "\uFFFDé" || got.Text != "a\nb" || got.Owner != "Budi" {
		t.Errorf("title %q, text %q, owner %q", got.Title, got.Text, got.Owner)
	}
}

// Every kind with a title or text takes it; the others refuse.
func TestSetTitleAndText(t *testing.T) {
	full := journeytest.Full()
	untitled := "appearance point measurement comment"
	textless := "tag metric appearance link measurement"
	for rec := range full.Records() {
		ref := journey.RefTo(rec)
		for set, without := range map[string]string{"title": untitled, "text": textless} {
			f := SetTitle
			if set == "text" {
				f = SetText
			}
			_, err := NewDocument(full, nil).Do(Label{}, func(tx *Tx) error { return f(tx, ref, "new") })
			if refused := err != nil; refused != strings.Contains(without, string(ref.Kind)) {
				t.Errorf("%s of %s: %v", set, ref.Kind, err)
			}
		}
	}
}

func TestSetEmotion(t *testing.T) {
	full := journeytest.Full()
	id := idOf[journey.Point](full)
	for v, want := range map[float64]float64{0.5: 0.5, 3: 2, -9: -2, math.Inf(1): 2, math.Inf(-1): -2} {
		d := NewDocument(full, nil)
		c := do(t, d, "", func(tx *Tx) error { return SetEmotion(tx, id, v) })
		if got, _ := c.After.Points.Get(id); got.Value != want {
			t.Errorf("%v becomes %v, want %v", v, got.Value, want)
		}
	}
	d := NewDocument(full, nil)
	c := do(t, d, "", func(tx *Tx) error { return SetEmotion(tx, id, math.NaN()) })
	if got, _ := c.After.Points.Get(id); got.Value != 0 {
		t.Errorf("NaN becomes %v", got.Value)
	}
}

func TestDefaults(t *testing.T) {
	d := NewDocument(board(), newIDs())
	c := do(t, d, "", func(tx *Tx) error {
		_, mapErr := AddMap(tx, "m", "")
		_, laneErr := AddLane(tx, "m", "", "", "")
		_, linkErr := AddLink(tx, "a", "b", "", " if ")
		_, metricErr := AddMetric(tx, "", journey.NPS)
		_, actionErr := AddAction(tx, "a", "do")
		return errors.Join(mapErr, laneErr, linkErr, metricErr, actionErr,
			SetInfo(tx, func(in *journey.Info) { in.Title = "made when needed" }))
	})
	for _, rec := range c.Diff.Added {
		switch r := rec.(type) {
		case journey.Map:
			expect(t, "map type", r.Type, journey.CurrentState)
		case journey.Lane:
			expect(t, "lane kind", r.LaneKind, journey.LaneText)
		case journey.Link:
			expect(t, "link kind", r.LinkKind, journey.LinkNext)
			expect(t, "link label", r.Label, "if")
		case journey.Metric:
			expect(t, "metric name", r.Name, "NPS")
			expect(t, "metric least", *r.Min, -100)
			expect(t, "metric greatest", *r.Max, 100)
		case journey.Action:
			expect(t, "action status", r.Status, journey.StatusIdea)
		case journey.Info:
			expect(t, "title", r.Title, "made when needed")
		}
	}
	if len(c.Diff.Added) != 6 {
		t.Errorf("added %+v", c.Diff.Added)
	}
	if found := journey.Validate(c.After); found != nil {
		t.Errorf("found %+v", found)
	}
}

func expect[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestAddRefuses(t *testing.T) {
	full := journeytest.Full()
	m, persona := full.MapsInOrder()[0].ID, idOf[journey.Persona](full)
	pt, _ := full.Points.Get(idOf[journey.Point](full))
	link, _ := full.Links.Get(idOf[journey.Link](full))
	for name, c := range map[string]struct {
		edit func(*Tx) error
		want Reason
	}{
		"point taken":         {func(tx *Tx) error { return second(AddPoint(tx, m, persona, pt.At, 1)) }, Taken},
		"point of a stranger": {func(tx *Tx) error { return second(AddPoint(tx, m, "x", pt.At, 1)) }, NotThere},
		"point at a lane": {func(tx *Tx) error {
			return second(AddPoint(tx, m, persona, journey.Ref{Kind: journey.KindLane, ID: idOf[journey.Lane](full)}, 1))
		}, Unknown},
		"persona there":         {func(tx *Tx) error { return second(AddAppearance(tx, m, persona)) }, Taken},
		"link there":            {func(tx *Tx) error { return second(AddLink(tx, link.FromID, link.ToID, link.LinkKind, "")) }, Taken},
		"link to itself":        {func(tx *Tx) error { return second(AddLink(tx, link.FromID, link.FromID, "", "")) }, ToItself},
		"link to nothing":       {func(tx *Tx) error { return second(AddLink(tx, link.FromID, "x", "", "")) }, NotThere},
		"link kind":             {func(tx *Tx) error { return second(AddLink(tx, link.ToID, link.FromID, "x", "")) }, Unknown},
		"stage on no map":       {func(tx *Tx) error { return second(AddStage(tx, "x", "", "")) }, NotThere},
		"stage before nothing":  {func(tx *Tx) error { return second(AddStage(tx, m, "x", "")) }, OtherCell},
		"lane kind":             {func(tx *Tx) error { return second(AddLane(tx, m, "", "x", "")) }, Unknown},
		"map type":              {func(tx *Tx) error { return second(AddMap(tx, "", "x")) }, Unknown},
		"tag colour":            {func(tx *Tx) error { return second(AddTag(tx, "", "red")) }, Range},
		"measurement of nobody": {func(tx *Tx) error { return second(AddMeasurement(tx, "x", pt.At, 1, "")) }, NotThere},
		"image kind":            {func(tx *Tx) error { return second(AddImage(tx, journey.Image{Media: "text/html"})) }, Unknown},
		"comment at a comment": {func(tx *Tx) error {
			return second(AddComment(tx, journey.Ref{Kind: journey.KindComment, ID: idOf[journey.Comment](full)}, "", "", 0))
		}, Unknown},
	} {
		_, err := NewDocument(full, newIDs()).Do(Label{}, c.edit)
		var refused *Error
		if !errors.As(err, &refused) || refused.Reason != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
			continue
		}
		if s := refused.Error(); !strings.HasPrefix(s, refused.Do+": ") || len(s) < len(refused.Do)+6 {
			t.Errorf("%s: %q", name, s)
		}
		for _, lang := range words.Languages {
			if s := refused.Text(words.In(lang)); strings.Contains(s, "[") {
				t.Errorf("%s: %q", name, s)
			}
		}
	}
}
