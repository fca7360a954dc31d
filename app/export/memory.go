package export

import (
	"encoding/json"
	"slices"

	"jejak/data/journey"
)

// mostKept is of how many maps settings are remembered.
const mostKept = 40

// Memory remembers with what settings maps were exported, those of the map exported last in front.
type Memory struct {
	Load  func() []string
	Store func([]string)
}

type kept struct {
	Map      journey.ID
	Settings Settings
}

// Of returns the settings a map was exported with last; Default, and false, if nobody remembers.
func (m Memory) Of(id journey.ID) (Settings, bool) {
	for _, line := range m.Load() {
		k := kept{Settings: Default()} // what an older version did not know
		if json.Unmarshal([]byte(line), &k) == nil && k.Map == id {
			return k.Settings.Sound(), true
		}
	}
	return Default(), false
}

// Keep remembers the settings of a map.
func (m Memory) Keep(id journey.ID, s Settings) {
	line, err := json.Marshal(kept{id, s.Sound()})
	if err != nil {
		return // there is nothing in settings that can not be written once they are sound
	}
	list := slices.DeleteFunc(slices.Clone(m.Load()), func(l string) bool {
		var k kept
		return json.Unmarshal([]byte(l), &k) != nil || k.Map == id
	})
	list = slices.Insert(list, 0, string(line))
	m.Store(list[:min(len(list), mostKept)])
}
