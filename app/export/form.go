package export

import (
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/data/journey"
)

// Form is how a map is drawn, where that is not as the map says.
type Form string

// The forms.
const (
	OwnForm Form = ""
	Row     Form = "row"
	Ring    Form = "ring"
)

// Forms lists the forms there are.
var Forms = []Form{OwnForm, Row, Ring}

// Formed reports whether the settings ask for something that can be of either form. Pages that are
// read one by one have headers and labels on each, as only a row has; slides show a ring at a glance.
func (s Settings) Formed() bool {
	return s.Subject == TheMap && s.Format.Drawn() && s.Spread != Tiles && !s.Pair
}

// ring reports whether a map is to be drawn as a ring.
func (d *Draft) ring(id journey.ID, s Settings) bool {
	if !s.Formed() {
		return false
	}
	m, _ := d.project.Maps.Get(id)
	return s.Form == Ring || s.Form == OwnForm && m.Form == journey.FormRing
}

// printable draws a map as the settings ask. Slides cut a row in pieces, and show a ring as a whole.
func (d *Draft) printable(id journey.ID, s Settings, o layout.Options) page.Source {
	form := journey.FormRow
	o.Form = &form
	ring := d.ring(id, s)
	if ring && s.Spread != Slides {
		form = journey.FormRing
	}
	src := layout.Printable(d.project, id, o)
	if ring && s.Spread == Slides {
		form = journey.FormRing
		src.Whole = layout.Arrange(d.project, id, o)
	}
	return src
}
