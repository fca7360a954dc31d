package exchange

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"jejak/assets/words"
)

// readAll reads at most limit bytes; a longer input is refused.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, fmt.Errorf("read the input: %w", err)
	}
	if int64(len(data)) > limit {
		return nil, &SyntaxError{Key: "cli.refused.size", Args: words.Args{"Megabytes": limit >> 20}}
	}
	return data, nil
}

// decodeText turns the bytes of a text file into valid UTF-8 with "\n" at the line ends. It
// knows the byte order marks of UTF-8 and UTF-16, which Windows programs write.
func decodeText(data []byte) (string, []Note) {
	switch {
	case bytes.HasPrefix(data, []byte{0xef, 0xbb, 0xbf}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		data = fromUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		data = fromUTF16(data[2:], binary.BigEndian)
	}
	s := string(data)
	var notes []Note
	if !utf8.ValidString(s) {
		notes = append(notes, Note{Line: 1 + strings.Count(s[:firstInvalid(s)], "\n"), Key: "cli.note.utf8"})
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.ReplaceAll(s, "\r", "\n"), notes
}

func fromUTF16(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) >= 2; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	return []byte(string(utf16.Decode(units)))
}

// firstInvalid returns the offset of the first byte that is not UTF-8; len(s) if all is well.
func firstInvalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return len(s)
}

// blank returns s with everything but its line ends taken out, so that what follows keeps its
// line numbers.
func blank(s string) string { return strings.Repeat("\n", strings.Count(s, "\n")) }

// oneLine folds every run of white space into one space.
func oneLine(s string) string { return strings.Join(strings.FieldsFunc(s, isSpace), " ") }

// isSpace reports what Mermaid takes for white space: JavaScript's \s.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff:
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}

func trimSpace(s string) string { return strings.TrimFunc(s, isSpace) }
