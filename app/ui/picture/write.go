package picture

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"jejak/canvas/page"
	"jejak/canvas/paint/pdf"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Format is what a map can be exported as.
type Format struct {
	Ext   string // with its dot
	write func(io.Writer, sheet) error
}

// sheet is what is exported: one map of a project on its pages.
type sheet struct {
	title, author, lang string
	pages               []scene.Page
}

// dpi is the resolution of an exported PNG: two pixels for one of the screen at 100 %.
const dpi = 192

// The formats of the window.
var (
	PDF = Format{".pdf", func(out io.Writer, s sheet) error {
		return pdf.Write(out, pdf.Document{
			Title: s.title, Author: s.author, Lang: s.lang, Creator: "Jejak", Date: time.Now(), Pages: s.pages,
		})
	}}
	PNG = Format{".png", func(out io.Writer, s sheet) error {
		return raster.PNG(out, s.pages[0], dpi, false)
	}}
)

// Write writes a map to a file that is either whole or not there: it is written under another
// name beside it and takes its place at the end.
func Write(path string, f Format, p journey.Project, mapID journey.ID) (err error) {
	s := Of(p, mapID)
	if s == nil {
		return errors.New("there is no map to export")
	}
	m, _ := p.Maps.Get(mapID)
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
	err = f.write(out, sheet{m.Title, m.Author, p.Info().Language, page.Paginate(page.Source{Scene: s}, page.Options{}).Pages})
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
