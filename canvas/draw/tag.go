package draw

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// pills are the tags of a card, set in rows.
type pills struct {
	rows   [][]pill
	height float64 // the gap above included; 0 without tags
}

type pill struct {
	name  Text
	color scene.Color
}

const (
	pillPad  = 5
	pillH    = 12.0
	pillGapX = 4
	pillGapY = 3
)

func (d *Drawing) tagPills(c journey.Card, w float64) pills {
	var ps pills
	used := 0.0
	for _, id := range c.TagIDs {
		tag, ok := d.Project.Tags.Get(id)
		if !ok || tag.Name == "" {
			continue
		}
		color, ok := d.Palette.Own(tag.Color)
		if !ok {
			color = d.Palette.Second
		}
		p := text.Ellipsis(d.Measurer, tag.Name, d.Style.CardMeta.Spec, w-2*pillPad, 1)
		pw := p.Width() + 2*pillPad
		if len(ps.rows) == 0 || used+pillGapX+pw > w {
			ps.rows = append(ps.rows, nil)
			used = -pillGapX
		}
		used += pillGapX + pw
		last := len(ps.rows) - 1
		ps.rows[last] = append(ps.rows[last], pill{Text{Paragraph: p}, color})
	}
	if n := float64(len(ps.rows)); n > 0 {
		ps.height = 3 + n*pillH + (n-1)*pillGapY
	}
	return ps
}

func (d *Drawing) drawPills(ref journey.Ref, ps pills, x, y float64) {
	y += 3
	for _, row := range ps.rows {
		at := x
		for _, p := range row {
			ground := style.Mix(d.Palette.Paper, p.color, 0.12)
			v := d.Style.CardMeta
			v.Color = style.Readable(p.color, ground)
			w := p.name.Width() + 2*pillPad
			d.Fill(ref, geom.RoundRect(geom.R(at, y, w, pillH), pillH/2), ground)
			d.Write(ref, p.name, v, at+pillPad, y+(pillH-v.Lead)/2)
			at += w + pillGapX
		}
		y += pillH + pillGapY
	}
}
