package layout

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/style"
	"jejak/data/insight"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// How the strip of drop-offs under the numbers is measured.
const (
	dropH     = 17.0 // of one line of them: one for each conversion rate
	dropGap   = 8.0  // between the numbers and the strip
	dropPad   = 6.0  // left and right in the pill
	dropArrow = 3.6
)

// fall is how many do not go on from one stage to the next, as it stands between them.
type fall struct {
	insight.DropOff
	from, to int // columns: the last of the stage, the first of the next
	line     int
	worst    bool
}

// falls are the drop-offs of the map, each conversion rate on a line of its own.
func (d *drawing) falls() []fall {
	first, last := map[journey.ID]int{}, map[journey.ID]int{}
	for i, c := range d.cols {
		if c.first {
			first[c.StageID] = i
		}
		last[c.StageID] = i
	}
	lines, worst := map[journey.ID]int{}, map[journey.ID]float64{}
	var list []fall
	for _, o := range insight.Funnel(d.Project, d.Index) {
		if _, known := lines[o.Metric.ID]; !known {
			lines[o.Metric.ID] = len(lines)
		}
		worst[o.Metric.ID] = math.Max(worst[o.Metric.ID], o.Percent)
		list = append(list, fall{DropOff: o, from: last[o.Stage.ID], to: first[o.Next.ID], line: lines[o.Metric.ID]})
	}
	for i := range list {
		list[i].worst = list[i].Percent > 0 && list[i].Percent == worst[list[i].Metric.ID]
	}
	return list
}

// fallsHeight is what the strip of drop-offs takes, its gap included.
func fallsHeight(list []fall) float64 {
	if len(list) == 0 {
		return 0
	}
	return dropGap + float64(list[len(list)-1].line+1)*dropH
}

// drawFalls draws the strip of drop-offs below y: a line from stage to stage, on the border between
// them how many stay behind. The most of all are told in colour and in bold.
func (d *drawing) drawFalls(list []fall, y float64) {
	y += dropGap
	for _, f := range list {
		voice := d.Style.LinkLabel
		ink, ground := d.Palette.Second, d.Palette.Paper
		if f.worst {
			voice.Spec.Style = d.Style.CardTitle.Spec.Style
			ink = d.Palette.Bad
		}
		voice.Color = ink
		label := d.SetLine(d.Words.F("map.dropOff", map[string]any{"Percent": series.Number(d.Words, f.Percent, decimalsOf(f.Percent))}), voice)
		mid := y + float64(f.line)*dropH + dropH/2
		w := label.Width() + 2*dropPad
		at, end := d.cols[f.to].X0, d.cols[f.to].X0+d.Style.CellPad+w/2+14
		if f.to <= f.from { // back to the first stage of a cycle
			at = d.cols[f.from].X1 - w/2 - 12
			end = d.cols[f.from].X1 - 2
		}
		start := math.Max(d.cols[f.from].X0+d.Style.CellPad, at-w/2-24)
		line := style.Mix(d.Palette.Paper, ink, 0.55)
		d.Line(f.Ref, start, mid, at-w/2, mid, 1, line)
		d.Line(f.Ref, at+w/2, mid, end, mid, 1, line)
		d.Stroke(f.Ref, geom.Polyline(geom.Pt(end-dropArrow, mid-dropArrow*0.8), geom.Pt(end, mid), geom.Pt(end-dropArrow, mid+dropArrow*0.8)), 1, line)
		pill := geom.RoundRect(geom.R(at-w/2, mid-6.5, w, 13), 6.5)
		d.Fill(f.Ref, pill, ground)
		d.Stroke(f.Ref, geom.RoundRect(geom.R(at-w/2+0.4, mid-6.1, w-0.8, 12.2), 6.1), 0.8, line)
		d.Write(f.Ref, label, voice, at-label.Width()/2, mid-voice.Lead/2)
	}
}

// decimalsOf keeps a percentage whole where it is.
func decimalsOf(percent float64) int {
	if percent == math.Trunc(percent) {
		return 0
	}
	return 1
}
