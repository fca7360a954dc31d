package editor

// Button is a button of the pointer.
type Button int

// The buttons.
const (
	Primary Button = iota
	Middle
	Secondary
)

// Key names a key: one letter, digit or sign, or one of the names below. Letters count in either case.
type Key string

// The keys that have names.
const (
	KeyLeft      Key = "Left"
	KeyRight     Key = "Right"
	KeyUp        Key = "Up"
	KeyDown      Key = "Down"
	KeyTab       Key = "Tab"
	KeyEscape    Key = "Escape"
	KeyDelete    Key = "Delete"
	KeyBackspace Key = "Backspace"
	KeyF2        Key = "F2"
	KeyReturn    Key = "Return"
	KeySpace     Key = "Space"
	KeyHome      Key = "Home"
	KeyEnd       Key = "End"
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
