// Package cli is the window's work without a window: the commands of the program. It knows no
// display; the window is a function that the caller gives.
package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/pflag"

	"jejak/assets/words"
)

// Version is the version of the program, as FyneApp.toml has it too.
const Version = "0.1.0"

// The exit codes.
const (
	exitOK    = 0
	exitFail  = 1 // bad input, or work that failed
	exitUsage = 2 // the program was called in a wrong way
)

// Run does what the arguments (without the program's name) ask for and returns the exit code.
// Results go to stdout, errors and notes to stderr, an error as one line. Without a command it
// calls openWindow with the file that was named, or "" for none; nil means there is no window.
// Only one Run at a time.
func Run(args []string, stdin io.Reader, stdout, stderr io.Writer, openWindow func(path string) error) int {
	c := &call{stdin: stdin, stdout: stdout, stderr: stderr, words: words.In(languageOf(args))}
	err := c.dispatch(args, openWindow)
	if err == nil {
		return exitOK
	}
	fmt.Fprintf(stderr, "jejak: %s\n", c.text(err))
	if isUsage(err) {
		return exitUsage
	}
	return exitFail
}

// languageOf returns the language of messages: that of --lang, wherever it stands, or the
// system's. A bad --lang is refused later.
func languageOf(args []string) string {
	for i, a := range args {
		if a == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
		if lang, ok := strings.CutPrefix(a, "--lang="); ok {
			return lang
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if lang := os.Getenv(name); lang != "" {
			return lang
		}
	}
	return ""
}

// call is one run of the program.
type call struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	words          *words.Table
	command        string
	options        options
	args           []string // without flags
}

// dispatch finds the command and runs it.
func (c *call) dispatch(args []string, openWindow func(string) error) error {
	flags := pflag.NewFlagSet("jejak", pflag.ContinueOnError)
	flags.SetInterspersed(false)
	version := flags.Bool("version", false, c.words.T("cli.flag.version"))
	help := flags.BoolP("help", "h", false, c.words.T("cli.flag.help"))
	flags.StringVar(&c.options.lang, "lang", "", c.words.T("cli.flag.lang"))
	if err := c.parse(flags, args); err != nil {
		return err
	}
	rest := flags.Args()
	switch {
	case *help:
		return c.overview(flags)
	case *version:
		_, err := fmt.Fprintf(c.stdout, "jejak %s\n", Version)
		return err
	case len(rest) == 0:
		return c.window("", openWindow)
	}
	if rest[0] == "help" {
		return c.overview(flags)
	}
	if cmd := commandNamed(rest[0]); cmd != nil {
		return c.run(cmd, rest[1:])
	}
	if len(rest) > 1 || !looksLikeFile(rest[0]) {
		return usagef("cli.usage.command", words.Args{"Name": rest[0]})
	}
	return c.window(rest[0], openWindow)
}

// looksLikeFile tells a file, there or not, from a mistyped command.
func looksLikeFile(arg string) bool {
	if filepath.Ext(arg) != "" || strings.ContainsRune(arg, filepath.Separator) {
		return true
	}
	_, err := os.Lstat(arg)
	return err == nil
}

func (c *call) window(path string, open func(string) error) error {
	if open == nil {
		return failf("cli.fail.noWindow", nil)
	}
	if !hasDisplay() {
		return failf("cli.fail.noDisplay", nil)
	}
	return open(path)
}

// hasDisplay reports whether there may be a screen: X and Wayland say so in the environment, and
// the window's library ends the program where neither does.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// parse reads flags and checks the language, which every command takes.
func (c *call) parse(flags *pflag.FlagSet, args []string) error {
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	if err := flags.Parse(args); err != nil {
		return flagError(err)
	}
	switch c.options.lang {
	case "", "en", "id":
		return nil
	}
	return usagef("cli.usage.lang", words.Args{"Value": c.options.lang, "Known": strings.Join(words.Languages, ", ")})
}
