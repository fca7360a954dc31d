// Package lexicon holds word lists of languages that are written without blanks between words. The
// licence lies beside the file and is embedded with it.
package lexicon

import _ "embed"

// Thai is the words of ICU's dictionary of Thai (version 72), sorted, one a line in UTF-8,
// compressed with gzip. It is shared and must not be changed.
//
//go:embed thai.txt.gz
var Thai []byte

// ThaiLicence is the licence of Thai, as plain text.
//
//go:embed Unicode-LICENCE.txt
var ThaiLicence string
