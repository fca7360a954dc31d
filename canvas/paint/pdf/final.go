package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/paint/pdf/metadata"
	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/paint/pdf/subset"
	"jejak/canvas/paint/pdf/tagged"
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
	o, err := object.Parse(raw)
	if err != nil {
		return nil, fmt.Errorf("finish the file: %w", err)
	}
	info, root := len(o.List)-2, len(o.List)-1
	f := finisher{File: o, d: d, sheets: sheets, where: where(d.Pages, sheets)}
	f.common = f.plain()
	for _, step := range []func() error{
		f.pages,
		func() error { return f.fonts(p.fonts.All) },
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
	out, err := o.Write(root, info)
	if err != nil {
		return nil, fmt.Errorf("finish the file: %w", err)
	}
	return out, nil
}

type finisher struct {
	*object.File
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
	root, err := tagged.Grow(p.speech.all, p.speech.perMap).Write(f.File, f.numbered(), notes)
	if err != nil {
		return err
	}
	profile := f.AddStream("/N 3", metadata.Profile())
	fmt.Fprintf(&f.catalog, "/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R%s", root, properties)
	fmt.Fprintf(&f.catalog, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %d 0 R>>]", profile)
	return nil
}

// numbered is the pages as the structure knows them.
func (f *finisher) numbered() []tagged.Page {
	list := make([]tagged.Page, len(f.sheets))
	for i, s := range f.sheets {
		list[i] = tagged.Page{Object: firstPage + 2*i, Height: s.size.H}
	}
	return list
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
		if content >= len(f.List) {
			return fmt.Errorf("page %d is missing: %w", i+1, object.ErrForeign)
		}
		at := bytes.Index(f.List[content].Stream, []byte(contentMark))
		if at < 0 {
			return fmt.Errorf("page %d has no content: %w", i+1, object.ErrForeign)
		}
		f.List[content].Stream = f.List[content].Stream[at+len(contentMark):]
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
		f.List[page].Body = mediaBox.ReplaceAll(f.List[page].Body, nil)
		if err := f.Replace(page, "/Type /Page\n", "/Type /Page\n"+string(c.buf)); err != nil {
			return err
		}
	}
	return nil
}

var mediaBox = regexp.MustCompile(`/MediaBox \[[^\]]*\]\n`)

// fonts gives the subsets their real names and the codes their meaning, and makes the fonts
// known under the names that the content uses.
func (f *finisher) fonts(fonts []*subset.Font) error {
	var names strings.Builder
	for _, s := range fonts {
		mark := "/utf8" + s.Name + "\n"
		face := "/" + s.PostScript() + "\n"
		top := 0
		for n := range f.List {
			ob := &f.List[n]
			if ob.IsStream || !bytes.Contains(ob.Body, []byte(mark)) {
				continue
			}
			if bytes.Contains(ob.Body, []byte("/Subtype /Type0")) {
				top = n
			}
			ob.Body = bytes.ReplaceAll(ob.Body, []byte(mark), []byte(face))
		}
		if top == 0 {
			return fmt.Errorf("font %s is missing: %w", s.Name, object.ErrForeign)
		}
		var unicode int
		m := toUnicode.FindSubmatch(f.List[top].Body)
		if m == nil {
			return fmt.Errorf("font %s has no table of meanings: %w", s.Name, object.ErrForeign)
		}
		if _, err := fmt.Sscan(string(m[1]), &unicode); err != nil || unicode >= len(f.List) {
			return fmt.Errorf("font %s has its table of meanings at %s: %w", s.Name, m[1], object.ErrForeign)
		}
		f.List[unicode].Stream = s.Meanings()
		fmt.Fprintf(&names, "/%s %d 0 R\n", s.Name, top)
	}
	return f.resource("Font", names.String())
}

var toUnicode = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)

// plain adds the resources that a form may need: opacities and gradients. Forms do not share those
// of the pages, which hold the forms themselves: readers that look for fonts would go in circles.
func (f *finisher) plain() int {
	var b strings.Builder
	for _, kind := range []string{"ExtGState", "Shading"} {
		_, rest, found := bytes.Cut(f.List[resourcesObject].Body, []byte("/"+kind+" <<\n"))
		if found {
			names, _, _ := bytes.Cut(rest, []byte(">>"))
			fmt.Fprintf(&b, "/%s<<%s>>", kind, names)
		}
	}
	return f.Add("<<" + b.String() + ">>")
}

// forms adds the shapes that are placed more than once.
func (f *finisher) forms(forms []form) error {
	var names strings.Builder
	for _, fm := range forms {
		n := f.addForm(fm.box, "", fm.ops)
		fmt.Fprintf(&names, "/%s %d 0 R\n", fm.name, n)
	}
	return f.Replace(resourcesObject, "/XObject <<\n", "/XObject <<\n"+names.String())
}

func (f *finisher) addForm(box geom.Rect, more string, ops []byte) int {
	c := newContent()
	c.at(box.Min)
	c.at(box.Max)
	resources := "<<>>"
	if bytes.IndexByte(ops, '/') >= 0 {
		resources = fmt.Sprintf(" %d 0 R", f.common)
	}
	return f.AddStream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%s]/Resources%s%s", c.buf, resources, more), ops)
}

// masks adds the graphics states that fade what is painted.
func (f *finisher) masks(masks []mask) error {
	if len(masks) == 0 {
		return nil
	}
	var names strings.Builder
	for _, m := range masks {
		group := f.addForm(m.box, "/Group<</S/Transparency/CS/DeviceRGB>>", m.ops)
		state := f.Add(fmt.Sprintf("<</Type/ExtGState/SMask<</Type/Mask/S/Luminosity/G %d 0 R>>>>", group))
		fmt.Fprintf(&names, "/%s %d 0 R\n", m.name, state)
	}
	return f.resource("ExtGState", names.String())
}

// resource makes things known to the content of pages under their names.
func (f *finisher) resource(kind, names string) error {
	dict := "/" + kind + " <<\n"
	if err := f.Replace(resourcesObject, dict, dict+names); err == nil {
		return nil
	}
	return f.Replace(resourcesObject, "/XObject <<\n", dict+names+">>\n/XObject <<\n")
}
