package edit

import (
	"bytes"

	"jejak/data/edit/record"
	"jejak/data/journey"
	"jejak/data/picture"
)

// AddImageCard adds a card that shows a picture, and the picture, unless the project has the very
// same one. name is what the picture is called, such as its file; where the lane shows no
// pictures it is also the title of the card, which would be blank otherwise.
func AddImageCard(tx *Tx, at Place, pic picture.Picture, name string) (journey.ID, error) {
	title := name
	if l, ok := tx.project.Lanes.Get(at.LaneID); ok && l.LaneKind == journey.LaneImages {
		title = ""
	}
	img, err := newImage(tx, "add picture", pic, name) // whatever may refuse comes before the first change
	if err != nil {
		return "", err
	}
	id, err := AddCard(tx, at, title)
	if err != nil {
		return "", err
	}
	shown := keep(tx, img)
	c, err := find[journey.Card](tx, "add picture", id)
	if err != nil {
		return "", err
	}
	c.ImageID = shown
	tx.Put(c)
	return id, nil
}

// withAnyID lets a picture be checked before it has an ID.
func withAnyID(img journey.Image) journey.Image {
	img.ID = "new"
	return img
}

// imageOf returns the picture that a card or persona shows; empty for other records.
func imageOf(rec journey.Record) journey.ID {
	switch r := rec.(type) {
	case journey.Card:
		return r.ImageID
	case journey.Persona:
		return r.ImageID
	}
	return ""
}

// unseen returns those of some pictures that no card or persona shows, leaving aside the records
// that are gone.
func unseen(p journey.Project, images map[journey.ID]bool, gone map[journey.Ref]bool) []journey.Ref {
	if len(images) == 0 {
		return nil
	}
	seen := map[journey.ID]bool{}
	for c := range p.Cards.All() {
		if c.ImageID != "" && !gone[journey.RefTo(c)] {
			seen[c.ImageID] = true
		}
	}
	for r := range p.Personas.All() {
		if r.ImageID != "" && !gone[journey.RefTo(r)] {
			seen[r.ImageID] = true
		}
	}
	var list []journey.Ref
	for id := range images {
		if ref := (journey.Ref{Kind: journey.KindImage, ID: id}); !seen[id] && p.Has(ref) {
			list = append(list, ref)
		}
	}
	return list
}

// takePictures takes along the pictures that were shown by what is gone and by nothing that
// stays: nobody could reach them any more, and they make the file large.
func (c *cascade) takePictures() {
	images := map[journey.ID]bool{}
	for ref := range c.gone {
		if rec, ok := c.p.Get(ref); ok && imageOf(rec) != "" {
			images[imageOf(rec)] = true
		}
	}
	for _, ref := range unseen(c.p, images, c.gone) {
		if !c.gone[ref] {
			c.take(ref)
		}
	}
}

// dropReplaced removes the picture that a record showed before it was changed, if nothing shows it
// any more.
func dropReplaced(tx *Tx, old, now journey.Record) error {
	was := imageOf(old)
	if was == "" || was == imageOf(now) {
		return nil
	}
	if refs := unseen(tx.project, map[journey.ID]bool{was: true}, nil); len(refs) > 0 {
		return Remove(tx, refs...)
	}
	return nil
}

// newImage is a picture as the project would keep it, without an ID yet; an *Error where it can not.
func newImage(tx *Tx, do string, pic picture.Picture, name string) (journey.Image, error) {
	img := journey.Image{Name: record.CleanTitle(name), Media: pic.Media, Width: pic.Width, Height: pic.Height, Data: pic.Data}
	if found := journey.Check(tx.project, withAnyID(img)); len(found) > 0 {
		return journey.Image{}, &Error{Do: do, Reason: reasonOf(found[0]), Detail: found[0].Field}
	}
	return img, nil
}

// keep puts a picture into the project, unless the very same one is there, and returns its ID.
func keep(tx *Tx, img journey.Image) journey.ID {
	for old := range tx.project.Images.All() {
		if bytes.Equal(old.Data, img.Data) && (img.ID == "" || old.ID < img.ID) {
			img.ID = old.ID
		}
	}
	if img.ID == "" {
		img.ID = tx.NewID()
		tx.Put(img)
	}
	return img.ID
}
