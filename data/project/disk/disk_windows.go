package disk

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// Virus scanners, search indexes and sync programs hold new files open for a moment, and Windows
// renames nothing over an open file.
const (
	sharingViolation = syscall.Errno(32)
	patience         = 3 * time.Second
)

func rename(from, to string) error {
	for start := time.Now(); ; time.Sleep(50 * time.Millisecond) {
		err := os.Rename(from, to)
		held := errors.Is(err, syscall.ERROR_ACCESS_DENIED) || errors.Is(err, sharingViolation)
		if !held || time.Since(start) > patience {
			return err
		}
	}
}

// syncFolder does nothing: folders cannot be opened there, and NTFS journals renames.
func syncFolder(string) error { return nil }
