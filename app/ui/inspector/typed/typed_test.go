package typed

import "testing"

func TestDate(t *testing.T) {
	for _, c := range []struct {
		in, day string
		ok      bool
	}{
		{"", "", true}, {"  ", "", true}, {"2026-9-2", "2026-09-02", true}, {"2.9.2026", "2026-09-02", true},
		{" 02/09/2026 ", "2026-09-02", true}, {"2 9 2026", "2026-09-02", true},
		{"31.2.2026", "", false}, {"soon", "", false}, {"0000-1-1", "", false},
	} {
		if day, ok := Date(c.in); day != c.day || ok != c.ok {
			t.Errorf("%q is read as %q, %v", c.in, day, ok)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		in       string
		value    float64
		said, ok bool
	}{
		{"", 0, false, true}, {" 1,5 ", 1.5, true, true}, {"−2", -2, true, true}, {"0.25", 0.25, true, true},
		{"1,2,3", 0, false, false}, {"NaN", 0, false, false}, {"Inf", 0, false, false}, {"two", 0, false, false},
	} {
		if value, said, ok := Number(c.in); value != c.value || said != c.said || ok != c.ok {
			t.Errorf("%q is read as %v, %v, %v", c.in, value, said, ok)
		}
	}
}

func TestLink(t *testing.T) {
	for _, c := range []struct {
		in, address string
		ok          bool
	}{
		{"", "", true}, {"example.com/a", "https://example.com/a", true}, {" http://localhost:80 ", "http://localhost:80", true},
		{"mailto:sari@example.com", "mailto:sari@example.com", true},
		{"nowhere", "https://nowhere", false}, {"file:///etc/passwd", "", false}, {"a b.com", "", false}, {"mailto:sari", "mailto:sari", false},
	} {
		if address, ok := Link(c.in); address != c.address || ok != c.ok {
			t.Errorf("%q is read as %q, %v", c.in, address, ok)
		}
	}
}
