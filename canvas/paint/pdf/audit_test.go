package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jejak/canvas/paint/pdf/object"
)

// audit is a file held against the rules of ISO 19005-2 (PDF/A-2, level U) that our files can break,
// clause by clause. It was written by those who wrote the files, and is no substitute for a validator
// of others.
type audit struct {
	raw    []byte
	f      *object.File
	values []any
	found  []string
}

// audited lists what is wrong with a file.
func audited(raw []byte, f *object.File) []string {
	a := &audit{raw: raw, f: f, values: make([]any, len(f.List))}
	for i, ob := range f.List {
		if len(bytes.TrimSpace(ob.Body)) == 0 {
			continue
		}
		v, err := valueOf(ob.Body)
		if err != nil {
			a.say("6.1.9", "object %d: %v", i, err)
		}
		a.values[i] = v
	}
	a.file()
	for i, v := range a.values {
		a.object(i, v)
	}
	a.catalogue()
	a.fonts()
	return a.found
}

func (a *audit) say(clause, format string, args ...any) {
	a.found = append(a.found, clause+": "+fmt.Sprintf(format, args...))
}

// of follows references.
func (a *audit) of(v any) any {
	for range 9 {
		r, ok := v.(ref)
		if !ok || int(r) >= len(a.values) {
			return v
		}
		v = a.values[r]
	}
	return v
}

// stream is what a stream holds, unpacked.
func (a *audit) stream(n ref) []byte {
	data := a.f.List[n].Stream
	if r, err := zlib.NewReader(bytes.NewReader(data)); err == nil {
		if all, err := io.ReadAll(r); err == nil {
			return all
		}
	}
	return data // as it is, or unpacked before
}

func (a *audit) dict(v any) dict {
	d, _ := a.of(v).(dict)
	return d
}

// file: header, end, identity, limits.
func (a *audit) file() {
	if !bytes.HasPrefix(a.raw, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")) {
		a.say("6.1.2", "the header is %.20q", a.raw)
	}
	if !bytes.HasSuffix(a.raw, []byte("\n%%EOF\n")) || bytes.Count(a.raw, []byte("%%EOF")) != 1 {
		a.say("6.1.3", "the file does not end once")
	}
	trailer := dict{}
	for _, v := range a.values {
		if d, ok := v.(dict); ok && d["Type"] == name("XRef") {
			trailer = d
		}
	}
	if id, ok := trailer["ID"].(list); !ok || len(id) != 2 || id[0] == str("") {
		a.say("6.1.3", "no ID: %v", trailer)
	}
	if trailer["Encrypt"] != nil {
		a.say("6.1.3", "encrypted")
	}
	if len(a.f.List) > 8388607 {
		a.say("6.1.13", "%d objects", len(a.f.List))
	}
}

// never are keys that must not be anywhere, by clause.
var never = map[string]string{
	"Encrypt": "6.1.3", "FFilter": "6.1.7", "FDecodeParms": "6.1.7", "TR": "6.2.5", "HTP": "6.2.5", "Alternates": "6.2.8", "OPI": "6.2.8",
	"Ref": "6.2.9", "PS": "6.2.9", "JS": "6.5", "AA": "6.5", "XFA": "6.4", "NeedAppearances": "6.4", "AcroForm": "6.4", "EmbeddedFiles": "6.8", "EF": "6.8",
	"AS": "6.9", "AlternatePresentations": "6.10", "Requirements": "6.11", "Perms": "6.1.12",
}

var blends = []name{"Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten"}

// object: what may stand in any of them.
func (a *audit) object(i int, v any) {
	switch v := v.(type) {
	case str:
		if len(v) > 32767 {
			a.say("6.1.13", "object %d: a string of %d bytes", i, len(v))
		}
	case name:
		if len(v) > 127 {
			a.say("6.1.13", "object %d: a name of %d bytes", i, len(v))
		}
	case float64:
		if math.Abs(v) > 2147483647 {
			a.say("6.1.13", "object %d: the number %g", i, v)
		}
	case list:
		for _, e := range v {
			a.object(i, e)
		}
	case dict:
		for k, e := range v {
			if clause := never[k]; clause != "" && !(k == "AS" && v["Type"] == nil) {
				a.say(clause, "object %d has /%s", i, k)
			}
			a.object(i, e)
		}
		a.kinds(i, v)
	}
}

// kinds: dictionaries that have rules of their own.
func (a *audit) kinds(i int, d dict) {
	for _, filter := range append(asList(d["Filter"]), asList(d["F"])...) {
		if f, ok := filter.(name); ok && f != "FlateDecode" && f != "DCTDecode" {
			a.say("6.1.7", "object %d: filter %s", i, f)
		}
	}
	if bm, ok := d["BM"].(name); ok && !slices.Contains(blends, bm) {
		a.say("6.2.10", "object %d: blend mode %s", i, bm)
	}
	for _, cs := range []any{d["ColorSpace"], d["CS"]} {
		if cs == name("DeviceCMYK") {
			a.say("6.2.4", "object %d: %v beside a profile of RGB", i, cs)
		}
	}
	switch {
	case d["Subtype"] == name("Image"):
		if d["Interpolate"] == true {
			a.say("6.2.8", "object %d is interpolated", i)
		}
	case d["Subtype"] == name("Form") && d["Subtype2"] != nil:
		a.say("6.2.9", "object %d: Subtype2", i)
	case d["Type"] == name("Annot"):
		a.annotation(i, d)
	case d["Type"] == name("Page"):
		box, _ := a.of(d["MediaBox"]).(list)
		if len(box) == 4 {
			w, _ := box[2].(float64)
			h, _ := box[3].(float64)
			if math.Min(w, h) < 3 || math.Max(w, h) > 14400 {
				a.say("6.1.13", "page %d is of %g × %g units", i, w, h)
			}
		}
		if d["Annots"] != nil && d["Tabs"] != name("S") {
			a.say("UA 7.18.3", "page %d: the order of tabs is %v", i, d["Tabs"])
		}
	case d["S"] == name("Launch") || d["S"] == name("Sound") || d["S"] == name("Movie") || d["S"] == name("ResetForm") || d["S"] == name("ImportData") || d["S"] == name("JavaScript"):
		a.say("6.5", "object %d: action %v", i, d["S"])
	}
	if s, ok := d["Type"].(name); ok && s == "OCG" && d["Name"] == nil {
		a.say("6.9", "layer %d has no name", i)
	}
}

func asList(v any) list {
	if l, ok := v.(list); ok {
		return l
	}
	return list{v}
}

func (a *audit) annotation(i int, d dict) {
	flags, _ := d["F"].(float64)
	if int(flags)&4 == 0 || int(flags)&(1|2|32|256) != 0 {
		a.say("6.3.2", "annotation %d has flags %v", i, d["F"])
	}
	if d["Subtype"] != name("Link") && d["Subtype"] != name("Popup") && a.dict(d["AP"])["N"] == nil {
		a.say("6.3.3", "annotation %d has no appearance", i)
	}
	if d["Contents"] == nil || d["Contents"] == str("") {
		a.say("UA 7.18.1", "annotation %d says nothing", i)
	}
	if d["StructParent"] == nil {
		a.say("UA 7.18.1", "annotation %d stands outside of the structure", i)
	}
}

// catalogue: profile, metadata, layers, language.
func (a *audit) catalogue() {
	root := dict{}
	for _, v := range a.values {
		if d, ok := v.(dict); ok && d["Type"] == name("Catalog") {
			root = d
		}
	}
	intents, _ := a.of(root["OutputIntents"]).(list)
	profile := 0
	for _, o := range intents {
		in := a.dict(o)
		n, ok := in["DestOutputProfile"].(ref)
		if in["S"] != name("GTS_PDFA1") || !ok {
			a.say("6.2.3", "output intent %v", in)
			continue
		}
		profile++
		icc := a.stream(n)
		if len(icc) < 128 || string(icc[36:40]) != "acsp" || string(icc[16:20]) != "RGB " || icc[8] > 4 || a.dict(n)["N"] != 3.0 {
			a.say("6.2.3", "the profile is none of RGB of version 4 at most")
		}
	}
	if profile != 1 {
		a.say("6.2.3", "%d profiles", profile)
	}
	meta, ok := root["Metadata"].(ref)
	if !ok {
		a.say("6.6.2", "no metadata")
		return
	}
	xmp := string(a.stream(meta))
	for _, want := range []string{"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>U</pdfaid:conformance>", "<?xpacket begin=", "<?xpacket end="} {
		if !strings.Contains(xmp, want) {
			a.say("6.6.4", "the metadata does not say %s", want)
		}
	}
	if strings.Contains(xmp, "pdfuaid:") && !strings.Contains(xmp, "pdfaExtension:schemas") {
		a.say("6.6.2.3", "PDF/UA is named without a schema")
	}
	if root["Lang"] == nil || a.dict(root["MarkInfo"])["Marked"] != true || root["StructTreeRoot"] == nil ||
		a.dict(root["ViewerPreferences"])["DisplayDocTitle"] != true {
		a.say("UA 7.1", "no language, structure or title is shown: %v", root)
	}
	if oc := a.dict(root["OCProperties"]); len(oc) > 0 {
		if d := a.dict(oc["D"]); d["Name"] == nil {
			a.say("6.9", "the layers have no name")
		}
	}
}

var meaning = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]*)>`)

// fonts: embedded, of the widths that the file says, with meanings; every code that is shown has all.
func (a *audit) fonts() {
	fonts := 0
	for i, v := range a.values {
		d, ok := v.(dict)
		if !ok || d["Type"] != name("Font") {
			continue
		}
		if d["Subtype"] != name("Type0") {
			if d["Subtype"] != name("CIDFontType2") {
				a.say("6.2.11", "font %d is %v", i, d["Subtype"])
			}
			continue
		}
		fonts++
		a.font(i, d)
	}
	if fonts == 0 {
		a.say("6.2.11", "no font was looked at")
	}
}

func (a *audit) font(i int, d dict) {
	meanings := map[int]string{}
	if n, ok := d["ToUnicode"].(ref); ok {
		for _, m := range meaning.FindAllSubmatch(a.stream(n), -1) {
			if string(m[1]) == "0000" && string(m[2]) == "FFFF" {
				continue // the range that codes are of
			}
			code, err := strconv.ParseUint(string(m[1]), 16, 16)
			if err != nil {
				a.say("6.2.11.7", "font %d: %v", i, err)
			}
			meanings[int(code)] = string(m[2])
			if s := string(m[2]); s == "" || s == "0000" || s == "FEFF" || s == "FFFE" {
				a.say("6.2.11.7", "font %d: code %s means %q", i, m[1], s)
			}
		}
	}
	if len(meanings) == 0 {
		a.say("6.2.11.7", "font %d has no meanings", i)
	}
	if d["Encoding"] != name("Identity-H") {
		a.say("6.2.11.3", "font %d is encoded as %v", i, d["Encoding"])
	}
	descendants, _ := a.of(d["DescendantFonts"]).(list)
	if len(descendants) != 1 {
		a.say("6.2.11.3", "font %d has %d descendants", i, len(descendants))
		return
	}
	cid := a.dict(descendants[0])
	info := a.dict(cid["CIDSystemInfo"])
	if info["Registry"] == nil || info["Ordering"] == nil {
		a.say("6.2.11.3", "font %d has no character collection", i)
	}
	descriptor := a.dict(cid["FontDescriptor"])
	program, ok := descriptor["FontFile2"].(ref)
	toGlyph, ok2 := cid["CIDToGIDMap"].(ref)
	if !ok || !ok2 {
		a.say("6.2.11.4", "font %d is not embedded, or has no map to its glyphs", i)
		return
	}
	if n, _ := cid["BaseFont"].(name); !regexp.MustCompile(`^[A-Z]{6}\+`).MatchString(string(n)) {
		a.say("6.2.11.4", "font %d is a part and not called so: %s", i, n)
	}
	advances, unitsPerEm, glyphs := metrics(a.stream(program))
	gids := a.stream(toGlyph)
	widths := widthsOf(a.of(cid["W"]))
	for code := range meanings {
		if 2*code+1 >= len(gids) {
			a.say("6.2.11.4", "font %d: code %d has no glyph", i, code)
			continue
		}
		gid := int(binary.BigEndian.Uint16(gids[2*code:]))
		if gid == 0 || gid >= glyphs {
			a.say("6.2.11.8", "font %d: code %d is glyph %d of %d", i, code, gid, glyphs)
			continue
		}
		width, said := widths[code]
		if !said {
			width, _ = cid["DW"].(float64)
		}
		if own := 1000 * advances[min(gid, len(advances)-1)] / unitsPerEm; math.Abs(own-width) > 1 {
			a.say("6.2.11.5", "font %d: code %d is %g wide, its glyph %g", i, code, width, own)
		}
	}
}

// widthsOf reads the widths of a font by code.
func widthsOf(v any) map[int]float64 {
	w := map[int]float64{}
	l, _ := v.(list)
	for i := 0; i+1 < len(l); {
		first, _ := l[i].(float64)
		if some, ok := l[i+1].(list); ok {
			for k, x := range some {
				w[int(first)+k], _ = x.(float64)
			}
			i += 2
			continue
		}
		if i+2 >= len(l) {
			break
		}
		last, _ := l[i+1].(float64)
		for c := int(first); c <= int(last); c++ {
			w[c], _ = l[i+2].(float64)
		}
		i += 3
	}
	return w
}

// metrics reads the advances of a TrueType font in its units, and how many glyphs it has.
func metrics(font []byte) (advances []float64, unitsPerEm float64, glyphs int) {
	table := func(tag string) []byte {
		for i := range int(binary.BigEndian.Uint16(font[4:])) {
			if e := font[12+16*i:]; string(e[:4]) == tag {
				from := binary.BigEndian.Uint32(e[8:])
				return font[from : from+binary.BigEndian.Uint32(e[12:])]
			}
		}
		return make([]byte, 64)
	}
	hmtx := table("hmtx")
	for i := range int(binary.BigEndian.Uint16(table("hhea")[34:])) {
		advances = append(advances, float64(binary.BigEndian.Uint16(hmtx[4*i:])))
	}
	return advances, float64(binary.BigEndian.Uint16(table("head")[18:])), int(binary.BigEndian.Uint16(table("maxp")[4:]))
}
