// Package board is the canvas of the window: it shows the scene of an editor in tiles, lays what
// moves on top, edits text in place, and hands pointer and keys to the editor.
//
// All of it belongs to the goroutine of the window; only tiles are painted on other goroutines.
package board
