package record

import "jejak/data/journey"

// WithTitle returns a record that is called s: its title, name, or the label of a link. It reports
// whether records of that kind are called anything; if not, rec is returned as it is.
func WithTitle(rec journey.Record, s string) (journey.Record, bool) {
	switch r := rec.(type) {
	case journey.Info:
		r.Title = s
		return r, true
	case journey.Image:
		r.Name = s
		return r, true
	case journey.Tag:
		r.Name = s
		return r, true
	case journey.Channel:
		r.Name = s
		return r, true
	case journey.Persona:
		r.Name = s
		return r, true
	case journey.Metric:
		r.Name = s
		return r, true
	case journey.Map:
		r.Title = s
		return r, true
	case journey.Stage:
		r.Title = s
		return r, true
	case journey.Step:
		r.Title = s
		return r, true
	case journey.Lane:
		r.Title = s
		return r, true
	case journey.Card:
		r.Title = s
		return r, true
	case journey.Link:
		r.Label = s
		return r, true
	case journey.Action:
		r.Title = s
		return r, true
	}
	return rec, false
}

// WithText returns a record with s for its longer text: scenario, goal, hint, text, quote or note. It
// reports whether records of that kind have one; if not, rec is returned as it is.
func WithText(rec journey.Record, s string) (journey.Record, bool) {
	switch r := rec.(type) {
	case journey.Info:
		r.Note = s
		return r, true
	case journey.Image:
		r.Alt = s
		return r, true
	case journey.Channel:
		r.Note = s
		return r, true
	case journey.Persona:
		r.Quote = s
		return r, true
	case journey.Map:
		r.Scenario = s
		return r, true
	case journey.Stage:
		r.Goal = s
		return r, true
	case journey.Step:
		r.Note = s
		return r, true
	case journey.Lane:
		r.Hint = s
		return r, true
	case journey.Card:
		r.Text = s
		return r, true
	case journey.Point:
		r.Note = s
		return r, true
	case journey.Action:
		r.Note = s
		return r, true
	case journey.Comment:
		r.Text = s
		return r, true
	}
	return rec, false
}
