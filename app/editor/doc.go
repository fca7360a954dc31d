// Package editor is what a person does on the board: looking, selecting, dragging, typing in
// place, and every action of menus and keys. It knows no window and no file.
//
// All calls come on one goroutine, the window's. Points handed in and out are view pixels
// (origin top left of the board) unless a name says scene; scene coordinates are points.
//
// A gesture is a small state machine in a file of its own. It keeps what it saw at the press and
// reckons anew from that at every step; the document hears of it once, when it ends well. A
// person's expectations it follows: a plain drag on empty paper draws a marquee; the wheel, a drag
// with Space or the middle button, and a drag on the desk beside the paper move the view.
package editor
