package ask

import (
	"errors"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/session"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/project"
)

// Fates are what can become of work that was left over.
type Fates struct {
	Restore func(session.Leftover)
	Discard func(session.Leftover)
	Later   func()
}

// Leftovers shows work that a crash left over and asks what is to become of it: one piece at a
// time, of those that are listed. There must be one at least.
func (k *Desk) Leftovers(list []session.Leftover, now time.Time, fates Fates) *Dialog {
	d := &Dialog{}
	at := 0
	rows := make([]*row, len(list))
	choose := func(i int) {
		at = (i + len(rows)) % len(rows)
		for j, r := range rows {
			r.set(j == at)
		}
	}
	var objects []fyne.CanvasObject
	for i, l := range list {
		title, about, bad := k.leftover(l, now)
		rows[i] = newRow(d, title, about, bad, func() { choose(i) })
		objects = append(objects, rows[i])
	}
	body := fyne.CanvasObject(look.VBox(4, objects...))
	const most = 4
	if len(list) > most {
		scroll := container.NewVScroll(body)
		scroll.SetMinSize(fyne.NewSize(width-iconRoom, most*(rowHeight+4)))
		choose = func(next func(int)) func(int) {
			return func(i int) {
				next(i)
				scroll.ScrollToOffset(fyne.NewPos(0, max(0, float32(at-most+1)*(rowHeight+4))))
			}
		}(choose)
		body = scroll
	}
	d.keys = func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyUp:
			choose(at - 1)
		case fyne.KeyDown:
			choose(at + 1)
		default:
			return false
		}
		return true
	}
	d.Question = Question{
		Icon: "recent", Title: k.words().N("ask.leftover", len(list), nil), Text: k.words().N("ask.leftover.text", len(list), nil), Body: body,
		Answers: []Answer{
			{Text: k.t("ask.leftover.discard"), Danger: true, Run: func() { k.discard(list, at, now, fates) }},
			{Text: k.t("ask.leftover.later"), Cancel: true, Run: fates.Later},
			{Text: k.t("ask.leftover.restore"), Primary: true, Run: func() { k.restore(list, at, now, fates) }},
		},
	}
	choose(0)
	return k.show(d)
}

// restore gives back what can be given back.
func (k *Desk) restore(list []session.Leftover, at int, now time.Time, fates Fates) {
	if list[at].Err == nil {
		fates.Restore(list[at])
		return
	}
	k.Show(Question{Icon: "warning", Title: k.t("ask.leftover.lost"), Text: k.whyNot(list[at].Err),
		Answers: []Answer{{Text: k.t("ui.ok"), Primary: true, Cancel: true, Run: func() { k.Leftovers(list, now, fates) }}}})
}

// discard asks once more: there is no way back from it.
func (k *Desk) discard(list []session.Leftover, at int, now time.Time, fates Fates) {
	title, _, _ := k.leftover(list[at], now)
	k.Show(Question{Icon: "trash", Title: k.f("ask.discard", words.Args{"Name": title}), Text: k.t("ask.discard.text"),
		Answers: []Answer{
			{Text: k.t("ask.discard.yes"), Danger: true, Run: func() { fates.Discard(list[at]) }},
			{Text: k.t("ui.cancel"), Primary: true, Cancel: true, Run: func() { k.Leftovers(list, now, fates) }},
		}})
}

// leftover says what a piece of work is: its name, then how much and when, or why it is lost.
func (k *Desk) leftover(l session.Leftover, now time.Time) (title, about string, bad bool) {
	title = l.Name
	if l.Path != "" {
		title = filepath.Base(l.Path)
	} else if title == "" {
		title = k.t("ui.untitled")
	}
	if l.Err != nil {
		return title, k.whyNot(l.Err), true
	}
	args := words.Args{"When": When(k.words(), l.Last, now)}
	about = k.words().N("ask.leftover.edits", l.Edits, args)
	if l.Path == "" {
		return title, about + " · " + k.t("ask.leftover.untitled"), false
	}
	return title, about + " · " + filepath.Dir(l.Path), false
}

// whyNot says why work cannot be given back. The sentences about opening are of files, which this
// is not, but for a few.
func (k *Desk) whyNot(err error) string {
	var open *project.OpenError
	if errors.As(err, &open) {
		switch open.Reason {
		case project.Newer:
			return k.t("ask.leftover.newer")
		case project.NoWorkspace, project.NoPermission, project.Unreadable:
			return k.t("ask.leftover.unreadable")
		}
	}
	return k.t("ask.leftover.damaged")
}
