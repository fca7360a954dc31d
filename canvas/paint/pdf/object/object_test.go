package object

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// plain is a file of three objects as gofpdf writes one.
func plain() []byte {
	var b bytes.Buffer
	var at []int
	b.WriteString("%PDF-1.3\n")
	for i, body := range []string{"<</Type /Page\n>>", "<</Length 5>>\nstream\nhello\nendstream", "<</Producer(x)>>"} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := b.Len()
	b.WriteString("xref\n0 4\n0000000000 65535 f \n")
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<<>>\nstartxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

func TestParse(t *testing.T) {
	f, err := Parse(plain())
	if err != nil {
		t.Fatal(err)
	}
	if len(f.List) != 4 || string(f.List[1].Body) != "<</Type /Page\n>>" || f.List[1].IsStream || !f.List[2].IsStream || string(f.List[2].Stream) != "hello" {
		t.Errorf("objects: %v", f.List)
	}
	if err := f.Replace(1, "/Type /Page\n", "/Type /Page\n/Tabs/S"); err != nil || !strings.Contains(string(f.List[1].Body), "/Tabs/S") {
		t.Errorf("%v: %s", err, f.List[1].Body)
	}
	for _, n := range []int{-1, 0, 3, 4} {
		if err := f.Replace(n, "/Type /Page\n", ""); !errors.Is(err, ErrForeign) {
			t.Errorf("object %d: %v", n, err)
		}
	}
}

// TestWrite: what was written begins with its streams, packed, and ends where it says it does.
func TestWrite(t *testing.T) {
	f, err := Parse(plain())
	if err != nil {
		t.Fatal(err)
	}
	if n := f.AddStream("/N 3", []byte(strings.Repeat("long ", 99))); n != 4 || f.Add("[]") != 5 {
		t.Errorf("new objects are not counted on: %d", n)
	}
	out, err := f.Write(1, 3)
	if err != nil {
		t.Fatal(err)
	}
	start := 0
	at := bytes.LastIndex(out, []byte("startxref\n"))
	if _, err := fmt.Sscanf(string(out[at:]), "startxref\n%d", &start); err != nil || start >= at {
		t.Fatalf("%v: the table stands at %d", err, start)
	}
	table, err := Read(out[start:], 7) // behind the objects and the one they are packed in
	if err != nil || !strings.Contains(string(table.Body), "/Size 8") || !strings.Contains(string(table.Body), "/Root 1 0 R/Info 3 0 R") {
		t.Errorf("%v: %s", err, table.Body)
	}
	packed, err := Read(out[bytes.Index(out, []byte("4 0 obj\n")):], 4)
	if err != nil || len(packed.Stream) > 99 || !strings.Contains(string(packed.Body), "/Filter/FlateDecode") {
		t.Errorf("%v: a stream of %d bytes, %s", err, len(packed.Stream), packed.Body)
	}
}

func TestAFileThatIsBrokenIsNotTakenApartWrongly(t *testing.T) {
	good := plain()
	rapid.Check(t, func(rt *rapid.T) {
		bad := slices.Clone(good)
		at := rapid.IntRange(0, len(bad)-1).Draw(rt, "at")
		if rapid.Bool().Draw(rt, "cut") {
			bad = bad[:at]
		} else {
			bad[at] ^= byte(rapid.IntRange(1, 255).Draw(rt, "bits"))
		}
		if f, err := Parse(bad); err != nil && !errors.Is(err, ErrForeign) || err == nil && f == nil {
			rt.Errorf("parse: %v, %v", f, err)
		}
	})
}
