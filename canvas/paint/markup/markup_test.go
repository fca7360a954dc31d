package markup

import "testing"

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "",
		"a & b < c > d \"e\" 'f'": "a &amp; b &lt; c &gt; d &quot;e&quot; 'f'",
		"two\nlines\tapart":       "two\nlines\tapart",
		"bell\a end\uFFFF":        "bell\uFFFD end\uFFFD",
		"broken \xff":             "broken \uFFFD",
		"ไทย 😀":                   "ไทย 😀",
	} {
		if got := Escape(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
