// Package emoji tells when a character is meant to be shown as a pictogram in colours and when as a
// sign among letters, by UTS #51.
package emoji

import (
	"slices"
	"unicode"
)

const (
	pictureVariation = 0xfe0f // VS16
	textVariation    = 0xfe0e // VS15
	keycap           = 0x20e3
	joiner           = 0x200d
)

// pictures has the characters under U+1F000 with the property Emoji_Presentation (Unicode 15.0).
var pictures = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x231a, Hi: 0x231b, Stride: 1}, {Lo: 0x23e9, Hi: 0x23ec, Stride: 1}, {Lo: 0x23f0, Hi: 0x23f0, Stride: 1},
	{Lo: 0x23f3, Hi: 0x23f3, Stride: 1}, {Lo: 0x25fd, Hi: 0x25fe, Stride: 1}, {Lo: 0x2614, Hi: 0x2615, Stride: 1},
	{Lo: 0x2648, Hi: 0x2653, Stride: 1}, {Lo: 0x267f, Hi: 0x267f, Stride: 1}, {Lo: 0x2693, Hi: 0x2693, Stride: 1},
	{Lo: 0x26a1, Hi: 0x26a1, Stride: 1}, {Lo: 0x26aa, Hi: 0x26ab, Stride: 1}, {Lo: 0x26bd, Hi: 0x26be, Stride: 1},
	{Lo: 0x26c4, Hi: 0x26c5, Stride: 1}, {Lo: 0x26ce, Hi: 0x26ce, Stride: 1}, {Lo: 0x26d4, Hi: 0x26d4, Stride: 1},
	{Lo: 0x26ea, Hi: 0x26ea, Stride: 1}, {Lo: 0x26f2, Hi: 0x26f3, Stride: 1}, {Lo: 0x26f5, Hi: 0x26f5, Stride: 1},
	{Lo: 0x26fa, Hi: 0x26fa, Stride: 1}, {Lo: 0x26fd, Hi: 0x26fd, Stride: 1}, {Lo: 0x2705, Hi: 0x2705, Stride: 1},
	{Lo: 0x270a, Hi: 0x270b, Stride: 1}, {Lo: 0x2728, Hi: 0x2728, Stride: 1}, {Lo: 0x274c, Hi: 0x274c, Stride: 1},
	{Lo: 0x274e, Hi: 0x274e, Stride: 1}, {Lo: 0x2753, Hi: 0x2755, Stride: 1}, {Lo: 0x2757, Hi: 0x2757, Stride: 1},
	{Lo: 0x2795, Hi: 0x2797, Stride: 1}, {Lo: 0x27b0, Hi: 0x27b0, Stride: 1}, {Lo: 0x27bf, Hi: 0x27bf, Stride: 1},
	{Lo: 0x2b1b, Hi: 0x2b1c, Stride: 1}, {Lo: 0x2b50, Hi: 0x2b50, Stride: 1}, {Lo: 0x2b55, Hi: 0x2b55, Stride: 1},
}}

// IsPicture reports whether a grapheme, of one character at least, asks to be shown as a pictogram.
// A variation selector decides; without one the pictograms of the first plane go by the property
// Emoji_Presentation. Those above U+1F000 are all pictures: a hundred of them, such as 🛍, are signs
// by that property, but no face for text has them, and everybody knows them in colour.
func IsPicture(g []rune) bool {
	switch {
	case slices.Contains(g, textVariation):
		return false
	case g[0] >= 0x1f000 && g[0] < 0x20000 || unicode.Is(pictures, g[0]):
		return true
	case len(g) == 1:
		return false
	}
	sign := g[0] >= 0x2190 && g[0] < 0x3300
	return slices.Contains(g, pictureVariation) || slices.Contains(g, keycap) || sign && slices.Contains(g, joiner) ||
		sign && slices.ContainsFunc(g[1:], isTone)
}

// isTone reports whether r is a tone of skin.
func isTone(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }
