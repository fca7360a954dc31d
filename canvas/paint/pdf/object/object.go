// Package object is a PDF file as what it consists of: numbered objects. It takes apart what gofpdf
// wrote and puts it together again, packed well; it knows how text and numbers are written in them.
package object

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// Object is one of a file: a dictionary or other value, and the stream behind it.
type Object struct {
	Body     []byte
	Stream   []byte // packed if the dictionary names a filter; nil for what is no stream
	IsStream bool
}

// File is the objects of a file; their number is their index. 0 is not used. It belongs to one
// goroutine.
type File struct {
	List []Object
}

// ErrForeign says that a file is not of the kind gofpdf writes.
var ErrForeign = errors.New("the file is not as expected")

// Parse takes a file apart that gofpdf wrote. Its objects share the memory of raw. Every error wraps
// ErrForeign.
func Parse(raw []byte) (*File, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("no startxref: %w", ErrForeign)
	}
	line, _, _ := bytes.Cut(raw[at+len("startxref\n"):], []byte("\n"))
	start, err := strconv.Atoi(string(line))
	if err != nil || start < 0 || start >= at {
		return nil, fmt.Errorf("startxref %q: %w", line, ErrForeign)
	}
	table := raw[start:at]
	head, table, _ := bytes.Cut(table, []byte("\n"))
	size, table, _ := bytes.Cut(table, []byte("\n"))
	n, err := strconv.Atoi(string(bytes.TrimPrefix(size, []byte("0 "))))
	if string(head) != "xref" || err != nil || n < 1 || len(table) < 20*n {
		return nil, fmt.Errorf("cross-reference table: %w", ErrForeign)
	}
	o := &File{List: make([]Object, n)}
	for i := 1; i < n; i++ {
		offset, err := strconv.Atoi(string(table[20*i : 20*i+10]))
		if err != nil || offset >= start {
			return nil, fmt.Errorf("place of object %d: %w", i, ErrForeign)
		}
		if o.List[i], err = Read(raw[offset:start], i); err != nil {
			return nil, err
		}
	}
	return o, nil
}

var lengthField = regexp.MustCompile(`/Length (\d+)`)

// Read reads the object with the number n, which raw begins with. Every error wraps
// ErrForeign.
func Read(raw []byte, n int) (Object, error) {
	body, ok := bytes.CutPrefix(raw, fmt.Appendf(nil, "%d 0 obj\n", n))
	if !ok {
		return Object{}, fmt.Errorf("object %d does not begin: %w", n, ErrForeign)
	}
	end := bytes.Index(body, []byte("\nendobj\n"))
	if end < 0 {
		return Object{}, fmt.Errorf("object %d does not end: %w", n, ErrForeign)
	}
	stream := bytes.Index(body[:end], []byte(">>\nstream\n"))
	if stream < 0 {
		return Object{Body: body[:end]}, nil
	}
	dict, data := body[:stream+2], body[stream+len(">>\nstream\n"):]
	m := lengthField.FindSubmatch(dict)
	if m == nil {
		return Object{}, fmt.Errorf("stream %d has no length: %w", n, ErrForeign)
	}
	length, err := strconv.Atoi(string(m[1]))
	if err != nil || length > len(data) {
		return Object{}, fmt.Errorf("stream %d is cut off: %w", n, ErrForeign)
	}
	return Object{Body: dict, Stream: data[:length], IsStream: true}, nil
}

// Add puts a new object behind the others and returns its number.
func (o *File) Add(body string) int {
	o.List = append(o.List, Object{Body: []byte(body)})
	return len(o.List) - 1
}

// AddStream puts a new stream behind the others; dict is its dictionary without the brackets.
func (o *File) AddStream(dict string, data []byte) int {
	o.List = append(o.List, Object{Body: []byte("<<" + dict + "/Length 0>>"), Stream: data, IsStream: true})
	return len(o.List) - 1
}

// Replace changes what an object says, once; its error wraps ErrForeign: it does not
// say old.
func (o *File) Replace(n int, old, with string) error {
	if n <= 0 || n >= len(o.List) || !bytes.Contains(o.List[n].Body, []byte(old)) {
		return fmt.Errorf("object %d does not say %q: %w", n, old, ErrForeign)
	}
	o.List[n].Body = bytes.Replace(o.List[n].Body, []byte(old), []byte(with), 1)
	return nil
}

// inStream is how many objects that are no streams go into one: packed together, the many small
// ones of the structure take little.
const inStream = 200

// Write puts the file together; root and info are the numbers of its catalogue and of the dictionary
// that describes it. Streams that are not packed yet are packed.
func (o *File) Write(root, info int) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	n := len(o.List)
	type at struct{ kind, place, index int }
	table := make([]at, n, n+n/inStream+2)
	table[0] = at{0, 0, 0xFFFF}
	var packer zlibPacker
	put := func(i int, ob *Object) error {
		body, err := ob.pack(&packer)
		if err != nil {
			return fmt.Errorf("pack stream %d: %w", i, err)
		}
		fmt.Fprintf(&out, "%d 0 obj\n%s\nstream\n", i, body)
		out.Write(ob.Stream)
		out.WriteString("\nendstream\nendobj\n")
		return nil
	}
	var loose []int
	for i := 1; i < n; i++ {
		if !o.List[i].IsStream {
			loose = append(loose, i)
			continue
		}
		table[i] = at{1, out.Len(), 0}
		if err := put(i, &o.List[i]); err != nil {
			return nil, err
		}
	}
	for group := range slices.Chunk(loose, inStream) {
		var head, bodies bytes.Buffer
		for k, i := range group {
			fmt.Fprintf(&head, "%d %d ", i, bodies.Len())
			bodies.Write(o.List[i].Body)
			bodies.WriteByte('\n')
			table[i] = at{2, len(table), k}
		}
		dict := fmt.Sprintf("<</Type/ObjStm/N %d/First %d/Length 0>>", len(group), head.Len())
		ob := Object{Body: []byte(dict), Stream: append(head.Bytes(), bodies.Bytes()...), IsStream: true}
		table = append(table, at{1, out.Len(), 0})
		if err := put(len(table)-1, &ob); err != nil {
			return nil, err
		}
	}
	id := sha256.Sum256(out.Bytes())
	start := out.Len()
	table = append(table, at{1, start, 0})
	// Each row is written as its difference to the one before, which packs well.
	var rows []byte
	var last [7]byte
	for _, t := range table {
		row := [7]byte{byte(t.kind), byte(t.place >> 24), byte(t.place >> 16), byte(t.place >> 8), byte(t.place), byte(t.index >> 8), byte(t.index)}
		rows = append(rows, 2)
		for i, v := range row {
			rows = append(rows, v-last[i])
		}
		last = row
	}
	dict := fmt.Sprintf("<</Type/XRef/Size %d/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Root %d 0 R/Info %d 0 R/ID[<%x><%x>]/Length 0>>", len(table), root, info, id[:16], id[:16])
	if err := put(len(table)-1, &Object{Body: []byte(dict), Stream: rows, IsStream: true}); err != nil {
		return nil, err
	}
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes(), nil
}

// pack deflates the stream, unless it has a filter, and returns its dictionary.
func (ob *Object) pack(packer *zlibPacker) ([]byte, error) {
	body := ob.Body
	if !bytes.Contains(body, []byte("/Filter")) && !bytes.Contains(body, []byte("/Metadata")) {
		packed, err := packer.pack(ob.Stream)
		if err != nil {
			return nil, err
		}
		ob.Stream = packed
		body = bytes.Replace(body, []byte("/Length "), []byte("/Filter/FlateDecode/Length "), 1)
	}
	return lengthField.ReplaceAll(body, fmt.Appendf(nil, "/Length %d", len(ob.Stream))), nil
}

// zlibPacker packs one stream after the other with the same tables.
type zlibPacker struct {
	buf bytes.Buffer
	w   *zlib.Writer
}

// packLevel: higher levels take twice the time and save one in a hundred.
const packLevel = 8

func (p *zlibPacker) pack(data []byte) ([]byte, error) {
	p.buf.Reset()
	if p.w == nil {
		w, err := zlib.NewWriterLevel(&p.buf, packLevel)
		if err != nil {
			return nil, err
		}
		p.w = w
	} else {
		p.w.Reset(&p.buf)
	}
	if _, err := p.w.Write(data); err != nil {
		return nil, err
	}
	if err := p.w.Close(); err != nil {
		return nil, err
	}
	return bytes.Clone(p.buf.Bytes()), nil
}
