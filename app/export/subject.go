package export

import (
	"jejak/assets/words"
	"jejak/canvas/dashboard"
	"jejak/canvas/matrix"
	"jejak/canvas/page"
	"jejak/canvas/register"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// Subject is what is drawn of a map: itself, or sheets that say what is in it in another way.
type Subject string

// The subjects.
const (
	TheMap     Subject = ""
	Dashboard  Subject = "dashboard"  // what the map tells
	Comparison Subject = "comparison" // how it differs from the other map of its pair
	Matrix     Subject = "matrix"     // its pains and opportunities by what they weigh
	Register   Subject = "register"   // the actions that answer them
)

// Subjects lists the subjects there are, the map itself first.
var Subjects = []Subject{TheMap, Dashboard, Comparison, Matrix, Register}

// Name is what commands and words call the subject.
func (s Subject) Name() string {
	if s == TheMap {
		return "map"
	}
	return string(s)
}

// Sheets reports whether sheets about a map, and of personas, can be written in the format.
func (f Format) Sheets() bool { return f == PDF || f == PNG || f == SVG }

// Subjects lists what can be drawn in the format.
func (f Format) Subjects() []Subject {
	if f.Sheets() {
		return Subjects
	}
	return Subjects[:1]
}

// drawn is a map of which sheets are drawn, and with what.
type drawn struct {
	Project  journey.Project
	MapID    journey.ID
	Sheet    *style.Sheet // nil: with the palette of the map
	Words    *words.Table
	Measurer text.Measurer
	Today    string
	Against  *Against // nil: the pair of the map
	All      bool     // of all maps: a pair is drawn once
	Pages    bool     // there may be several
}

// sheets draws the sheets of a subject that is not the map itself: one after the other, each on a page
// of its own size, or of the paper that is asked for. Of several, formats of one page get the first.
var sheets = map[Subject]func(drawn) []*scene.Scene{
	Dashboard: func(d drawn) []*scene.Scene {
		o := dashboard.Options{Sheet: d.Sheet, Words: d.Words, Measurer: d.Measurer, Today: d.Today}
		list := []*scene.Scene{dashboard.Arrange(d.Project, d.MapID, o)}
		if d.Pages {
			list = append(list, dashboard.More(d.Project, d.MapID, o))
		}
		return list
	},
	Comparison: comparisons,
	Matrix: func(d drawn) []*scene.Scene {
		return matrix.Sheets(d.Project, d.MapID, matrix.Options{Sheet: d.Sheet, Words: d.Words, Measurer: d.Measurer})
	},
	Register: func(d drawn) []*scene.Scene {
		return register.Pages(d.Project, d.MapID, register.Options{Sheet: d.Sheet, Words: d.Words, Measurer: d.Measurer, Today: d.Today})
	},
}

// sheetsOf draws the sheets of the subject that the settings name.
func sheetsOf(s Subject, d drawn) []page.Source {
	var list []page.Source
	for _, sc := range sheets[s](d) {
		list = append(list, page.Source{Scene: sc})
	}
	return list
}
