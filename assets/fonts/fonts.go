// Package fonts holds the typefaces that Jejak carries with it, so that a map looks the same on
// every machine: Inter for text, Noto Color Emoji for pictograms, and Noto Emoji for pictograms in one
// colour. All stand under the SIL Open Font License; the licences lie beside the files and are
// embedded with them.
package fonts

import _ "embed"

// The font files, as TrueType bytes. They are shared and must not be changed.
var (
	//go:embed Inter-Regular.ttf
	InterRegular []byte
	//go:embed Inter-Medium.ttf
	InterMedium []byte
	//go:embed Inter-SemiBold.ttf
	InterSemiBold []byte
	//go:embed Inter-Bold.ttf
	InterBold []byte
	//go:embed Inter-Italic.ttf
	InterItalic []byte
	//go:embed NotoEmoji-Regular.ttf
	NotoEmoji []byte
)

// NotoColorEmoji is version 2.051 of the font with vectors in its table COLR, as TrueType bytes packed
// with gzip. Left out are the same pictures as SVG, which are four fifths of its size, and the measures
// for vertical text. It is shared and must not be changed.
//
//go:embed NotoColorEmoji.ttf.gz
var NotoColorEmoji []byte

// The licences of the files above, as plain text.
var (
	//go:embed Inter-OFL.txt
	InterLicence string
	//go:embed NotoEmoji-OFL.txt
	NotoEmojiLicence string
	//go:embed NotoColorEmoji-OFL.txt
	NotoColorEmojiLicence string
)
