package exchange

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseTable(t *testing.T) {
	for in, want := range map[string][][]string{
		"":                           nil,
		"\n":                         {{""}},
		"one":                        {{"one"}},
		"one\ntwo\n":                 {{"one"}, {"two"}},
		"one\r\ntwo\r\n":             {{"one"}, {"two"}},
		"one\rtwo":                   {{"one"}, {"two"}},
		"one\n\ntwo":                 {{"one"}, {""}, {"two"}},
		"a\tb\nc":                    {{"a", "b"}, {"c"}},
		"a\t\t\n\tb":                 {{"a", "", ""}, {"", "b"}},
		"a\t":                        {{"a", ""}},
		"\"two\nlines\"\tb\n":        {{"two\nlines", "b"}},
		"\"two\r\nlines\"\tb\r\nc":   {{"two\nlines", "b"}, {"c"}},
		"\"a\tb\"":                   {{"a\tb"}},
		`"a ""b"" c"`:                {{`a "b" c`}},
		`"""Where?"""`:               {{`"Where?"`}},
		`"Where is my order?"`:       {{`"Where is my order?"`}},
		`"Where?" he asked`:          {{`"Where?" he asked`}},
		"\"one\n\"two\"":             {{`"one`}, {`"two"`}},
		"\"open\nlast":               {{`"open`}, {"last"}},
		`""`:                         {{`""`}},
		`"`:                          {{`"`}},
		`5" pipe` + "\t" + `6" pipe`: {{`5" pipe`, `6" pipe`}},
	} {
		if got := ParseTable(in); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestTableComesBack(t *testing.T) {
	cell := rapid.OneOf(
		rapid.StringOf(rapid.SampledFrom([]rune("\"\t\n ab"))),
		rapid.Map(rapid.String(), func(s string) string { return strings.ReplaceAll(s, "\r", "") }),
	)
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 1, 4), 1, 5).Draw(t, "rows")
		text := FormatTable(rows)
		if got := ParseTable(text); !reflect.DeepEqual(got, rows) {
			t.Fatalf("%q came back as %q from %q", rows, got, text)
		}
	})
}

func FuzzParseTable(f *testing.F) {
	f.Add("a\tb\r\n\"c\nd\"\t\"\"\"e\"\"\"")
	f.Add("\"open\tc\n\"x\"\"")
	f.Fuzz(func(t *testing.T, text string) {
		rows := ParseTable(text)
		if (len(rows) == 0) != (text == "") {
			t.Fatalf("%q gives %d rows", text, len(rows))
		}
		if again := ParseTable(FormatTable(rows)); len(rows) > 0 && !reflect.DeepEqual(rows, again) {
			t.Fatalf("%q: %q, then %q", text, rows, again)
		}
	})
}
