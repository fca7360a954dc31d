package project

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"jejak/data/project/disk"
	"jejak/data/project/recovery"
)

// look says at once what is wrong with a file that cannot be a project.
func look(path string) error {
	src, info, err := openRegular(path)
	if err != nil {
		return err
	}
	_, err = readHeader(src, info, path)
	if closeErr := src.Close(); err == nil && closeErr != nil {
		err = openError(path, Unreadable, closeErr)
	}
	return err
}

// fetch makes a private copy of the file at path, a new file at to, and reads its header. What stands
// beside the file, such as a journal, is left alone. A file that changes meanwhile is copied once
// more.
func fetch(d Disk, path, to string) (header, error) {
	if err := d.Create(to, 0o600); err != nil {
		return header{}, openError(path, NoWorkspace, err)
	}
	for range 2 {
		h, steady, err := fetchOnce(d, path, to)
		if err != nil || steady {
			return h, err
		}
	}
	return header{}, openError(path, Busy, nil)
}

func fetchOnce(d Disk, path, to string) (h header, steady bool, err error) {
	src, before, err := openRegular(path)
	if err != nil {
		return header{}, false, err
	}
	defer func() {
		if e := src.Close(); err == nil && e != nil {
			err = openError(path, Unreadable, e)
		}
	}()
	if h, err = readHeader(src, before, path); err != nil {
		return header{}, false, err
	}
	if _, err := src.Seek(0, io.SeekStart); err != nil {
		return header{}, false, openError(path, Unreadable, err)
	}
	from := &source{from: io.LimitReader(src, before.Size())}
	if err := d.Write(to, from); err != nil {
		if from.err != nil {
			return header{}, false, openError(path, Unreadable, from.err)
		}
		return header{}, false, openError(path, NoWorkspace, err)
	}
	after, err := src.Stat()
	if err != nil {
		return header{}, false, openError(path, Unreadable, err)
	}
	// A file that another has replaced is whole too, but it is not the one that is there now.
	now, err := os.Stat(path)
	return h, err == nil && os.SameFile(after, now) && unchanged(before, after) && unchanged(before, now), nil
}

func unchanged(a, b os.FileInfo) bool {
	return a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

// source remembers its own error, to tell it from one of where it is copied to.
type source struct {
	from io.Reader
	err  error
}

func (s *source) Read(b []byte) (int, error) {
	n, err := s.from.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return n, err
}

// fleeting is a disk for what need not survive a power cut: nothing is waited for.
type fleeting struct{ disk.OS }

func (fleeting) Sync(string) error       { return nil }
func (fleeting) SyncFolder(string) error { return nil }

// withCopy calls f with a private copy of the file at path, which is removed afterwards.
func withCopy(path string, f func(copied string, h header) error) (err error) {
	if err := look(path); err != nil {
		return err
	}
	d := fleeting{}
	folder, err := recovery.New(d, DefaultRoot(), recovery.Manifest{})
	remove := func() error { return folder.Remove() }
	if err != nil { // a home that cannot be written to
		root, tempErr := os.MkdirTemp("", "jejak-")
		if tempErr != nil {
			return openError(path, NoWorkspace, errors.Join(err, tempErr))
		}
		remove = func() error { return disk.RemoveAll(d, root) }
		if folder, err = recovery.New(d, root, recovery.Manifest{}); err != nil {
			return openError(path, NoWorkspace, errors.Join(err, remove()))
		}
		remove = func() error { return errors.Join(folder.Remove(), disk.RemoveAll(d, root)) }
	}
	defer func() {
		if e := remove(); e != nil {
			err = errors.Join(err, fmt.Errorf("remove the copy of %s: %w", path, e))
		}
	}()
	copied := filepath.Join(folder.Path(), workName)
	h, err := fetch(d, path, copied)
	if err != nil {
		return err
	}
	return f(copied, h)
}
