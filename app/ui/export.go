package ui

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"jejak/assets/words"
	"jejak/canvas/layout"
	"jejak/canvas/paint/pdf"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// format is what a map can be exported as.
type format struct {
	ext   string
	title string // key of the dialog's title
	write func(io.Writer, sheet) error
}

// sheet is what is exported: one map of a project on its pages.
type sheet struct {
	title, author, lang string
	pages               []scene.Page
}

// dpi is the resolution of an exported PNG: two pixels for one of the screen at 100 %.
const dpi = 192

var (
	pdfFormat = format{".pdf", "ui.export.pdf", func(out io.Writer, s sheet) error {
		return pdf.Write(out, pdf.Document{
			Title: s.title, Author: s.author, Lang: s.lang, Creator: "Jejak", Date: time.Now(), Pages: s.pages,
		})
	}}
	pngFormat = format{".png", "ui.export.png", func(out io.Writer, s sheet) error {
		return raster.PNG(out, s.pages[0], dpi, false)
	}}
)

// export asks for a name and writes the map that is shown.
func (w *Window) export(f format) {
	if w.session == nil || w.ed.MapID() == "" {
		return
	}
	w.ed.Settle()
	p, mapID := w.ed.Document().Project(), w.ed.MapID()
	name := strings.TrimSuffix(w.fileName(), extension)
	w.pickSave(w.t(f.title), name+f.ext, f.ext, func(path string) {
		done := w.progress(w.f("ui.exporting", words.Args{"Name": filepath.Base(path)}))
		go func() {
			err := exportTo(path, f, p, mapID)
			w.do(func() {
				done()
				if err != nil {
					w.say("warning", w.t("ui.export.failed"), w.sentence(err))
					return
				}
				w.exported(path)
			})
		}()
	})
}

func (w *Window) exported(path string) {
	w.ask("check", w.f("ui.exported", words.Args{"Name": filepath.Base(path)}), filepath.Dir(path), nil,
		choice{text: w.t("ui.done"), cancel: true},
		choice{text: w.t("ui.export.open"), primary: true, run: func() {
			if err := w.app.OpenURL(&url.URL{Scheme: "file", Path: path}); err != nil {
				w.fail(w.t("ui.export.open.failed"), err)
			}
		}})
}

// exportTo writes a map to a file that is either whole or not there: it is written under another
// name beside it and takes its place at the end.
func exportTo(path string, f format, p journey.Project, mapID journey.ID) (err error) {
	s := picture(p, mapID)
	if s == nil {
		return errors.New("there is no map to export")
	}
	m, _ := p.Maps.Get(mapID)
	paper, err := layout.PaperNamed("fit", true)
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("export %s: %w", filepath.Base(path), err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(tmp.Name()))
		}
	}()
	out := bufio.NewWriter(tmp)
	err = f.write(out, sheet{m.Title, m.Author, p.Info().Language, layout.Paginate(s, paper)})
	if err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = tmp.Chmod(0o644)
	}
	err = errors.Join(err, tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("export %s: %w", filepath.Base(path), err)
	}
	return nil
}
