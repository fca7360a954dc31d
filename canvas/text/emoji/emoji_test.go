package emoji

import "testing"

func TestIsPicture(t *testing.T) {
	for s, want := range map[string]bool{
		"🙂": true, "🇮🇩": true, "👩‍🚀": true, "🛍": true, "🏴‍☠️": true,
		"⏰": true, "⚡": true, "✅": true, "❌": true, "⭐": true, "☕": true,
		"✔": false, "☎": false, "©": false, "™": false, "❤": false, "→": false, "☀": false, "1": false, "#": false, "a": false,
		"✔\ufe0f": true, "☎\ufe0f": true, "©\ufe0f": true, "❤\ufe0f": true, "1\ufe0f\u20e3": true, "1\u20e3": true,
		"⏰\ufe0e": false, "🙂\ufe0e": false, "✔\ufe0e": false,
		"✌🏽": true, "❤\u200d🔥": true, "⛹🏿\u200d♀": true,
		"क\u200d": false, // a joiner between letters asks for no picture
	} {
		if got := IsPicture([]rune(s)); got != want {
			t.Errorf("IsPicture(%q) is %v", s, got)
		}
	}
}
