package text

import (
	"fmt"
	"sync"

	"jejak/assets/fonts"
)

// Library sets text in the embedded faces and, for what they lack, in those of the system. It
// implements Measurer and is safe for concurrent use.
type Library struct {
	styles [Styles]func() *Face
	colour func() *Face // pictograms in colour
	emoji  func() *Face // pictograms in one colour
	system *systemFonts // nil: embedded faces only
	pitch  float64      // the advance of every cluster in em; 0: that of the face

	words      *cache[wordKey, *word]
	paragraphs *cache[paragraphKey, Paragraph]
}

// embeddedNames names the faces of the styles and, behind them, those of the pictograms.
var embeddedNames = []string{
	Regular:  "Inter-Regular",
	Medium:   "Inter-Medium",
	SemiBold: "Inter-SemiBold",
	Bold:     "Inter-Bold",
	Italic:   "Inter-Italic",
	Styles:   "NotoEmoji-Regular",
	"NotoColorEmoji",
}

// Option changes how a Library is made.
type Option func(*Library)

// WithoutSystemFonts keeps to the embedded faces, so that the result is the same on every machine.
func WithoutSystemFonts() Option { return func(l *Library) { l.system = nil } }

// NewLibrary returns a Library with empty caches. Faces are read when they are first needed.
func NewLibrary(options ...Option) *Library {
	l := &Library{
		system:     newSystemFonts(),
		words:      newCache[wordKey, *word](maxWords, func(wordKey) int { return 1 }),
		paragraphs: newParagraphs(),
	}
	for i, file := range [Styles][]byte{
		Regular:  fonts.InterRegular,
		Medium:   fonts.InterMedium,
		SemiBold: fonts.InterSemiBold,
		Bold:     fonts.InterBold,
		Italic:   fonts.InterItalic,
	} {
		l.styles[i] = embedded(embeddedNames[i], file)
	}
	l.colour = sync.OnceValue(func() *Face {
		f, err := readColoured(embeddedNames[Styles+1], fonts.NotoColorEmoji)
		return sound(f, err)
	})
	emoji := embedded(embeddedNames[Styles], fonts.NotoEmoji)
	l.emoji = sync.OnceValue(func() *Face {
		f := emoji()
		f.pictures = true
		return f
	})
	for _, o := range options {
		o(l)
	}
	return l
}

var shared = sync.OnceValue(func() *Library { return NewLibrary() })

// Default returns the Library that the whole program shares. It falls back on system fonts.
func Default() *Library { return shared() }

// embedded returns a reader of a face that is part of the program.
func embedded(name string, file []byte) func() *Face {
	return sync.OnceValue(func() *Face {
		f, err := parseFace(name, file)
		return sound(f, err)
	})
}

// sound returns a face that is part of the program.
func sound(f *Face, err error) *Face {
	if err != nil {
		// The bytes are compiled in: only a broken build comes here, and no text can be shown.
		panic(fmt.Sprintf("text: embedded %v", err))
	}
	return f
}

// Face returns the face of a style. A style that is not known gives Regular.
func (l *Library) Face(s Style) *Face {
	if s >= Styles {
		s = Regular
	}
	return l.styles[s]()
}
