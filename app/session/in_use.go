package session

import (
	"fmt"
	"path/filepath"
	"time"

	"jejak/assets/words"
	"jejak/data/project/lock"
)

// InUseError is the error of Open, Recover and SaveAs for a file that another session works on. The
// options ReadOnly, Copy and Anyway open it all the same.
type InUseError struct {
	Path  string
	User  string // who has it open; "" if that is not known, as are the others then
	Host  string // on which computer
	Since time.Time
	Seen  time.Time // when that session last said that it is there; it does so every minute
}

func inUse(path string, o lock.Owner) error {
	return &InUseError{Path: path, User: o.User, Host: o.Host, Since: o.Since, Seen: o.Heartbeat}
}

// Error says it in English for developers; people read Text.
func (e *InUseError) Error() string {
	return fmt.Sprintf("open %s: %s has it open on %s since %s", e.Path, e.User, e.Host, e.Since.Format(time.RFC3339))
}

// Key is the key of a sentence for people in assets/words; it takes {{.Name}}, the file's name.
// Text says more.
func (e *InUseError) Key() string { return "open.in-use" }

// Text returns the sentence for people in a language, with who has the file open if that is known.
// Times are those of the local zone.
func (e *InUseError) Text(w *words.Table) string {
	args := words.Args{"Name": filepath.Base(e.Path)}
	if e.User == "" || e.Host == "" {
		return w.F(e.Key(), args)
	}
	args["User"], args["Host"] = e.User, e.Host
	args["Since"] = e.Since.Local().Format("2006-01-02 15:04")
	return w.F("open.in-use-by", args)
}
