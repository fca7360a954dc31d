// Package exporttest says, for tests, where a person chooses each setting of an export: the window and
// the command line are both held against one list, so that neither offers what the other lacks.
package exporttest

// Choice is a field of export.Settings.
type Choice struct {
	Field    string
	Flags    []string // of jejak export; "output" by the extension of the file
	Controls []string // of the window, by the words of their captions
}

// Choices lists the fields of export.Settings in their order.
var Choices = []Choice{
	{"Format", []string{"output"}, []string{"export.format"}},
	{"AllMaps", []string{"map"}, []string{"export.maps"}},
	{"Subject", []string{"sheet", "compare", "matrix", "register"}, []string{"export.what"}},
	{"Cast", []string{"personas", "persona", "compare-personas"}, []string{"export.what", "export.cast"}},
	{"Pair", []string{"pair", "against"}, []string{"export.pair"}},
	{"Form", []string{"form"}, []string{"export.form"}},
	{"Lens", []string{"lens"}, []string{"export.lens"}},
	{"Spread", []string{"tile", "marks", "deck"}, []string{"export.pages"}},
	{"Paper", []string{"paper"}, []string{"export.paper", "export.sheet"}},
	{"Portrait", []string{"portrait", "landscape"}, []string{"export.orientation"}},
	{"Scale", []string{"scale"}, []string{"export.scale", "export.scale.tiles"}},
	{"Margin", []string{"margin"}, []string{"export.margin"}},
	{"Overlap", []string{"overlap"}, []string{"export.overlap"}},
	{"Bleed", []string{"bleed"}, []string{"export.bleed"}},
	{"Marks", []string{"marks"}, []string{"export.marks"}},
	{"Header", []string{"header"}, []string{"export.header"}},
	{"Footer", []string{"footer"}, []string{"export.footer"}},
	{"Personas", []string{"without"}, []string{"export.personas"}},
	{"Legend", []string{"without"}, []string{"export.legend"}},
	{"Comments", []string{"comments"}, []string{"export.comments"}},
	{"Leave", []string{"without"}, []string{"export.people", "export.lanes"}},
	{"Show", []string{"with"}, []string{"export.lanes"}},
	{"Palette", []string{"palette"}, []string{"export.palette"}},
	{"Lang", []string{"lang"}, []string{"export.lang"}},
	{"DPI", []string{"dpi"}, []string{"export.dpi"}},
	{"Transparent", []string{"transparent"}, []string{"export.transparent"}},
	{"Text", []string{"text"}, []string{"export.text.text"}},
	{"Archive", []string{"archive"}, []string{"export.archive"}},
}
