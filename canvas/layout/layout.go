// Package layout arranges a journey map: a map and a style become a scene, and a scene becomes
// pages.
//
// All measures are points, origin top left, y down. Everything here is pure: no files, no clock,
// no state between calls; any function may be called from any goroutine.
package layout

import (
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// Options says how a map is to look.
type Options struct {
	Sheet    *style.Sheet  // nil: the sheet of the palette that the map or the project names
	Words    *words.Table  // language of the fixed words; nil: the project's
	Measurer text.Measurer // nil: the shared library of faces
}

// Arrange draws the map. It is deterministic: the same project, map and options give the same
// scene. It never fails; a map that is not there gives an empty sheet of paper.
func Arrange(p journey.Project, mapID journey.ID, o Options) *scene.Scene {
	x := journey.NewIndex(p, mapID)
	info := p.Info()
	if o.Sheet == nil {
		name := x.Map.Palette
		if name == "" {
			name = info.Palette
		}
		o.Sheet = style.New(name)
	}
	if o.Words == nil {
		o.Words = words.In(info.Language)
	}
	if o.Measurer == nil {
		o.Measurer = text.Default()
	}
	d := &drawing{
		p: p, x: x, info: info, st: o.Sheet, pal: o.Sheet.Palette, w: o.Words, m: o.Measurer,
		s:     &scene.Scene{MapID: mapID, Title: x.Map.Title},
		cards: map[journey.ID]geom.Rect{}, rowCards: map[int][]geom.Rect{},
	}
	d.ref = journey.Ref{Kind: journey.KindMap, ID: mapID}
	d.castPersonas()
	d.columns()
	y := d.titleBlock(d.st.Margin)
	y = d.headers(y + d.st.HeaderGap)
	y = d.lanes(y)
	y = d.footer(y)
	d.s.Bounds = geom.R(0, 0, d.right+d.st.Margin, y+d.st.Margin)
	d.s.Seal()
	return d.s
}
