package ui

import "fyne.io/fyne/v2"

// The fixed measures of the window, in units of Fyne.
const (
	barHeight    = 46
	statusHeight = 28
	leftWidth    = 212
	rightWidth   = 276
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
