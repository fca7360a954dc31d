package desk

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Overlay is what lies over the picture, in view pixels. It holds nothing that is out of sight.
type Overlay struct {
	Frames  []Frame
	Lines   []OverlayLine
	Ghosts  []Ghost
	Handle  *EmotionDrag // nil: no emotion point is being dragged
	Marquee *geom.Rect   // nil: none
}

// FrameKind says what a frame means.
type FrameKind int

// The kinds of frames.
const (
	FrameSelected FrameKind = iota // selected
	FrameHover                     // under the pointer
	FrameTarget                    // where what is being dragged would land
	FrameLifted                    // where what is being dragged came from: to be veiled
)

// Frame is a rectangle around something.
type Frame struct {
	Rect geom.Rect
	Kind FrameKind
	Ref  journey.Ref // zero for FrameTarget
}

// LineKind says what a line of the overlay means.
type LineKind int

// The kinds of lines.
const (
	LineInsertion LineKind = iota // what is dragged goes here; drawn with round ends
	LineGuide                     // a thin aid for the eye
)

// OverlayLine is a straight line.
type OverlayLine struct {
	From, To geom.Point
	Kind     LineKind
}

// Ghost is a card, a stage header or a lane label under the pointer.
type Ghost struct {
	Ref   journey.Ref
	Rect  geom.Rect
	Title string
	Kind  journey.Kind
	Count int // how many things it stands for, at least 1
}

// EmotionDrag is an emotion point under the pointer with the curve it would make.
type EmotionDrag struct {
	At     geom.Point
	Value  float64      // −2 … +2
	Label  string       // translated: "+1.5 · satisfied"
	Points []geom.Point // the curve near the point, as short straight pieces
	Color  scene.Color
	Guide  [2]geom.Point // the vertical it moves along
}
