// Package layout arranges a journey map: a map and a style become a scene, a scene becomes pages.
package layout

import (
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// Options says how a map is to look.
type Options struct {
	Sheet    *style.Sheet
	Words    *words.Table // language of the fixed words on the map
	Measurer text.Measurer
}

// Arrange draws the map. It is deterministic: the same project, map and options give the same
// scene. It never fails; a map that is not there gives an empty sheet of paper.
func Arrange(p journey.Project, mapID journey.ID, o Options) *scene.Scene { return nil }
