package sheet

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor/action"
	"jejak/app/editor/desk"
)

func TestKeysOnce(t *testing.T) {
	ctrl := desk.Mods{Ctrl: true}
	got := Keys([]action.Shortcut{{Key: "=", Mods: ctrl}, {Key: "+", Mods: ctrl}, {Key: "F2"}})
	if len(got) != 2 || got[1] != "F2" {
		t.Errorf("%q", got)
	}
}

func page(rows ...int) Page {
	p := Page{Title: "Keys"}
	for i, n := range rows {
		p.Groups = append(p.Groups, Group{Title: string(rune('A' + i)), Rows: slices.Repeat([]Row{{Keys: []string{"Ctrl+X"}, Text: "Cut"}}, n)})
	}
	return p
}

// TestColumns: the groups keep their order, stand in no more columns than there are, and no column
// is much longer than needed.
func TestColumns(t *testing.T) {
	test.NewTempApp(t)
	for _, columns := range []int{1, 2, 3, 4} {
		p := page(7, 16, 3, 20, 12, 2, 8, 5, 9)
		objects := p.objects()
		l := &masonry{columns: columns}
		parts := l.parts(objects)
		if len(parts) > columns {
			t.Errorf("%d columns in %d", len(parts), columns)
		}
		if !slices.Equal(slices.Concat(parts...), objects) {
			t.Errorf("%d columns change the order", columns)
		}
		total := float32(0)
		for _, o := range objects {
			total += o.MinSize().Height + groupGap
		}
		if got, most := l.MinSize(objects).Height, total/float32(columns)+20*rowHeight; got > most {
			t.Errorf("%d columns are %v high, want at most %v", columns, got, most)
		}
	}
	if n := len(page(0, 3).objects()); n != 1 {
		t.Errorf("a group without rows is shown: %d", n)
	}
}

func TestEscCloses(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, nil)
	for _, size := range []fyne.Size{fyne.NewSize(1400, 860), fyne.NewSize(760, 480)} {
		w.Resize(size)
		back := 0
		f := Show(w.Canvas(), page(7, 16, 3), func() { back++ })
		if f.Closed() || w.Canvas().Overlays().Top() == nil {
			t.Fatal("it is not shown")
		}
		w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyA})
		if f.Closed() {
			t.Error("any key closes it")
		}
		w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		f.Close()
		if !f.Closed() || w.Canvas().Overlays().Top() != nil || back != 1 {
			t.Errorf("closed %v, told %d times", f.Closed(), back)
		}
	}
}
