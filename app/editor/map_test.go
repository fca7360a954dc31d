package editor_test

import (
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// small is a map of three stages (A B C) and four lanes (T touchpoints, E emotions, P pain
// points, N text). Its cards: a1 a2 a3 in A × T, b1 in B × T, p1 in A × P. Sari feels +1 at a1 and
// −1 at b1.
func small() journey.Project {
	rank := func(n int) journey.Rank { return journey.RanksBetween("", "", 9)[n] }
	recs := []journey.Record{
		journey.Info{ID: "info", Title: "Small", Language: "en"},
		journey.Map{ID: "map", Rank: rank(0), Title: "Buying a bike", Type: journey.CurrentState},
		journey.Persona{ID: "sari", Rank: rank(0), Name: "Sari"},
		journey.Appearance{ID: "app", MapID: "map", PersonaID: "sari", Rank: rank(0)},
	}
	for i, s := range []journey.ID{"A", "B", "C"} {
		recs = append(recs, journey.Stage{ID: s, MapID: "map", Rank: rank(i), Title: "Stage " + string(s)})
	}
	for i, l := range []journey.LaneKind{journey.LaneTouchpoints, journey.LaneEmotions, journey.LanePains, journey.LaneText} {
		recs = append(recs, journey.Lane{ID: []journey.ID{"T", "E", "P", "N"}[i], MapID: "map", Rank: rank(i), LaneKind: l})
	}
	for _, c := range []struct {
		id, stage, lane journey.ID
		n               int
	}{{"a1", "A", "T", 0}, {"a2", "A", "T", 1}, {"a3", "A", "T", 2}, {"b1", "B", "T", 0}, {"p1", "A", "P", 0}} {
		recs = append(recs, journey.Card{ID: c.id, MapID: "map", StageID: c.stage, LaneID: c.lane, Rank: rank(c.n), Span: 1, Title: "Card " + string(c.id)})
	}
	at := func(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindCard, ID: id} }
	recs = append(recs,
		journey.Point{ID: "pt1", MapID: "map", PersonaID: "sari", At: at("a1"), Value: 1},
		journey.Point{ID: "pt2", MapID: "map", PersonaID: "sari", At: at("b1"), Value: -1},
	)
	return journey.FromRecords(recs)
}

// Measures of the test scene, in points.
const (
	colW, cardW, cardH, gapH = 160.0, 140.0, 30.0, 10.0
	left, top, headerH       = 120.0, 60.0, 40.0
	emotionH, stepH          = 100.0, 20.0
)

// arrange draws a map on a plain grid with simple numbers.
func arrange(p journey.Project, mapID journey.ID) *scene.Scene {
	m, ok := p.Maps.Get(mapID)
	if !ok {
		return nil
	}
	x := journey.NewIndex(p, mapID)
	s := &scene.Scene{MapID: mapID, Title: m.Title}
	touch := func(rec journey.Record, r geom.Rect) {
		ref := journey.RefTo(rec)
		ed := &scene.Edit{Rect: geom.R(r.Min.X+4, r.Min.Y+4, r.W()-8, 12), Spec: text.Spec{Style: text.Medium, Size: 9}, Lead: 12}
		s.Targets = append(s.Targets,
			scene.Target{Ref: ref, Part: scene.PartBody, Bounds: r},
			scene.Target{Ref: ref, Part: scene.PartTitle, Bounds: ed.Rect, Edit: ed})
	}
	s.Targets = append(s.Targets, scene.Target{Ref: journey.RefTo(m), Part: scene.PartTitle, Bounds: geom.R(left, 10, 300, 30),
		Edit: &scene.Edit{Rect: geom.R(left, 10, 300, 30), Spec: text.Spec{Size: 20}}})
	x1, stepped := left, 0.0
	for _, c := range x.Columns() {
		st, _ := p.Stages.Get(c.StageID)
		step, ok := p.Steps.Get(c.StepID)
		w := st.Width
		if ok {
			w, stepped = step.Width, stepH
		}
		if w == 0 {
			w = colW
		}
		s.Grid.Columns = append(s.Grid.Columns, scene.Column{StageID: c.StageID, StepID: c.StepID, X0: x1, X1: x1 + w})
		x1 += w
	}
	cols := s.Grid.Columns
	for _, c := range cols {
		if step, ok := p.Steps.Get(c.StepID); ok {
			touch(step, geom.R(c.X0, top+headerH, c.X1-c.X0, stepH))
		}
	}
	for _, st := range x.Stages {
		r := geom.Rect{}
		for _, c := range cols {
			if c.StageID == st.ID {
				r = r.Union(geom.R(c.X0, top, c.X1-c.X0, headerH))
			}
		}
		touch(st, r)
	}
	y := top + headerH + stepped
	moment := map[journey.Ref]float64{}
	stands := map[journey.ID]geom.Rect{}
	for row, l := range x.Lanes {
		y0, h := y, emotionH
		most := 0
		for _, c := range cols {
			most = max(most, len(x.Cards[journey.CellKey{StageID: c.StageID, StepID: c.StepID, LaneID: l.ID}]))
		}
		if l.LaneKind != journey.LaneEmotions {
			h = max(l.Height, float64(most+1)*(cardH+gapH)+gapH)
		}
		line := scene.Row{LaneID: l.ID, Kind: l.LaneKind, Y0: y0, Y1: y0 + h}
		if l.LaneKind == journey.LaneEmotions {
			line.Up, line.Down = y0+10, y0+90
		}
		s.Grid.Rows = append(s.Grid.Rows, line)
		touch(l, geom.R(10, y0, left-20, h))
		for i, c := range cols {
			cell := scene.Cell{Column: i, Row: row, Rect: geom.R(c.X0, y0, c.X1-c.X0, h)}
			here := x.Cards[journey.CellKey{StageID: c.StageID, StepID: c.StepID, LaneID: l.ID}]
			for k := range len(here) + 1 {
				r := geom.R(c.X0+10, y0+gapH+float64(k)*(cardH+gapH), c.X1-c.X0-20, cardH)
				if k < len(here) {
					r.Max.X = cols[min(i+max(here[k].Span, 1), len(cols))-1].X1 - 10
				}
				cell.Slots = append(cell.Slots, r)
				if k < len(here) {
					cell.Cards = append(cell.Cards, here[k].ID)
					touch(here[k], r)
					stands[here[k].ID] = r
					if l.LaneKind == journey.LaneTouchpoints {
						moment[journey.RefTo(here[k])] = c.X0 + (c.X1-c.X0)*(float64(k)+0.5)/float64(len(here))
					}
				}
			}
			s.Grid.Cells = append(s.Grid.Cells, cell)
		}
		y += h
	}
	for _, line := range s.Grid.Rows {
		for _, a := range x.Appearances {
			for _, pt := range x.Points[a.PersonaID] {
				if at, ok := moment[pt.At]; ok && line.Kind == journey.LaneEmotions {
					c := geom.Pt(at, line.Up+(2-pt.Value)/4*(line.Down-line.Up))
					s.Targets = append(s.Targets, scene.Target{Ref: journey.RefTo(pt), Part: scene.PartPoint, Bounds: geom.R(c.X-6, c.Y-6, 12, 12)})
				}
			}
		}
	}
	var lines []scene.Target // under the cards
	for _, l := range x.Links {
		from, ok1 := stands[l.FromID]
		to, ok2 := stands[l.ToID]
		if ok1 && ok2 {
			path := layout.LinkLine(from, to)
			lines = append(lines, scene.Target{Ref: journey.RefTo(l), Part: scene.PartLink, Bounds: path.Bounds().Inset(-4), Path: path})
		}
	}
	s.Targets = append(lines, s.Targets...)
	s.Grid.Headers = geom.R(left, top, x1-left, headerH)
	s.Grid.Labels = geom.R(10, top+headerH+stepped, left-20, y-top-headerH-stepped)
	s.Bounds = geom.R(0, 0, max(x1, left+colW)+40, y+40)
	s.Seal()
	return s
}

func id(s string) journey.ID { return journey.ID(s) }
