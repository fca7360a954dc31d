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
func Hold(path string) (*Held, error) { return holdFile(path, true) }

// HoldOld does as Hold does, but makes no file: a missing one is fs.ErrNotExist.
func HoldOld(path string) (*Held, error) { return holdFile(path, false) }

func holdFile(path string, create bool) (*Held, error) {
	f, err := hold(path, create)
	if err != nil {
		return nil, err
	}
	// Whoever held it before may have removed it after it was opened here: then this is nobody's.
	here, err := os.Stat(path)
	if err == nil {
		var opened os.FileInfo
		if opened, err = f.Stat(); err == nil && !os.SameFile(here, opened) {
			err = ErrHeld
		}
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &Held{file: f}, nil
}

// Close lets go of the file, which stays where it is.
func (h *Held) Close() error { return h.file.Close() }
