// Package carry brings a persona from one project into another, with portrait and channels, and
// says before that what would become different.
//
// A persona is the same in two projects if it has the same ID; names do not count.
package carry

import (
	"bytes"

	"jejak/data/edit"
	"jejak/data/fragment"
	"jejak/data/journey"
	"jejak/data/trait"
)

// The steps of a history, as keys of assets/words.
const (
	LabelAdd    = "history.carryPersona"
	LabelUpdate = "history.updatePersona"
)

// Portrait and Color differ beside the traits: they are no texts.
const (
	Portrait trait.Trait = "persona.crop"
	Color    trait.Trait = "persona.color"
)

// State is how a persona of one project stands to another project.
type State int

// The states.
const (
	Missing State = iota // the other project does not have it
	Equal                // it has the same
	Differs              // it has another version of it
)

// Compare tells how a persona of from stands to the project to, and what differs where it has
// another version. A persona that from does not have is Missing.
func Compare(from, to journey.Project, id journey.ID) (State, []trait.Trait) {
	a, ok := trait.Of(from, id)
	b, there := trait.Of(to, id)
	if !ok || !there {
		return Missing, nil
	}
	var list []trait.Trait
	for _, t := range trait.All {
		if !trait.Same(t, a, b) {
			list = append(list, t)
		}
	}
	if !bytes.Equal(portrait(a), portrait(b)) {
		list = append(list, Portrait)
	}
	if a.Color != b.Color {
		list = append(list, Color)
	}
	if len(list) == 0 {
		return Equal, nil
	}
	return Differs, list
}

func portrait(p trait.Person) []byte {
	img, _ := p.Project.Images.Get(p.ImageID)
	return img.Data
}

// Persona makes a persona of the project that tx changes as it is in from: added behind the
// others if there is none of that ID, else updated in its place, on its maps and with its curves.
// Its channels are those of the same ID or name, or are added. An *edit.Error refuses a persona
// that from does not have.
func Persona(tx *edit.Tx, from journey.Project, id journey.ID) error {
	const do = "carry persona"
	who, ok := trait.Of(from, id)
	if !ok {
		return &edit.Error{Do: do, Reason: edit.NotThere, Ref: journey.Ref{Kind: journey.KindPersona, ID: id}}
	}
	old, there := tx.Project().Personas.Get(id)
	p := who.Persona
	p.ChannelIDs = channels(tx, who)
	p.ImageID = image(tx, who)
	if !there {
		all := tx.Project().PersonasInOrder()
		last := journey.Rank("")
		if len(all) > 0 {
			last = all[len(all)-1].Rank
		}
		p.Rank = journey.RanksBetween(last, "", 1)[0]
		tx.Put(p)
		return nil
	}
	p.Rank = old.Rank
	return edit.Update(tx, id, func(r *journey.Persona) { *r = p })
}

// channels finds or adds those that a persona of another project likes.
func channels(tx *edit.Tx, who trait.Person) []journey.ID {
	byName := map[string]journey.ID{}
	var last journey.Rank
	for _, c := range tx.Project().ChannelsInOrder() {
		if k := fragment.NameKey(c.Name); k != "" && byName[k] == "" {
			byName[k] = c.ID
		}
		last = c.Rank
	}
	var ids []journey.ID
	taken := map[journey.ID]bool{}
	for _, c := range who.Channels() {
		id := c.ID
		if !tx.Project().Channels.Has(id) {
			k := fragment.NameKey(c.Name)
			if id = byName[k]; k == "" || id == "" {
				c.Rank = journey.RanksBetween(last, "", 1)[0]
				last, id = c.Rank, c.ID
				if k != "" {
					byName[k] = id
				}
				tx.Put(c)
			}
		}
		if !taken[id] {
			taken[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// image finds or adds the portrait of a persona of another project. One that shows the same is the
// same, whatever it is called.
func image(tx *edit.Tx, who trait.Person) journey.ID {
	img, ok := who.Project.Images.Get(who.ImageID)
	if !ok {
		return ""
	}
	for _, have := range tx.Project().ImagesInOrder() {
		if bytes.Equal(have.Data, img.Data) {
			return have.ID
		}
	}
	if tx.Project().Images.Has(img.ID) {
		img.ID = tx.NewID() // another picture goes by that ID here
	}
	tx.Put(img)
	return img.ID
}

// OnMap is Persona, and puts the persona on a map where it does not stand there yet. An empty mapID
// is no map.
func OnMap(tx *edit.Tx, from journey.Project, id, mapID journey.ID) error {
	if err := Persona(tx, from, id); err != nil || mapID == "" || Stands(tx.Project(), id, mapID) {
		return err
	}
	_, err := edit.AddAppearance(tx, mapID, id)
	return err
}

// Stands reports whether a persona stands on a map.
func Stands(p journey.Project, id, mapID journey.ID) bool {
	for a := range p.Appearances.All() {
		if a.MapID == mapID && a.PersonaID == id {
			return true
		}
	}
	return false
}
