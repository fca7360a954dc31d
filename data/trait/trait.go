// Package trait is what is known of a persona, told apart: each trait is one text that can be shown,
// and compared with that of another persona or of another copy of the same one.
//
// Everything is pure and may be called from any goroutine.
package trait

import (
	"slices"
	"strings"

	"jejak/data/journey"
)

// Trait is one thing known of a persona, by the key of its caption in assets/words.
type Trait string

// The traits.
const (
	Name         Trait = "persona.name"
	Summary      Trait = "persona.summary"
	Quote        Trait = "persona.quote"
	Age          Trait = "persona.age"
	Occupation   Trait = "persona.occupation"
	Segment      Trait = "persona.segment"
	Goals        Trait = "persona.goals"
	Needs        Trait = "persona.needs"
	Motivations  Trait = "persona.motivations"
	Frustrations Trait = "persona.frustrations"
	Background   Trait = "persona.background"
	Technology   Trait = "persona.technology"
	Channels     Trait = "persona.channels"
	Basis        Trait = "persona.basis"
	Source       Trait = "persona.source"
)

// All lists the traits in the order in which people read them.
var All = []Trait{Name, Summary, Quote, Age, Occupation, Segment, Goals, Needs, Motivations, Frustrations,
	Background, Technology, Channels, Basis, Source}

// Person is a persona in a project, which says what their channels are called.
type Person struct {
	journey.Persona
	Project journey.Project
}

// Of returns a persona of a project; false if there is none of that ID.
func Of(p journey.Project, id journey.ID) (Person, bool) {
	r, ok := p.Personas.Get(id)
	return Person{r, p}, ok
}

// Text is what is known, empty if nothing is. The basis is the word of the file; channels are
// their names in the order of the project.
func (p Person) Text(t Trait) string {
	switch t {
	case Name:
		return p.Name
	case Summary:
		return p.Summary
	case Quote:
		return p.Quote
	case Age:
		return p.Age
	case Occupation:
		return p.Occupation
	case Segment:
		return p.Segment
	case Goals:
		return p.Goals
	case Needs:
		return p.Needs
	case Motivations:
		return p.Motivations
	case Frustrations:
		return p.Frustrations
	case Background:
		return p.Background
	case Technology:
		return p.Technology
	case Channels:
		var names []string
		for _, c := range p.Channels() {
			names = append(names, strings.TrimSpace(c.Name))
		}
		return strings.Join(names, ", ")
	case Basis:
		return string(p.Persona.Basis)
	case Source:
		return p.Source
	}
	return ""
}

// Channels lists the channels a persona likes, in the order of the project.
func (p Person) Channels() []journey.Channel {
	var list []journey.Channel
	for _, c := range p.Project.ChannelsInOrder() {
		if slices.Contains(p.ChannelIDs, c.ID) {
			list = append(list, c)
		}
	}
	return list
}

// Known reports whether anything is known.
func (p Person) Known(t Trait) bool { return fold(p.Text(t)) != "" }

// Same reports whether the same is known of all. How texts are spaced does not count, nor the
// order of channels, which are the same by ID or by name.
func Same(t Trait, people ...Person) bool {
	for i := 1; i < len(people); i++ {
		if !same(t, people[0], people[i]) {
			return false
		}
	}
	return true
}

func same(t Trait, a, b Person) bool {
	if t != Channels {
		return fold(a.Text(t)) == fold(b.Text(t))
	}
	return among(a, b) && among(b, a)
}

// among reports whether each channel that a likes is one that b likes, by its ID or its name.
func among(a, b Person) bool {
	have := b.Channels()
	for _, c := range a.Channels() {
		if !slices.ContainsFunc(have, func(o journey.Channel) bool {
			return o.ID == c.ID || strings.EqualFold(fold(o.Name), fold(c.Name))
		}) {
			return false
		}
	}
	return true
}

// fold is a text without what does not tell texts apart.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
