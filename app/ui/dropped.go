package ui

import (
	"bytes"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"jejak/app/editor/clip"
	"jejak/app/ui/clipboard"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// dropped takes files that were dropped onto the window. A project, or a journey in another format,
// is opened; on the board, pictures become cards where they were let go, and texts and tables do as
// if they were pasted there.
func (w *Window) dropped(at fyne.Position, files []fyne.URI) {
	if w.modal() || w.file.Busy() || len(files) == 0 {
		return
	}
	drop := clipboard.Sort(paths(files))
	place, on := w.board.Inside(at)
	switch {
	case drop.Project != "":
		w.file.Turn(drop.Project)
	case drop.Journey != "":
		w.importPath(drop.Journey)
	case !w.open() || w.ed.MapID() == "":
		w.say("info", w.t("clip.drop.noMap"), w.t("clip.drop.noMap.text"))
	case w.ed.Refuse():
	default:
		if !on {
			place = w.board.Middle()
		}
		w.takeFiles(drop, place)
	}
}

func paths(files []fyne.URI) []string {
	list := make([]string, len(files))
	for i, u := range files {
		list[i] = u.Path()
	}
	return list
}

// takeFiles puts pictures, texts and tables onto the board at a place.
func (w *Window) takeFiles(drop clipboard.Drop, at geom.Point) {
	if len(drop.Texts) > 0 {
		text, err := clipboard.Texts(drop.Texts)
		if err != nil {
			w.notTaken(err)
			return
		}
		w.ed.PasteTextAt(text, at)
		w.focusBoard()
	}
	if len(drop.Pictures) > 0 {
		w.takePictures(drop.Pictures, &at)
	}
}

// takePictures puts picture files onto the board: at a place of it, or, where that is nil, into the
// selected cell. They are read in the background.
func (w *Window) takePictures(paths []string, at *geom.Point) {
	if len(paths) == 0 || w.ed.Refuse() {
		return
	}
	s, mapID := w.file.Session(), w.ed.MapID()
	done := w.slow("clip.working")
	go func() {
		list, err := clipboard.Pictures(paths)
		w.do(func() {
			done()
			if w.file.Session() == s && w.ed.MapID() == mapID && len(list) > 0 {
				w.ed.PastePictures(list, at)
				w.focusBoard()
			}
			w.notTaken(err)
		})
	}()
}

// importPath opens a journey in another format as a new project. A part of a map is pasted.
func (w *Window) importPath(path string) {
	data, err := clipboard.ReadText(path)
	if err != nil {
		w.fail(w.t("ui.open.failed"), err)
		return
	}
	if f, err := exchange.ParseFragment(data); err == nil && w.open() {
		w.ed.Take(clip.Found{Fragment: f})
		w.focusBoard()
		return
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if strings.EqualFold(filepath.Ext(path), ".json") {
		w.file.JSON(data, name)
		return
	}
	var notes []exchange.Note
	w.file.Make(name, w.t("ui.open.failed"), func() (journey.Project, error) {
		p, n, err := exchange.ReadMermaid(bytes.NewReader(data), nil, w.words)
		if err != nil {
			return journey.Project{}, err
		}
		notes = n
		return exchange.Titled(p, name), nil
	}, func() {
		if len(notes) > 0 {
			w.say("info", w.f("clip.import.notes", words.Args{"Name": filepath.Base(path)}), clipboard.Notes(w.words, notes))
		}
	})
}
