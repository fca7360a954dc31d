// Package templates holds maps to begin with, in each language, in the JSON of data/exchange.
package templates

import (
	"embed"
	"slices"
)

//go:embed *.json
var files embed.FS

// Names lists the templates, the first being the one to offer first. What a person reads for
// each stands in the translation table under "template.NAME" and "template.NAME.about".
var Names = []string{
	"five-stages", "current-state", "day-in-the-life", "future-state", "service-blueprint",
	"experience-cycle", "omnichannel", "empty",
}

// JSON returns a template in a language, the English one if there is none for lang; false if
// there is no template of that name.
func JSON(name, lang string) ([]byte, bool) {
	if !slices.Contains(Names, name) {
		return nil, false
	}
	data, err := files.ReadFile(name + "." + lang + ".json")
	if err != nil {
		data, err = files.ReadFile(name + ".en.json")
	}
	return data, err == nil
}
