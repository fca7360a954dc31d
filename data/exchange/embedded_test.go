package exchange

import (
	"bytes"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"jejak/assets/samples"
	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/data/journey"
)

// embedded are the templates and samples in a language, by what they are called.
func embedded(t *testing.T, lang string) map[string]journey.Project {
	t.Helper()
	data := map[string][]byte{}
	for _, name := range templates.Names {
		data["template "+name], _ = templates.JSON(name, lang)
	}
	for _, name := range samples.Names {
		data["sample "+name], _ = samples.Named(name, lang)
	}
	out := map[string]journey.Project{}
	for name, text := range data {
		p, notes, err := ReadJSON(bytes.NewReader(text))
		if err != nil || len(notes) > 0 {
			t.Fatalf("%s in %q: %v %v", name, lang, err, notes)
		}
		out[name] = p
	}
	return out
}

func TestEmbeddedProjectsAreSound(t *testing.T) {
	for _, lang := range words.Languages {
		for name, p := range embedded(t, lang) {
			if found := journey.Validate(p); len(found) > 0 || p.Maps.Len() == 0 || p.Info().Language != lang {
				t.Errorf("%s in %q: %d maps, language %q, %v", name, lang, p.Maps.Len(), p.Info().Language, found)
			}
		}
	}
	if _, ok := templates.JSON("../words/map", "en"); ok {
		t.Error("a template that is not listed was given out")
	}
	if _, ok := samples.Named("nothing", "en"); ok {
		t.Error("a sample that is not listed was given out")
	}
}

// read are the fields of records that a person reads on the map or in the inspector.
var read = map[string]bool{
	"Title": true, "Text": true, "Name": true, "Summary": true, "Quote": true, "Hint": true, "Goal": true, "Note": true,
	"Scenario": true, "Expectations": true, "Label": true, "Purpose": true, "Owner": true, "Department": true,
	"Source": true, "Background": true, "Goals": true, "Needs": true, "Motivations": true, "Frustrations": true,
	"Technology": true, "Segment": true, "Occupation": true, "Cost": true, "Revenue": true, "Formula": true,
}

// texts are what a person reads of a project, kind by kind in the order of the file's kinds.
func texts(p journey.Project) []string {
	var out []string
	for rec := range p.Records() {
		v := reflect.ValueOf(rec)
		for i := range v.NumField() {
			if f := v.Field(i); f.Kind() == reflect.String && read[v.Type().Field(i).Name] && f.Len() > 0 {
				out = append(out, f.String())
			}
		}
	}
	return out
}

// common stands alike in both languages: names, and what the source texts themselves leave in English.
var common = []string{
	"Facebook", "Twitter", "WhatsApp", "Instagram", "CSAT", "NPS", "CES", "KPSG",
	"Dewi", "Rina Maharani", "Hendra Wijaya", "Bagus", "Sinta", "Nadia", "Raka", "Ibu Sari", "Bima",
	"Customer insight", "Product promotion & brand building", "Transaction", "Product delivery",
	"Customer support and service", "Product return",
	"Omnichannel", "Omnichannel customer journey", "Customer journey end-to-end",
	"Awareness & Acquisition", "Onboarding & Engagement", "Post-Purchase Support",
}

// TestEmbeddedProjectsSpeakOneLanguage: what stands in the English file stands in the Indonesian one
// in Indonesian, and neither has little words of the other.
func TestEmbeddedProjectsSpeakOneLanguage(t *testing.T) {
	known := map[string]bool{}
	for _, s := range common {
		known[s] = true
	}
	little := map[string]*regexp.Regexp{ // of the other language
		"en": regexp.MustCompile(`(?i)\b(yang|dan|apa|mereka|kita|dengan|untuk|dari|siapa|pelanggan|tidak|ke|di|tim)\b`),
		"id": regexp.MustCompile(`(?i)\b(the|and|of|with|what|they|who|how|is|are|for|we|our|you|to|team)\b`),
	}
	english, indonesian := embedded(t, "en"), embedded(t, "id")
	for name, p := range english {
		there := map[string]bool{}
		for _, s := range texts(p) {
			there[s] = true
			if !known[s] && little["en"].MatchString(s) {
				t.Errorf("%s: Indonesian in the English one: %q", name, s)
			}
		}
		q := indonesian[name]
		if a, b := p.Len(), q.Len(); a != b {
			t.Errorf("%s: %d records in English, %d in Indonesian", name, a, b)
		}
		for _, s := range texts(q) {
			if known[s] || !strings.ContainsAny(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz") {
				continue
			}
			if there[s] {
				t.Errorf("%s: the same in both languages: %q", name, s)
			}
			if little["id"].MatchString(s) {
				t.Errorf("%s: English in the Indonesian one: %q", name, s)
			}
		}
	}
}
