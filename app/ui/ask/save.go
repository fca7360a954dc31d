package ask

import (
	"errors"

	"jejak/app/session"
	"jejak/assets/words"
	"jejak/data/project"
)

// Ways are the ways on from a save that failed; nil: not offered.
type Ways struct {
	Again  func()
	SaveAs func()
	Reload func() // gives up the edits and takes what the file holds now
	Keep   func() // closes and keeps the work for the next start
	Cancel func()
}

// NotSaved tells why a save failed, that the work is safe, and asks how to go on. edits is how
// many the file does not hold. Saves that fail at the same time, one that was asked for and one
// that was not, ask once: the later question takes the place of the earlier.
func (k *Desk) NotSaved(err error, edits int, ways Ways) *Dialog {
	reason := reasonOf(err)
	var used *session.InUseError
	inUse := errors.As(err, &used)
	text := Sentence(k.words(), err)
	if reason != project.NoWorkspace && reason != project.LookOnly && reason != project.Newer {
		text += " " + k.t("ask.save.safe")
	}
	again, saveAs := Answer{Text: k.t("ask.save.again"), Run: ways.Again}, Answer{Text: k.t("ask.save.as"), Run: ways.SaveAs}
	switch {
	case reason == project.Gone:
		again.Text, again.Primary = k.t("ask.save.back"), true
	case reason == project.Changed || reason == project.LookOnly || reason == project.Newer || inUse:
		again.Run, saveAs.Primary = nil, true // it would fail for ever
	case reason == project.Away || reason == project.DiskFull || reason == project.NoWorkspace || reason == project.NotSaved:
		again.Primary = true
	default:
		saveAs.Primary = true
	}
	if reason == project.Newer {
		saveAs.Run = nil // nowhere: this version would lose what it does not know
	}
	q := Question{Icon: "warning", Title: k.t("ui.save.failed"), Text: text}
	if reason == project.Changed && ways.Reload != nil {
		q.Text += "\n" + k.words().N("ask.save.reload.text", edits, nil)
		q.Answers = append(q.Answers, Answer{Text: k.t("ask.save.reload"), Danger: true, Run: ways.Reload})
	}
	if ways.Keep != nil {
		q.Answers = append(q.Answers, Answer{Text: k.t("ask.save.keep"), Danger: true, Run: ways.Keep})
	}
	q.Answers = append(q.Answers, Answer{Text: k.t("ui.cancel"), Cancel: true, Primary: again.Run == nil && saveAs.Run == nil, Run: ways.Cancel})
	pair := []Answer{saveAs, again}
	if saveAs.Primary {
		pair = []Answer{again, saveAs}
	}
	for _, a := range pair {
		if a.Run != nil {
			q.Answers = append(q.Answers, a)
		}
	}
	k.Saved()
	k.trouble = k.Show(q)
	return k.trouble
}

// Saved takes away the question of NotSaved, if it still stands: a save has gone well meanwhile.
func (k *Desk) Saved() {
	if k.trouble != nil {
		k.trouble.Close(nil)
		k.trouble = nil
	}
}

// Leave asks whether edits that nothing saves by itself are to be saved before their project is
// left. Of an untitled one, which has no file yet, all of it goes.
func (k *Desk) Leave(name string, untitled bool, save, drop func()) *Dialog {
	title, text, yes := "ask.leave", "ask.leave.text", "ui.save"
	if untitled {
		title, text, yes = "ask.leave.untitled", "ask.leave.untitled.text", "ask.save.as"
	}
	return k.Show(Question{Icon: "save", Title: k.f(title, words.Args{"Name": name}), Text: k.t(text),
		Answers: []Answer{
			{Text: k.t("ask.leave.drop"), Danger: true, Run: drop},
			{Text: k.t("ui.cancel"), Cancel: true},
			{Text: k.t(yes), Primary: true, Run: save},
		}})
}

// Next asks whether the file at path, which was asked for at the start, is to be opened after all in
// place of work that was restored.
func (k *Desk) Next(path, restored string, open, stay func()) *Dialog {
	args := words.Args{"Name": nameOf(path), "Other": restored}
	return k.Show(Question{Icon: "folder", Title: k.f("ask.next", args), Text: k.f("ask.next.text", args),
		Answers: []Answer{
			{Text: k.t("ask.next.stay"), Cancel: true, Run: stay},
			{Text: k.t("ask.next.open"), Primary: true, Run: open},
		}})
}
