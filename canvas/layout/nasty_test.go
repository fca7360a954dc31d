package layout

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"jejak/canvas/page"
	"jejak/canvas/paint/pdf"
	"jejak/canvas/paint/raster"
	"jejak/canvas/paint/svg"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// nasty are texts that have broken drawing programs.
var nasty = map[string]string{
	"emoji":             "😀 👩\u200d👩\u200d👧\u200d👦 🇮🇩 👍🏽 ☎\ufe0f 1\ufe0f⃣",
	"beyond the BMP":    "𝒜𝓑𝒸 𐍈 🜁 𠜎",
	"invalid UTF-8":     "caf\xe9 \xff\xfe \xed\xa0\x80 abc\xe2",
	"control":           "a\x00b\x01c\x07d\x1be\x7ff\u0085g\u200bh",
	"line breaks":       "one\ntwo\r\nthree\rfour\u2028five\u2029six",
	"only spaces":       " \t \u00a0\u3000 ",
	"long word":         strings.Repeat("wongkang", 1250),
	"long emoji":        strings.Repeat("😀", 120),
	"combining":         "Z̗̭̻a͓ͩl͗ͬg̱̅o͖ͯ " + "e" + strings.Repeat("\u0301", 200),
	"right to left":     "مرحبا abc 123 שלום (קצת) ١٢٣",
	"bidi overrides":    "\u202eabc\u202c \u2066def\u2069 \u200f!",
	"scripts":           "Ελληνικά Кириллица Tiếng Việt ไทย हिन्दी 日本語 한국어 ქართული አማርኛ",
	"quotes and marks":  `"'<>&;\/()[]{}%$#@!^*~` + "`|",
	"code":              `</text><script>alert(1)</script>; DROP TABLE card;-- ${x} {{.Name}} %s %d`,
	"PDF strings":       `) Tj ET endobj <</Type/Catalog>> \( \) \\ %%EOF`,
	"not a number":      "NaN Inf -0 1e309 ½ ¼ ² ∞",
	"private use":       "\ue000\uf8ff\U000f0000",
	"replacement":       "\ufffd\ufffe\uffff",
	"soft hyphens":      "super\u00adcali\u00adfragi\u00adlistic\u00adexpi\u00adali\u00addocious",
	"ligatures":         "ffi ffl fi AVATAR To Ty …—–",
	"newlines only":     "\n\n\n",
	"byte order":        "\ufeffabc",
	"variation":         "♥\ufe0e ♥\ufe0f 葛\U000e0100",
	"zero-width joiner": "क्\u200dष \u200d\u200d\u200d",
}

// filled puts s into every text of every record; the references, vocabularies and dates stay.
func filled(p journey.Project, s string) journey.Project {
	var recs []journey.Record
	for rec := range p.Records() {
		v := reflect.New(reflect.TypeOf(rec)).Elem()
		v.Set(reflect.ValueOf(rec))
		for i := range v.NumField() {
			f, name := v.Field(i), v.Type().Field(i).Name
			if f.Type() == reflect.TypeOf("") && name != "Date" && name != "Language" && name != "Media" {
				f.SetString(s)
			}
		}
		recs = append(recs, v.Interface().(journey.Record))
	}
	return journey.FromRecords(recs)
}

// TestNastyTexts draws a map whose every text is nasty, and has others read what is printed.
func TestNastyTexts(t *testing.T) {
	for name, s := range nasty {
		t.Run(name, func(t *testing.T) {
			sc := arrange(filled(everything(), s))
			sound(t, sc)
			sheet := page.Paginate(page.Source{Scene: sc}, page.Options{}).Pages[0]
			if img := raster.Image(sc, sc.Bounds, 0.25, scene.RGB(0xFFFFFF)); img.Bounds().Empty() {
				t.Error("there is no picture")
			}
			var out bytes.Buffer
			if err := svg.Write(&out, sheet); err != nil {
				t.Errorf("svg: %v", err)
			}
			reads(t, "svg", out.Bytes(), "xmllint --noout --huge")
			out.Reset()
			doc := pdf.Document{Title: s, Author: s, Lang: "en", Creator: s, Date: time.Date(2026, 2, 3, 4, 5, 6, 0, time.UTC), Pages: []scene.Page{sheet}}
			if err := pdf.Write(&out, doc); err != nil {
				t.Fatalf("pdf: %v", err)
			}
			reads(t, "pdf", out.Bytes(), "qpdf --check", "mutool draw -q -r 20 -o /dev/null", "pdftotext -q", "pdftoppm -r 20 -png")
		})
	}
}

// reads has other programs read a file; any word of theirs on standard error is a complaint.
func reads(t *testing.T, ext string, data []byte, programs ...string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "out."+ext)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, p := range programs {
		args := append(strings.Fields(p), file)
		if args[0] == "pdftotext" || args[0] == "pdftoppm" {
			args = append(args, filepath.Join(t.TempDir(), "read"))
		}
		if _, err := exec.LookPath(args[0]); err != nil {
			t.Skipf("%s is not installed: make test installs it", args[0])
		}
		cmd := exec.Command(args[0], args[1:]...)
		var complaints bytes.Buffer
		cmd.Stderr = &complaints
		err := cmd.Run()
		// MuPDF is often built without colour profiles, and says so.
		said := strings.TrimSpace(strings.ReplaceAll(complaints.String(), "warning: ICC support is not available", ""))
		if err != nil || said != "" {
			t.Errorf("%s: %v %.300s", p, err, said)
		}
	}
}
