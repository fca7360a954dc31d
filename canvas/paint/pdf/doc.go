package pdf

import (
	"bytes"
	"crypto/sha1"
	"encoding/gob"
	"fmt"

	"github.com/jung-kurt/gofpdf"

	"jejak/canvas/geom"
	"jejak/canvas/paint/pdf/subset"
	"jejak/canvas/scene"
)

// contentMark stands before the content of a page. What gofpdf writes of its own before it
// (colours, line widths, resources that are only to be made known) is cut off in the end.
const contentMark = "%jejak\n"

// file is the one place that knows gofpdf. It makes pages and resources: fonts, pictures, blends
// and gradients. The content of pages is written by the painter and calls resources by name.
type file struct {
	pdf      *gofpdf.Fpdf
	alphas   map[string]string
	blends   map[[6]uint8]string
	pictures map[string]string
}

func newFile(d Document) *file {
	first := newSheet(d.Pages[0]).size
	f := gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", // with real sizes: gofpdf swaps the sides for "L"
		UnitStr:        "pt",
		Size:           gofpdf.SizeType{Wd: first.W, Ht: first.H},
	})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(false) // the finaliser packs better
	f.SetCatalogSort(true)
	f.SetCreationDate(d.Date)
	f.SetModificationDate(d.Date)
	return &file{
		pdf:      f,
		alphas:   map[string]string{},
		blends:   map[[6]uint8]string{},
		pictures: map[string]string{},
	}
}

func (f *file) addPage(size geom.Size) {
	f.pdf.AddPageFormat("P", gofpdf.SizeType{Wd: size.W, Ht: size.H})
}

// content gives the page its operators.
func (f *file) content(ops []byte) {
	f.pdf.RawWriteStr(contentMark + string(ops))
}

// alpha returns the name of the graphics state for an opacity, made known when it is new.
func (f *file) alpha(a float64) string {
	key := fmt.Sprintf("%.3f", a)
	name, ok := f.alphas[key]
	if !ok {
		name = fmt.Sprintf("GS%d", len(f.alphas)+1)
		f.alphas[key] = name
		f.pdf.SetAlpha(a, "Normal")
	}
	return name
}

// gradient returns the name of a shading that goes from 0 to 1 along y.
func (f *file) gradient(from, to scene.Color) string {
	key := [6]uint8{from.R, from.G, from.B, to.R, to.G, to.B}
	name, ok := f.blends[key]
	if !ok {
		name = fmt.Sprintf("Sh%d", len(f.blends)+1)
		f.blends[key] = name
		f.pdf.LinearGradient(-2, -2, 1, 1,
			int(from.R), int(from.G), int(from.B), int(to.R), int(to.G), int(to.B), 0, 0, 0, 1)
	}
	return name
}

// picture returns the name of a picture. kind is "png" or "jpg"; data must be what package
// picture made, because gofpdf panics on many a broken picture.
func (f *file) picture(key, kind string, data []byte) (string, error) {
	if name, ok := f.pictures[key]; ok {
		return name, nil
	}
	info := f.pdf.RegisterImageOptionsReader(key, gofpdf.ImageOptions{ImageType: kind}, bytes.NewReader(data))
	if f.pdf.Err() {
		return "", fmt.Errorf("take in picture %s: %w", key, f.pdf.Error())
	}
	// gofpdf orders pictures by width and leaves equal ones to chance. A width that differs
	// below what it writes gives them an order.
	if err := nudge(info, float64(len(f.pictures))*1e-6); err != nil {
		return "", fmt.Errorf("take in picture %s: %w", key, err)
	}
	state, err := info.GobEncode()
	if err != nil {
		return "", fmt.Errorf("take in picture %s: %w", key, err)
	}
	name := fmt.Sprintf("I%x", sha1.Sum(state)) // as gofpdf names it
	f.pictures[key] = name
	return name, nil
}

// output adds the fonts and returns gofpdf's file.
func (f *file) output(fonts []*subset.Font) ([]byte, error) {
	for _, s := range fonts {
		f.pdf.AddUTF8FontFromBytes(s.Name, "", s.TrueType())
	}
	if len(fonts) > 0 {
		// gofpdf embeds the characters that were written with Text. A template that is never
		// placed is a page nobody sees.
		f.pdf.CreateTemplate(func(t *gofpdf.Tpl) {
			for _, s := range fonts {
				t.SetFont(s.Name, "", 10)
				t.Text(0, 0, s.Characters())
			}
			if t.Err() {
				f.pdf.SetError(t.Error())
			}
		})
	}
	var out bytes.Buffer
	if err := f.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("put the file together: %w", err)
	}
	return out.Bytes(), nil
}

// nudge makes a picture a little wider. gofpdf offers no other way to its width than its own
// serial form.
func nudge(info *gofpdf.ImageInfoType, by float64) error {
	old, err := info.GobEncode()
	if err != nil {
		return err
	}
	r := gob.NewDecoder(bytes.NewReader(old))
	var w bytes.Buffer
	enc := gob.NewEncoder(&w)
	var (
		data, smask, pal []byte
		n, bpc           int
		width, height    float64
		scale, dpi       float64
		cs, f, dp        string
		trns             []int
	)
	fields := []any{&data, &smask, &n, &width, &height, &cs, &pal, &bpc, &f, &dp, &trns, &scale, &dpi}
	for _, v := range fields {
		if err := r.Decode(v); err != nil {
			return err
		}
	}
	width += by
	for _, v := range fields {
		if err := enc.Encode(v); err != nil {
			return err
		}
	}
	return info.GobDecode(w.Bytes())
}
