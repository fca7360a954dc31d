package export

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Save writes the book to a file that is either whole or as it was: it is written under another name
// beside it, and takes its place at the end. When ctx ends before that, nothing is left behind. The
// error is ctx's, or an *Error.
func Save(ctx context.Context, path string, b *Book, progress Progress) error {
	return replace(ctx, path, create, func(w io.Writer) error { return b.Write(ctx, w, progress) })
}

// Replace writes a file of another kind in the same way: it is whole or as it was.
func Replace(ctx context.Context, path string, write func(io.Writer) error) error {
	return replace(ctx, path, create, write)
}

// file is what is written to.
type file interface {
	io.Writer
	Chmod(fs.FileMode) error
	Sync() error
	Close() error
}

// create makes a file that was not there.
func create(path string, mode fs.FileMode) (file, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
}

// replace has write make the file that takes the place of the one at path.
func replace(ctx context.Context, path string, create func(string, fs.FileMode) (file, error), write func(io.Writer) error) error {
	mode := fs.FileMode(0o666) // as the user's umask has it
	target := path
	there, err := os.Stat(path)
	if err == nil {
		switch {
		case there.IsDir():
			return &Error{Path: path, Reason: Directory}
		case !there.Mode().IsRegular():
			return &Error{Path: path, Reason: NotRegular}
		case there.Mode().Perm()&0o200 == 0:
			return &Error{Path: path, Reason: NoPermission, Err: fs.ErrPermission} // it is there to be kept
		}
		mode = there.Mode().Perm()
		if target, err = filepath.EvalSymlinks(path); err != nil { // the link stays a link
			return failed(path, err)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	temp := filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+"."+rand.Text()[:8]+".tmp")
	f, err := create(temp, mode)
	if err != nil {
		return failed(path, err)
	}
	out := bufio.NewWriterSize(f, 1<<16)
	err = write(out)
	if err == nil {
		err = out.Flush()
	}
	if err == nil && there != nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = os.Rename(temp, target)
	}
	if err != nil {
		if gone := os.Remove(temp); !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
		return failed(path, err)
	}
	return nil
}
