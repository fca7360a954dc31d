package find

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/float"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// bench is a panel over a document; what other goroutines send waits until it is let in.
type bench struct {
	*Panel
	doc   *edit.Document
	queue chan func()
	shown []journey.Ref
}

func newBench(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, nil)
	b := &bench{doc: edit.NewDocument(journeytest.Full(), nil), queue: make(chan func(), 100)}
	b.Panel = New(Options{
		Canvas: w.Canvas(), Words: func() *words.Table { return words.In("en") },
		Project: b.doc.Project, Map: func() journey.ID { return b.doc.Project().MapsInOrder()[0].ID },
		Looked: func() []journey.Ref { return nil }, Do: func(f func()) { b.queue <- f },
		Change: func(l edit.Label, f func(*edit.Tx) error) error { _, err := b.doc.Do(l, f); return err },
		Locked: func() bool { return false }, Show: func(r journey.Ref) { b.shown = append(b.shown, r) },
		Marked: func() {}, Sized: func() {}, Closed: func() {},
	})
	w.SetContent(b.Object())
	w.Resize(fyne.NewSize(800, 600))
	return b
}

// settle lets in what other goroutines have found until nothing is awaited, and counts it.
func (b *bench) settle() int {
	n := 0
	for !b.Settled() {
		(<-b.queue)()
		n++
	}
	return n
}

func TestOnlyTheNewestQuestionWaits(t *testing.T) {
	b := newBench(t)
	b.Open(false)
	test.Type(b.field, "stage")
	if n := b.settle(); n > 2 {
		t.Errorf("%d searches for one word", n)
	}
	if b.asked.query.Text != "stage" {
		t.Errorf("answered is %q", b.asked.query.Text)
	}
	book := b.book
	b.field.SetText("a")
	b.settle()
	if b.book != book {
		t.Error("the same project is read again")
	}
	hits, at := b.Hits()
	if len(hits) < 3 {
		t.Fatalf("%d hits", len(hits))
	}
	b.Next()
	b.Next()
	b.Next()
	now, _ := b.finder.Now()
	if _, err := b.doc.Do(edit.Label{Key: edit.LabelAddTag}, func(tx *edit.Tx) error {
		return edit.SetTitle(tx, journey.RefTo(b.doc.Project().Info()), "aaa"+b.doc.Project().Info().Title)
	}); err != nil {
		t.Fatal(err)
	}
	b.Changed()
	b.settle()
	if b.book == book {
		t.Error("another project is not read")
	}
	if kept, _ := b.finder.Now(); kept.Ref != now.Ref || kept.Field != now.Field {
		t.Errorf("in hand is %v, was %v (began at %d)", kept.Ref, now.Ref, at)
	}
}

// TestEnterWaitsForTheAnswer: who types and presses Enter at once goes to what was typed.
func TestEnterWaitsForTheAnswer(t *testing.T) {
	b := newBench(t)
	b.Open(false)
	test.Type(b.field, "a")
	b.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(b.shown) != 0 {
		t.Fatalf("goes to %v before anything is found", b.shown)
	}
	b.settle()
	if h, _ := b.finder.Now(); len(b.shown) != 1 || b.shown[0] != h.Ref {
		t.Errorf("goes to %v", b.shown)
	}
}

func TestClosedItHoldsNothing(t *testing.T) {
	b := newBench(t)
	b.Open(false)
	test.Type(b.field, "a")
	b.Close()
	for b.working {
		(<-b.queue)()
	}
	if hits, at := b.Hits(); len(hits) != 0 || at != -1 || b.book != nil {
		t.Errorf("%d hits, book %v", len(hits), b.book != nil)
	}
	if refs, _ := b.Found(b.doc.Project().MapsInOrder()[0].ID); refs != nil {
		t.Errorf("marks %v", refs)
	}
	b.Open(true)
	b.settle()
	if hits, _ := b.Hits(); len(hits) == 0 || b.field.Text != "a" {
		t.Errorf("opened again it finds %d for %q", len(hits), b.field.Text)
	}
}

func TestMarksInSight(t *testing.T) {
	test.NewTempApp(t)
	s := &scene.Scene{Bounds: geom.R(0, 0, 1000, 100000)}
	var refs []journey.Ref
	for i := range 1000 {
		ref := journey.Ref{Kind: journey.KindCard, ID: journey.ID(fmt.Sprint(i))}
		refs = append(refs, ref)
		s.Targets = append(s.Targets, scene.Target{Ref: ref, Part: scene.PartBody, Bounds: geom.R(10, float64(i)*20, 100, 15)})
	}
	s.Seal()
	m := NewMarks()
	for _, c := range []struct {
		k, dy float64
		want  int
	}{{1, 0, 30}, {1, -10000, 31}, {1, 5000, 0}, {0.01, 0, mostMarks}} {
		m.Mark(s, refs, refs[0], geom.Transform{K: c.k, D: geom.Pt(0, c.dy)}, geom.Size{W: 800, H: 600}, 1)
		if got := m.Count(); got < c.want-1 || got > c.want+1 {
			t.Errorf("at %v, %v: %d marks, want %d", c.k, c.dy, got, c.want)
		}
	}
	m.Mark(s, nil, journey.Ref{}, geom.Transform{K: 1}, geom.Size{W: 800, H: 600}, 1)
	if m.Count() != 0 {
		t.Errorf("%d marks of nothing", m.Count())
	}
	m.Mark(nil, refs, refs[0], geom.Transform{K: 1}, geom.Size{W: 800, H: 600}, 1)
	if m.Count() != 0 {
		t.Errorf("%d marks without a picture", m.Count())
	}
}

// TestALinkIsMarkedAtItsLabel: the box round its line would cover half of the map.
func TestALinkIsMarkedAtItsLabel(t *testing.T) {
	link := journey.Ref{Kind: journey.KindLink, ID: "1"}
	var line geom.Path
	line.Move(geom.Pt(0, 0))
	line.Line(geom.Pt(500, 400))
	label := geom.R(200, 200, 60, 12)
	s := &scene.Scene{Bounds: geom.R(0, 0, 600, 500), Targets: []scene.Target{
		{Ref: link, Part: scene.PartLink, Bounds: line.Bounds(), Path: line},
		{Ref: link, Part: scene.PartLink, Bounds: label},
		{Ref: link, Part: scene.PartTitle, Bounds: label.Inset(2)},
	}}
	if got := places(s)[link]; got != label {
		t.Errorf("marked at %v, want %v", got, label)
	}
}

func TestRowTellsWhereItIs(t *testing.T) {
	b := newBench(t)
	b.Open(false)
	b.field.SetText("a")
	b.settle()
	for i := range b.finder.Hits() {
		row := float.NewFound(rowHeight)
		b.fill(i, row)
		l := row.Line()
		if l.Title == "" || l.About == "" || len(l.Bold) != 1 || l.Bold[0][1] > len(l.Title) {
			t.Errorf("%d: %+v", i, l)
		}
	}
}

// A click takes the keyboard from a line as the toolkit has it; Tab and Esc mean the panel all the same.
func TestAfterAClickTheKeysMeanThePanel(t *testing.T) {
	for _, name := range []string{"all", "one", "next", "previous"} {
		b := newBench(t)
		b.Open(true)
		test.Type(b.field, "a")
		b.settle()
		test.Type(b.other, "o")
		if hits, _ := b.Hits(); len(hits) == 0 {
			t.Fatal("nothing is found")
		}
		b.o.Canvas.Unfocus() // the press
		test.Tap(map[string]*look.Button{"all": b.all, "one": b.one, "next": b.next, "previous": b.prev}[name])
		b.settle()
		q, ok := b.o.Canvas.Focused().(*float.Query)
		if !ok {
			t.Errorf("after a click on %s %T has the keyboard", name, b.o.Canvas.Focused())
			continue
		}
		b.o.Canvas.Focus(b.field)
		b.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		if b.o.Canvas.Focused() != fyne.Focusable(b.other) {
			t.Errorf("after %s Tab goes to %T", name, b.o.Canvas.Focused())
		}
		q.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if b.IsOpen() {
			t.Errorf("after a click on %s Esc does not close the panel", name)
		}
	}
}
