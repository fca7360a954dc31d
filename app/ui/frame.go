package ui

import (
	"fyne.io/fyne/v2"

	"jejak/app/ui/inspector"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
)

// The measures of the window, in units of Fyne. Those of the panels are what they begin with.
const (
	barHeight    = 46
	statusHeight = 28
	leftWidth    = 220
	rightWidth   = inspector.Width
)

// What a panel can be dragged to, and what stays of the board beside them.
const (
	leftLeast, leftMost   = 180, 440
	rightLeast, rightMost = 240, 520
	boardLeast            = 240
)

// frame lays out the window: a bar on top, a status line below, a panel on either side when it is
// shown, the board in what is left. Lines of one unit part them, and on those that panels end with
// lie grips to drag them by.
type frame struct {
	bar, status, left, right, board        fyne.CanvasObject
	underBar, overStatus, besideL, besideR fyne.CanvasObject
	gripL, gripR                           fyne.CanvasObject
	over                                   fyne.CanvasObject // lies over the board
	leftWidth, rightWidth                  float32           // as chosen; a narrow window may have no room for it
}

// objects lists everything in painting order: panels lie over what the board casts beyond its rim.
func (f *frame) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.board, f.over, f.left, f.right, f.bar, f.status,
		f.underBar, f.overStatus, f.besideL, f.besideR, f.gripL, f.gripR}
}

// MinSize implements fyne.Layout.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(760, 480) }

// widths returns how wide the panels are in a window of that width; 0: not shown.
func (f *frame) widths(window float32) (left, right float32) {
	if f.right.Visible() {
		right = min(max(f.rightWidth, rightLeast), rightMost)
	}
	if f.left.Visible() {
		left = min(max(f.leftWidth, leftLeast), leftMost)
	}
	if over := left + right + boardLeast - window; over > 0 && right > 0 {
		cut := min(over, right-rightLeast)
		right, over = right-cut, over-cut
		left = max(left-over, min(left, leftLeast))
	} else if over > 0 {
		left = max(left-over, min(left, leftLeast))
	}
	return left, right
}

// Layout implements fyne.Layout.
func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(f.bar, 0, 0, size.Width, barHeight)
	put(f.underBar, 0, barHeight, size.Width, 1)
	put(f.status, 0, size.Height-statusHeight, size.Width, statusHeight)
	put(f.overStatus, 0, size.Height-statusHeight-1, size.Width, 1)
	top, bottom := float32(barHeight+1), size.Height-statusHeight-1
	left, right := f.widths(size.Width)
	x0, x1 := float32(0), size.Width
	const half = (look.GripWidth - 1) / 2
	if left > 0 {
		put(f.left, 0, top, left, bottom-top)
		put(f.besideL, left, top, 1, bottom-top)
		put(f.gripL, left-half, top, look.GripWidth, bottom-top)
		x0 = left + 1
	}
	if right > 0 {
		x1 = size.Width - right - 1
		put(f.right, x1+1, top, right, bottom-top)
		put(f.besideR, x1, top, 1, bottom-top)
		put(f.gripR, x1-half, top, look.GripWidth, bottom-top)
	}
	put(f.board, x0, top, x1-x0, bottom-top)
	put(f.over, x0, top, x1-x0, bottom-top)
}

// showLeft and showRight show a panel with its line and its grip, or hide them.
func (f *frame) showLeft(on bool)  { showAll(on, f.left, f.besideL, f.gripL) }
func (f *frame) showRight(on bool) { showAll(on, f.right, f.besideR, f.gripR) }

func showAll(on bool, objects ...fyne.CanvasObject) {
	for _, o := range objects {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

// column stacks the menu bar, a line, and what takes the rest of the window.
type column struct{}

// MinSize implements fyne.Layout.
func (column) MinSize(o []fyne.CanvasObject) fyne.Size {
	rest := o[2].MinSize()
	return fyne.NewSize(rest.Width, menu.Height+1+rest.Height)
}

// Layout implements fyne.Layout.
func (column) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, h := range []float32{menu.Height, 1, size.Height - menu.Height - 1} {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}
