package ask

import (
	"time"

	"fyne.io/fyne/v2/widget"
)

// Patience is how long something may take before a person is shown that it is under way.
const Patience = 500 * time.Millisecond

// Wait shows at once that something is under way, until the function it returns is called.
func (k *Desk) Wait(title string) (done func()) {
	bar := widget.NewProgressBarInfinite()
	d := k.Show(Question{Title: title, Body: bar})
	return func() {
		bar.Stop()
		d.Close(nil)
	}
}

// Slow does as Wait does, but only when Patience is over. do runs a function on the goroutine of
// the window. cancel, if it is there, is what a person may choose instead of waiting on.
func (k *Desk) Slow(do func(func()), title string, cancel func()) (done func()) {
	var d *Dialog
	var bar *widget.ProgressBarInfinite
	over := false
	timer := time.AfterFunc(Patience, func() {
		do(func() {
			if over {
				return
			}
			bar = widget.NewProgressBarInfinite()
			q := Question{Title: title, Body: bar}
			if cancel != nil {
				q.Answers = []Answer{{Text: k.t("ui.cancel"), Cancel: true, Run: func() { bar.Stop(); cancel() }}}
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
