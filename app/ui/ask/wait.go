package ask

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

// Patience is how long something may take before a person is shown that it is under way.
const Patience = 500 * time.Millisecond

// Wait shows at once that something is under way, until the function it returns is called.
func (k *Desk) Wait(title string) (done func()) {
	bar := widget.NewProgressBarInfinite()
	d := k.Show(Question{Title: title, Body: thin(bar)})
	return func() {
		bar.Stop()
		d.Close(nil)
	}
}

// thin gives a bar the height of a line rather than of a button.
func thin(bar fyne.CanvasObject) fyne.CanvasObject {
	return look.VBox(0, look.Gap(4), container.NewGridWrap(fyne.NewSize(width, 8), bar), look.Gap(4))
}

// Slow does as Wait does, but only when Patience is over. do runs a function on the goroutine of
// the window. leave, if it has Run, is what a person may choose instead of waiting on: Cancel,
// unless it has a Text.
func (k *Desk) Slow(do func(func()), title string, leave Answer) (done func()) {
	var d *Dialog
	var bar *widget.ProgressBarInfinite
	over := false
	timer := time.AfterFunc(Patience, func() {
		do(func() {
			if over {
				return
			}
			bar = widget.NewProgressBarInfinite()
			q := Question{Title: title, Body: thin(bar)}
			if run := leave.Run; run != nil {
				leave.Cancel = true
				leave.Run = func() { bar.Stop(); run() }
				if leave.Text == "" {
					leave.Text = k.t("ui.cancel")
				}
				q.Answers = []Answer{leave}
			}
			d = k.Show(q)
		})
	})
	return func() {
		if over {
			return
		}
		over = true
		timer.Stop()
		if d != nil && !d.closed {
			bar.Stop()
			d.Close(nil)
		}
	}
}

// Errand is something that may take for ever, as on a share that does not answer.
type Errand[T any] struct {
	Work func() (T, error) // on a goroutine of its own
	Then func(T, error)    // with what came of it, on that of the window
	Left func()            // instead: a person waits no more
	Late func(T, error)    // what came of it after Left, on a goroutine of its own
}

// Send runs an errand. When Patience is over a person sees that it is under way, and can leave it.
func Send[T any](k *Desk, do func(func()), title string, e Errand[T]) {
	left := false
	done := k.Slow(do, title, Answer{Run: func() { left = true; e.Left() }})
	go func() {
		got, err := e.Work()
		do(func() {
			if left {
				go e.Late(got, err)
				return
			}
			done()
			e.Then(got, err)
		})
	}()
}
