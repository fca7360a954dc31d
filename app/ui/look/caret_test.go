package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// Whatever the width at which lines break, what is typed stands as it was typed.
func TestCaretKeepsSpacesWhereLinesBreak(t *testing.T) {
	test.NewTempApp(t)
	const want = "Looks for prices and finds only from prices, again and again"
	for width := float32(80); width < 240; width += 5 {
		e := widget.NewMultiLineEntry()
		e.Wrapping = fyne.TextWrapWord
		w := test.NewWindow(e)
		e.Resize(fyne.NewSize(width, 200))
		var c Caret
		for _, r := range want {
			c.Type(e, r)
		}
		if e.Text != want {
			t.Errorf("%v wide: %q", width, e.Text)
		}
		for range " again" {
			c.Mend(e)
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
		if e.Text != want[:len(want)-6] {
			t.Errorf("%v wide, after going back: %q", width, e.Text)
		}
		w.Close()
	}
}
