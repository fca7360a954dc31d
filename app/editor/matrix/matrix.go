// Package matrix is the matrix of priorities in hand: which of the two is shown, what is pressed,
// dragged and selected in it, and the edits that come of it. It has no window: whoever shows it hands
// it the pointer and the keys, and draws what Plan and Overlay say.
//
// Places are points of the plan's scene, origin top left. A Matrix belongs to one goroutine.
package matrix

import (
	"slices"

	"jejak/assets/words"
	"jejak/canvas/geom"
	sheet "jejak/canvas/matrix"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/priority"
)

// Options says what a Matrix works with. All of it must be there but Measurer and Drawn.
type Options struct {
	Project   func() journey.Project
	MapID     func() journey.ID
	Selection func() []journey.Ref
	Select    func(...journey.Ref)
	Change    func(edit.Label, func(*edit.Tx) error) error // makes one undo step, and tells of its trouble
	Words     func() *words.Table                          // of the sheet
	Measurer  text.Measurer                                // nil: the shared library of faces
	Drawn     func()                                       // Plan or Overlay return something else; nil: nobody asks
}

// LabelRate is the key of what the history calls it when cards are given their place.
const LabelRate = "history.rate"

// Matrix is the matrix in hand.
type Matrix struct {
	o    Options
	kind priority.Kind
	only journey.ID // stage
	size geom.Size
	from int // of the tray

	plan  *sheet.Plan
	drawn struct {
		p     journey.Project
		mapID journey.ID
		kind  priority.Kind
		opts  sheet.Options
	}

	counted struct {
		p     journey.Project
		mapID journey.ID
		n     map[priority.Kind]int
	}

	hover journey.Ref
	press *press
}

// press is a button that is down.
type press struct {
	chip  *sheet.Chip // nil: beside the chips
	at    geom.Point
	now   geom.Point
	moved bool
	keep  bool // what is selected is looked at again when the button goes up
}

// New returns a matrix of opportunities, not drawn yet.
func New(o Options) *Matrix { return &Matrix{o: o, kind: priority.Chances} }

// Kind returns which matrix is shown.
func (m *Matrix) Kind() priority.Kind { return m.kind }

// Show turns to the other matrix.
func (m *Matrix) Show(k priority.Kind) {
	if m.kind != k {
		m.Cancel()
		m.kind, m.from, m.hover = k, 0, journey.Ref{}
		m.tell()
	}
}

// Stage returns the stage whose cards alone are shown; empty: all.
func (m *Matrix) Stage() journey.ID { return m.only }

// Only shows the cards of one stage, or all.
func (m *Matrix) Only(stage journey.ID) {
	m.Cancel()
	m.only, m.from = stage, 0
	m.tell()
}

// Resize says how large the sheet is.
func (m *Matrix) Resize(size geom.Size) {
	if m.size != size {
		m.Cancel()
		m.size = size
		m.tell()
	}
}

// Plan returns the drawn matrix. It is drawn anew when the project or what is shown has changed.
func (m *Matrix) Plan() *sheet.Plan {
	p, mapID := m.o.Project(), m.o.MapID()
	if m.only != "" {
		if st, ok := p.Stages.Get(m.only); !ok || st.MapID != mapID {
			m.only = "" // it went, or belongs to another map
		}
	}
	opts := sheet.Options{Words: m.o.Words(), Measurer: m.o.Measurer, Size: m.size, Bare: true, Stage: m.only, From: m.from}
	d := &m.drawn
	if m.plan == nil || d.p != p || d.mapID != mapID || d.kind != m.kind || d.opts != opts {
		d.p, d.mapID, d.kind, d.opts = p, mapID, m.kind, opts
		m.plan = sheet.Arrange(p, mapID, m.kind, opts)
	}
	return m.plan
}

// Follow turns to the matrix in which the one card stands that is selected, if it stands in the
// other.
func (m *Matrix) Follow() {
	sel := m.o.Selection()
	if len(sel) != 1 || sel[0].Kind != journey.KindCard || m.press != nil {
		return
	}
	p := m.o.Project()
	c, _ := p.Cards.Get(sel[0].ID)
	l, _ := p.Lanes.Get(c.LaneID)
	if c.MapID != m.o.MapID() {
		return
	}
	for _, k := range priority.Kinds {
		if k.Lane() == l.LaneKind {
			m.Show(k)
		}
	}
}

// Count returns how many cards a matrix of the map has, of whatever stage.
func (m *Matrix) Count(k priority.Kind) int {
	c := &m.counted
	if p, mapID := m.o.Project(), m.o.MapID(); c.n == nil || c.p != p || c.mapID != mapID {
		c.p, c.mapID, c.n = p, mapID, map[priority.Kind]int{}
		for _, k := range priority.Kinds {
			c.n[k] = len(priority.Of(p, mapID, k).Entries)
		}
	}
	return c.n[k]
}

// selected lists the cards of the selection that are in the matrix, in the order of the selection.
func (m *Matrix) selected() []priority.Entry {
	var list []priority.Entry
	plan := m.Plan()
	for _, ref := range m.o.Selection() {
		if ref.Kind == journey.KindCard {
			if e, ok := plan.Matrix.Entry(ref.ID); ok {
				list = append(list, e)
			}
		}
	}
	return list
}

// Press begins a press of the first button. add: what is pressed is selected too, or no more.
func (m *Matrix) Press(at geom.Point, add bool) {
	m.Cancel()
	p := &press{at: at, now: at, chip: m.Plan().ChipAt(at)}
	m.press = p
	switch {
	case p.chip == nil:
		if !add {
			m.o.Select()
		}
	case add:
		m.toggle(p.chip.Ref)
	case slices.Contains(m.o.Selection(), p.chip.Ref):
		p.keep = true // it may be a drag of all that is selected
	default:
		m.o.Select(p.chip.Ref)
	}
	m.hover = journey.Ref{}
	m.tell()
}

func (m *Matrix) toggle(ref journey.Ref) {
	sel := slices.Clone(m.o.Selection())
	if i := slices.Index(sel, ref); i >= 0 {
		sel = slices.Delete(sel, i, i+1)
	} else {
		sel = append(sel, ref)
	}
	m.o.Select(sel...)
}

// Point selects what a menu is asked for, unless it is selected already.
func (m *Matrix) Point(at geom.Point) {
	m.Cancel()
	if chip := m.Plan().ChipAt(at); chip != nil && !slices.Contains(m.o.Selection(), chip.Ref) {
		m.o.Select(chip.Ref)
	}
	m.tell()
}

// dragAfter is how far the pointer goes, in points, before a press is a drag.
const dragAfter = 3

// Move hears where the pointer is, pressed or not.
func (m *Matrix) Move(at geom.Point) {
	if m.press == nil {
		ref := journey.Ref{}
		if chip := m.Plan().ChipAt(at); chip != nil {
			ref = chip.Ref
		}
		if ref != m.hover {
			m.hover = ref
			m.tell()
		}
		return
	}
	m.press.now = at
	if !m.press.moved && at.Dist(m.press.at) >= dragAfter && m.Dragged() != nil {
		m.press.moved = true
	}
	if m.press.moved {
		m.tell()
	}
}

// Dragged returns the chip under the press, if it is one that can be dragged; nil else.
func (m *Matrix) Dragged() *sheet.Chip {
	if m.press == nil || m.press.chip == nil || m.press.chip.Lists {
		return nil
	}
	return m.press.chip
}

// Leave hears that the pointer is elsewhere.
func (m *Matrix) Leave() {
	if m.hover != (journey.Ref{}) {
		m.hover = journey.Ref{}
		m.tell()
	}
}

// Release ends a press: what was dragged stands in the cell under the pointer, in the tray without
// values, elsewhere where it stood.
func (m *Matrix) Release(at geom.Point) {
	p := m.press
	if p == nil {
		return
	}
	m.Move(at)
	m.press = nil
	defer m.tell()
	if !p.moved {
		if p.keep {
			m.o.Select(p.chip.Ref)
		}
		return
	}
	if to, ok := m.target(at); ok {
		m.rate(m.dragged(p.chip.Ref), func(priority.Entry) priority.Cell { return to })
	}
}

// target is where something dropped at a place would stand; the zero Cell is the tray.
func (m *Matrix) target(at geom.Point) (priority.Cell, bool) {
	plan := m.Plan()
	if cell, ok := plan.CellAt(at); ok {
		return cell, true
	}
	return priority.Cell{}, plan.Tray.Contains(at)
}

// dragged lists what goes along with a card: all that is selected, or it alone.
func (m *Matrix) dragged(ref journey.Ref) []priority.Entry {
	list := m.selected()
	if slices.ContainsFunc(list, func(e priority.Entry) bool { return e.Ref() == ref }) {
		return list
	}
	if e, ok := m.Plan().Matrix.Entry(ref.ID); ok {
		return []priority.Entry{e}
	}
	return nil
}

// rate puts cards into cells, as one step of the history.
func (m *Matrix) rate(list []priority.Entry, to func(priority.Entry) priority.Cell) {
	if len(list) == 0 {
		return
	}
	k := m.kind
	l := edit.Label{Key: LabelRate, Count: len(list), Name: list[0].Card.Title}
	// Change tells of the trouble
	_ = m.o.Change(l, func(tx *edit.Tx) error {
		for _, e := range list {
			if err := edit.Update(tx, e.Card.ID, func(c *journey.Card) { k.Rate(c, to(e)) }); err != nil {
				return err
			}
		}
		return nil
	})
}

// Cancel drops a press; nothing is moved.
func (m *Matrix) Cancel() bool {
	if m.press == nil {
		return false
	}
	m.press = nil
	m.tell()
	return true
}

// Scroll turns the wheel over a place: the tray shows later cards, or earlier ones.
func (m *Matrix) Scroll(at geom.Point, by int) {
	plan := m.Plan()
	if !plan.Tray.Contains(at) || m.press != nil || by > 0 && plan.More == 0 {
		return
	}
	if to := max(m.from+by, 0); to != m.from {
		m.from = to
		m.tell()
	}
}

func (m *Matrix) tell() {
	if m.o.Drawn != nil {
		m.o.Drawn()
	}
}
