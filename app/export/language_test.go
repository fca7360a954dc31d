package export

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jejak/assets/samples"
	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// alike stands on pages of both languages: names, signs of measures, and what the source texts
// themselves leave in English.
var alike = regexp.MustCompile(`(?i)^(customer|dewi|rina|maharani|hendra|wijaya|bagus|sinta|nadia|raka|ibu|sari|bima|kpsg|facebook|twitter|whatsapp|instagram|csat|nps|ces|clv|` +
	`insight|product|promotion|brand|building|transaction|delivery|support|service|return|omnichannel|journey|end-to-end|` +
	`awareness|acquisition|onboarding|engagement|post-purchase|persona|agustus|april|september|november|jan|feb|time|google|maps|app|online|status|target|post-|purchase|[^a-z]*)$`)

// quoted are what the sources themselves say in English, also broken into lines.
var quoted = strings.NewReplacer("Customer support and service", "", "Customer support and", "", "support and…", "", "and service", "",
	"end-to-end", "", "end-to-", "", "to-end", "")

// little are words that only one language has.
var little = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(the|and|of|with|what|they|who|how|is|are|for|we|our|you|to|not|no|has|nobody|without|than|from|by|on)\b`),
	"id": regexp.MustCompile(`(?i)\b(yang|dan|apa|mereka|kita|dengan|untuk|dari|siapa|pelanggan|tidak|belum|ke|di|tanpa|oleh|pada|tindakan|tahap|saluran)\b`),
}

func other(lang string) string {
	if lang == "en" {
		return "id"
	}
	return "en"
}

// everything is all that can be drawn of a map: by the name of the test, and what to choose for it.
func everything() map[string]Settings {
	all := map[string]Settings{
		"tiles":    chosen(func(s *Settings) { s.Spread, s.Paper = Tiles, "A5" }),
		"poster":   chosen(func(s *Settings) { s.Spread, s.Paper, s.Marks = Poster, "A5", true }),
		"slides":   chosen(func(s *Settings) { s.Spread = Slides }),
		"personas": chosen(func(s *Settings) { s.Cast = Pages }),
		"compared": chosen(func(s *Settings) { s.Cast = Compared }),
		"ring":     chosen(nil),
	}
	for _, s := range Subjects {
		all[s.Name()] = chosen(func(o *Settings) { o.Subject = s })
	}
	return all
}

// TestPagesSpeakOneLanguage: on no page of a template or a sample, drawn in any way there is, stands a
// text in the other language; neither one of the program's own nor one of what they hold.
func TestPagesSpeakOneLanguage(t *testing.T) {
	said := map[string]map[string]bool{} // all texts of the program
	for _, lang := range words.Languages {
		keys, err := words.Keys(lang)
		if err != nil {
			t.Fatal(err)
		}
		said[lang] = map[string]bool{}
		for key := range keys {
			said[lang][strings.ToLower(words.In(lang).T(key))] = true
		}
	}
	drawn := 0
	for name, s := range everything() {
		for what, in := range embedded(t) {
			lines := map[string][]string{}
			for _, lang := range words.Languages {
				p := in[lang]
				if name == "ring" {
					for _, m := range p.MapsInOrder() {
						m.Form = journey.FormRing
						p = p.With(m)
					}
				}
				var ids []journey.ID
				for _, m := range p.MapsInOrder() {
					ids = append(ids, m.ID)
				}
				s.AllMaps = true
				d := NewDraft(p, faces())
				d.Today = "2027-01-10"
				b, err := d.Prepare(t.Context(), ids, s)
				if err != nil {
					continue // nothing of the kind is in it
				}
				drawn++
				lines[lang] = linesOf(b)
				if len(lines[lang]) == 0 {
					t.Errorf("%s, %s, %s: nothing stands on it", what, name, lang)
				}
			}
			for _, lang := range words.Languages {
				for _, line := range lines[lang] {
					line = strings.TrimSpace(quoted.Replace(line))
					bare := strings.ToLower(line)
					switch {
					case !slices.ContainsFunc(strings.Fields(line), func(w string) bool { return !alike.MatchString(w) }):
					case slices.ContainsFunc(lines[other(lang)], func(l string) bool { return strings.TrimSpace(quoted.Replace(l)) == line }):
						t.Errorf("%s, %s: %q stands in both languages", what, name, line)
					case said[other(lang)][bare] && !said[lang][bare]:
						t.Errorf("%s, %s: %q is not %s", what, name, line, lang)
					case little[other(lang)].MatchString(line):
						t.Errorf("%s, %s: %q is not %s", what, name, line, lang)
					}
				}
			}
		}
	}
	if drawn < 150 {
		t.Errorf("only %d drawings were looked at", drawn)
	}
}

// embedded are the templates and samples, by name and language.
func embedded(t *testing.T) map[string]map[string]journey.Project {
	t.Helper()
	all := map[string]map[string]journey.Project{}
	read := func(name, lang string, data []byte) {
		p, _, err := exchange.ReadJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(name, lang, err)
		}
		if all[name] == nil {
			all[name] = map[string]journey.Project{}
		}
		all[name][lang] = p
	}
	for _, lang := range words.Languages {
		for _, name := range templates.Names {
			data, _ := templates.JSON(name, lang)
			read("template "+name, lang, data)
		}
		for _, name := range samples.Names {
			data, _ := samples.Named(name, lang)
			read("sample "+name, lang, data)
		}
	}
	return all
}

// linesOf are the texts on the pages of a book, each once.
func linesOf(b *Book) []string {
	var list []string
	for _, pg := range b.Pages {
		for _, w := range pg.Windows() {
			for i := range w.Scene.Items {
				if text, ok := w.Scene.Items[i].Mark.(*scene.Text); ok {
					list = append(list, strings.TrimSpace(text.Text))
				}
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
