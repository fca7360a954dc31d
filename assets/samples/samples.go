// Package samples holds projects to look at, in each language, in the JSON of data/exchange. One
// is a finished map of a made-up business; the others show a template filled with what the text
// says that the template comes from.
package samples

import (
	"embed"
	"slices"
)

//go:embed *.json
var files embed.FS

// Names lists the samples, the first being the one to offer first. What a person reads for each
// stands in the translation table under "sample.NAME" and "sample.NAME.about".
var Names = []string{"glasses", "five-stages", "six-steps", "experience-cycle", "omnichannel"}

// JSON returns the first sample in a language; the English one if there is none for lang.
func JSON(lang string) []byte {
	data, _ := Named(Names[0], lang) // embedded: it is there
	return data
}

// Named returns a sample in a language, the English one if there is none for lang; false if there
// is no sample of that name.
func Named(name, lang string) ([]byte, bool) {
	if !slices.Contains(Names, name) {
		return nil, false
	}
	data, err := files.ReadFile(name + "." + lang + ".json")
	if err != nil {
		data, err = files.ReadFile(name + ".en.json")
	}
	return data, err == nil
}
