package ui

import (
	"runtime/debug"
	"time"

	"jejak/app/editor"
)

// spareGarbage keeps the program small beside others: each edit of a large map leaves behind a
// picture of it, and the collector would let these grow to the size of all that is in use before it
// clears them away. It may use half of that, which costs it a few milliseconds on other goroutines.
func spareGarbage() { debug.SetGCPercent(50) }

// quiet is how long nothing happens before memory that is not in use goes back to the system.
const quiet = 4 * time.Second

// giveBack returns to the system what reading and laying out a project took for a moment.
func giveBack() { time.AfterFunc(quiet, debug.FreeOSMemory) }

// resting returns what is to be called whenever something happens on the board: some time after the
// last of it, what was in use for a moment goes back to the system too.
func resting() (stir func(editor.Event)) {
	timer := time.AfterFunc(quiet, debug.FreeOSMemory)
	return func(editor.Event) { timer.Reset(quiet) }
}
