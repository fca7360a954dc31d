package pdf

import (
	"bytes"
	"strings"
	"testing"

	"jejak/canvas/deck"
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/paint/pdf/object"
)

// TestFilesConform: nothing is found in documents of all kinds, nasty texts and pictures too.
func TestFilesConform(t *testing.T) {
	documents := map[string]Document{}
	for name, o := range modes(t) {
		documents[name] = documentOf(t, linked(t), o)
		documents["nasty "+name] = documentOf(t, nastyMap(t), o)
	}
	p := linked(t)
	slides := documentOf(t, p, page.Options{})
	m := p.MapsInOrder()[0]
	slides.Pages = deck.Slides(p, m.ID, layout.Printable(p, m.ID, layout.Options{Measurer: embedded()}), deck.Options{Measurer: embedded()}).Pages
	documents["deck"] = slides
	marks := documentOf(t, p, page.Options{})
	marks.Pages = append(marks.Pages, everyMark(t).page("marks"), picturePage(testPicture(t, 5, 3, true)))
	documents["marks"] = marks
	for name, d := range documents {
		out := writtenDocument(t, d)
		for i, s := range audited(out, opened(t, out)) {
			if i == 10 {
				t.Errorf("%s: …", name)
				break
			}
			t.Errorf("%s: %s", name, s)
		}
	}
}

// TestAuditFinds: a file that breaks a rule is found out, so that the test above can fail.
func TestAuditFinds(t *testing.T) {
	out := writtenDocument(t, documentOf(t, linked(t), page.Options{}))
	swap := func(old, with string) func(*object.File) bool {
		return func(f *object.File) bool {
			for i := range f.List {
				if bytes.Contains(f.List[i].Body, []byte(old)) {
					f.List[i].Body = bytes.Replace(bytes.Clone(f.List[i].Body), []byte(old), []byte(with), 1)
					return true
				}
			}
			return false
		}
	}
	within := func(old, with string) func(*object.File) bool {
		return func(f *object.File) bool {
			for i := range f.List {
				if bytes.Contains(f.List[i].Stream, []byte(old)) {
					f.List[i].Stream = bytes.ReplaceAll(bytes.Clone(f.List[i].Stream), []byte(old), []byte(with))
					return true
				}
			}
			return false
		}
	}
	for clause, damage := range map[string]func(*object.File) bool{
		"6.1.3":     swap("/ID[<", "/Id[<"),
		"6.1.7":     swap("/Filter/FlateDecode", "/Filter/LZWDecode"),
		"6.1.9":     swap("/Type/Catalog", "/Type Catalog"),
		"6.2.3":     swap("/GTS_PDFA1", "/GTS_PDFX"),
		"6.2.10":    swap("/BM /Normal", "/BM /"),
		"6.2.11.3":  swap("/Identity-H", "/WinAnsiEncoding"),
		"6.2.11.4":  swap("/FontFile2 ", "/FontFileX "),
		"6.2.11.5":  swap("/W [ 2 2 ", "/W [ 2 2 9999 3 3 "),
		"6.2.11.7":  swap("/ToUnicode ", "/ToUnicode1 "),
		"6.3.2":     swap("/F 4", "/F 2"),
		"6.3.3":     swap("/AP<<", "/APX<<"),
		"6.5":       swap("/S/URI", "/S/Launch"),
		"6.6.4":     within("<pdfaid:part>2<", "<pdfaid:part>1<"),
		"6.6.2.3":   within("pdfaExtension:schemas", "pdfaExtension:skipped"),
		"6.9":       swap("/Type/OCG/Name", "/Type/OCG/Title"),
		"UA 7.1":    swap("/DisplayDocTitle true", "/DisplayDocTitle false"),
		"UA 7.18.1": swap("/StructParent ", "/StructParenX "),
		"UA 7.18.3": swap("/Tabs/S", "/Tabs/R"),
	} {
		f := opened(t, out)
		if !damage(f) {
			t.Errorf("%s: there is nothing to damage", clause)
			continue
		}
		if found := strings.Join(audited(out, f), "\n"); !strings.Contains("\n"+found, "\n"+clause+": ") {
			t.Errorf("%s is not found; but\n%s", clause, found)
		}
	}
}
