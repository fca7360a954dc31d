package disk

import (
	"errors"
	"os"
)

// ErrHeld is the error of Hold while somebody else holds the file.
var ErrHeld = errors.New("the file is held by another process")

// Held is a file that nobody else can hold. The system lets go of it when the process ends,
// however it ends.
type Held struct{ file *os.File }

// Hold holds the file at path, which is made if it is missing. It does not wait: if somebody else
// holds it, in this process or in another, the error is ErrHeld.
func Hold(path string) (*Held, error) {
	f, err := hold(path)
	if err != nil {
		return nil, err
	}
	return &Held{file: f}, nil
}

// Close lets go of the file, which stays where it is.
func (h *Held) Close() error { return h.file.Close() }
