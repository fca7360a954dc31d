package desk

// Mods are the modifier keys held. Ctrl is the platform's main modifier: Command on a Mac.
type Mods struct{ Shift, Ctrl, Alt bool }

// Cursor says how the pointer should look.
type Cursor int

// The shapes of the pointer.
const (
	CursorDefault    Cursor = iota
	CursorPointer           // over what can be grabbed
	CursorText              // over text that can be edited
	CursorGrab              // the view can be moved from here
	CursorGrabbing          // the view, a stage or a card is being moved
	CursorCopy              // letting go makes a copy
	CursorNoDrop            // letting go here does nothing
	CursorVertical          // over or with an emotion point, or the lower border of a lane
	CursorCross             // drawing a marquee, pulling a link
	CursorHorizontal        // over or with the right border of a column or card
)
