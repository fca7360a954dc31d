package export

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/canvas/geom"
)

// content builds the window: head, pages with what is to be known of them, settings, answers.
func (w *Window) content() fyne.CanvasObject {
	quiet := func(icon, text string, do func()) *look.Button { return look.NewButton(look.Quiet, icon, text, do) }
	title := "export.title"
	if w.o.Print {
		title = "export.print.title"
	}
	head := look.Pad(container.NewBorder(nil, nil, nil, quiet("close", "", w.Close),
		look.NewLabel(w.t(title), 16, look.SemiBold, look.Ink)), 10, 12, 10, 20)

	w.at, w.under = look.NewLabel("", look.TextSize, look.Medium, look.Ink).Wide(), look.NewLabel("", look.SmallSize, look.Regular, look.Second)
	w.turns = [2]*look.Button{quiet("arrow-left", "", func() { w.turn(-1) }), quiet("arrow-right", "", func() { w.turn(1) })}
	w.zoom = quiet("", "100 %", func() { w.preview.zoomTo(1, geom.Point{}) })
	mid := func() geom.Point { return w.preview.middle() }
	zooms := look.HBox(0, quiet("minus", "", func() { w.preview.zoomTo(w.preview.zoom/1.5, mid()) }), w.zoom,
		quiet("plus", "", func() { w.preview.zoomTo(w.preview.zoom*1.5, mid()) }))
	w.pager = look.HBox(2, w.turns[0], w.at, w.turns[1])
	bar := look.Pad(container.NewBorder(nil, nil, w.pager, zooms, container.New(middle{}, w.under)), 5, 8, 5, 8)

	w.busy = widget.NewProgressBarInfinite()
	w.busy.Stop()
	w.busyHold = container.New(top{}, w.busy)
	w.busyHold.Hide()
	w.text = container.NewStack()
	w.text.Hide()
	clip := clipped(container.NewStack(w.preview, w.text, w.busyHold))
	w.column = edges{bottom: under(look.VBox(0, bar, w.warnings.object())), middle: clip}.object()
	w.strip = edges{right: look.Hairline(), middle: container.New(wide{thumbsWidth}, clipped(w.thumbs))}.object()
	w.strip.Hide()
	w.left = edges{left: w.strip, middle: w.column}.object()
	right := edges{left: look.Hairline(), middle: w.form.scroll}.object()
	w.buttons = w.answers()
	w.foot = container.NewStack(w.buttons)
	return edges{top: over(head), bottom: under(look.Pad(w.foot, 10, 16, 10, 20)), right: right, middle: w.left}.object()
}

// clipped keeps what an object shows within its place.
func clipped(o fyne.CanvasObject) fyne.CanvasObject {
	c := container.NewClip(o)
	c.ExtendBaseWidget(c) // NewClip leaves that to the first painting
	return c
}
