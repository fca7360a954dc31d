package cli

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/project"
)

// extension returns the extension of a file in small letters, without its dot.
func extension(path string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
}

// target checks the file that -o names: it must be named, have one of the extensions, not be the
// input, and be a regular file if it is there.
func (c *call) target(input string, extensions ...string) error {
	out := c.options.output
	if out == "" {
		return usagef("cli.usage.output", words.Args{"Command": c.command})
	}
	if !slices.Contains(extensions, extension(out)) {
		return usagef("cli.usage.outputKind", words.Args{"Name": out, "Known": strings.Join(extensions, ", ")})
	}
	there, err := os.Stat(out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case there.IsDir():
		return failf("cli.fail.directory", words.Args{"Name": out})
	case !there.Mode().IsRegular():
		return failf("cli.fail.notRegular", words.Args{"Name": out})
	}
	if in, err := os.Stat(input); input != "" && err == nil && os.SameFile(in, there) {
		return usagef("cli.usage.same", words.Args{"Name": out})
	}
	return nil
}

// writeFile puts data in place of the file at path, or leaves what is there as it is.
func writeFile(path string, data []byte) error {
	mode := fs.FileMode(0o666) // as the user's umask has it
	there, err := os.Stat(path)
	if err == nil {
		mode = there.Mode().Perm()
		if path, err = filepath.EvalSymlinks(path); err != nil { // the link stays a link
			return err
		}
	}
	temp := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()[:8]+".tmp")
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return named(path, err)
	}
	_, err = f.Write(data)
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
		err = os.Rename(temp, path)
	}
	if err != nil {
		return named(path, errors.Join(err, os.Remove(temp)))
	}
	return nil
}

// named gives an error the name of the file that the user meant, not of the temporary one.
func named(path string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return &fs.PathError{Op: "write", Path: path, Err: err}
}

// saveProject writes a project file. Its working copy stands in a folder that goes away, so that
// no window ever offers it for recovery.
func saveProject(path string, p journey.Project) (err error) {
	dir, err := os.MkdirTemp("", "jejak-")
	if err != nil {
		return err
	}
	defer func() {
		if gone := os.RemoveAll(dir); err == nil {
			err = gone
		}
	}()
	return project.Save(path, p, project.WorkingIn(dir))
}
