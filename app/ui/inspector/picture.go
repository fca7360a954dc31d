package inspector

import (
	"bytes"
	"image"
	_ "image/jpeg" // what projects keep
	_ "image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"jejak/app/ui/look"
	"jejak/data/journey"
)

// pictureHeight is how high a picture is shown at most, in units of Fyne.
const pictureHeight = 120

// picture shows the picture of a card, small, with what is to be seen on it in words.
func (g *group) picture(s *subject[journey.Card]) {
	in := g.in
	img := canvas.NewImageFromImage(nil)
	img.FillMode = canvas.ImageFillContain
	img.SetMinSize(fyne.NewSize(60, pictureHeight))
	shown := journey.ID("")
	alt := &subject[journey.Image]{in: in}
	inner := newGroup(in)
	inner.add(look.Gap(3), img)
	text(inner, alt, "alt", 2, func(i *journey.Image) *string { return &i.Alt })
	inner.add(look.Gap(2), look.NewButton(look.Outlined, "trash", in.t("inspector.picture.remove"), func() {
		if s.set(in.t("inspector.section.picture"), func(c *journey.Card) { c.ImageID = "" }) == nil {
			in.o.Focus()
		}
	}))
	none := look.NewLabel(in.t("inspector.picture.none"), look.SmallSize, look.Regular, look.Second)
	g.add(none, inner.box)
	g.fits = append(g.fits, inner.fit)
	g.update = append(g.update, func(p journey.Project) {
		id, _ := common(s, func(c *journey.Card) journey.ID { return c.ImageID })
		rec, ok := p.Images.Get(id)
		if !ok {
			shown = ""
			inner.box.Hide()
			none.Show()
			return
		}
		none.Hide()
		inner.box.Show()
		if id != shown {
			shown = id
			decoded, _, err := image.Decode(bytes.NewReader(rec.Data))
			if err != nil {
				decoded = nil // it is shown as empty, as on the map
			}
			img.Image = decoded
			img.Refresh()
		}
		alt.ids = []journey.ID{id}
		alt.read(p)
		inner.refresh(p)
	})
}
