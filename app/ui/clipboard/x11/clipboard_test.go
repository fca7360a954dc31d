//go:build e2e

package x11

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// server starts an X server of the test's own, so that no other test has its clipboard.
func server(t *testing.T) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "320x200x24", "-nolisten", "tcp", "-noreset")
	cmd.ExtraFiles = []*os.File{w}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v: sh packaging/need test installs what is missing", err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var number int
	if _, err := fmt.Fscan(r, &number); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf(":%d", number)
}

func open(t *testing.T, display string) *Clipboard {
	t.Helper()
	b, err := Open(display)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

// noise is data that no one could guess a piece of.
func noise(n int) []byte {
	data := make([]byte, n)
	v := uint32(1)
	for i := range data {
		v = v*1664525 + 1013904223
		data[i] = byte(v >> 24)
	}
	return data
}

func TestWhatIsOfferedCanBeRead(t *testing.T) {
	display := server(t)
	a, b := open(t, display), open(t, display)
	if list, err := a.Formats(); err != nil || len(list) != 0 {
		t.Fatalf("a new server offers %q (%v)", list, err)
	}
	if _, err := a.Read("UTF8_STRING", 100); !errors.Is(err, ErrNothing) {
		t.Errorf("reading nothing says %v", err)
	}
	for _, n := range []int{0, 1, 5, 70_000, 262_140, 262_144, 3_000_000} {
		data := noise(n)
		if err := a.Offer(Data{"image/png", data}, Data{"UTF8_STRING", []byte("kopi ☕")}); err != nil {
			t.Fatal(err)
		}
		list, err := b.Formats()
		if err != nil || !slices.Contains(list, "image/png") || !slices.Contains(list, "UTF8_STRING") || slices.Contains(list, "image/jpeg") {
			t.Fatalf("%q is offered (%v)", list, err)
		}
		for who, from := range map[string]*Clipboard{"the other": b, "itself": a} {
			got, err := from.Read("image/png", 1<<23)
			if err != nil || !bytes.Equal(got, data) {
				t.Fatalf("%s reads %d bytes, want %d (%v)", who, len(got), n, err)
			}
			if got, err := from.Read("UTF8_STRING", 100); err != nil || string(got) != "kopi ☕" {
				t.Errorf("%s reads %q (%v)", who, got, err)
			}
			if _, err := from.Read("image/jpeg", 100); !errors.Is(err, ErrNothing) {
				t.Errorf("%s reads a format that is not there: %v", who, err)
			}
			var large *TooLargeError
			if _, err := from.Read("image/png", n-1); n > 0 && !errors.As(err, &large) {
				t.Errorf("%s reads %d bytes of %d: %v", who, n-1, n, err)
			}
		}
	}
	if !a.Owns() || b.Owns() {
		t.Error("nobody knows whose it is")
	}
	if err := b.Offer(Data{"UTF8_STRING", []byte("teh")}); err != nil {
		t.Fatal(err)
	}
	if got, err := a.Read("UTF8_STRING", 100); err != nil || string(got) != "teh" || a.Owns() {
		t.Errorf("after another program copied it reads %q (%v)", got, err)
	}
	b.Close()
	if list, err := a.Formats(); err != nil || len(list) != 0 {
		t.Errorf("a program that has ended offers %q (%v)", list, err)
	}
	if b.Alive() || b.Offer(Data{"UTF8_STRING", nil}) == nil {
		t.Error("what is closed goes on")
	}
}

func TestOtherProgramsUnderstand(t *testing.T) {
	display := server(t)
	b := open(t, display)
	xclip := func(in []byte, args ...string) []byte {
		t.Helper()
		cmd := exec.Command("xclip", append([]string{"-selection", "clipboard"}, args...)...)
		cmd.Env = append(os.Environ(), "DISPLAY="+display)
		if in != nil { // it goes on in the background, and would hold a pipe open
			cmd.Stdin = bytes.NewReader(in)
			if err := cmd.Run(); err != nil {
				t.Fatalf("xclip: %v: sh packaging/need test installs what is missing", err)
			}
			return nil
		}
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("xclip %v: %v", args, err)
		}
		return out
	}
	for _, n := range []int{1, 100_000, 900_000} {
		data := noise(n)
		if err := b.Offer(Data{"image/png", data}, Data{"UTF8_STRING", []byte("né")}); err != nil {
			t.Fatal(err)
		}
		if got := xclip(nil, "-o", "-t", "image/png"); !bytes.Equal(got, data) {
			t.Errorf("xclip reads %d bytes of %d", len(got), n)
		}
		if got := xclip(nil, "-o", "-t", "UTF8_STRING"); string(got) != "né" {
			t.Errorf("xclip reads %q", got)
		}
		if got := string(xclip(nil, "-o", "-t", "TARGETS")); !strings.Contains(got, "image/png\nUTF8_STRING") {
			t.Errorf("xclip sees %q", got)
		}
		slices.Reverse(data)
		xclip(data, "-i", "-t", "image/png")
		for b.Owns() { // it ends before the copy that it leaves behind has the clipboard
			if _, err := b.Formats(); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := b.Read("image/png", 1<<20); err != nil || !bytes.Equal(got, data) {
			t.Errorf("of xclip it reads %d bytes, want %d (%v)", len(got), n, err)
		}
	}
}

func TestNoServerIsAnError(t *testing.T) {
	for _, display := range []string{"", ":59000", "nonsense"} {
		if b, err := Open(display); err == nil {
			b.Close()
			t.Errorf("%q opened", display)
		}
	}
}

// Keepers of clipboards ask for all formats at once.
func TestSeveralFormatsAtOnce(t *testing.T) {
	display := server(t)
	a, b := open(t, display), open(t, display)
	large := noise(500_000)
	if err := a.Offer(Data{"UTF8_STRING", []byte("kopi")}, Data{"image/png", large}); err != nil {
		t.Fatal(err)
	}
	atom := func(name string) uint32 {
		n, err := b.c.atom(name)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	multiple, pairs := atom("MULTIPLE"), atom("PAIRS")
	wants := u32s(atom("UTF8_STRING"), atom("FIRST"), atom("image/jpeg"), atom("SECOND"), atom("image/png"), atom("THIRD"))
	b.c.setProperty(b.c.window, pairs, atom("ATOM_PAIR"), 32, wants, false)
	told := b.expect(func(p packet) bool { return p.kind() == selectionNotify && p.u32(16) == multiple })
	b.c.send(24, 0, u32s(b.c.window, atom("CLIPBOARD"), multiple, pairs, 0))
	if p, ok := b.wait(told); !ok || p.u32(20) != pairs {
		t.Fatal("it was not answered")
	}
	left, _, err := b.c.property(b.c.window, pairs, false, 1000)
	if err != nil || len(left) != len(wants) || le.Uint32(left[4:]) == 0 || le.Uint32(left[12:]) != 0 || le.Uint32(left[20:]) == 0 {
		t.Fatalf("of %v it says %v (%v)", wants, left, err)
	}
	if got, _, err := b.c.property(b.c.window, atom("FIRST"), true, 1000); err != nil || string(got) != "kopi" {
		t.Errorf("the text is %q (%v)", got, err)
	}
	third := atom("THIRD")
	var got []byte
	for first := true; ; first = false {
		next := b.expect(func(p packet) bool { return p.kind() == propertyNotify && p.u32(8) == third && p[16] == 0 })
		value, kind, err := b.c.property(b.c.window, third, true, 1<<20)
		if err != nil || first && kind != atom("INCR") {
			t.Fatalf("a piece is of the type %d (%v)", kind, err)
		}
		if !first {
			got = append(got, value...)
			if len(value) == 0 {
				b.drop(next)
				break
			}
		}
		if _, ok := b.wait(next); !ok {
			t.Fatal("it stopped half way")
		}
	}
	if !bytes.Equal(got, large) {
		t.Errorf("%d bytes came, not %d", len(got), len(large))
	}
}
