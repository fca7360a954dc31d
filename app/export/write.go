package export

import (
	"bytes"
	"context"
	"io"
	"time"

	"jejak/canvas/paint/pdf"
	"jejak/canvas/paint/pptx"
	"jejak/canvas/paint/raster"
	"jejak/canvas/paint/svg"
	"jejak/data/exchange"
)

// Progress is told how much of the work is done: so many steps of so many. It is called from the
// goroutine that writes; of 0 steps nobody knows how many there are.
type Progress func(done, of int)

// Write writes the book. progress may be nil. When ctx ends, its error is returned as soon as can
// be; what was written until then is of no use.
func (b *Book) Write(ctx context.Context, w io.Writer, progress Progress) error {
	if progress == nil {
		progress = func(int, int) {}
	}
	out := &leaving{ctx, w}
	switch b.Format {
	case JSON:
		return exchange.WriteJSON(out, b.Project)
	case Mermaid:
		return exchange.WriteMermaid(out, b.Project, b.first())
	case PNG:
		return raster.PNGEach(out, b.Pages[0], b.DPI, b.Transparent, func(done, of int) error {
			progress(done, of)
			return ctx.Err()
		})
	case SVG:
		progress(0, 0)
		return svg.WriteWith(out, b.Pages[0], svg.Options{Text: b.Settings.Text, Clear: b.Transparent})
	case PPTX:
		progress(0, 0)
		d := b.document(ctx, progress)
		return pptx.Write(out, pptx.Document{Title: d.Title, Author: d.Author, Lang: d.Lang, Date: d.Date, Pages: d.Pages})
	}
	return pdf.Write(out, b.document(ctx, progress))
}

func (b *Book) document(ctx context.Context, progress Progress) pdf.Document {
	m, _ := b.Project.Maps.Get(b.first())
	steps := len(b.Pages) + 1 // and putting them together
	d := pdf.Document{
		Title: b.Title(), Author: m.Author, Lang: or(b.Lang, b.Project.Info().Language), Creator: b.Creator,
		Pages: b.Pages, Comments: b.Comments, Archive: b.Archive,
		Each: func(i int) error {
			progress(i, steps)
			return ctx.Err()
		},
	}
	if date, err := time.Parse(time.DateOnly, m.Date); err == nil { // else not said
		d.Date = date
	}
	return d
}

// leaving is a writer that writes no more when its context ends.
type leaving struct {
	ctx context.Context
	to  io.Writer
}

// Write implements io.Writer.
func (l *leaving) Write(p []byte) (int, error) {
	if err := l.ctx.Err(); err != nil {
		return 0, err
	}
	return l.to.Write(p)
}

// Sample is the beginning of what a format that draws nothing will hold: at most so many lines.
func (b *Book) Sample(lines int) string {
	var all bytes.Buffer
	if b.Format.Drawn() || b.Write(context.Background(), &all, nil) != nil {
		return ""
	}
	at := 0
	for range lines {
		next := bytes.IndexByte(all.Bytes()[at:], '\n')
		if next < 0 {
			return all.String()
		}
		at += next + 1
	}
	return string(all.Bytes()[:at]) + "…"
}
