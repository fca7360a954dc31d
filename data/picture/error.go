package picture

import (
	"bytes"
	"fmt"

	"jejak/assets/words"
)

// Reason says why a picture was refused. "clip.picture." + Reason is its key in assets/words.
type Reason string

// The reasons.
const (
	Empty   Reason = "empty"   // there are no data
	Foreign Reason = "foreign" // the data are no picture that is known
	Other   Reason = "other"   // a picture of another format, which Error.Format names
	Bytes   Reason = "bytes"   // more than MaxBytes
	Pixels  Reason = "pixels"  // more than MaxPixels
	Damaged Reason = "damaged" // cut off, broken, or of a rare kind of its format
)

// Error is a picture that was refused.
type Error struct {
	Reason        Reason
	Format        string // what it is instead, such as "HEIC"
	Width, Height int    // of one with too many pixels
	Err           error  // of the decoder; may be nil
}

// Error returns the message in English.
func (e *Error) Error() string {
	s := "take in picture: " + e.Text(words.In("en"))
	if e.Err != nil {
		s = fmt.Sprintf("%s (%v)", s, e.Err)
	}
	return s
}

// Unwrap returns what the decoder said.
func (e *Error) Unwrap() error { return e.Err }

// Key returns the key of what a person reads about it in assets/words.
func (e *Error) Key() string { return "clip.picture." + string(e.Reason) }

// Text returns what a person reads about it, in a language.
func (e *Error) Text(w *words.Table) string {
	return w.F(e.Key(), words.Args{
		"Format": e.Format, "Megabytes": MaxBytes >> 20, "Megapixels": MaxPixels / 1_000_000, "Width": e.Width, "Height": e.Height,
	})
}

// formatOf tells a format by how its files begin.
func formatOf(data []byte) (format, error) {
	switch {
	case len(data) == 0:
		return format{}, &Error{Reason: Empty}
	case bytes.HasPrefix(data, []byte(pngMagic)):
		return pngFormat, nil
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return jpegFormat, nil
	}
	if name := otherFormat(data); name != "" {
		return format{}, &Error{Reason: Other, Format: name}
	}
	return format{}, &Error{Reason: Foreign}
}

// otherFormat names a format that is not taken in; empty if it is not known either.
func otherFormat(data []byte) string {
	for _, f := range []struct{ name, magic string }{
		{"GIF", "GIF8"}, {"TIFF", "II*\x00"}, {"TIFF", "MM\x00*"}, {"BMP", "BM"}, {"PDF", "%PDF-"},
		{"Photoshop", "8BPS"}, {"JPEG XL", "\xff\x0a"}, {"JPEG XL", "\x00\x00\x00\x0cJXL "}, {"JPEG 2000", "\x00\x00\x00\x0cjP  "},
	} {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return f.name
		}
	}
	if len(data) >= 12 {
		switch kind := string(data[8:12]); {
		case string(data[:4]) == "RIFF" && kind == "WEBP":
			return "WebP"
		case string(data[4:8]) != "ftyp":
		case kind == "avif", kind == "avis":
			return "AVIF"
		case kind == "heic", kind == "heix", kind == "hevc", kind == "mif1", kind == "msf1":
			return "HEIC"
		}
	}
	if head := bytes.TrimSpace(data[:min(len(data), 1024)]); bytes.HasPrefix(head, []byte("<")) && bytes.Contains(head, []byte("<svg")) {
		return "SVG"
	}
	return ""
}
