package clipboard

import (
	"errors"
	"os"

	"jejak/app/ui/clipboard/x11"
)

// Display connects to the clipboard of the X server that the window is on. It is an error where
// the window is on something else.
func Display() (System, error) {
	if p := os.Getenv("FYNE_PLATFORM"); p != "" && p != "x11" {
		return nil, errors.New("the window is not on an X server")
	}
	b, err := x11.Open(os.Getenv("DISPLAY"))
	if err != nil {
		return nil, err
	}
	return b, nil
}
