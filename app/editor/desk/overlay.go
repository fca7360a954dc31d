package desk

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Overlay is what lies over the picture, in view pixels. It holds nothing that is out of sight.
type Overlay struct {
	Frames  []Frame
	Links   []LinkLine
	Lines   []OverlayLine
	Handles []Handle
	Ghosts  []Ghost
	Tips    []Tip
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

// Frame is a rectangle around something. A link has a LinkLine in place of it.
type Frame struct {
	Rect geom.Rect
	Kind FrameKind
	Ref  journey.Ref // zero for FrameTarget
	// Stuck says that it stands in a strip at the rim of the board, which lies over the picture.
	Stuck bool
}

// LineKind says what a line of the overlay means.
type LineKind int

// The kinds of lines.
const (
	LineInsertion LineKind = iota // what is dragged goes here; drawn with round ends
	LineGuide                     // a thin aid for the eye: this stands in line with that
	LineBorder                    // where a border that is dragged would come to be
	LineMeasure                   // a thin line with a tick at either end: these are of one size
)

// OverlayLine is a straight line.
type OverlayLine struct {
	From, To geom.Point
	Kind     LineKind
}

// LinkLine is a link that is selected or under the pointer (FrameSelected, FrameHover), or being
// pulled (FrameTarget: drawn with the head of an arrow at its end).
type LinkLine struct {
	Points []geom.Point // short straight pieces
	Kind   FrameKind
	Ref    journey.Ref // zero for a link that is not there yet
}

// HandleKind says what pulling at a handle does.
type HandleKind int

// The kinds of handles.
const (
	HandleLink   HandleKind = iota // right of a card: a link to the card it is let go on
	HandleBranch                   // below a card: the same, with a condition
	HandleFrom                     // the beginning of a link: it can begin elsewhere
	HandleTo                       // the end of a link: it can end elsewhere
	HandleSpan                     // the right edge of a card: it can cover more columns
)

// HandleRadius is how far from a handle's middle it is grabbed, in pixels of 1/96 in.
const HandleRadius = 8

// Handle is a small thing beside what is selected that can be pulled.
type Handle struct {
	At   geom.Point
	Kind HandleKind
	Ref  journey.Ref // the card or the link
}

// Tip is a short text beside the pointer: a size, the kind of a link.
type Tip struct {
	At   geom.Point // the middle of its left end
	Text string
}

// Ghost is a card, a stage header or a lane label under the pointer.
type Ghost struct {
	Ref   journey.Ref // zero: it is not on the map yet, and is drawn as a plain piece of its Kind
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
