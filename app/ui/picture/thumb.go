package picture

import (
	"image"

	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Thumb is a small picture of the first map of a project, at most width by height pixels large; nil
// if the project has no map.
func Thumb(p journey.Project, width, height int) image.Image {
	maps := p.MapsInOrder()
	if len(maps) == 0 {
		return nil
	}
	s := Of(p, maps[0].ID)
	k := min(float64(width)/s.Bounds.W(), float64(height)/s.Bounds.H())
	return raster.Image(s, s.Bounds, k, scene.RGB(0xFFFFFF))
}
