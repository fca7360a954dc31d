package scene

import "jejak/canvas/geom"

// Page is one sheet of paper with a part of a scene on it.
type Page struct {
	Scene *Scene
	Size  geom.Size      // of the paper, in points
	View  geom.Rect      // the part of the scene that is shown; all else is clipped away
	Place geom.Transform // from the scene to the paper
	Label string         // for bookmarks: what the page shows
}
