package tab

import "jejak/data/journey"

// Items returns what the tabs of maps show, in their order. A map is called by its title; where
// that is missing or several share it, by its type. typeName says a type, untitled is for nothing
// to say at all.
func Items(maps []journey.Map, typeName func(journey.MapType) string, untitled string) []Item {
	titles := map[string]int{}
	for _, m := range maps {
		titles[m.Title]++
	}
	names := map[string]int{}
	items := make([]Item, len(maps))
	for i, m := range maps {
		name, hint := m.Title, m.Title
		if kind := typeName(m.Type); m.Type != "" && kind != "" {
			if name == "" || titles[m.Title] > 1 {
				name = kind
			}
			hint = kind
			if m.Title != "" {
				hint = m.Title + " · " + kind
			}
		}
		if name == "" {
			name = untitled
		}
		if hint == "" {
			hint = name
		}
		items[i] = Item{ID: m.ID, Name: name, Title: m.Title, Hint: hint}
		names[name]++
	}
	for i, m := range maps {
		if names[items[i].Name] > 1 && m.Title != "" && items[i].Name != m.Title {
			items[i].Name = m.Title // the type tells nothing either
		}
	}
	return items
}
