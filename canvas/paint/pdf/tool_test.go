package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"jejak/canvas/paint/pdf/object"
)

// tool runs a program that reads PDF and returns what it printed. The test is left out where the
// program is missing.
func tool(t *testing.T, pkg, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is missing: install the package %s", name, pkg)
	}
	var out, complaints bytes.Buffer
	cmd := exec.Command(path, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out.String(), complaints.String())
	}
	for line := range strings.Lines(complaints.String()) {
		// MuPDF is often built without colour profiles and names each page it reads.
		if !strings.Contains(line, "ICC support") && !strings.HasPrefix(line, "page ") {
			t.Errorf("%s: %s", name, strings.TrimSpace(line))
		}
	}
	return out.String()
}

func saved(t *testing.T, out []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(path, out, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// sane lets every reader at hand look through a file and fails if one has anything to say.
func sane(t *testing.T, out []byte) {
	t.Helper()
	path := saved(t, out)
	if s := tool(t, "qpdf", "qpdf", "--check", path); strings.Contains(s, "WARNING") {
		t.Error(s)
	}
	tool(t, "mupdf-tools", "mutool", "draw", "-F", "text", "-o", os.DevNull, path)
	tool(t, "poppler-utils", "pdftotext", path, os.DevNull)
	tool(t, "poppler-utils", "pdffonts", path)
}

// copied returns what poppler copies from each page, line by line, without blanks at the ends
// and without the marks it adds around text from right to left.
func copied(t *testing.T, out []byte) [][]string {
	t.Helper()
	all := tool(t, "poppler-utils", "pdftotext", saved(t, out), "-")
	for _, mark := range "\u200E\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069" {
		all = strings.ReplaceAll(all, string(mark), "")
	}
	var pages [][]string
	for _, page := range strings.Split(strings.TrimSuffix(all, "\f"), "\f") {
		var lines []string
		for line := range strings.Lines(page) {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
		pages = append(pages, lines)
	}
	return pages
}

// opened takes a written file apart and unpacks its streams.
func opened(t *testing.T, out []byte) *object.File {
	t.Helper()
	o := &object.File{}
	place := func(n int, ob object.Object) {
		for len(o.List) <= n {
			o.List = append(o.List, object.Object{})
		}
		o.List[n] = ob
	}
	head := regexp.MustCompile(`^(\d+) 0 obj\n`)
	rest := out[bytes.IndexByte(out, '\n')+1:]
	rest = rest[bytes.IndexByte(rest, '\n')+1:]
	for {
		m := head.FindSubmatch(rest)
		if m == nil {
			break
		}
		n, err := strconv.Atoi(string(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		ob, err := object.Read(rest, n)
		if err != nil {
			t.Fatal(err)
		}
		at := bytes.Index(rest, []byte("\nstream\n"))
		rest = bytes.TrimPrefix(rest[at+len("\nstream\n")+len(ob.Stream):], []byte("\nendstream\nendobj\n"))
		if bytes.Contains(ob.Body, []byte("/Filter/FlateDecode")) {
			r, err := zlib.NewReader(bytes.NewReader(ob.Stream))
			if err != nil {
				t.Fatalf("stream %d: %v", n, err)
			}
			if ob.Stream, err = io.ReadAll(r); err != nil {
				t.Fatalf("stream %d: %v", n, err)
			}
		}
		place(n, ob)
		var count, first int
		if i := bytes.Index(ob.Body, []byte("/ObjStm")); i < 0 {
			continue
		} else if _, err := fmt.Sscanf(string(ob.Body[i:]), "/ObjStm/N %d/First %d", &count, &first); err != nil {
			t.Fatal(err)
		}
		numbers := strings.Fields(string(ob.Stream[:first]))
		for k := range count {
			num, err1 := strconv.Atoi(numbers[2*k])
			from, err2 := strconv.Atoi(numbers[2*k+1])
			to := len(ob.Stream) - first
			if k+1 < count {
				to, _ = strconv.Atoi(numbers[2*k+3])
			}
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			place(num, object.Object{Body: ob.Stream[first+from : first+to-1]})
		}
	}
	return o
}

// contentOf returns the operators of a page.
func contentOf(t *testing.T, out []byte, page int) string {
	t.Helper()
	return string(opened(t, out).List[firstPage+2*page+1].Stream)
}

// unsaid returns content with the strings taken out, so that operators can be counted.
func unsaid(ops string) string {
	var b strings.Builder
	for in := false; ops != ""; ops = ops[1:] {
		switch c := ops[0]; {
		case c == '(' && !in:
			in = true
		case c == ')' && in:
			in = false
		case !in:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// balanced fails if q and Q, BT and ET, BDC and EMC do not pair up.
func balanced(t *testing.T, out []byte) {
	t.Helper()
	for i, ob := range opened(t, out).List {
		isPage := i >= firstPage && len(ob.Stream) > 0 && bytes.HasPrefix(ob.Stream, []byte("q\n1 ")) || bytes.Contains(ob.Body, []byte("/Form"))
		if !ob.IsStream || !isPage {
			continue
		}
		ops := unsaid(string(ob.Stream))
		for _, pair := range [][2]string{{"q", "Q"}, {"BT", "ET"}, {"BDC", "EMC"}} {
			open := 0
			for _, w := range strings.Fields(ops) {
				w = w[strings.LastIndexByte(w, '>')+1:]
				switch {
				case w == pair[0], w == "BMC" && pair[0] == "BDC":
					open++
				case w == pair[1]:
					open--
				}
				if open < 0 {
					t.Fatalf("object %d: %s without %s", i, pair[1], pair[0])
				}
			}
			if open != 0 {
				t.Errorf("object %d: %d %s left open", i, open, pair[0])
			}
		}
		if strings.Contains(ops, "NaN") || strings.Contains(ops, "Inf") {
			t.Errorf("object %d holds a number that is none", i)
		}
	}
}
