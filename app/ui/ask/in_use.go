package ask

import (
	"time"

	"jejak/app/session"
	"jejak/assets/words"
)

// quiet is how long a session that has a file open must not have said so before it may be gone; it
// does so every minute.
const quiet = 5 * time.Minute

// Entries are the ways into a file that somebody else has open; nil: not offered.
type Entries struct {
	Look, Copy, Anyway, Cancel func()
}

// InUse tells who has a file open, and asks how to go on.
func (k *Desk) InUse(e *session.InUseError, now time.Time, ways Entries) *Dialog {
	text := e.Text(k.words())
	if !e.Seen.IsZero() && now.Sub(e.Seen) > quiet {
		text += " " + k.f("ask.in-use.quiet", words.Args{"When": When(k.words(), e.Seen, now)})
	}
	q := Question{Icon: "persona", Title: k.f("ask.in-use", words.Args{"Name": nameOf(e.Path)}), Text: text}
	add := func(key string, run func(), a Answer) {
		if run != nil {
			a.Text, a.Run = k.t(key), run
			q.Answers = append(q.Answers, a)
		}
	}
	add("ask.in-use.anyway", ways.Anyway, Answer{Danger: true})
	q.Answers = append(q.Answers, Answer{Text: k.t("ui.cancel"), Cancel: true, Primary: ways.Look == nil, Run: ways.Cancel})
	add("ask.in-use.copy", ways.Copy, Answer{})
	add("ask.in-use.look", ways.Look, Answer{Primary: true})
	if ways.Look != nil || ways.Copy != nil {
		q.Text += " " + k.t("ask.in-use.how")
	}
	return k.Show(q)
}
