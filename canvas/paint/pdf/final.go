package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// The objects that gofpdf always writes at the same place.
const (
	pagesObject     = 1
	resourcesObject = 2
	firstPage       = 3 // page i is object 3+2i, its content the one behind it
)

// finish takes gofpdf's file apart and puts it together again with what gofpdf can not write:
// exact meanings of codes, forms, names of fonts, bookmarks, language, metadata, page boxes, and
// streams packed well. Nothing of the first file is left behind, as an update at the end of the
// file would do.
func finish(raw []byte, d Document, sheets []sheet, p *painter) ([]byte, error) {
	o, err := parse(raw)
	if err != nil {
		return nil, fmt.Errorf("finish the file: %w", err)
	}
	info, root := len(o.list)-2, len(o.list)-1
	f := finisher{objects: o, d: d, sheets: sheets, where: where(d.Pages, sheets)}
	f.common = f.plain()
	for _, step := range []func() error{
		f.pages,
		func() error { return f.fonts(p.fonts.all) },
		func() error { return f.forms(p.shapes.forms) },
		func() error { return f.masks(p.masks.all) },
		func() error { return f.stickers(p.stickers.all) },
	} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("finish the file: %w", err)
		}
	}
	if err := f.document(p); err != nil {
		return nil, fmt.Errorf("finish the file: %w", err)
	}
	f.describe(info, root)
	out, err := o.write(root, info)
	if err != nil {
		return nil, fmt.Errorf("finish the file: %w", err)
	}
	return out, nil
}

type finisher struct {
	*objects
	d      Document
	sheets []sheet
	common int // the object of plain
	where  map[journey.Ref]place

	layerObjects []int
	commentLayer int // its number, 0: none
	noteForm     int // the object of the sign of a comment
	catalog      strings.Builder
}

// document adds what makes a picture a document: layers, links, comments and structure.
func (f *finisher) document(p *painter) error {
	all := p.layers.all
	if f.d.Comments && f.hasNotes() {
		all = append(all, scene.Layer{Name: words.In(f.d.Lang).T("page.layer.comments")})
		f.commentLayer = len(all)
	}
	properties, err := f.layers(all)
	if err != nil {
		return err
	}
	notes, err := f.annotations()
	if err != nil {
		return err
	}
	root, err := f.structure(grow(p.speech), notes)
	if err != nil {
		return err
	}
	profile := f.addStream("/N 3", srgb())
	fmt.Fprintf(&f.catalog, "/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R%s", root, properties)
	fmt.Fprintf(&f.catalog, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %d 0 R>>]", profile)
	return nil
}

func (f *finisher) hasNotes() bool {
	for _, pg := range f.d.Pages {
		for _, w := range pg.Windows() {
			if w.Role == scene.Content && len(w.Scene.Notes) > 0 {
				return true
			}
		}
	}
	return false
}

// pages cuts off what gofpdf put before the content and says the boxes.
func (f *finisher) pages() error {
	for i, s := range f.sheets {
		page, content := firstPage+2*i, firstPage+2*i+1
		if content >= len(f.list) {
			return fmt.Errorf("page %d is missing: %w", i+1, errForeign)
		}
		at := bytes.Index(f.list[content].stream, []byte(contentMark))
		if at < 0 {
			return fmt.Errorf("page %d has no content: %w", i+1, errForeign)
		}
		f.list[content].stream = f.list[content].stream[at+len(contentMark):]
		c := newContent()
		box := func(name string, r geom.Rect) {
			c.buf = append(c.buf, "/"+name+" ["...)
			c.num(r.Min.X, 3)
			c.num(s.size.H-r.Max.Y, 3)
			c.num(r.Max.X, 3)
			c.num(s.size.H-r.Min.Y, 3)
			c.buf = append(c.buf, "]\n"...)
		}
		box("MediaBox", geom.R(0, 0, s.size.W, s.size.H))
		box("BleedBox", s.bleed)
		box("TrimBox", s.trim)
		if s.unit != 1 {
			c.buf = append(c.buf, "/UserUnit "...)
			c.num(s.unit, 0)
			c.buf = append(c.buf, '\n')
		}
		f.list[page].body = mediaBox.ReplaceAll(f.list[page].body, nil)
		if err := f.replace(page, "/Type /Page\n", "/Type /Page\n"+string(c.buf)); err != nil {
			return err
		}
	}
	return nil
}

var mediaBox = regexp.MustCompile(`/MediaBox \[[^\]]*\]\n`)

// fonts gives the subsets their real names and the codes their meaning, and makes the fonts
// known under the names that the content uses.
func (f *finisher) fonts(fonts []*subset) error {
	var names strings.Builder
	for _, s := range fonts {
		mark := "/utf8" + s.name + "\n"
		face := "/" + s.tag() + "+" + plainName(s.face.Name()) + "\n"
		top := 0
		for n := range f.list {
			ob := &f.list[n]
			if ob.isStream || !bytes.Contains(ob.body, []byte(mark)) {
				continue
			}
			if bytes.Contains(ob.body, []byte("/Subtype /Type0")) {
				top = n
			}
			ob.body = bytes.ReplaceAll(ob.body, []byte(mark), []byte(face))
		}
		if top == 0 {
			return fmt.Errorf("font %s is missing: %w", s.name, errForeign)
		}
		var unicode int
		m := toUnicode.FindSubmatch(f.list[top].body)
		if m == nil {
			return fmt.Errorf("font %s has no table of meanings: %w", s.name, errForeign)
		}
		if _, err := fmt.Sscan(string(m[1]), &unicode); err != nil || unicode >= len(f.list) {
			return fmt.Errorf("font %s has its table of meanings at %s: %w", s.name, m[1], errForeign)
		}
		f.list[unicode].stream = s.meanings()
		fmt.Fprintf(&names, "/%s %d 0 R\n", s.name, top)
	}
	return f.resource("Font", names.String())
}

var toUnicode = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)

// tag is six letters that differ from subset to subset, as the format demands.
func (s *subset) tag() string {
	h := sha256.New()
	fmt.Fprintln(h, s.name, s.face.Name())
	for _, e := range s.entries {
		fmt.Fprintln(h, e.glyph, e.text)
	}
	sum := h.Sum(nil)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// plainName keeps what a name in a file can hold without escapes.
func plainName(s string) string {
	keep := func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' {
			return r
		}
		return -1
	}
	if s = strings.Map(keep, s); s == "" {
		return "Font"
	}
	return s
}

// meanings is the table that says which text each code stands for.
func (s *subset) meanings() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	var said []entry
	for _, e := range s.entries {
		if e.text != "" {
			said = append(said, e)
		}
	}
	const most = 100 // in one block, as the format demands
	for len(said) > 0 {
		n := min(most, len(said))
		fmt.Fprintf(&b, "%d beginbfchar\n", n)
		for _, e := range said[:n] {
			fmt.Fprintf(&b, "<%04X> <", e.code)
			for _, u := range utf16.Encode([]rune(e.text)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
		said = said[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// plain adds the resources that a form may need: opacities and gradients. Forms do not share those
// of the pages, which hold the forms themselves: readers that look for fonts would go in circles.
func (f *finisher) plain() int {
	var b strings.Builder
	for _, kind := range []string{"ExtGState", "Shading"} {
		_, rest, found := bytes.Cut(f.list[resourcesObject].body, []byte("/"+kind+" <<\n"))
		if found {
			names, _, _ := bytes.Cut(rest, []byte(">>"))
			fmt.Fprintf(&b, "/%s<<%s>>", kind, names)
		}
	}
	return f.add("<<" + b.String() + ">>")
}

// forms adds the shapes that are placed more than once.
func (f *finisher) forms(forms []form) error {
	var names strings.Builder
	for _, fm := range forms {
		n := f.addForm(fm.box, "", fm.ops)
		fmt.Fprintf(&names, "/%s %d 0 R\n", fm.name, n)
	}
	return f.replace(resourcesObject, "/XObject <<\n", "/XObject <<\n"+names.String())
}

func (f *finisher) addForm(box geom.Rect, more string, ops []byte) int {
	c := newContent()
	c.at(box.Min)
	c.at(box.Max)
	resources := "<<>>"
	if bytes.IndexByte(ops, '/') >= 0 {
		resources = fmt.Sprintf(" %d 0 R", f.common)
	}
	return f.addStream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%s]/Resources%s%s", c.buf, resources, more), ops)
}

// masks adds the graphics states that fade what is painted.
func (f *finisher) masks(masks []mask) error {
	if len(masks) == 0 {
		return nil
	}
	var names strings.Builder
	for _, m := range masks {
		group := f.addForm(m.box, "/Group<</S/Transparency/CS/DeviceRGB>>", m.ops)
		state := f.add(fmt.Sprintf("<</Type/ExtGState/SMask<</Type/Mask/S/Luminosity/G %d 0 R>>>>", group))
		fmt.Fprintf(&names, "/%s %d 0 R\n", m.name, state)
	}
	return f.resource("ExtGState", names.String())
}

// resource makes things known to the content of pages under their names.
func (f *finisher) resource(kind, names string) error {
	dict := "/" + kind + " <<\n"
	if err := f.replace(resourcesObject, dict, dict+names); err == nil {
		return nil
	}
	return f.replace(resourcesObject, "/XObject <<\n", dict+names+">>\n/XObject <<\n")
}
