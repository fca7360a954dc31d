package text

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"

	"jejak/assets/fonts"
)

// installed returns system fonts that consist of the given files, with all the runes of each.
func installed(t *testing.T, files map[string][]byte, runes string) *systemFonts {
	t.Helper()
	dir := t.TempDir()
	s := newSystemFonts()
	s.listed = true
	for _, name := range []string{"A.ttf", "B.ttf", "Inter-Regular.ttf"} {
		file, ok := files[name]
		if !ok {
			continue
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		fp := fontscan.Footprint{
			Location: fontscan.Location{File: path}, Family: name,
			Aspect: font.Aspect{Style: font.StyleNormal, Weight: font.WeightNormal, Stretch: font.StretchNormal},
		}
		for _, r := range runes {
			fp.Runes.Add(r)
		}
		s.list = append(s.list, fp)
	}
	return s
}

func TestSystemFonts(t *testing.T) {
	const smile = "😀"
	g := []rune(smile)
	forbidden := withFSType(t, fonts.NotoEmoji, 2)
	for _, c := range []struct {
		name  string
		files map[string][]byte
		want  string
	}{
		{"none", nil, ""},
		{"one", map[string][]byte{"A.ttf": fonts.NotoEmoji}, "A"},
		{"damaged ones are passed over", map[string][]byte{"A.ttf": fonts.NotoEmoji[:5000], "B.ttf": fonts.NotoEmoji}, "B"},
		{"one that must not be embedded", map[string][]byte{"A.ttf": forbidden, "B.ttf": fonts.NotoEmoji}, "B"},
		{"one that lacks what the list says", map[string][]byte{"A.ttf": fonts.InterBold, "B.ttf": fonts.NotoEmoji}, "B"},
		{"the name of an embedded face", map[string][]byte{"Inter-Regular.ttf": fonts.NotoEmoji}, "Inter-Regular-2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := installed(t, c.files, smile)
			for range 2 { // found, then remembered
				got := ""
				if f := s.find(g, language.Common, Regular, ""); f != nil {
					got = f.Name()
				}
				if got != c.want {
					t.Fatalf("%q, want %q", got, c.want)
				}
			}
		})
	}
}

// withFSType returns a copy of a font whose OS/2 table says that it may not be embedded.
func withFSType(t *testing.T, file []byte, fsType byte) []byte {
	t.Helper()
	b := append([]byte(nil), file...)
	tables := int(b[4])<<8 | int(b[5])
	for i := range tables {
		rec := b[12+16*i:]
		if string(rec[:4]) == "OS/2" {
			at := int(rec[8])<<24 | int(rec[9])<<16 | int(rec[10])<<8 | int(rec[11])
			b[at+8], b[at+9] = 0, fsType
			return b
		}
	}
	t.Fatal("no OS/2 table")
	return nil
}

func TestScore(t *testing.T) {
	w := wish{script: language.Thai}
	fp := func(family string, weight font.Weight) *fontscan.Footprint {
		return &fontscan.Footprint{Family: family, Aspect: font.Aspect{Style: font.StyleNormal, Weight: weight, Stretch: font.StretchNormal}}
	}
	ranked := []*fontscan.Footprint{
		fp("notosansthai", font.WeightNormal), fp("notosansthai", font.WeightBold), fp("tahoma", font.WeightNormal),
		fp("purisa", font.WeightNormal), fp("notoserifthai", font.WeightBlack),
	}
	for i := 1; i < len(ranked); i++ {
		if score(ranked[i-1], w) <= score(ranked[i], w) {
			t.Errorf("%s %v is not better than %s %v", ranked[i-1].Family, ranked[i-1].Aspect.Weight, ranked[i].Family, ranked[i].Aspect.Weight)
		}
	}
}

// TestInstalledFonts sets what the embedded faces lack with whatever this machine has. The result
// differs from one machine to the next; what holds everywhere is that nothing is lost.
func TestInstalledFonts(t *testing.T) {
	l := NewLibrary()
	for _, s := range []string{"مرحبا بالعالم", "שלום עולם", "नमस्ते दुनिया", "สวัสดีชาวโลก", "你好，世界。こんにちは 안녕하세요"} {
		p := l.Break(s, Spec{Size: 10}, 60)
		if err := checkParagraph(p, s, p.Spec, 60); err != nil {
			t.Errorf("%s: %v", s, err)
		}
		for _, ln := range p.Lines {
			for _, r := range ln.Runs {
				drawn := false
				for _, g := range r.Glyphs {
					drawn = drawn || len(r.Face.Outline(g.ID).Verbs) > 0
				}
				if !drawn && r.Text != " " {
					t.Errorf("%q in %s is not visible", r.Text, r.Face.Name())
				}
			}
		}
	}
}

func TestPostScriptName(t *testing.T) {
	if got, want := postScriptName("My Font (2)/é"), "My-Font--2---"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
