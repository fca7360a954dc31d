package editor

import (
	"jejak/app/editor/action"
	"jejak/app/editor/desk"
)

// The words of packages desk and action that whoever shows an editor needs.
type (
	Action        = action.Action
	ActionID      = action.ID
	Shortcut      = action.Shortcut
	DisabledError = action.DisabledError
	Gate          = action.Gate
	Key           = action.Key

	Mods        = desk.Mods
	Cursor      = desk.Cursor
	Viewport    = desk.Viewport
	Overlay     = desk.Overlay
	Frame       = desk.Frame
	FrameKind   = desk.FrameKind
	OverlayLine = desk.OverlayLine
	LineKind    = desk.LineKind
	Ghost       = desk.Ghost
	EmotionDrag = desk.EmotionDrag
	LinkLine    = desk.LinkLine
	Handle      = desk.Handle
	HandleKind  = desk.HandleKind
	Tip         = desk.Tip
)

// The zoom that can be reached; 1 is 100 %.
const (
	MinZoom = desk.MinZoom
	MaxZoom = desk.MaxZoom
)

// The shapes of the pointer.
const (
	CursorDefault  = desk.CursorDefault
	CursorPointer  = desk.CursorPointer
	CursorText     = desk.CursorText
	CursorGrab     = desk.CursorGrab
	CursorGrabbing = desk.CursorGrabbing
	CursorCopy     = desk.CursorCopy
	CursorNoDrop   = desk.CursorNoDrop
	CursorVertical = desk.CursorVertical
	CursorCross    = desk.CursorCross

	CursorHorizontal = desk.CursorHorizontal
)

// The kinds of frames and lines of an Overlay. A LinkLine has the kind of a frame.
const (
	FrameSelected = desk.FrameSelected
	FrameHover    = desk.FrameHover
	FrameTarget   = desk.FrameTarget
	FrameLifted   = desk.FrameLifted
	LineInsertion = desk.LineInsertion
	LineGuide     = desk.LineGuide
	LineBorder    = desk.LineBorder
	LineMeasure   = desk.LineMeasure
)

// The kinds of handles.
const (
	HandleLink   = desk.HandleLink
	HandleBranch = desk.HandleBranch
	HandleFrom   = desk.HandleFrom
	HandleTo     = desk.HandleTo
	HandleSpan   = desk.HandleSpan
)

// The keys that have names.
const (
	KeyLeft      = action.KeyLeft
	KeyRight     = action.KeyRight
	KeyUp        = action.KeyUp
	KeyDown      = action.KeyDown
	KeyTab       = action.KeyTab
	KeyEscape    = action.KeyEscape
	KeyDelete    = action.KeyDelete
	KeyBackspace = action.KeyBackspace
	KeyF2        = action.KeyF2
	KeyReturn    = action.KeyReturn
	KeySpace     = action.KeySpace
	KeyHome      = action.KeyHome
	KeyEnd       = action.KeyEnd
	KeyPageUp    = action.KeyPageUp
	KeyPageDown  = action.KeyPageDown
)
