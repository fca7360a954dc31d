package editor

// Button is a button of the pointer.
type Button int

// The buttons.
const (
	Primary Button = iota
	Middle
	Secondary
)

// Event tells what has changed. Bits can stand together.
type Event uint

// The events.
const (
	SceneChanged     Event = 1 << iota // Scene returns another picture
	ViewChanged                        // View returns something else
	OverlayChanged                     // Overlay returns something else
	SelectionChanged                   // Selection and Status return something else
	EditingChanged                     // Editing starts, ends or moves
	ActionsChanged                     // labels, or what is enabled
	DocumentChanged                    // the project is not what it was
)

// Has reports whether all bits of x are in e.
func (e Event) Has(x Event) bool { return e&x == x }
