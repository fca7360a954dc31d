package export

import (
	"errors"

	"jejak/canvas/compare"
	"jejak/canvas/layout/ghost"
	"jejak/canvas/scene"
	"jejak/data/insight"
	"jejak/data/journey"
)

// ErrNoPair says that none of the maps is compared with another.
var ErrNoPair = errors.New("there is no pair of maps to export")

// Against is a map of another project, or of another version of one, that maps are compared with.
type Against struct {
	Project journey.Project
	File    string // its name, as a person knows it
}

// side finds the map that is the same as one of this project: of its ID, else of its title, else the first.
func (a *Against) side(m journey.Map) insight.Side {
	s := insight.Side{Project: a.Project, MapID: m.ID}
	maps := a.Project.MapsInOrder()
	if a.Project.Maps.Has(m.ID) || len(maps) == 0 {
		return s
	}
	s.MapID = maps[0].ID
	for _, o := range maps {
		if o.Title == m.Title {
			s.MapID = o.ID
			break
		}
	}
	return s
}

// comparisons draws the sheets that compare a map; none if it stands in no pair.
func comparisons(d drawn) []*scene.Scene {
	o := compare.Options{Sheet: d.Sheet, Words: d.Words, Measurer: d.Measurer, Today: d.Today}
	from, to, role, ok := insight.Paired(d.Project, d.MapID)
	if d.Against != nil {
		m, _ := d.Project.Maps.Get(d.MapID)
		from, to, role, ok = d.Against.side(m), insight.Side{Project: d.Project, MapID: d.MapID}, journey.PairAsIs, true
		o.File = d.Against.File
	}
	if !ok || d.All && to.MapID != d.MapID {
		return nil
	}
	if !d.Pages {
		return []*scene.Scene{compare.One(from, to, role, o)}
	}
	return compare.Sheets(from, to, role, o)
}

// over is what the other map of its pair says of a map; nil where it has none, or it is not wanted.
func (d *Draft) over(id journey.ID, s Settings) *ghost.Ghost {
	if !s.Pair {
		return nil
	}
	if d.Against != nil {
		m, _ := d.project.Maps.Get(id)
		return ghost.Between(d.Against.side(m), insight.Side{Project: d.project, MapID: id}, journey.PairAsIs)
	}
	g, ok := ghost.Of(d.project, id)
	if !ok {
		return nil
	}
	return g
}
