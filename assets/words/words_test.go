package words

import (
	"fmt"
	"regexp"
	"slices"
	"testing"
)

func TestLanguageOfACode(t *testing.T) {
	for code, want := range map[string]string{
		"": "en", "en": "en", "id": "id", "id-ID": "id", "id_ID.UTF-8": "id", "ID": "id", "fr": "en", "C": "en",
	} {
		if got := In(code).Lang(); got != want {
			t.Errorf("In(%q) is %s, want %s", code, got, want)
		}
	}
}

func TestTextsAndPlaceholders(t *testing.T) {
	if got := In("id").T("map.month.8"); got != "Agustus" {
		t.Errorf("August is %q", got)
	}
	if got := In("en").F("map.target", Args{"Value": "7"}); got != "of 7" {
		t.Errorf("target is %q", got)
	}
	if got := In("en").T("no.such.key"); got != "[no.such.key]" {
		t.Errorf("a missing key gives %q", got)
	}
}

var placeholder = regexp.MustCompile(`{{[^}]*}}`)

// TestBothLanguagesHoldTheSame: the same keys, with the same placeholders.
func TestBothLanguagesHoldTheSame(t *testing.T) {
	en, err := Keys("en")
	if err != nil {
		t.Fatal(err)
	}
	id, err := Keys("id")
	if err != nil {
		t.Fatal(err)
	}
	for k := range en {
		if _, ok := id[k]; !ok {
			t.Errorf("%s has no Indonesian text", k)
			continue
		}
		a, b := marks(In("en"), k), marks(In("id"), k)
		if !slices.Equal(a, b) {
			t.Errorf("%s: placeholders differ: %v and %v", k, a, b)
		}
	}
	for k := range id {
		if _, ok := en[k]; !ok {
			t.Errorf("%s has no English text", k)
		}
	}
}

// marks lists the placeholders of a text, seen by what each is replaced with.
func marks(t *Table, key string) []string {
	s := t.N(key, 2, Args{"Name": "«Name»", "Title": "«Title»", "Path": "«Path»", "Line": "«Line»", "Reason": "«Reason»", "Value": "«Value»", "Text": "«Text»"})
	found := regexp.MustCompile(`«\w+»`).FindAllString(s, -1)
	if placeholder.MatchString(s) {
		found = append(found, fmt.Sprint("unfilled ", s))
	}
	slices.Sort(found)
	return found
}
