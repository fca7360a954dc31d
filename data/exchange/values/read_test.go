package values

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

func wideBytes(s string, little, mark bool) []byte {
	var out []byte
	put := func(u uint16) {
		if little {
			out = append(out, byte(u), byte(u>>8))
		} else {
			out = append(out, byte(u>>8), byte(u))
		}
	}
	if mark {
		put(0xfeff)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		put(u)
	}
	return out
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want string // rows by /, cells by |, with their lines
	}{
		{"tabs", []byte("Metric\tValue\nNPS\t47\n"), "1 Metric|Value/2 NPS|47"},
		{"commas", []byte("Metric,Value\r\nNPS,47\r\n"), "1 Metric|Value/2 NPS|47"},
		{"semicolons with decimal commas", []byte("Metrik;Tahap;Nilai\nCES;Beli;5,5\nCES;Tahu;6,1\n"), "1 Metrik|Tahap|Nilai/2 CES|Beli|5,5/3 CES|Tahu|6,1"},
		{"tabs with decimal commas in every row", []byte("a,b\tc,d\n1,5\t2,5\n"), "1 a,b|c,d/2 1,5|2,5"},
		{"quoted", []byte("a,\"b, c\"\n\"say \"\"hi\"\"\",\"two\nlines\"\nx,y\n"), "1 a|b, c/2 say \"hi\"|two\nlines/4 x|y"},
		{"a sentence with quotation marks", []byte("he said \"so\"\t5\n"), "1 he said \"so\"|5"},
		{"rows of different length, empty ones", []byte("a;b;c\n\n;;\nd\n  ; e \n"), "1 a|b|c/4 d/5 |e"},
		{"old line ends", []byte("a\tb\rc\td\r"), "1 a|b/2 c|d"},
		{"a mark of UTF-8", []byte("\xef\xbb\xbfé,b\n1,2"), "1 é|b/2 1|2"},
		{"UTF-16 with a mark", wideBytes("ä\t−3\nb\t4", true, true), "1 ä|−3/2 b|4"},
		{"UTF-16, the other way round", wideBytes("ä\t−3\nb\t4", false, true), "1 ä|−3/2 b|4"},
		{"UTF-16 without a mark", wideBytes("abc\tdef\nghi\tjkl", true, false), "1 abc|def/2 ghi|jkl"},
		{"UTF-16 without a mark, the other way round", wideBytes("abc\tdef\nghi\tjkl", false, false), "1 abc|def/2 ghi|jkl"},
		{"Windows-1252", []byte("caf\xe9;\x80 5"), "1 café|€ 5"},
		{"a hint of the separator", []byte("sep=;\na;b\n1,5;2"), "2 a|b/3 1,5|2"},
		{"one column", []byte("NPS\nCES"), "1 NPS/2 CES"},
		{"what was armed", []byte("'=1+1,'-x,'quoted'"), "1 =1+1|-x|'quoted'"},
	} {
		table, err := Read(c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for i, row := range table.Rows {
			got = append(got, fmt.Sprint(table.Lines[i], " ", strings.Join(row, "|")))
		}
		if text := strings.Join(got, "/"); text != c.want {
			t.Errorf("%s: %q, want %q", c.name, text, c.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want Reason
	}{
		{"nothing", nil, Empty},
		{"spaces", []byte(" \n\t\t\n"), Empty}, {"nothing between separators", []byte(";;\n;"), Empty},
		{"a workbook", []byte("PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00"), NotText},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), NotText},
		{"too many bytes", make([]byte, MaxBytes+1), TooLarge},
		{"too many rows", []byte(strings.Repeat("a\n", MaxRows+1)), TooLarge},
	} {
		_, err := Read(c.data)
		var e *Error
		if !errors.As(err, &e) || e.Reason != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := Read([]byte(strings.Repeat("a\n", MaxRows))); err != nil {
		t.Errorf("just few enough rows: %v", err)
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text, unit string
		mark       Mark
		want       string
	}{
		{"72", "", Point, "72"}, {"72.5", "", Comma, "72.5"}, {"72,5", "", Point, "72.5"}, {"72 %", "", Point, "72"}, {"+47", "", Point, "47"},
		{"−12", "", Point, "-12"}, {"-12", "", Comma, "-12"}, {"1,234", "", Point, "1234"}, {"1,234", "", Comma, "1.234"}, {"1.234", "", Comma, "1234"},
		{"1.234", "", Point, "1.234"}, {"1,234,567", "", Comma, "1.234567e+06"}, {"1.234.567", "", Point, "1.234567e+06"}, {"1.234,56", "", Point, "1234.56"},
		{"1,234.56", "", Comma, "1234.56"}, {"Rp 1.250.000", "", Point, "1.25e+06"}, {"5,2 menit", "menit", Point, "5.2"}, {"0.125", "", Comma, "0.125"},
		{"1234,567", "", Point, "1234.567"}, {"1 234,5", "", Point, "1234.5"}, {"1'234.5", "", Comma, "1234.5"}, {"1e3", "", Point, "1000"},
		{"", "", Point, ""}, {"n/a", "", Point, ""}, {"five", "", Point, ""}, {"NaN", "", Point, ""}, {"Inf", "", Point, ""}, {"0x10", "", Point, ""},
		{"-", "", Point, ""}, {"1-2", "", Point, ""}, {"e", "", Point, ""}, {"1e999", "", Point, ""}, {"3/5", "", Point, ""}, {"%", "", Point, ""},
	} {
		v, ok := number(c.text, c.unit, c.mark)
		got := ""
		if ok {
			got = fmt.Sprint(v)
		}
		if got != c.want {
			t.Errorf("%q by %q: %s, want %s", c.text, c.mark, got, c.want)
		}
	}
	for _, c := range []struct {
		list []string
		want Mark
	}{
		{nil, Point}, {[]string{"1", "2"}, Point}, {[]string{"1.234", "5,5"}, Comma}, {[]string{"1,234", "5.5"}, Point}, {[]string{"1.234"}, Point},
	} {
		if got := commonMark(c.list, Point); got != c.want {
			t.Errorf("%q: %q, want %q", c.list, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		text  string
		order Order
		want  string
	}{
		{"2026-03-05", DayFirst, "2026-03-05"}, {"2026/3/5", MonthFirst, "2026-03-05"}, {"05/03/2026", DayFirst, "2026-03-05"},
		{"05/03/2026", MonthFirst, "2026-05-03"}, {"5.3.26", DayFirst, "2026-03-05"}, {"31-12-2026", DayFirst, "2026-12-31"},
		{"5 March 2026", DayFirst, "2026-03-05"}, {"Mar 5, 2026", DayFirst, "2026-03-05"}, {"5 Agustus 2026", DayFirst, "2026-08-05"},
		{"Mei 2026", DayFirst, "2026-05-01"}, {"2026-03", DayFirst, "2026-03-01"}, {"03/2026", DayFirst, "2026-03-01"}, {"2026 Des 31", DayFirst, "2026-12-31"},
		{"2026-03-05T10:00:00Z", DayFirst, "2026-03-05"}, {"05/03/2026 10:15", DayFirst, "2026-03-05"},
		{"31/02/2026", DayFirst, ""}, {"2026-13-01", DayFirst, ""}, {"12/31/2026", DayFirst, ""}, {"soon", DayFirst, ""}, {"", DayFirst, ""},
		{"7.5", DayFirst, ""}, {"Marketing 2026", DayFirst, ""}, {"5 March", DayFirst, ""}, {"1/2/3/4", DayFirst, ""}, {"0001-01-01", DayFirst, ""},
	} {
		if got, _ := date(c.text, c.order); got != c.want {
			t.Errorf("%q, %s first: %q, want %q", c.text, c.order, got, c.want)
		}
	}
	for _, c := range []struct {
		list []string
		want Order
	}{
		{nil, DayFirst}, {[]string{"05/03/2026"}, DayFirst}, {[]string{"05/03/2026", "05/31/2026"}, MonthFirst}, {[]string{"31/05/2026", "05/31/2026"}, DayFirst}, {[]string{"x"}, DayFirst},
	} {
		if got := commonOrder(c.list); got != c.want {
			t.Errorf("%q: %s, want %s", c.list, got, c.want)
		}
	}
}
