package measure

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/export"
	"jejak/app/ui/ask"
	"jejak/app/ui/pick"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/exchange/values"
	"jejak/data/journey"
	"jejak/data/project"
)

// TablesOptions is what Tables ask of their window. All must be there.
type TablesOptions struct {
	Editor *editor.Editor
	Canvas fyne.Canvas
	Words  func() *words.Table
	Do     func(func()) // runs a function on the goroutine of the window
	Desk   *ask.Desk
	Picker *pick.Picker
	Text   fyne.Clipboard
	Name   func() string // of the open project
	Today  func() string // "YYYY-MM-DD"
	Change func(edit.Label, func(*edit.Tx) error) error
	Taken  func() // values were taken over
	Focus  func() // gives the keyboard back
}

// Tables bring values in and out: pasted, from a file, to a file.
type Tables struct{ o TablesOptions }

// NewTables returns the tables of a window.
func NewTables(o TablesOptions) *Tables { return &Tables{o} }

func (t *Tables) t(key string) string { return t.o.Words().T(key) }

// fail tells in one sentence why values do not come or go.
func (t *Tables) fail(key string, err error) {
	t.o.Desk.Say("warning", t.t(key), ask.Sentence(t.o.Words(), err))
}

// Paste takes values out of what was copied.
func (t *Tables) Paste() {
	text := t.o.Text.Content()
	if strings.TrimSpace(text) == "" {
		t.o.Desk.Say("info", t.t("measure.take.failed"), t.t("measure.take.nothing"))
		return
	}
	t.take([]byte(text), "")
}

// Import takes values out of a file that a person chooses.
func (t *Tables) Import() {
	t.o.Picker.Table(t.t("measure.pick"), func(path string) {
		ask.Send(t.o.Desk, t.o.Do, t.t("clip.working"), ask.Errand[[]byte]{
			Work: func() ([]byte, error) { return readTable(path) },
			Then: func(data []byte, err error) {
				if err != nil {
					t.fail("measure.take.failed", err)
					return
				}
				t.take(data, filepath.Base(path))
			},
			Left: func() {}, Late: func([]byte, error) {},
		})
	})
}

// readTable reads a file that is not too large to be a table.
func readTable(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > values.MaxBytes {
		err = &values.Error{Reason: values.TooLarge}
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// take shows what becomes of a table.
func (t *Tables) take(data []byte, name string) {
	ed := t.o.Editor
	if ed.MapID() == "" || ed.Locked() {
		return
	}
	table, err := values.Read(data)
	if err != nil {
		t.fail("measure.take.failed", err)
		return
	}
	OpenTake(TakeOptions{
		Canvas: t.o.Canvas, Words: t.o.Words(), Project: ed.Document().Project(), MapID: ed.MapID(), Today: t.o.Today(), Name: name,
		Change: t.o.Change, Done: func(int) { t.o.Taken() }, Closed: t.o.Focus,
	}, table)
}

// Export writes the values of all maps to a file that a person names.
func (t *Tables) Export() {
	t.o.Editor.Settle()
	p, w := t.o.Editor.Document().Project(), t.o.Words()
	var maps []journey.ID
	for _, m := range p.MapsInOrder() {
		maps = append(maps, m.ID)
	}
	name := strings.TrimSuffix(t.o.Name(), project.Extension) + " " + w.T("measure.file")
	t.o.Picker.Save(w.T("measure.save"), name, ".csv", func(path string) {
		go func() {
			err := export.Replace(context.Background(), path, func(out io.Writer) error { return values.Write(out, p, maps, w) })
			t.o.Do(func() {
				if err != nil {
					t.fail("measure.save.failed", err)
					return
				}
				t.o.Desk.Say("check", w.F("measure.written", words.Args{"Name": filepath.Base(path)}), filepath.Dir(path))
			})
		}()
	})
}
