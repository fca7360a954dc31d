package project

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
)

// Extension is the extension of project files, with its dot.
const Extension = ".jejak"

// ApplicationID marks a SQLite database as a project file: "Jejk" in ASCII, at offset 68.
const ApplicationID = 0x4A656A6B

// maxSize is the largest file that is opened, in bytes: far above any real project, and it keeps
// a sparse monster from filling the disk with its working copy.
const maxSize = 2 << 30

const headerSize = 100

var sqliteMagic = []byte("SQLite format 3\x00")

// header is what the first 100 bytes of a file say, and its size.
type header struct {
	version int   // user_version
	size    int64 // of the file, in bytes
	mode    os.FileMode
}

// openRegular opens path for reading if it is a regular file of a sensible size.
// A pipe or a device is not waited for.
func openRegular(path string) (*os.File, os.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, openError(path, reasonOf(err), err)
	}
	if err := checkRegular(path, info); err != nil {
		return nil, nil, err
	}
	// Between Stat and here the name may have come to mean a pipe: then this must not wait.
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, openError(path, reasonOf(err), err)
	}
	info, err = f.Stat()
	if err == nil {
		err = checkRegular(path, info)
	} else {
		err = openError(path, Unreadable, err)
	}
	if err != nil {
		return nil, nil, errors.Join(err, f.Close())
	}
	return f, info, nil
}

func checkRegular(path string, info os.FileInfo) error {
	switch {
	case info.IsDir():
		return openError(path, Directory, nil)
	case !info.Mode().IsRegular():
		return openError(path, NotRegular, nil)
	case info.Size() == 0:
		return openError(path, Empty, nil)
	case info.Size() > maxSize:
		return openError(path, TooLarge, fmt.Errorf("%d bytes", info.Size()))
	}
	return nil
}

// readHeader checks the first bytes of f, which was opened as path.
func readHeader(f *os.File, info os.FileInfo, path string) (header, error) {
	b := make([]byte, headerSize)
	n, err := io.ReadFull(f, b)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return header{}, openError(path, Unreadable, err)
	}
	if !bytes.HasPrefix(b[:n], sqliteMagic) {
		return header{}, openError(path, NotProject, errors.New("it does not begin like a SQLite database"))
	}
	if n < headerSize {
		return header{}, openError(path, Damaged, errors.New("it ends within its header"))
	}
	if id := binary.BigEndian.Uint32(b[68:]); id != ApplicationID {
		return header{}, openError(path, NotOurs, fmt.Errorf("application_id is %#x", id))
	}
	if b[18] != 1 || b[19] != 1 {
		return header{}, openError(path, Damaged, errors.New("it is part of a database in WAL mode"))
	}
	version := binary.BigEndian.Uint32(b[60:])
	if version == 0 || version > 1<<30 {
		return header{}, openError(path, Damaged, fmt.Errorf("user_version is %d", version))
	}
	return header{version: int(version), size: info.Size(), mode: info.Mode().Perm()}, nil
}
