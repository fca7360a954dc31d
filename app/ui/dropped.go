package ui

import (
	"jejak/app/ui/drop"
	"jejak/assets/words"
)

// newTaker makes what takes files from outside.
func (w *Window) newTaker() *drop.Taker {
	return drop.New(drop.Options{
		Words: func() *words.Table { return w.words }, Editor: w.ed, Desk: w.desk, Do: w.do, Open: w.open, Focus: w.focusBoard,
		Free: func() bool { return !w.modal() && !w.file.Busy() },
		Same: func() func() bool {
			s := w.file.Session()
			return func() bool { return w.file.Session() == s }
		},
		Inside: w.board.Inside, Middle: w.board.Middle, Slow: func() func() { return w.slow("clip.working") },
		Turn: w.file.Turn, Make: w.file.Make, JSON: w.file.JSON,
	})
}
