package sign

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // what projects keep
	_ "image/png"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/canvas/scene"
	"jejak/canvas/style"
)

// Portrait is a round picture of somebody, or their initials in their colour.
type Portrait struct {
	widget.BaseWidget
	side     float32
	initials string
	ink      color.NRGBA
	key      string // of the picture that is shown
	picture  image.Image
}

// NewPortrait returns an empty portrait so many units of Fyne high and wide.
func NewPortrait(side float32) *Portrait {
	p := &Portrait{side: side}
	p.ExtendBaseWidget(p)
	return p
}

// Set shows somebody. key names the picture, empty: none; data gives it when it is needed.
func (p *Portrait) Set(name string, ink color.NRGBA, key string, data func() []byte) {
	if key != p.key {
		p.key, p.picture = key, nil
		if key != "" {
			if img, _, err := image.Decode(bytes.NewReader(data())); err == nil {
				p.picture = img // what cannot be read shows as initials
			}
		}
	}
	p.initials, p.ink = Initials(name), ink
	p.Refresh()
}

// HasPicture reports whether there is more than initials.
func (p *Portrait) HasPicture() bool { return p.picture != nil }

// Initials are the first letters of the first and the last word of a name.
func Initials(name string) string {
	var letters []rune
	for _, word := range strings.Fields(name) {
		for _, r := range word {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters = append(letters, unicode.ToUpper(r))
				break
			}
		}
	}
	switch len(letters) {
	case 0:
		return "?"
	case 1:
		return string(letters)
	}
	return string([]rune{letters[0], letters[len(letters)-1]})
}

// CreateRenderer implements fyne.Widget.
func (p *Portrait) CreateRenderer() fyne.WidgetRenderer {
	r := &portraitRenderer{p: p, disc: canvas.NewCircle(color.Transparent), text: canvas.NewText("", color.Black),
		picture: canvas.NewImageFromImage(nil)}
	r.picture.FillMode = canvas.ImageFillCover
	r.Refresh()
	return r
}

type portraitRenderer struct {
	p       *Portrait
	disc    *canvas.Circle
	text    *canvas.Text
	picture *canvas.Image
}

func (r *portraitRenderer) Destroy()           {}
func (r *portraitRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.p.side) }
func (r *portraitRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.disc, r.text, r.picture}
}

func (r *portraitRenderer) Layout(s fyne.Size) {
	side := min(s.Width, s.Height)
	at := fyne.NewPos((s.Width-side)/2, (s.Height-side)/2)
	for _, o := range []fyne.CanvasObject{r.disc, r.picture} {
		o.Move(at)
		o.Resize(fyne.NewSquareSize(side))
	}
	m := r.text.MinSize()
	r.text.Move(at.AddXY((side-m.Width)/2, (side-m.Height)/2))
	r.text.Resize(m)
}

func (r *portraitRenderer) Refresh() {
	p, t := r.p, look.Now()
	panel := scene.Color{R: t.Panel.R, G: t.Panel.G, B: t.Panel.B, A: 1}
	own := scene.Color{R: p.ink.R, G: p.ink.G, B: p.ink.B, A: 1}
	ground := style.Mix(panel, own, 0.16)
	ink := style.Readable(own, ground)
	if t.IsDark {
		ground = style.Mix(panel, own, 0.45)
		ink = style.Mix(own, scene.RGB(0xFFFFFF), 0.85)
	}
	r.disc.FillColor = NRGBA(ground)
	r.text.Text, r.text.Color = p.initials, NRGBA(ink)
	r.text.TextSize, r.text.FontSource = p.side*0.36, look.SemiBold
	r.text.Hidden = p.picture != nil
	r.picture.Hidden = p.picture == nil
	r.picture.CornerRadius = p.side / 2
	if r.picture.Image != p.picture {
		r.picture.Image = p.picture
		r.picture.Refresh()
	}
	r.Layout(p.Size())
	r.disc.Refresh()
	r.text.Refresh()
	canvas.Refresh(p)
}
