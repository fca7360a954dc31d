package editor_test

import (
	"fmt"
	"strings"

	"jejak/app/editor"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/journey"
)

// board drives an Editor as a window would, without one, and keeps an eye on its document.
type board struct {
	t       tb
	e       *editor.Editor
	doc     *edit.Document
	changes []edit.Change
	events  editor.Event
	host    *host
	hold    bool     // scenes are kept back until deliver
	waiting []func() // scenes kept back, the oldest first
	mods    editor.Mods
}

// tb is what the tests of go and of rapid have in common.
type tb interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

type host struct{ done []editor.ActionID }

func (h *host) Do(id editor.ActionID) { h.done = append(h.done, id) }

// newBoard shows a project on a board of 1200 × 800 pixels at 100 %, its paper at the top left.
func newBoard(t tb, p journey.Project) *board { return newBoardWith(t, p, arrange) }

func newBoardWith(t tb, p journey.Project, arrange func(journey.Project, journey.ID) *scene.Scene) *board {
	b := &board{t: t, host: &host{}}
	b.doc = edit.NewDocument(p, freshIDs())
	b.doc.Subscribe(func(c edit.Change) { b.changes = append(b.changes, c) })
	b.e = editor.New(b.doc, editor.Options{
		Words: words.In("en"),
		Host:  b.host,
		Arrange: func(p journey.Project, mapID journey.ID, done func(*scene.Scene)) {
			s := arrange(p, mapID)
			if b.hold {
				b.waiting = append(b.waiting, func() { done(s) })
				return
			}
			done(s)
		},
		Report: func(err error) { t.Errorf("an edit was refused: %v", err) },
	})
	b.e.Subscribe(func(ev editor.Event) { b.events |= ev })
	b.e.Resize(geom.Size{W: 1200, H: 800}, 0.75) // 0.75: a pixel is a point at 100 %
	if b.e.Scene() == nil {
		return b
	}
	b.run("view.zoom100")
	b.e.Wheel(geom.Pt(0, 0), -b.e.View().Transform.D.X, -b.e.View().Transform.D.Y, editor.Mods{})
	return b
}

// freshIDs names what tests add, apart from what the fixtures hold.
func freshIDs() func() journey.ID {
	n := 0
	return func() journey.ID {
		n++
		return journey.ID(fmt.Sprintf("new-%d", n))
	}
}

// deliver hands over the scenes kept back, in an order of choice: indexes into waiting.
func (b *board) deliver(order ...int) {
	waiting := b.waiting
	b.waiting = nil
	for _, i := range order {
		waiting[i]()
	}
}

// Where things are, in view pixels.

func (b *board) at(id string) geom.Point {
	b.t.Helper()
	return b.view(b.rect(id).Center())
}

func (b *board) view(p geom.Point) geom.Point { return b.e.View().ToView(p) }

func (b *board) rect(id string) geom.Rect {
	b.t.Helper()
	for _, t := range b.e.Scene().Targets {
		if string(t.Ref.ID) == id && (t.Part == scene.PartBody || t.Part == scene.PartPoint) {
			return t.Bounds
		}
	}
	b.t.Fatalf("%s is not drawn", id)
	return geom.Rect{}
}

// slot returns the middle of a slot of a cell, by the numbers of its column and row.
func (b *board) slot(column, row, n int) geom.Point {
	b.t.Helper()
	cell := b.e.Scene().Grid.Cell(column, row)
	if cell == nil {
		b.t.Fatalf("there is no cell %d, %d", column, row)
	}
	return b.view(cell.Slots[n].Center())
}

// What a person does.

func (b *board) press(p geom.Point)   { b.e.Press(p, editor.Primary, b.mods, 1) }
func (b *board) release(p geom.Point) { b.e.Release(p, b.mods) }

// move drags in several steps, as pointers do.
func (b *board) move(from, to geom.Point) {
	for i := 1; i <= 5; i++ {
		b.e.Drag(from.Add(to.Sub(from).Mul(float64(i)/5)), b.mods)
	}
}

func (b *board) drag(from, to geom.Point) {
	b.press(from)
	b.move(from, to)
	b.release(to)
}

func (b *board) click(id string) { p := b.at(id); b.press(p); b.release(p) }

func (b *board) doubleClick(p geom.Point) {
	b.press(p)
	b.release(p)
	b.e.Press(p, editor.Primary, b.mods, 2)
	b.release(p)
}

// keys presses shortcuts such as "Ctrl+Shift+Z" one after another.
func (b *board) keys(list ...string) {
	b.t.Helper()
	for _, s := range list {
		parts := strings.Split(s, "+")
		var m editor.Mods
		for _, p := range parts[:len(parts)-1] {
			switch p {
			case "Ctrl":
				m.Ctrl = true
			case "Shift":
				m.Shift = true
			case "Alt":
				m.Alt = true
			default:
				b.t.Fatalf("unknown modifier in %q", s)
			}
		}
		if !b.e.KeyDown(editor.Key(parts[len(parts)-1]), m) {
			b.t.Fatalf("%q was not used", s)
		}
	}
}

func (b *board) run(id editor.ActionID) {
	b.t.Helper()
	if err := b.e.Run(id); err != nil {
		b.t.Fatalf("run %s: %v", id, err)
	}
}

// What must hold.

// once does something that must make exactly one undo step of that name, leave the facts sound,
// and be undone and redone without a rest.
func (b *board) once(labelKey string, f func()) {
	b.t.Helper()
	start := b.doc.Project()
	n := len(b.changes)
	f()
	if got := len(b.changes) - n; got != 1 {
		b.t.Fatalf("made %d changes, want 1", got)
	}
	if l := b.changes[n].Label; l.Key != labelKey {
		b.t.Fatalf("the step is called %q, want %q", l.Key, labelKey)
	}
	after := b.doc.Project()
	b.sound()
	b.doc.Undo()
	b.same(start, "after undo")
	b.doc.Redo()
	b.same(after, "after redo")
}

// never does something that must not be heard of by the document.
func (b *board) never(f func()) {
	b.t.Helper()
	start, n := b.doc.Project(), len(b.changes)
	before, had := b.doc.UndoLabel()
	f()
	b.same(start, "after nothing")
	if len(b.changes) != n {
		b.t.Fatalf("the document changed: %v", b.changes[n].Label)
	}
	if after, has := b.doc.UndoLabel(); after != before || has != had {
		b.t.Fatalf("the history is not what it was: %v", after)
	}
}

func (b *board) same(want journey.Project, when string) {
	b.t.Helper()
	if d := journey.Between(want, b.doc.Project()); !d.IsEmpty() {
		b.t.Fatalf("%s the project differs: %+v", when, d)
	}
}

func (b *board) sound() {
	b.t.Helper()
	if found := journey.Validate(b.doc.Project()); len(found) > 0 {
		b.t.Fatalf("the project is not sound: %+v", found)
	}
}

// cards writes the cards of a stage and lane as "a1 a2".
func (b *board) cards(stage, lane journey.ID) string {
	return b.cardsAt(journey.CellKey{StageID: stage, LaneID: lane})
}

func (b *board) cardsAt(cell journey.CellKey) string {
	var ids []string
	for _, c := range b.doc.Project().CardsIn(cell) {
		ids = append(ids, string(c.ID))
	}
	return strings.Join(ids, " ")
}

func (b *board) wantCards(stage, lane journey.ID, want string) {
	b.t.Helper()
	if got := b.cards(stage, lane); got != want {
		b.t.Errorf("%s × %s holds %q, want %q", stage, lane, got, want)
	}
}

func (b *board) selected() string {
	var ids []string
	for _, r := range b.e.Selection() {
		ids = append(ids, string(r.ID))
	}
	return strings.Join(ids, " ")
}

func (b *board) wantSelected(want string) {
	b.t.Helper()
	if got := b.selected(); got != want {
		b.t.Errorf("selected %q, want %q", got, want)
	}
}

// small is a map of three stages (A B C) and four lanes (T touchpoints, E emotions, P pain
// points, N text). Its cards: a1 a2 a3 in A × T, b1 in B × T, p1 in A × P. Sari feels +1 at a1 and
// −1 at b1.
func small() journey.Project {
	rank := func(n int) journey.Rank { return journey.RanksBetween("", "", 9)[n] }
	recs := []journey.Record{
		journey.Info{ID: "info", Title: "Small", Language: "en"},
		journey.Map{ID: "map", Rank: rank(0), Title: "Buying a bike", Type: journey.CurrentState},
		journey.Persona{ID: "sari", Rank: rank(0), Name: "Sari"},
		journey.Appearance{ID: "app", MapID: "map", PersonaID: "sari", Rank: rank(0)},
	}
	for i, s := range []journey.ID{"A", "B", "C"} {
		recs = append(recs, journey.Stage{ID: s, MapID: "map", Rank: rank(i), Title: "Stage " + string(s)})
	}
	for i, l := range []journey.LaneKind{journey.LaneTouchpoints, journey.LaneEmotions, journey.LanePains, journey.LaneText} {
		recs = append(recs, journey.Lane{ID: []journey.ID{"T", "E", "P", "N"}[i], MapID: "map", Rank: rank(i), LaneKind: l})
	}
	for _, c := range []struct {
		id, stage, lane journey.ID
		n               int
	}{{"a1", "A", "T", 0}, {"a2", "A", "T", 1}, {"a3", "A", "T", 2}, {"b1", "B", "T", 0}, {"p1", "A", "P", 0}} {
		recs = append(recs, journey.Card{ID: c.id, MapID: "map", StageID: c.stage, LaneID: c.lane, Rank: rank(c.n), Span: 1, Title: "Card " + string(c.id)})
	}
	at := func(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindCard, ID: id} }
	recs = append(recs,
		journey.Point{ID: "pt1", MapID: "map", PersonaID: "sari", At: at("a1"), Value: 1},
		journey.Point{ID: "pt2", MapID: "map", PersonaID: "sari", At: at("b1"), Value: -1},
	)
	return journey.FromRecords(recs)
}

// Measures of the test scene, in points.
const (
	colW, cardW, cardH, gapH = 160.0, 140.0, 30.0, 10.0
	left, top, headerH       = 120.0, 60.0, 40.0
	emotionH, stepH          = 100.0, 20.0
)

// arrange draws a map on a plain grid with simple numbers.
func arrange(p journey.Project, mapID journey.ID) *scene.Scene {
	m, ok := p.Maps.Get(mapID)
	if !ok {
		return nil
	}
	x := journey.NewIndex(p, mapID)
	s := &scene.Scene{MapID: mapID, Title: m.Title}
	touch := func(rec journey.Record, r geom.Rect) {
		ref := journey.RefTo(rec)
		ed := &scene.Edit{Rect: geom.R(r.Min.X+4, r.Min.Y+4, r.W()-8, 12), Spec: text.Spec{Style: text.Medium, Size: 9}, Lead: 12}
		s.Targets = append(s.Targets,
			scene.Target{Ref: ref, Part: scene.PartBody, Bounds: r},
			scene.Target{Ref: ref, Part: scene.PartTitle, Bounds: ed.Rect, Edit: ed})
	}
	s.Targets = append(s.Targets, scene.Target{Ref: journey.RefTo(m), Part: scene.PartTitle, Bounds: geom.R(left, 10, 300, 30),
		Edit: &scene.Edit{Rect: geom.R(left, 10, 300, 30), Spec: text.Spec{Size: 20}}})
	x1, stepped := left, 0.0
	for _, c := range x.Columns() {
		st, _ := p.Stages.Get(c.StageID)
		step, ok := p.Steps.Get(c.StepID)
		w := st.Width
		if ok {
			w, stepped = step.Width, stepH
		}
		if w == 0 {
			w = colW
		}
		s.Grid.Columns = append(s.Grid.Columns, scene.Column{StageID: c.StageID, StepID: c.StepID, X0: x1, X1: x1 + w})
		x1 += w
	}
	cols := s.Grid.Columns
	for _, c := range cols {
		if step, ok := p.Steps.Get(c.StepID); ok {
			touch(step, geom.R(c.X0, top+headerH, c.X1-c.X0, stepH))
		}
	}
	for _, st := range x.Stages {
		r := geom.Rect{}
		for _, c := range cols {
			if c.StageID == st.ID {
				r = r.Union(geom.R(c.X0, top, c.X1-c.X0, headerH))
			}
		}
		touch(st, r)
	}
	y := top + headerH + stepped
	moment := map[journey.Ref]float64{}
	stands := map[journey.ID]geom.Rect{}
	for row, l := range x.Lanes {
		y0, h := y, emotionH
		most := 0
		for _, c := range cols {
			most = max(most, len(x.Cards[journey.CellKey{StageID: c.StageID, StepID: c.StepID, LaneID: l.ID}]))
		}
		if l.LaneKind != journey.LaneEmotions {
			h = max(l.Height, float64(most+1)*(cardH+gapH)+gapH)
		}
		line := scene.Row{LaneID: l.ID, Kind: l.LaneKind, Y0: y0, Y1: y0 + h}
		if l.LaneKind == journey.LaneEmotions {
			line.Up, line.Down = y0+10, y0+90
		}
		s.Grid.Rows = append(s.Grid.Rows, line)
		touch(l, geom.R(10, y0, left-20, h))
		for i, c := range cols {
			cell := scene.Cell{Column: i, Row: row, Rect: geom.R(c.X0, y0, c.X1-c.X0, h)}
			here := x.Cards[journey.CellKey{StageID: c.StageID, StepID: c.StepID, LaneID: l.ID}]
			for k := range len(here) + 1 {
				r := geom.R(c.X0+10, y0+gapH+float64(k)*(cardH+gapH), c.X1-c.X0-20, cardH)
				if k < len(here) {
					r.Max.X = cols[min(i+max(here[k].Span, 1), len(cols))-1].X1 - 10
				}
				cell.Slots = append(cell.Slots, r)
				if k < len(here) {
					cell.Cards = append(cell.Cards, here[k].ID)
					touch(here[k], r)
					stands[here[k].ID] = r
					if l.LaneKind == journey.LaneTouchpoints {
						moment[journey.RefTo(here[k])] = c.X0 + (c.X1-c.X0)*(float64(k)+0.5)/float64(len(here))
					}
				}
			}
			s.Grid.Cells = append(s.Grid.Cells, cell)
		}
		y += h
	}
	for _, line := range s.Grid.Rows {
		for _, a := range x.Appearances {
			for _, pt := range x.Points[a.PersonaID] {
				if at, ok := moment[pt.At]; ok && line.Kind == journey.LaneEmotions {
					c := geom.Pt(at, line.Up+(2-pt.Value)/4*(line.Down-line.Up))
					s.Targets = append(s.Targets, scene.Target{Ref: journey.RefTo(pt), Part: scene.PartPoint, Bounds: geom.R(c.X-6, c.Y-6, 12, 12)})
				}
			}
		}
	}
	var lines []scene.Target // under the cards
	for _, l := range x.Links {
		from, ok1 := stands[l.FromID]
		to, ok2 := stands[l.ToID]
		if ok1 && ok2 {
			path := layout.LinkLine(from, to)
			lines = append(lines, scene.Target{Ref: journey.RefTo(l), Part: scene.PartLink, Bounds: path.Bounds().Inset(-4), Path: path})
		}
	}
	s.Targets = append(lines, s.Targets...)
	s.Grid.Headers = geom.R(left, top, x1-left, headerH)
	s.Grid.Labels = geom.R(10, top+headerH+stepped, left-20, y-top-headerH-stepped)
	s.Bounds = geom.R(0, 0, max(x1, left+colW)+40, y+40)
	s.Seal()
	return s
}

func id(s string) journey.ID { return journey.ID(s) }
