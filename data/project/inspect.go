package project

import (
	"context"
	"errors"
	"fmt"
	"time"

	"jejak/data/project/lite"
	"jejak/data/project/row"
)

// deadline is how long the checks of a file of that size may take: a small one that takes
// seconds is no project.
func deadline(size int64) time.Duration {
	const bytesPerSecond = 20 << 20
	return 4*time.Second + time.Duration(size/bytesPerSecond)*time.Second
}

// inspect checks a private copy of a file that anybody may have made, and reads it. Its header was read
// before. A file of a newer version that this one may read but not change is for reading alone.
func inspect(path string, h header) (row.Contents, error) {
	ctx, cancel := context.WithTimeout(context.Background(), deadline(h.size))
	defer cancel()
	conn, err := lite.Untrusted(ctx, path)
	if err != nil {
		return row.Contents{}, err
	}
	found, err := inspectOn(conn, path, h)
	return found, errors.Join(err, conn.Close())
}

func inspectOn(conn *lite.Conn, path string, h header) (row.Contents, error) {
	newer := h.version > Version
	if newer {
		m, err := row.ReadMeta(conn)
		if err != nil || m.MinReader > Version {
			return row.Contents{}, openError(path, Newer, errors.Join(fmt.Errorf("version %d", h.version), err))
		}
	}
	found, err := readContents(conn, h.version)
	if err == nil {
		err = verify(conn, found)
	}
	if err == nil {
		err = checkShape(conn, h.version)
	}
	if err != nil && newer {
		// It says that this version may read it, and yet it cannot.
		return row.Contents{}, openError(path, Newer, errors.Join(fmt.Errorf("version %d", h.version), err))
	}
	return found, err
}

// verify runs the checks that need no knowledge of the records.
func verify(conn *lite.Conn, found row.Contents) error {
	if found.Digest != found.Meta.Digest {
		return errors.New("its digest is another one")
	}
	return lite.Integrity(conn, 1, func(s string) error { return errors.New(s) })
}

// readContents reads everything in a database of some version.
func readContents(conn *lite.Conn, version int) (row.Contents, error) {
	return row.ReadContents(conn, version, version < Version)
}
