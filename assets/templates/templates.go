// Package templates holds maps to begin with, in each language, in the JSON of data/exchange.
package templates

import "embed"

//go:embed *.json
var files embed.FS

// Names lists the templates, the first being the one to offer first. What a person reads for
// each stands in the translation table under "template.NAME" and "template.NAME.about".
var Names = []string{"five-stages"}

// JSON returns a template in a language, the English one if there is none for lang; false if
// there is no template of that name.
func JSON(name, lang string) ([]byte, bool) {
	for _, n := range Names {
		if n != name {
			continue
		}
		data, err := files.ReadFile(n + "." + lang + ".json")
		if err != nil {
			data, err = files.ReadFile(n + ".en.json")
		}
		return data, err == nil
	}
	return nil, false
}
