// Package editor is what a person does on the board: looking, selecting, dragging, typing in
// place, and every action of menus and keys. It knows no window and no file.
//
// All calls come on one goroutine, the window's. Points handed in and out are view pixels
// (origin top left of the board) unless a name says scene; scene coordinates are points.
//
// The gestures are in package tool, what they reckon with is in package desk; this package holds
// what lasts: selection, view, text in place, actions. It does what people expect of a board: a
// plain drag on empty paper draws a marquee; the wheel, a drag with Space or the middle button,
// and a drag on the desk beside the paper move the view; Esc climbs out, one thing at a time.
package editor
