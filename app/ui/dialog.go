package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

// choice is a button of a dialog.
type choice struct {
	text    string
	primary bool // what Enter means
	danger  bool // stands apart, at the left
	cancel  bool // what Esc means
	run     func()
}

// dialog is the one kind of modal dialog of the window. It answers to Enter and Esc, and gives the
// keys back to whoever had them.
type dialog struct {
	w       *Window
	popup   *widget.PopUp
	choices []choice
	before  func(*fyne.KeyEvent)
	closed  bool
}

// ask shows a dialog. body may be nil. A dialog without a choice that cancels stays until closed
// by the program.
func (w *Window) ask(icon, title, text string, body fyne.CanvasObject, choices ...choice) *dialog {
	d := &dialog{w: w, choices: choices, before: w.win.Canvas().OnTypedKey()}
	const width, iconRoom = 430, 44
	parts := []fyne.CanvasObject{look.NewLabel(title, 16, look.SemiBold, look.Ink)}
	if text != "" {
		t := look.NewText(text, look.Second)
		t.Resize(fyne.NewSize(width, 0))
		if icon != "" {
			t.Resize(fyne.NewSize(width-iconRoom, 0))
		}
		parts = append(parts, t)
	}
	if body != nil {
		parts = append(parts, body)
	}
	if len(choices) > 0 {
		parts = append(parts, look.Gap(4), d.row())
	}
	var inner fyne.CanvasObject = look.VBox(8, parts...)
	if icon != "" {
		img := canvas.NewImageFromResource(look.Icon(icon, look.Now().AccentInk))
		img.FillMode = canvas.ImageFillContain
		img.SetMinSize(fyne.NewSquareSize(26))
		inner = container.NewBorder(nil, nil, look.Pad(container.NewVBox(img), 0, 14, 0, 0), nil, inner)
	}
	wide := canvas.NewRectangle(look.Now().Panel)
	wide.SetMinSize(fyne.NewSize(width, 1))
	d.popup = widget.NewModalPopUp(look.Pad(container.NewVBox(wide, inner), 18, 22, 18, 22), w.win.Canvas())
	w.win.Canvas().SetOnTypedKey(d.key)
	d.popup.Show()
	w.dialogs = append(w.dialogs, d)
	return d
}

func (d *dialog) row() fyne.CanvasObject {
	var left, right []fyne.CanvasObject
	for _, c := range d.choices {
		kind := look.Outlined
		if c.primary {
			kind = look.Primary
		}
		b := &dialogButton{d: d}
		b.Kind, b.Text, b.OnTapped = kind, c.text, func() { d.close(c.run) }
		b.ExtendBaseWidget(b)
		if c.danger {
			left = append(left, b)
		} else {
			right = append(right, b)
		}
	}
	return look.HBox(8, append(append(left, layout.NewSpacer()), right...)...)
}

// key answers when nothing in the dialog has the keyboard, and for what its controls leave.
func (d *dialog) key(ev *fyne.KeyEvent) {
	for _, c := range d.choices {
		switch ev.Name {
		case fyne.KeyEscape:
			if c.cancel {
				d.close(c.run)
				return
			}
		case fyne.KeyReturn, fyne.KeyEnter:
			if c.primary {
				d.close(c.run)
				return
			}
		}
	}
}

// close takes the dialog away, then runs what was chosen.
func (d *dialog) close(then func()) {
	if d.closed {
		return
	}
	d.closed = true
	for i, o := range d.w.dialogs {
		if o == d {
			d.w.dialogs = append(d.w.dialogs[:i:i], d.w.dialogs[i+1:]...)
			break
		}
	}
	d.popup.Hide()
	d.w.win.Canvas().SetOnTypedKey(d.before)
	d.w.focusBoard()
	if then != nil {
		then()
	}
}

// dialogButton is a button whose Esc is the dialog's.
type dialogButton struct {
	look.Button
	d *dialog
}

// TypedKey implements fyne.Focusable.
func (b *dialogButton) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		b.d.key(ev)
		return
	}
	b.Button.TypedKey(ev)
}

// say shows one sentence and an OK.
func (w *Window) say(icon, title, text string) {
	w.ask(icon, title, text, nil, choice{text: w.t("ui.ok"), primary: true, cancel: true})
	// Esc and Enter both mean OK: the loop of key finds it either way.
}

// progress shows a dialog that stays until the function it returns is called.
func (w *Window) progress(title string) (done func()) {
	bar := widget.NewProgressBarInfinite()
	d := w.ask("", title, "", bar)
	return func() {
		bar.Stop()
		d.close(nil)
	}
}
