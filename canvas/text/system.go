package text

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"

	"jejak/canvas/text/colr"
)

// systemFonts finds faces among those that are installed. Nothing is read before the first
// character is asked for that the embedded faces lack; then the list is read once, and each file
// when it is first chosen. Its lock is held only while searching, so that texts which need no
// system font never wait for it.
type systemFonts struct {
	mu     sync.Mutex
	list   []fontscan.Footprint
	listed bool
	faces  map[fontscan.Location]*Face // nil: of no use
	names  map[string]bool             // that are taken
	chosen map[wish][]*Face            // in the order in which they were found
	lacks  map[lack]bool
}

// wish is what a face is chosen by, besides the characters.
type wish struct {
	script language.Script
	bold   bool
	italic bool
	han    string
}

type lack struct {
	wish
	grapheme string
}

// maxLacks bounds the memory of what was not found.
const maxLacks = 10_000

func newSystemFonts() *systemFonts {
	return &systemFonts{
		faces:  map[fontscan.Location]*Face{},
		names:  map[string]bool{},
		chosen: map[wish][]*Face{},
		lacks:  map[lack]bool{},
	}
}

type silent struct{}

func (silent) Printf(string, ...any) {}

// find returns a face that draws all of g, or nil.
func (s *systemFonts) find(g []rune, script language.Script, style Style, han string) *Face {
	w := wish{script: script, bold: style == SemiBold || style == Bold, italic: style == Italic}
	switch script {
	case language.Han, language.Hiragana, language.Katakana, language.Hangul, language.Bopomofo:
		w.han = han
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.chosen[w] {
		if covers(f, g) {
			return f
		}
	}
	missed := lack{w, string(g)}
	if s.lacks[missed] {
		return nil
	}
	for _, fp := range s.candidates(g, w) {
		if f := s.load(fp, g); f != nil {
			s.chosen[w] = append(s.chosen[w], f)
			return f
		}
	}
	if len(s.lacks) < maxLacks {
		s.lacks[missed] = true
	}
	return nil
}

// candidates lists the fonts that have all of g, the best first.
func (s *systemFonts) candidates(g []rune, w wish) []*fontscan.Footprint {
	if !s.listed {
		s.listed = true
		s.list = installedFonts()
	}
	type scored struct {
		*fontscan.Footprint
		score int
	}
	var found []scored
next:
	for i := range s.list {
		fp := &s.list[i]
		for _, r := range g {
			if !ignorable(r) && !fp.Runes.Contains(r) {
				continue next
			}
		}
		found = append(found, scored{fp, score(fp, w)})
	}
	slices.SortStableFunc(found, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.Family, b.Family),
			strings.Compare(a.Location.File, b.Location.File), cmp.Compare(a.Location.Index, b.Location.Index))
	})
	list := make([]*fontscan.Footprint, len(found))
	for i, f := range found {
		list[i] = f.Footprint
	}
	return list
}

// installedFonts lists the fonts of the system. Without a list there are simply none: what is
// missing is shown as such. The scanner meets damaged files too, see readFace.
func installedFonts() (list []fontscan.Footprint) {
	defer func() {
		if recover() != nil {
			list = nil
		}
	}()
	list, err := fontscan.SystemFonts(silent{}, indexDir())
	if err != nil {
		return nil
	}
	return list
}

// indexDir is where the list of fonts is kept between two starts.
func indexDir() string {
	dir, err := os.UserCacheDir()
	if err == nil {
		dir = filepath.Join(dir, "jejak")
		if err = os.MkdirAll(dir, 0o700); err == nil {
			return dir
		}
	}
	return filepath.Join(os.TempDir(), "jejak-fonts")
}

// goodFamilies are faces that go well with Inter, of the systems that Jejak runs on.
var goodFamilies = []string{
	"notosans", "segoeui", "pingfang", "hiraginosans", "hiraginokakugothic", "applesdgothicneo",
	"microsoftyahei", "microsoftjhenghei", "yugothic", "meiryo", "malgungothic", "nirmalaui", "leelawadeeui",
	"geezapro", "arialhebrew", "thonburi", "kohinoor", "sfarabic", "sfhebrew",
	"dejavusans", "tahoma", "arial", "helvetica", "liberationsans", "freesans",
}

// score says how well a font would do: a plain sans of the wanted weight.
func score(fp *fontscan.Footprint, w wish) int {
	n := 0
	for _, good := range goodFamilies {
		if strings.HasPrefix(fp.Family, good) {
			n += 100
			break
		}
	}
	if strings.HasPrefix(fp.Family, "notosans") {
		n += 40
	}
	for _, bad := range []string{"mono", "serif", "math", "condensed", "narrow", "display", "nastaliq", "symbols", "emoji"} {
		if strings.Contains(fp.Family, bad) {
			n -= 60
		}
	}
	if fp.Scripts != nil && slices.Contains(fp.Scripts, w.script) {
		n += 30
	}
	wanted := font.WeightNormal
	if w.bold {
		wanted = font.WeightSemibold
	}
	n -= int(max(fp.Aspect.Weight-wanted, wanted-fp.Aspect.Weight)) / 10
	if (fp.Aspect.Style == font.StyleItalic) != w.italic {
		n -= 15
	}
	if fp.Aspect.Stretch != font.StretchNormal && fp.Aspect.Stretch != 0 {
		n -= 50
	}
	if han := cmp.Or(w.han, localHan()); strings.HasSuffix(fp.Family, han) && strings.Contains(fp.Family, "cjk") {
		n += 50
	}
	return n
}

// localHan returns whose Han characters the environment prefers, as the fonts name it.
var localHan = sync.OnceValue(func() string {
	lang := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_CTYPE"), os.Getenv("LANG"))
	switch {
	case strings.HasPrefix(lang, "ja"):
		return "jp"
	case strings.HasPrefix(lang, "ko"):
		return "kr"
	case strings.HasPrefix(lang, "zh_TW"):
		return "tc"
	case strings.HasPrefix(lang, "zh_HK"):
		return "hk"
	}
	return "sc"
})

// load returns the face of a footprint if it can be used for g, else nil.
func (s *systemFonts) load(fp *fontscan.Footprint, g []rune) *Face {
	f, ok := s.faces[fp.Location]
	if !ok {
		// A font that cannot be read is passed over: the next one may do.
		f, _ = readSystemFace(fp)
		if f != nil {
			f.name = s.unique(f.name)
		}
		s.faces[fp.Location] = f
	}
	if f == nil || !covers(f, g) || !draws(f, g) {
		return nil
	}
	return f
}

// unique returns name, or a variant of it if another face has it. A number keeps system faces
// apart from the embedded ones, which may be installed as well.
func (s *systemFonts) unique(name string) string {
	variant := name
	for n := 2; s.names[variant] || slices.Contains(embeddedNames, variant); n++ {
		variant = fmt.Sprintf("%s-%d", name, n)
	}
	s.names[variant] = true
	return variant
}

// draws reports whether a face has outlines for g; faces of bitmaps have none.
func draws(f *Face, g []rune) bool {
	for _, r := range g {
		if ignorable(r) || isBlank(r) {
			continue
		}
		glyph, _ := f.font.NominalGlyph(r)
		return f.colours != nil && f.colours.Has(uint32(glyph)) || len(f.Outline(uint32(glyph)).Verbs) > 0
	}
	return true
}

var (
	errRestricted = errors.New("its licence forbids embedding")
	errGone       = errors.New("the collection has fewer faces than before")
)

// readSystemFace reads one face of a file.
func readSystemFace(fp *fontscan.Footprint) (*Face, error) {
	path := fp.Location.File
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening font: %w", err)
	}
	defer file.Close()
	hidden := &veil{File: file}
	loaders, err := ot.NewLoaders(hidden)
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w", path, err)
	}
	i := int(fp.Location.Index)
	if i >= len(loaders) {
		return nil, fmt.Errorf("reading font %s: %w", path, errGone)
	}
	if restricted(loaders[i]) {
		return nil, fmt.Errorf("reading font %s: %w", path, errRestricted)
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if len(loaders) > 1 {
		name = fmt.Sprintf("%s-%d", name, i)
	}
	colours, palette := hidden.colours(loaders[i])
	f, err := readFace(postScriptName(name), loaders[i])
	if err != nil {
		return nil, err
	}
	f.foreign = true
	// What can not be read as colours is shown in one.
	f.colours, _ = colr.Read(colours, palette, f.Upem())
	return f, nil
}

// restricted reports whether fsType of the OS/2 table forbids to embed the font in documents, or
// to embed a part of it, or its outlines.
func restricted(ld *ot.Loader) bool {
	os2, err := ld.RawTable(ot.MustNewTag("OS/2"))
	if err != nil || len(os2) < 10 {
		return false // without the table nothing is forbidden
	}
	const restrictedLicence, any = 0x2, 0xf
	const noSubset, bitmapsOnly = 0x1, 0x2 // of the upper byte
	return os2[9]&any == restrictedLicence || os2[8]&(noSubset|bitmapsOnly) != 0
}

// postScriptName leaves of a name what PostScript and PDF allow in one.
func postScriptName(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r >= 0x7f || strings.ContainsRune("[](){}<>/%", r) {
			return '-'
		}
		return r
	}, s)
}
