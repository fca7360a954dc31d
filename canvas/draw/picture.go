package draw

import (
	"cmp"
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

const (
	tallest    = 1.2 // of a picture, to its width: a taller one stands in a frame of that
	bannerHigh = 0.6 // of one above the words of a card: what is higher is cut off above and below
	leastFrame = 28  // points, of the height of a frame
	pixelSize  = 1.5 // points that a pixel is drawn at most: small pictures are not blown up
	underFrame = 5   // from a picture to the words below it
)

// image returns a picture of the project that has a size.
func (d *Drawing) image(id journey.ID) (journey.Image, bool) {
	img, ok := d.Project.Images.Get(id)
	return img, ok && img.Width > 0 && img.Height > 0
}

// covering is img in its own proportions, so large that none of frame stays empty.
func covering(img journey.Image, frame geom.Rect) geom.Rect {
	return scaled(img, frame, math.Max(frame.W()/float64(img.Width), frame.H()/float64(img.Height)))
}

// contained is img in its own proportions, so small that all of it is in frame.
func contained(img journey.Image, frame geom.Rect) geom.Rect {
	k := math.Min(frame.W()/float64(img.Width), frame.H()/float64(img.Height))
	return scaled(img, frame, math.Min(k, pixelSize))
}

func scaled(img journey.Image, frame geom.Rect, k float64) geom.Rect {
	w, h, m := k*float64(img.Width), k*float64(img.Height), frame.Center()
	return geom.R(m.X-w/2, m.Y-h/2, w, h)
}

// show draws what of a picture that stands at r lies within clip.
func (d *Drawing) show(ref journey.Ref, img journey.Image, r geom.Rect, clip geom.Path, alt string) {
	d.Put(ref, clip.Bounds(), &scene.Picture{Rect: r, Clip: clip, Key: img.ID, Data: img.Data, Alt: cmp.Or(img.Alt, alt)})
}

// framed draws a picture in a frame with round corners. Where cut is set what does not fit is cut
// off, else all of it is seen, on plain ground.
func (d *Drawing) framed(ref journey.Ref, img journey.Image, frame geom.Rect, cut bool, alt string) {
	r := contained(img, frame)
	if cut && float64(img.Width)*pixelSize >= frame.W() {
		r = covering(img, frame)
	}
	corner := d.Style.Corner
	if cut {
		corner -= 2 // it stands in a card with such corners
	}
	outline := geom.RoundRect(frame, corner)
	const almost = 0.5 // points that nobody sees
	if r.W() >= frame.W()-almost && r.H() >= frame.H()-almost {
		d.show(ref, img, r, outline, alt)
	} else {
		d.Fill(ref, outline, d.Palette.Ground)
		d.show(ref, img, r, geom.RoundRect(r, math.Min(corner/2, math.Min(r.W(), r.H())/2)), alt)
	}
	// A white picture would have no edge on white paper.
	edge := style.Mix(d.Palette.Line, d.Palette.Second, 0.14)
	d.Stroke(ref, geom.RoundRect(frame.Inset(d.Style.Border/2), corner-d.Style.Border/2), d.Style.Border, edge)
}

// frameHeight is how high the frame of a picture is that is w wide.
func frameHeight(img journey.Image, w, most float64) float64 {
	k := math.Min(w/float64(img.Width), pixelSize)
	return math.Max(math.Min(k*float64(img.Height), most*w), math.Min(leastFrame, w))
}

// picture is a card of a lane of pictures: all of the picture, and its caption below.
func (d *Drawing) picture(c journey.Card, img journey.Image, w float64) Block {
	ref := journey.RefTo(c)
	high := frameHeight(img, w, tallest)
	b := d.body(c, d.Style.CardTitle, d.Style.CardText, w-4)
	caption := 0.0
	if c.Title != "" || c.Text != "" {
		caption = b.height() + underFrame
	}
	return Block{Ref: ref, Height: high + caption, Draw: func(r geom.Rect) {
		d.Target(ref, scene.PartBody, r)
		d.framed(ref, img, geom.R(r.Min.X, r.Min.Y, w, high), false, c.Title)
		if caption > 0 {
			d.writeBody(ref, b, r.Min.X+2, r.Min.Y+high+underFrame)
		}
	}}
}

// underPicture is a card of any other lane with its picture above its words, inset from the rim.
func (d *Drawing) underPicture(c journey.Card, img journey.Image, w, inset float64, card Block) Block {
	wide := w - 2*inset
	high := frameHeight(img, wide, bannerHigh)
	above := high + inset
	if inset == 0 {
		above += underFrame
	}
	draw := card.Draw
	card.Height += above
	card.Draw = func(r geom.Rect) {
		first := len(d.Scene.Targets)
		d.above = above
		draw(geom.Rect{Min: geom.Pt(r.Min.X, r.Min.Y+above), Max: r.Max})
		d.above = 0
		d.framed(card.Ref, img, geom.R(r.Min.X+inset, r.Min.Y+inset, wide, high), true, c.Title)
		for i := range d.Scene.Targets[first:] {
			if t := &d.Scene.Targets[first+i]; t.Part == scene.PartBody && t.Ref == card.Ref {
				t.Bounds = r
			}
		}
	}
	return card
}
