// Package look is the style of the window: its colours, type, icons and the small controls that
// everything in it is built of. It knows nothing of journeys.
//
// All of it belongs to the goroutine of the window.
package look

import "image/color"

// Palette is every colour of the window. The paper on the board is not part of it: paper stays
// paper, in the light and in the dark.
type Palette struct {
	Panel     color.NRGBA // ground of panels, bars, menus
	Desk      color.NRGBA // what the paper lies on
	Ground    color.NRGBA // second ground: rows, quiet buttons under the pointer
	Hairline  color.NRGBA
	Border    color.NRGBA // of fields and outlined buttons
	Ink       color.NRGBA
	Second    color.NRGBA // second voice; at least 4.5:1 on Panel
	Third     color.NRGBA // for what nobody must read
	Accent    color.NRGBA // fill of the main button, selection
	AccentInk color.NRGBA // accent as text on Panel or Tint
	Tint      color.NRGBA // accent as a ground
	Good      color.NRGBA
	Bad       color.NRGBA
	Shadow    color.NRGBA
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func rgba(hex uint32, a uint8) color.NRGBA {
	c := rgb(hex)
	c.A = a
	return c
}

// Accent is the one colour of selection, focus, insertion marks and the main button.
var Accent = rgb(0x5B5BD6)

// Light and Dark are the two palettes.
var (
	Light = Palette{
		Panel: rgb(0xFFFFFF), Desk: rgb(0xECEEF2), Ground: rgb(0xF2F4F7), Hairline: rgb(0xE4E7EC),
		Border: rgb(0xD5D9E2), Ink: rgb(0x1B1F2A), Second: rgb(0x5D6678), Third: rgb(0x808A9C),
		Accent: Accent, AccentInk: rgb(0x4A4AC4), Tint: rgb(0xEDEDFB), Good: rgb(0x15803D),
		Bad: rgb(0xC0352B), Shadow: rgba(0x1B1F2A, 0x2e),
	}
	Dark = Palette{
		Panel: rgb(0x1D2028), Desk: rgb(0x13151B), Ground: rgb(0x272B35), Hairline: rgb(0x2E333E),
		Border: rgb(0x3D4350), Ink: rgb(0xECEEF3), Second: rgb(0xA6AEBD), Third: rgb(0x717A8C),
		Accent: rgb(0x6464DC), AccentInk: rgb(0xA9A9F8), Tint: rgb(0x31325A), Good: rgb(0x4ADE80),
		Bad: rgb(0xF87168), Shadow: rgba(0x000000, 0x66),
	}
)
