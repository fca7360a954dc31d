package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// The values of a PDF file, as the tests read them: dict, list, name, str, ref, float64, bool or nil.
type (
	dict map[string]any
	list []any
	name string
	str  string
	ref  int
)

// reading is a value being read.
type reading struct {
	s  []byte
	at int
}

// valueOf reads one value.
func valueOf(s []byte) (v any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v in %.200q", p, s)
		}
	}()
	r := &reading{s: s}
	return r.value(), nil
}

func (r *reading) blanks() {
	for r.at < len(r.s) && strings.IndexByte(" \n\r\t\f\x00", r.s[r.at]) >= 0 {
		r.at++
	}
}

func (r *reading) takes(s string) bool {
	if !bytes.HasPrefix(r.s[r.at:], []byte(s)) {
		return false
	}
	r.at += len(s)
	return true
}

// word reads up to the next delimiter.
func (r *reading) word() string {
	from := r.at
	for r.at < len(r.s) && strings.IndexByte(" \n\r\t\f\x00/<>[]()", r.s[r.at]) < 0 {
		r.at++
	}
	return string(r.s[from:r.at])
}

func (r *reading) value() any {
	r.blanks()
	switch {
	case r.takes("<<"):
		d := dict{}
		for r.blanks(); !r.takes(">>"); r.blanks() {
			key, ok := r.value().(name)
			if !ok {
				panic("a key that is no name")
			}
			if _, had := d[string(key)]; had {
				panic("two values of " + string(key))
			}
			d[string(key)] = r.value()
		}
		return d
	case r.takes("<"):
		end := bytes.IndexByte(r.s[r.at:], '>')
		hex := string(r.s[r.at : r.at+end])
		r.at += end + 1
		var b []byte
		for i := 0; i < len(hex); i += 2 {
			n, err := strconv.ParseUint(hex[i:i+2], 16, 8)
			if err != nil {
				panic(err)
			}
			b = append(b, byte(n))
		}
		return str(b)
	case r.takes("("):
		return r.literal()
	case r.takes("["):
		l := list{}
		for r.blanks(); !r.takes("]"); r.blanks() {
			l = append(l, r.value())
		}
		return l
	case r.takes("/"):
		return name(r.word())
	}
	switch w := r.word(); w {
	case "true", "false":
		return w == "true"
	case "null":
		return nil
	default:
		n, err := strconv.ParseFloat(w, 64)
		if err != nil {
			panic(err)
		}
		at := r.at
		r.blanks()
		if second := r.word(); second != "" && strings.Trim(second, "0123456789") == "" {
			if r.blanks(); r.takes("R") {
				return ref(n)
			}
		}
		r.at = at
		return n
	}
}

func (r *reading) literal() str {
	var b []byte
	for depth := 1; ; {
		c := r.s[r.at]
		r.at++
		switch c {
		case '\\':
			b = append(b, c, r.s[r.at])
			r.at++
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return str(b)
			}
		}
		b = append(b, c)
	}
}
