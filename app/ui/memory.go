package ui

import (
	"runtime/debug"
	"time"
)

// spareGarbage keeps the program small beside others: each edit of a large map leaves behind a
// picture of it, and the collector would let these grow to the size of all that is in use before it
// clears them away. It may use half of that, which costs it a few milliseconds on other goroutines.
func spareGarbage() { debug.SetGCPercent(50) }

// settleTime is how long after a project came its first picture is there at the latest on most
// machines; nothing depends on it.
const settleTime = 2 * time.Second

// giveBack returns to the system what reading and laying out a project took for a moment.
func giveBack() { time.AfterFunc(settleTime, debug.FreeOSMemory) }
