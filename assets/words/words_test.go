package words

import "testing"

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
	if got := In("en").F("map.target", Args{"Value": "7"}); got != "target 7" {
		t.Errorf("target is %q", got)
	}
	if got := In("en").T("no.such.key"); got != "[no.such.key]" {
		t.Errorf("a missing key gives %q", got)
	}
}

func TestHas(t *testing.T) {
	en := In("en")
	for key, want := range map[string]bool{"ui.ok": true, "map.target": true, "status.stages": true, "no.such.key": false, "": false} {
		if en.Has(key) != want {
			t.Errorf("%q is there: %v", key, !want)
		}
	}
}
