package action

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
	KeyPageUp    Key = "PageUp"
	KeyPageDown  Key = "PageDown"
)
