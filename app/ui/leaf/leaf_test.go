package leaf

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/look"
)

// page is a leaf that notes what happens to it.
type page struct {
	name  string
	log   *[]string
	entry *widget.Entry
}

func (p *page) Object() fyne.CanvasObject { return p.entry }
func (p *page) Update(editor.Event)       { *p.log = append(*p.log, "update "+p.name) }
func (p *page) Focus() fyne.Focusable     { return p.entry }
func (p *page) Leave()                    { *p.log = append(*p.log, "leave "+p.name) }

func TestLeaves(t *testing.T) {
	test.NewTempApp(t)
	var log []string
	var l *Leaves
	l = New(func() { log = append(log, "turned to "+string(l.Open())) })
	for _, id := range []ID{"one", "two"} {
		l.Add(id, func() Leaf {
			log = append(log, "make "+string(id))
			return &page{string(id), &log, widget.NewEntry()}
		})
	}
	w := test.NewTempWindow(t, l.Object())
	pressed := ID("none")
	row := NewRow(l, func(id ID) *look.Button { return look.NewButton(look.Tab, "", "tab "+string(id), nil) }, func(id ID) { pressed = id; l.Turn(id) }, widget.NewLabel("rest"))
	if l.Focus(w.Canvas()) || l.Typed(&fyne.KeyEvent{Name: fyne.KeyA}) || l.Object().Visible() {
		t.Error("without a leaf the map is covered")
	}
	l.Heard(editor.DocumentChanged, false)
	row.Mark(true)
	test.Tap(row.Tab("one"))
	l.Heard(editor.DocumentChanged, false)
	if row.Mark(true); pressed != "one" || !row.Tab("one").On || row.Tab(Map).On || row.Tab("no such") != nil {
		t.Errorf("pressed %q", pressed)
	}
	if !l.Focus(w.Canvas()) || w.Canvas().Focused() != l.Now().Focus() || !l.Object().Visible() {
		t.Error("the leaf does not get the keyboard")
	}
	l.Turn("one") // it is shown already
	l.Turn("two")
	l.Build()
	l.Heard(editor.EditingChanged, true) // a text is opened on the map
	if l.Open() != Map || l.Object().Visible() {
		t.Errorf("shown is %q", l.Open())
	}
	l.Turn("two")
	l.Reset()
	l.Turn("no such leaf")
	want := "[make one turned to one update one leave one make two turned to two make two leave two turned to  make two turned to two turned to ]"
	if got := fmt.Sprint(log); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if row.Mark(false); !row.Tab("one").Disabled() {
		t.Error("without a project there is something to turn to")
	}
}

// TestRow: tabs that have no room lose their names, the one that is shown last of all.
func TestRow(t *testing.T) {
	test.NewTempApp(t)
	l := New(func() {})
	for _, id := range []ID{"one", "two", "three"} {
		l.Add(id, func() Leaf { return &page{"", &[]string{}, widget.NewEntry()} })
	}
	row := NewRow(l, func(id ID) *look.Button { return look.NewButton(look.Tab, "map", "a long name "+string(id), nil) }, func(ID) {}, widget.NewLabel("rest"))
	row.Mark(true)
	for _, c := range []struct {
		width float32
		named int
	}{{900, 4}, {300, 1}, {900, 4}} {
		row.Object().Resize(fyne.NewSize(c.width, 28))
		named, end := 0, float32(0)
		for _, id := range l.All() {
			b := row.Tab(id)
			if b.Text != "" {
				named++
			}
			if b.Position().X < end {
				t.Errorf("%v wide: tabs lie over each other", c.width)
			}
			end = b.Position().X + b.Size().Width
		}
		if named != c.named || row.Tab(Map).Text == "" {
			t.Errorf("%v wide: %d tabs have names, want %d", c.width, named, c.named)
		}
	}
}
