package ui

import (
	"time"

	"jejak/app/editor"
	"jejak/app/ui/ask"
	"jejak/app/ui/clipboard"
)

// newClipboard makes the clipboard of the window. It is that of the toolkit until it is told of a
// better one.
func (w *Window) newClipboard() *clipboard.Clipboard {
	return clipboard.New(clipboard.Options{
		Text: w.app.Clipboard(), Do: w.do, Shelf: clipboard.NewShelf(time.Now),
		Slow: func() func() { return w.slow("clip.working") },
		Fail: func(err error) { w.say("warning", w.t("clip.copy.failed"), w.sentence(err)) },
	})
}

// slow shows that something is under way, if it takes long.
func (w *Window) slow(key string) (done func()) { return w.desk.Slow(w.do, w.t(key), ask.Answer{}) }

func (w *Window) clipActions() []*editor.Action {
	return []*editor.Action{{
		ID: "insert.picture", Menu: "insert", Icon: "picture",
		When: func() bool { return w.open() && w.ed.MapID() != "" && !w.file.Busy() },
		Do:   does(w.insertPicture),
	}}
}

// insertPicture asks for pictures and puts them into the selected cell.
func (w *Window) insertPicture() {
	w.file.Picker().Pictures(func(paths []string) { w.taker.Pictures(paths, nil) })
}
