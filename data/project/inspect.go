package project

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"
)

// deadline is how long the checks of a file of that size may take: a small one that takes
// seconds is no project.
func deadline(size int64) time.Duration {
	const bytesPerSecond = 20 << 20
	return 4*time.Second + time.Duration(size/bytesPerSecond)*time.Second
}

// inspect checks a private copy of a file that anybody may have made, and reads it. Its header was read
// before. A file of a newer version that this one may read but not change is for reading alone.
func inspect(path string, h header) (contents, error) {
	ctx, cancel := context.WithTimeout(context.Background(), deadline(h.size))
	defer cancel()
	conn, err := connectUntrusted(ctx, path)
	if err != nil {
		return contents{}, err
	}
	found, err := inspectOn(conn, path, h)
	return found, errors.Join(err, conn.close())
}

func inspectOn(conn *connection, path string, h header) (contents, error) {
	newer := h.version > Version
	if newer {
		m, err := readMeta(conn)
		if err != nil || m.minReader > Version {
			return contents{}, openError(path, Newer, errors.Join(fmt.Errorf("version %d", h.version), err))
		}
	}
	found, err := readContents(conn, h.version)
	if err == nil {
		err = verify(conn, found)
	}
	if err != nil && newer {
		// It says that this version may read it, and yet it cannot.
		return contents{}, openError(path, Newer, errors.Join(fmt.Errorf("version %d", h.version), err))
	}
	return found, err
}

// verify runs the checks that need no knowledge of the records.
func verify(conn *connection, found contents) error {
	if found.digest != found.meta.digest {
		return errors.New("its digest is another one")
	}
	return checkIntegrity(conn, 1, func(s string) error { return errors.New(s) })
}

// checkIntegrity calls f for each of at most limit faults that SQLite finds in the file's pages.
func checkIntegrity(conn *connection, limit int, f func(string) error) error {
	return conn.each(fmt.Sprintf("PRAGMA integrity_check(%d)", limit), func(v []driver.Value) error {
		if s, ok := v[0].(string); !ok || s != "ok" {
			return f(fmt.Sprint(v[0]))
		}
		return nil
	})
}

// readMeta reads what a file of any version says of itself.
func readMeta(conn *connection) (meta, error) {
	columns, err := columnNames(conn, "meta")
	if err != nil {
		return meta{}, err
	}
	r := reader{digest: newDigest(0)}
	err = conn.each(`SELECT * FROM "meta"`, func(v []driver.Value) error { return r.meta(columns, v) })
	if err == nil && r.metaRows != 1 {
		err = fmt.Errorf("table meta has %d rows", r.metaRows)
	}
	return r.contents.meta, err
}
