package ui

import (
	"fyne.io/fyne/v2"

	"jejak/app/ui/inspector"
	"jejak/app/ui/menu"
)

// The fixed measures of the window, in units of Fyne.
const (
	barHeight    = 46
	statusHeight = 28
	leftWidth    = 220
	rightWidth   = inspector.Width
)

// frame lays out the window: a bar on top, a status line below, a panel on either side when it is
// shown, the board in what is left. Lines of one unit part them.
type frame struct {
	bar, status, left, right, board        fyne.CanvasObject
	underBar, overStatus, besideL, besideR fyne.CanvasObject
}

// objects lists everything in painting order: panels lie over what the board casts beyond its rim.
func (f *frame) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.board, f.left, f.right, f.bar, f.status,
		f.underBar, f.overStatus, f.besideL, f.besideR}
}

// MinSize implements fyne.Layout.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(760, 480) }

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
	x0, x1 := float32(0), size.Width
	if f.left.Visible() {
		put(f.left, 0, top, leftWidth, bottom-top)
		put(f.besideL, leftWidth, top, 1, bottom-top)
		x0 = leftWidth + 1
	}
	if f.right.Visible() {
		x1 = size.Width - rightWidth - 1
		put(f.right, x1+1, top, rightWidth, bottom-top)
		put(f.besideR, x1, top, 1, bottom-top)
	}
	put(f.board, x0, top, x1-x0, bottom-top)
}

// showPanel shows or hides a panel and its line.
func (f *frame) showPanel(panel, line fyne.CanvasObject, on bool) {
	if on {
		panel.Show()
		line.Show()
	} else {
		panel.Hide()
		line.Hide()
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
