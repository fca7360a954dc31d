package ask

import (
	"errors"
	"path/filepath"
	"time"

	"jejak/app/session"
	"jejak/assets/words"
	"jejak/data/project"
)

// Sentence is what a person reads for an error.
func Sentence(w *words.Table, err error) string {
	var told interface{ Text(*words.Table) string }
	if errors.As(err, &told) {
		return told.Text(w)
	}
	var keyed interface{ Key() string }
	if errors.As(err, &keyed) {
		return w.T(keyed.Key())
	}
	return w.F("ask.trouble", words.Args{"Error": err.Error()})
}

// Reason says in a few words why a file is not saved, for a title.
func Reason(w *words.Table, err error) string {
	var save *project.SaveError
	var used *session.InUseError
	switch {
	case errors.As(err, &save):
		return w.T("ask.reason." + string(save.Reason))
	case errors.As(err, &used):
		return w.T("ask.reason.in-use")
	}
	return w.T("ask.reason." + string(project.NotSaved))
}

// reasonOf is the reason of a *project.SaveError, else "".
func reasonOf(err error) project.Reason {
	var e *project.SaveError
	if errors.As(err, &e) {
		return e.Reason
	}
	return ""
}

// NeedsPerson reports whether saving again by itself cannot help: somebody must choose.
func NeedsPerson(err error) bool {
	switch reasonOf(err) {
	case project.Changed, project.Replaced, project.Gone:
		return true
	}
	return false
}

// When says when something was, seen from now: "today at 10:42".
func When(w *words.Table, t, now time.Time) string {
	t, now = t.Local(), now.Local()
	day := func(t time.Time) string { return t.Format("2006-01-02") }
	args := words.Args{"Time": t.Format("15:04")}
	switch day(t) {
	case day(now):
		return w.F("ask.when.today", args)
	case day(now.AddDate(0, 0, -1)):
		return w.F("ask.when.yesterday", args)
	}
	args["Day"], args["Month"], args["Year"] = t.Day(), w.T("map.month."+t.Format("1")), t.Year()
	return w.F("ask.when.date", args)
}

func nameOf(path string) string { return filepath.Base(path) }
