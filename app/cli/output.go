package cli

import (
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
