package x11

import (
	"encoding/binary"
	"fmt"
	"testing"
)

func TestParseDisplay(t *testing.T) {
	for in, want := range map[string]string{
		":0": "[{unix /tmp/.X11-unix/X0} {unix @/tmp/.X11-unix/X0}]", ":93.1": "[{unix /tmp/.X11-unix/X93} {unix @/tmp/.X11-unix/X93}]",
		"unix:2": "[{unix /tmp/.X11-unix/X2} {unix @/tmp/.X11-unix/X2}]", "localhost:10.0": "[{tcp localhost:6010}]",
		"[::1]:1": "[{tcp [::1]:6001}]",
		"":        "", "0": "", ":": "", ":x": "", ":-1": "", ":70000": "",
	} {
		p, err := parseDisplay(in)
		got := ""
		if err == nil {
			got = fmt.Sprint(p.addresses())
		}
		if got != want {
			t.Errorf("%q is %s (%v), want %s", in, got, err, want)
		}
	}
}

func entry(family uint16, fields ...string) []byte {
	b := binary.BigEndian.AppendUint16(nil, family)
	for _, f := range fields {
		b = binary.BigEndian.AppendUint16(b, uint16(len(f)))
		b = append(b, f...)
	}
	return b
}

func TestFindCookie(t *testing.T) {
	var file []byte
	for _, e := range [][]byte{
		entry(256, "desk", "1", magicCookie, "other display"),
		entry(256, "desk", "0", "XDM-AUTHORIZATION-1", "other kind"),
		entry(65535, "", "", magicCookie, "any"),
		entry(256, "desk", "0", magicCookie, "ours"),
		entry(256, "lamp", "0", magicCookie, "other host"),
	} {
		file = append(file, e...)
	}
	for _, c := range []struct {
		host   string
		number int
		want   string
	}{{"desk", 0, "ours"}, {"desk", 1, "other display"}, {"sofa", 7, "any"}} {
		if name, got := findCookie(file, c.host, c.number); name != magicCookie || string(got) != c.want {
			t.Errorf("for %s:%d it is %q %q, want %q", c.host, c.number, name, got, c.want)
		}
	}
	if name, got := findCookie(nil, "desk", 0); name != "" || got != nil {
		t.Errorf("no file gives %q %q", name, got)
	}
}

func FuzzFindCookie(f *testing.F) {
	f.Add(entry(256, "desk", "0", magicCookie, "ours"))
	f.Add([]byte{1, 0, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, file []byte) {
		name, data := findCookie(file, "desk", 0)
		if (name == "") != (data == nil) && len(data) > 0 {
			t.Errorf("%q %q", name, data)
		}
	})
}
