// Package words is the translation table: every text a person sees, in English and Indonesian.
//
// The tables are the JSON files beside this one, one for each area and language
// (AREA.en.json, AREA.id.json): flat objects from key to text, or to {"one": …, "other": …} where a
// count decides. Texts may hold {{.Name}} placeholders. A Table is immutable and safe for
// concurrent use.
package words

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed *.json
var files embed.FS

// Languages lists the codes of the languages there are, the default first.
var Languages = []string{"en", "id"}

var bundle = load()

func load() *i18n.Bundle {
	b := i18n.NewBundle(language.English)
	b.RegisterUnmarshalFunc("json", json.Unmarshal)
	names, err := fs.Glob(files, "*.json")
	if err != nil {
		panic(fmt.Sprintf("words: %v", err)) // the pattern is fixed: cannot happen
	}
	for _, name := range names {
		if _, err := b.LoadMessageFileFS(files, name); err != nil {
			panic(fmt.Sprintf("words: %s: %v", name, err)) // embedded, and loaded by every test
		}
	}
	return b
}

// Table answers in one language.
type Table struct {
	lang      string
	localizer *i18n.Localizer
}

// In returns the table of a language; English if there is none for lang. "id-ID" means "id".
func In(lang string) *Table {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	base, _, _ = strings.Cut(base, "_")
	for _, l := range Languages {
		if l == base {
			return &Table{lang: l, localizer: i18n.NewLocalizer(bundle, l)}
		}
	}
	return &Table{lang: "en", localizer: i18n.NewLocalizer(bundle, "en")}
}

// Lang returns the code of the table's language.
func (t *Table) Lang() string { return t.lang }

// Args are the values of placeholders.
type Args map[string]any

// T returns the text of key. A key that is not in the table comes back in brackets, which a test
// keeps from happening.
func (t *Table) T(key string) string { return t.F(key, nil) }

// Has reports whether there is a text for key.
func (t *Table) Has(key string) bool {
	_, err := t.localizer.Localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: 2})
	var missing *i18n.MessageNotFoundErr
	return !errors.As(err, &missing)
}

// F returns the text of key with its placeholders filled.
func (t *Table) F(key string, args Args) string {
	s, err := t.localizer.Localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: map[string]any(args)})
	if err != nil && s == "" {
		return "[" + key + "]"
	}
	return s
}

// N returns the text of key for a count, which also fills {{.Count}}.
func (t *Table) N(key string, n int, args Args) string {
	data := map[string]any{"Count": n}
	for k, v := range args {
		data[k] = v
	}
	s, err := t.localizer.Localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: n, TemplateData: data})
	if err != nil && s == "" {
		return "[" + key + "]"
	}
	return s
}

// Keys lists the keys of every table file of one language, with the file each stands in.
func Keys(lang string) (map[string]string, error) {
	names, err := fs.Glob(files, "*."+lang+".json")
	if err != nil {
		return nil, err
	}
	keys := map[string]string{}
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var table map[string]json.RawMessage
		if err := json.Unmarshal(data, &table); err != nil {
			return nil, fmt.Errorf("%s: %w", path.Base(name), err)
		}
		for k := range table {
			if other, twice := keys[k]; twice {
				return nil, fmt.Errorf("%s: key %q stands in %s already", name, k, other)
			}
			keys[k] = name
		}
	}
	return keys, nil
}
