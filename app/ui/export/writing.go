package export

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"jejak/app/export"
	"jejak/app/export/printer"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/words"
)

// running is something that is being written.
type running struct {
	stop    context.CancelFunc
	says    *look.Label
	bar     *widget.ProgressBar
	endless *widget.ProgressBarInfinite // while nobody knows how much there is to do
	leave   *look.Button
}

func (r *running) cancel() {
	r.leave.SetEnabled(false)
	r.stop()
}

// answers is the row of buttons.
func (w *Window) answers() fyne.CanvasObject {
	open := look.NewCheck(w.t("export.open"), func(on bool) { w.o.SetOpen(on) })
	open.Set(w.o.Opens())
	if w.o.Print {
		open.Hide()
	}
	left := container.NewGridWrap(fyne.NewSize(240, 30), open)
	cancel := look.NewButton(look.Outlined, "", w.t("ui.cancel"), w.Close)
	other := look.NewButton(look.Outlined, "", w.t("export.print"), w.Print)
	w.Primary = look.NewButton(look.Primary, "export", w.t("export.do"), w.Export)
	if w.o.Print {
		other = look.NewButton(look.Outlined, "", w.t("export.do.pdf"), w.Export)
		w.Primary = look.NewButton(look.Primary, "print", w.t("export.print.do"), w.Print)
	}
	return container.NewBorder(nil, nil, left, look.HBox(8, cancel, other, w.Primary))
}

// Export asks for a file and writes it.
func (w *Window) Export() {
	if w.work != nil || w.closed {
		return
	}
	s := w.settings.Copy()
	if w.o.Print {
		s.Format = export.PDF
	}
	w.o.Pick(w.t("export.title"), w.o.Name+s.Format.Ext(), s.Format.Ext(), func(path string) {
		if w.closed || w.work != nil {
			return
		}
		w.write(s, path, func(err error) {
			switch {
			case errors.Is(err, context.Canceled):
			case err != nil:
				w.o.Ask(w.trouble(w.t("export.failed"), err))
			default:
				opens := w.o.Opens() && !w.o.Print
				w.Close()
				w.o.Done(path, opens)
			}
		})
	})
}

// Print writes a PDF where nobody else can read it, and hands it to what prints here.
func (w *Window) Print() {
	if w.work != nil || w.closed {
		return
	}
	s := w.settings.Copy()
	s.Format, s.Comments, s.Archive = export.PDF, false, false
	dir, err := w.o.Cache()
	path := ""
	if err == nil {
		path, err = printer.File(dir, w.o.Name, time.Now())
	}
	if err != nil {
		w.o.Ask(w.trouble(w.t("export.print.trouble"), err))
		return
	}
	w.write(s, path, func(err error) {
		if err != nil {
			w.remove(path)
			if !errors.Is(err, context.Canceled) {
				w.o.Ask(w.trouble(w.t("export.print.trouble"), err))
			}
			return
		}
		w.send(path, s.Job(w.title()))
	})
}

// remove takes away a file that was to be printed; where that can not be done, it goes in a day.
func (w *Window) remove(path string) { _ = printer.Remove(path) }

// title is what a job is called: the map, or the file where it has several.
func (w *Window) title() string {
	m, ok := w.o.Project.Maps.Get(w.o.MapID)
	if title := strings.TrimSpace(m.Title); ok && title != "" && !w.settings.AllMaps {
		return title
	}
	return w.o.Name
}

// send hands a file over.
func (w *Window) send(path string, job printer.Job) {
	ctx, stop := context.WithCancel(context.Background())
	w.begin(stop, w.t("export.print.sending"))
	go func() {
		way, says, err := w.o.Printer.Print(ctx, path, job)
		stop()
		w.o.Do(func() {
			w.end()
			switch {
			case err != nil:
				w.remove(path)
				if !errors.Is(err, context.Canceled) {
					w.o.Ask(w.trouble(w.t("export.print.trouble"), err))
				}
			case way == printer.Sent:
				w.remove(path)
				w.Close()
				if says != "" {
					says = w.f("export.print.job", words.Args{"Number": says})
				}
				w.o.Ask(ask.Question{Icon: "check", Title: w.t("export.print.sent"), Text: says,
					Answers: []ask.Answer{{Text: w.t("ui.done"), Primary: true, Cancel: true}}})
			default:
				w.Close()
			}
		})
	}()
}

// write writes the pages of the settings to a file. then is told of the error, context.Canceled if a
// person did not want to wait.
func (w *Window) write(s export.Settings, path string, then func(error)) {
	ctx, stop := context.WithCancel(context.Background())
	w.keep()
	r := w.begin(stop, w.f("ui.exporting", words.Args{"Name": filepath.Base(path)}))
	ids := w.ids()
	var waiting atomic.Bool // the window is being told already
	progress := func(done, of int) {
		if of == 0 || waiting.Swap(true) {
			return
		}
		w.o.Do(func() {
			waiting.Store(false)
			if w.work == r {
				says := r.says.Text()
				if s.Format == export.PDF {
					says = w.f("export.writing", words.Args{"Page": min(done+1, of-1), "Pages": of - 1})
				}
				r.tell(says, float64(done)/float64(of))
			}
		})
	}
	go func() {
		b, err := w.maker.draft.Prepare(ctx, ids, s)
		if err == nil {
			b.Creator = w.o.Creator
			err = export.Save(ctx, path, b, progress)
		}
		stop()
		w.o.Do(func() {
			w.end()
			then(err)
		})
	}()
}

// sayWidth is the room for what is being done, so that the bar stands still beside it.
const sayWidth = 240

// begin shows, in place of the buttons, that something is under way.
func (w *Window) begin(stop context.CancelFunc, says string) *running {
	r := &running{stop: stop, says: look.NewLabel(says, look.TextSize, look.Regular, look.Ink),
		bar: widget.NewProgressBar(), endless: widget.NewProgressBarInfinite()}
	r.bar.TextFormatter = func() string { return "" }
	r.bar.Hide()
	r.leave = look.NewButton(look.Outlined, "", w.t("ui.cancel"), r.cancel)
	hold := container.New(layout.NewCustomPaddedLayout(11, 11, 14, 18), container.NewStack(r.bar, r.endless))
	w.work = r
	w.foot.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, container.New(wide{sayWidth}, r.says), r.leave, hold)}
	w.foot.Refresh()
	w.o.Canvas.Unfocus() // Enter must not do it again
	return r
}

// tell shows how far it has come.
func (r *running) tell(says string, share float64) {
	r.says.SetText(says)
	r.endless.Stop()
	r.endless.Hide()
	r.bar.Show()
	r.bar.SetValue(share)
}

// end brings the buttons back.
func (w *Window) end() {
	if w.work == nil {
		return
	}
	w.work.endless.Stop()
	w.work = nil
	w.foot.Objects = []fyne.CanvasObject{w.buttons}
	w.foot.Refresh()
}
