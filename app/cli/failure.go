package cli

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"jejak/assets/words"
	"jejak/canvas/paint/raster"
	"jejak/data/journey"
)

// failure is an error that is put into words of the translation table.
type failure struct {
	key   string
	args  words.Args
	usage bool // the program was called in a wrong way
	count int  // that the words depend on; 0: none
}

// Error returns the message in English.
func (e *failure) Error() string { return e.Text(words.In("en")) }

// Text returns the message in the language of w.
func (e *failure) Text(w *words.Table) string {
	if e.count > 0 {
		return w.N(e.key, e.count, e.args)
	}
	return w.F(e.key, e.args)
}

func usagef(key string, args words.Args) error { return &failure{key: key, args: args, usage: true} }
func failf(key string, args words.Args) error  { return &failure{key: key, args: args} }

func isUsage(err error) bool {
	var f *failure
	return errors.As(err, &f) && f.usage
}

// inFile is an error in the contents of a file.
type inFile struct {
	path string
	err  error
}

// Error returns the message in English.
func (e *inFile) Error() string { return e.path + ": " + e.err.Error() }

// Unwrap returns what is wrong in the file.
func (e *inFile) Unwrap() error { return e.err }

// text puts an error into one line for a person.
func (c *call) text(err error) string {
	var (
		in     *inFile
		told   interface{ Text(*words.Table) string }
		path   *fs.PathError
		pixels *raster.SizeError
	)
	switch {
	case errors.As(err, &in):
		return line(filepath.Base(in.path)) + ": " + c.text(in.err)
	case errors.As(err, &told):
		return line(told.Text(c.words))
	case errors.As(err, &pixels):
		return c.words.F("cli.fail.pixels", words.Args{"Most": raster.MaxPixels / 1_000_000})
	case errors.As(err, &path):
		return c.fileText(path.Path, path.Err)
	}
	return line(err.Error())
}

// fileText says why a file could not be read or written.
func (c *call) fileText(path string, err error) string {
	key := "cli.fail.system"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		key = "cli.fail.missing"
	case errors.Is(err, fs.ErrPermission):
		key = "cli.fail.permission"
	}
	return line(c.words.F(key, words.Args{"Name": path, "Reason": err}))
}

// line folds a text into one line, without anything that a terminal would obey.
func line(s string) string { return strings.Join(strings.Fields(journey.CleanText(s)), " ") }

// flagError puts what the flag library says into a usage error.
func flagError(err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		return usagef("cli.usage.flag", words.Args{"Flag": dashed(unknown.GetSpecifiedName())})
	case errors.As(err, &missing):
		return usagef("cli.usage.flagValue", words.Args{"Flag": dashed(missing.GetFlag().Name)})
	case errors.As(err, &invalid):
		return usagef("cli.usage.flagInvalid", words.Args{"Flag": dashed(invalid.GetFlag().Name), "Value": invalid.GetValue()})
	}
	return usagef("cli.usage.flagSyntax", words.Args{"Reason": err})
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
