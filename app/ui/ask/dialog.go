// Package ask is the dialogs of the window: a question with its answers, a wait with its bar, and
// the questions about files that are in use, cannot be saved, or were left over by a crash.
//
// All of it belongs to the goroutine of the window.
package ask

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/assets/words"
)

// Answer is a button of a dialog.
type Answer struct {
	Text    string
	Primary bool // what Enter means: never what loses work
	Danger  bool // stands apart, at the left
	Cancel  bool // what Esc means
	Run     func()
}

// Question is what a dialog shows. Icon, Text and Body may be missing. Without an answer that
// cancels it stays until it is closed by the program.
type Question struct {
	Icon, Title, Text string
	Body              fyne.CanvasObject
	Answers           []Answer
}

// Desk is where the dialogs of one window lie.
type Desk struct {
	canvas  fyne.Canvas
	words   func() *words.Table
	after   func()
	open    []*Dialog
	trouble *Dialog // the latest of NotSaved, which may be closed; nil if there was none
}

// NewDesk returns the desk of a canvas. words returns the language to ask in; after is called
// whenever a dialog has gone, and gives the keyboard back.
func NewDesk(c fyne.Canvas, words func() *words.Table, after func()) *Desk {
	return &Desk{canvas: c, words: words, after: after}
}

// Open returns how many dialogs are open.
func (k *Desk) Open() int { return len(k.open) }

// Top returns the dialog that has the keys, nil if there is none.
func (k *Desk) Top() *Dialog {
	if len(k.open) == 0 {
		return nil
	}
	return k.open[len(k.open)-1]
}

func (k *Desk) t(key string) string { return k.words().T(key) }

func (k *Desk) f(key string, args words.Args) string { return k.words().F(key, args) }

// Dialog is the one kind of modal dialog of the window. It answers to Enter and Esc, and gives the
// keys back to whoever had them.
type Dialog struct {
	Question
	desk   *Desk
	popup  *widget.PopUp
	before func(*fyne.KeyEvent)
	closed bool
	keys   func(*fyne.KeyEvent) bool // of the body, asked first; may be nil
}

const (
	width    = 430
	iconRoom = 40
)

// Show shows a dialog.
func (k *Desk) Show(q Question) *Dialog { return k.show(&Dialog{Question: q}) }

func (k *Desk) show(d *Dialog) *Dialog {
	d.desk, d.before = k, k.canvas.OnTypedKey()
	d.popup = widget.NewModalPopUp(d.content(), k.canvas)
	k.canvas.SetOnTypedKey(d.Key)
	d.popup.Show()
	k.open = append(k.open, d)
	return d
}

func (d *Dialog) content() fyne.CanvasObject {
	room := float32(width)
	var row fyne.CanvasObject
	if len(d.Answers) > 0 {
		row = d.row()
		room = max(room, row.MinSize().Width)
	}
	if d.Icon != "" {
		room -= iconRoom
	}
	parts := []fyne.CanvasObject{look.NewLabel(d.Title, 16, look.SemiBold, look.Ink)}
	if look.Shorten(d.Title, 16, look.SemiBold, room) != d.Title {
		parts = nil
		for _, line := range look.Wrap(d.Title, 16, look.SemiBold, room) {
			parts = append(parts, look.NewLabel(line, 16, look.SemiBold, look.Ink))
		}
	}
	if d.Text != "" {
		t := look.NewText(d.Text, look.Second)
		t.Resize(fyne.NewSize(room, 0))
		parts = append(parts, t)
	}
	if d.Body != nil {
		parts = append(parts, d.Body)
	}
	var inner fyne.CanvasObject = look.VBox(8, parts...)
	if d.Icon != "" {
		img := canvas.NewImageFromResource(look.Icon(d.Icon, look.Now().AccentInk))
		img.FillMode = canvas.ImageFillContain
		img.SetMinSize(fyne.NewSquareSize(26))
		inner = container.NewBorder(nil, nil, look.Pad(container.NewVBox(img), 0, 14, 0, 0), nil, inner)
	}
	wide := canvas.NewRectangle(look.Now().Panel)
	wide.SetMinSize(fyne.NewSize(width, 1))
	whole := []fyne.CanvasObject{wide, inner}
	if row != nil {
		whole = append(whole, look.Gap(8), row)
	}
	return look.Pad(look.VBox(4, whole...), 18, 22, 18, 22)
}

// row is the answers: what loses something at the left, the rest at the right.
func (d *Dialog) row() fyne.CanvasObject {
	var left, right []fyne.CanvasObject
	for _, a := range d.Answers {
		kind := look.Outlined
		if a.Primary {
			kind = look.Primary
		}
		b := &button{d: d}
		b.Kind, b.Text, b.OnTapped = kind, a.Text, func() { d.Close(a.Run) }
		b.ExtendBaseWidget(b)
		if a.Danger {
			left = append(left, b)
		} else {
			right = append(right, b)
		}
	}
	if len(left) > 0 {
		left = append(left, look.Gap(1)) // keeps them apart where the row is full
	}
	return look.HBox(8, append(append(left, layout.NewSpacer()), right...)...)
}

// Key answers when nothing in the dialog has the keyboard, and for what its controls leave.
func (d *Dialog) Key(ev *fyne.KeyEvent) {
	if d.keys != nil && d.keys(ev) {
		return
	}
	for _, a := range d.Answers {
		enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
		if a.Cancel && ev.Name == fyne.KeyEscape || a.Primary && enter {
			d.Close(a.Run)
			return
		}
	}
}

// Close takes the dialog away, then runs then, which may be nil. Closing twice does nothing.
func (d *Dialog) Close(then func()) {
	if d.closed {
		return
	}
	d.closed = true
	k := d.desk
	k.open = slices.DeleteFunc(k.open, func(o *Dialog) bool { return o == d })
	k.canvas.Unfocus() // a field that goes with its caret would have it blink for ever
	d.popup.Hide()
	k.canvas.SetOnTypedKey(d.before)
	k.after()
	if then != nil {
		then()
	}
}

// button is a button whose Esc is the dialog's.
type button struct {
	look.Button
	d *Dialog
}

// TypedKey implements fyne.Focusable.
func (b *button) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Button.TypedKey(ev)
	default:
		b.d.Key(ev)
	}
}

// Say shows one sentence and an OK.
func (k *Desk) Say(icon, title, text string) *Dialog {
	return k.Show(Question{Icon: icon, Title: title, Text: text,
		Answers: []Answer{{Text: k.t("ui.ok"), Primary: true, Cancel: true}}})
}
