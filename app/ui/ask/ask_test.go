package ask

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/session"
	"jejak/assets/words"
	"jejak/data/project"
)

func desk(t *testing.T, lang string) (*Desk, func(fyne.KeyName)) {
	t.Helper()
	w := test.NewTempApp(t).NewWindow("")
	w.Resize(fyne.NewSize(900, 700))
	k := NewDesk(w.Canvas(), func() *words.Table { return words.In(lang) }, func() {})
	return k, func(name fyne.KeyName) { w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name}) }
}

var now = time.Date(2026, 3, 1, 10, 42, 0, 0, time.Local)

func TestWhen(t *testing.T) {
	for _, c := range []struct {
		at       time.Time
		lang, is string
	}{
		{now.Add(-time.Hour), "en", "today at 09:42"},
		{now.Add(-time.Hour), "id", "hari ini pukul 09:42"},
		{time.Date(2026, 2, 28, 23, 59, 0, 0, time.Local), "en", "yesterday at 23:59"},
		{time.Date(2025, 12, 31, 8, 5, 0, 0, time.Local), "en", "31 December 2025 at 08:05"},
		{time.Date(2025, 12, 31, 8, 5, 0, 0, time.Local), "id", "31 Desember 2025 pukul 08:05"},
	} {
		if got := When(words.In(c.lang), c.at, now); got != c.is {
			t.Errorf("%v in %s is %q, want %q", c.at, c.lang, got, c.is)
		}
	}
}

// TestNotSaved: whatever went wrong, there is a reason in both languages, Esc cancels, and Enter
// never gives anything up.
func TestNotSaved(t *testing.T) {
	for _, lang := range words.Languages {
		for _, reason := range project.SaveReasons {
			t.Run(lang+"/"+string(reason), func(t *testing.T) {
				err := &project.SaveError{Path: "/x/map.jejak", Reason: reason}
				if got := Reason(words.In(lang), err); got == "" || strings.ContainsAny(got, "[.") {
					t.Errorf("reason %q", got)
				}
				k, press := desk(t, lang)
				var did string
				say := func(s string) func() { return func() { did += s } }
				ways := Ways{Again: say("again"), SaveAs: say("as"), Reload: say("reload"), Keep: say("keep"), Cancel: say("cancel")}
				d := k.NotSaved(err, 3, ways)
				if strings.Contains(d.Title+d.Text, "[") {
					t.Errorf("%s %s", d.Title, d.Text)
				}
				for _, a := range d.Answers {
					if a.Text == k.t("ask.save.reload") && reason != project.Changed {
						t.Error("offers to reload")
					}
				}
				press(fyne.KeyEscape)
				if did != "cancel" || k.Open() != 0 {
					t.Errorf("Esc did %q", did)
				}
				did = ""
				k.NotSaved(err, 3, ways)
				press(fyne.KeyReturn)
				if did != "again" && did != "as" && did != "cancel" {
					t.Errorf("Enter did %q", did)
				}
				if reason == project.Changed && did != "as" {
					t.Errorf("Enter did %q to somebody else's changes", did)
				}
			})
		}
	}
}

func TestInUseSaysWhoAndEnterLooks(t *testing.T) {
	k, press := desk(t, "en")
	looked := false
	e := &session.InUseError{Path: "/x/map.jejak", User: "sari", Host: "studio-2", Since: now.Add(-time.Hour), Seen: now.Add(-time.Minute)}
	d := k.InUse(e, now, Entries{Look: func() { looked = true }, Copy: func() {}, Anyway: func() { t.Error("opened anyway") }})
	for _, want := range []string{"sari", "studio-2", "09:42"} {
		if !strings.Contains(d.Text, want) {
			t.Errorf("%q lacks %s", d.Text, want)
		}
	}
	if strings.Contains(d.Text, "any more") {
		t.Errorf("%q takes a session for gone", d.Text)
	}
	press(fyne.KeyReturn)
	if !looked {
		t.Error("Enter does not look")
	}
	e.Seen = now.Add(-time.Hour)
	if d := k.InUse(e, now, Entries{}); !strings.Contains(d.Text, "today at 09:42") {
		t.Errorf("%q does not say when it was last heard of", d.Text)
	}
}

func TestLeftoversByKeyboard(t *testing.T) {
	k, press := desk(t, "en")
	var got string
	list := []session.Leftover{
		{Session: "a", Path: "/x/a.jejak", Last: now, Edits: 1},
		{Session: "b", Last: now, Edits: 2},
		{Session: "c", Last: now, Err: errors.New("damaged")},
	}
	fates := Fates{
		Restore: func(l session.Leftover) { got = "restore " + l.Session },
		Discard: func(l session.Leftover) { got = "discard " + l.Session },
		Later:   func() { got = "later" },
	}
	k.Leftovers(list, now, fates)
	press(fyne.KeyDown)
	press(fyne.KeyReturn)
	if got != "restore b" {
		t.Errorf("Down, Enter: %q", got)
	}
	got = ""
	k.Leftovers(list, now, fates)
	press(fyne.KeyUp)
	press(fyne.KeyReturn)
	if k.Open() != 1 || got != "" || !strings.Contains(k.Top().Text, "damaged") {
		t.Errorf("damaged work: %q", got)
	}
	press(fyne.KeyReturn) // back in the list
	d := k.Top()
	d.Close(d.Answers[0].Run) // Discard asks again
	press(fyne.KeyReturn)     // and Enter does not
	if got != "" {
		t.Errorf("Enter: %q", got)
	}
	press(fyne.KeyEscape)
	if got != "later" || k.Open() != 0 {
		t.Errorf("Esc: %q", got)
	}
}

func TestSlowShowsNothingOfWhatIsFast(t *testing.T) {
	k, press := desk(t, "en")
	ran := make(chan func(), 1)
	done := k.Slow(func(f func()) { ran <- f }, "Saving…", Answer{})
	done()
	cancelled := false
	done = k.Slow(func(f func()) { ran <- f }, "Saving…", Answer{Run: func() { cancelled = true }})
	(<-ran)()
	if k.Open() != 1 {
		t.Fatalf("%d dialogs after a while", k.Open())
	}
	press(fyne.KeyEscape)
	if !cancelled || k.Open() != 0 {
		t.Error("Esc does not stop the waiting")
	}
	done()
	done = k.Slow(func(f func()) { ran <- f }, "Saving…", Answer{})
	late := <-ran
	done()
	late() // it comes too late
	if k.Open() != 0 {
		t.Error("a bar for what is over")
	}
}

func TestErrandsCanBeLeft(t *testing.T) {
	k, press := desk(t, "en")
	ran := make(chan func(), 2)
	goOn, late := make(chan struct{}), make(chan string)
	left := false
	Send(k, func(f func()) { ran <- f }, "Opening…", Errand[string]{
		Work: func() (string, error) { <-goOn; return "found", nil },
		Then: func(string, error) { t.Error("it was left") },
		Left: func() { left = true },
		Late: func(s string, _ error) { late <- s },
	})
	(<-ran)()
	if k.Open() != 1 || k.Top().Title != "Opening…" {
		t.Fatal("no wait is shown")
	}
	press(fyne.KeyEscape)
	if !left || k.Open() != 0 {
		t.Errorf("left: %v, %d dialogs", left, k.Open())
	}
	close(goOn)
	(<-ran)()
	if got := <-late; got != "found" {
		t.Errorf("late: %q", got)
	}

	got := ""
	Send(k, func(f func()) { ran <- f }, "Opening…", Errand[string]{
		Work: func() (string, error) { return "at once", nil },
		Then: func(s string, _ error) { got = s },
	})
	(<-ran)()
	if got != "at once" || k.Open() != 0 {
		t.Errorf("%q, %d dialogs", got, k.Open())
	}
}
