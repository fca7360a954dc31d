// Package samples holds projects to look at, one for each language, in the JSON of data/exchange.
package samples

import "embed"

//go:embed *.json
var files embed.FS

// JSON returns the sample project in a language; the English one if there is none for lang.
func JSON(lang string) []byte {
	data, err := files.ReadFile("glasses." + lang + ".json")
	if err != nil {
		data, _ = files.ReadFile("glasses.en.json") // embedded: it is there
	}
	return data
}
