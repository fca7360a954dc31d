package edit

import (
	"slices"

	"jejak/data/edit/record"
	"jejak/data/journey"
	"jejak/data/picture"
)

// DuplicatePersona puts a copy of a persona behind it, under another name and on no map yet.
func DuplicatePersona(tx *Tx, id journey.ID, name string) (journey.ID, error) {
	const do = "duplicate persona"
	p, err := find[journey.Persona](tx, do, id)
	if err != nil {
		return "", err
	}
	all := tx.project.PersonasInOrder()
	next := journey.ID("")
	if i := slices.IndexFunc(all, func(o journey.Persona) bool { return o.ID == id }); i+1 < len(all) {
		next = all[i+1].ID
	}
	record.Own(&p)
	p.ID, p.Name = tx.NewID(), record.CleanTitle(name)
	ranks, err := rankBefore(tx, do, all, next, 1)
	if err != nil {
		return "", err
	}
	p.Rank = ranks[0]
	tx.Put(record.Cleaned(p))
	return p.ID, nil
}

// SetPortrait gives a persona a picture, and the project the picture unless it has the very same
// one. name is what the picture is called, such as its file. The picture that was shown before
// goes if nothing shows it any more.
func SetPortrait(tx *Tx, personaID journey.ID, pic picture.Picture, name string) error {
	const do = "set portrait"
	if _, err := find[journey.Persona](tx, do, personaID); err != nil {
		return err
	}
	img, err := newImage(tx, do, pic, name)
	if err != nil {
		return err
	}
	shown := keep(tx, img)
	return Update(tx, personaID, func(p *journey.Persona) { p.ImageID = shown })
}
