package clipboard

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"jejak/app/editor/clip"
	"jejak/assets/words"
	"jejak/data/picture"
)

// MostPictures is how many pictures are taken in at once.
const MostPictures = 50

// FileError is a file that is no picture to be had.
type FileError struct {
	Path string
	Err  error
}

func (e *FileError) Error() string { return fmt.Sprintf("picture %s: %v", e.Path, e.Err) }

// Unwrap returns what is behind it.
func (e *FileError) Unwrap() error { return e.Err }

// Text returns what a person reads about it, in a language.
func (e *FileError) Text(w *words.Table) string {
	why := w.T("clip.file.unreadable")
	var refused *picture.Error
	if errors.As(e.Err, &refused) {
		why = refused.Text(w)
	}
	return w.F("clip.file", words.Args{"Name": filepath.Base(e.Path), "Reason": why})
}

// ManyError says that there are more pictures than are taken in at once.
type ManyError struct{ Count int }

func (e *ManyError) Error() string {
	return fmt.Sprintf("%d pictures are more than %d", e.Count, MostPictures)
}

// Text returns what a person reads about it, in a language.
func (e *ManyError) Text(w *words.Table) string {
	return w.F("clip.file.many", words.Args{"Count": e.Count, "Most": MostPictures})
}

// Pictures reads files as pictures. What can not be had is told in the error, a *FileError for each
// joined, beside the pictures that can. It takes its time: not for the goroutine of a window.
func Pictures(paths []string) ([]clip.Picture, error) {
	if len(paths) > MostPictures {
		return nil, &ManyError{len(paths)}
	}
	var list []clip.Picture
	var errs []error
	for _, path := range paths {
		pic, err := readFile(path)
		if err != nil {
			errs = append(errs, &FileError{path, err})
			continue
		}
		list = append(list, clip.Picture{Picture: pic, Name: filepath.Base(path)})
	}
	return list, errors.Join(errs...)
}

func readFile(path string) (picture.Picture, error) {
	info, err := os.Stat(path) // before opening it: a pipe would wait for a writer
	if err != nil {
		return picture.Picture{}, err
	}
	if !info.Mode().IsRegular() {
		return picture.Picture{}, &picture.Error{Reason: picture.Foreign}
	}
	if info.Size() > picture.MaxBytes {
		return picture.Picture{}, &picture.Error{Reason: picture.Bytes}
	}
	f, err := os.Open(path)
	if err != nil {
		return picture.Picture{}, err
	}
	defer f.Close() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, picture.MaxBytes+1))
	if err != nil {
		return picture.Picture{}, err
	}
	return picture.Decode(data)
}
