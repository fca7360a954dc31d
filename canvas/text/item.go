package text

import (
	"slices"

	"github.com/go-text/typesetting/language"

	"jejak/canvas/text/emoji"
)

// item is a stretch of the runes of a word in one face and script.
type item struct {
	face       *Face
	script     language.Script
	start, end int
}

// items divides the runes of a word by face and script, never inside a grapheme. missing are
// those that no face has. plain asks for pictograms in one colour.
func (l *Library) items(runes []rune, style Style, plain bool) (items []item, missing []rune) {
	first := l.Face(style)
	if sc, ok := simple(runes, first); ok {
		return []item{{first, sc, 0, len(runes)}}, nil
	}
	f := finder{lib: l, style: style, first: first, han: hanOf(runes), plain: plain}
	script := language.Common
	for start, end := range graphemes(runes) {
		g := runes[start:end]
		sc := scriptOf(g)
		if sc == language.Common {
			sc = script
		}
		script = sc
		face := f.find(g, sc)
		if n := len(items); n > 0 && items[n-1].face == face &&
			(items[n-1].script == sc || items[n-1].script == language.Common) {
			items[n-1].end, items[n-1].script = end, sc
			continue
		}
		items = append(items, item{face, sc, start, end})
	}
	return items, f.missing
}

// simple reports whether runes are letters and signs of one European script that the face has,
// each a grapheme of its own, and which script that is.
func simple(runes []rune, f *Face) (language.Script, bool) {
	script := language.Common
	for _, r := range runes {
		switch {
		case r < 0x300, r >= 0x370 && r < 0x483, r >= 0x48a && r < 0x530, r >= 0x1e00 && r < 0x2000,
			r >= 0x2010 && r < 0x2028:
		default:
			return 0, false
		}
		if r == softHyphen || !f.has(r) {
			return 0, false
		}
		sc := language.LookupScript(r)
		if !sc.Strong() {
			continue
		}
		if script != language.Common && script != sc {
			return 0, false
		}
		script = sc
	}
	if script == language.Common {
		script = language.Latin
	}
	return script, true
}

// scriptOf returns the first script in runes that is one of its own.
func scriptOf(runes []rune) language.Script {
	for _, r := range runes {
		if sc := language.LookupScript(r); sc.Strong() {
			return sc
		}
	}
	return language.Common
}

// finder chooses faces for the graphemes of one word.
type finder struct {
	lib     *Library
	style   Style
	first   *Face
	han     string // see hanOf
	plain   bool
	missing []rune
}

// find returns the face that draws the grapheme g. If none has all of it, it is the one that has
// its base; if none has that, it is the face of the style, which draws a box.
func (f *finder) find(g []rune, script language.Script) *Face {
	if emoji.IsPicture(g) {
		if !f.plain {
			if c := f.lib.colour(); covers(c, g) {
				return c
			}
		}
		if e := f.lib.emoji(); covers(e, g) {
			return e
		}
	}
	if covers(f.first, g) {
		return f.first
	}
	if face := f.fallback(g, script); face != nil {
		return face
	}
	face := f.first
	if len(g) > 1 && !f.first.has(g[0]) {
		if b := f.fallback(g[:1], script); b != nil {
			face = b
		}
	}
	for _, r := range g {
		if !face.has(r) && !ignorable(r) && !slices.Contains(f.missing, r) {
			f.missing = append(f.missing, r)
		}
	}
	return face
}

func (f *finder) fallback(g []rune, script language.Script) *Face {
	if e := f.lib.emoji(); covers(e, g) {
		return e
	}
	if f.lib.system == nil {
		return nil
	}
	return f.lib.system.find(g, script, f.style, f.han)
}

// covers reports whether a face draws all of g.
func covers(f *Face, g []rune) bool {
	for _, r := range g {
		if !ignorable(r) && !f.has(r) {
			return false
		}
	}
	return true
}

// ignorable reports whether r steers the setting and is not drawn itself: the format characters
// among the Default_Ignorable_Code_Points of Unicode.
func ignorable(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x034f, r == 0x061c, r == 0x180e, r == 0xfeff,
		r >= 0x180b && r <= 0x180f, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e,
		r >= 0x2060 && r <= 0x206f, r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

// hanOf returns whose manner of writing Han characters a word asks for: "jp" or "kr" if letters of
// that language stand beside them, "" if nothing tells.
func hanOf(runes []rune) string {
	for _, r := range runes {
		switch language.LookupScript(r) {
		case language.Hiragana, language.Katakana:
			return "jp"
		case language.Hangul:
			return "kr"
		}
	}
	return ""
}
