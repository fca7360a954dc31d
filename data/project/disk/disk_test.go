package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestOS(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	d := OS{}
	check := func(what string, err error) {
		t.Helper()
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	check("make a folder", d.Mkdir(in("folder"), 0o700))
	check("create", d.Create(in("folder/a"), 0o600))
	if err := d.Create(in("folder/a"), 0o600); !errors.Is(err, fs.ErrExist) {
		t.Errorf("create again: %v", err)
	}
	check("write", d.Write(in("folder/a"), strings.NewReader("a long text")))
	check("write", d.Write(in("folder/a"), strings.NewReader("short")))
	if err := d.Write(in("none"), strings.NewReader("x")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("write to what is not there: %v", err)
	}
	check("sync", d.Sync(in("folder/a")))
	check("chmod", d.Chmod(in("folder/a"), 0o400))
	check("link", d.Link(in("folder/a"), in("folder/b")))
	if err := d.Link(in("folder/a"), in("folder/b")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("link again: %v", err)
	}
	check("rename", d.Rename(in("folder/b"), in("c")))
	check("sync the folder", d.SyncFolder(dir))
	if b, err := os.ReadFile(in("c")); err != nil || !bytes.Equal(b, []byte("short")) {
		t.Errorf("it holds %q, %v", b, err)
	}
	check("link to the outside", os.Symlink(dir, in("folder/link")))
	check("remove all", RemoveAll(d, in("folder")))
	check("remove all of nothing", RemoveAll(d, in("folder")))
	check("remove", d.Remove(in("c")))
	if list, err := os.ReadDir(dir); err != nil || len(list) > 0 {
		t.Errorf("left: %v, %v", list, err)
	}
}

func TestHold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	if _, err := HoldOld(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("hold what is not there: %v", err)
	}
	first, err := Hold(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, hold := range []func(string) (*Held, error){Hold, HoldOld} {
		if _, err := hold(path); !errors.Is(err, ErrHeld) {
			t.Errorf("held twice: %v", err)
		}
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	second, err := HoldOld(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := second.Close(); err != nil {
		t.Error(err)
	}
}

// TestHoldOfTheDead starts a process that holds a file and is killed.
func TestHoldOfTheDead(t *testing.T) {
	if path := os.Getenv("HOLD"); path != "" {
		if _, err := Hold(path); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stdout.WriteString("held\n"); err != nil {
			t.Fatal(err)
		}
		select {}
	}
	path := filepath.Join(t.TempDir(), "lock")
	child := exec.Command(os.Args[0], "-test.run=^TestHoldOfTheDead$")
	child.Env = append(os.Environ(), "HOLD="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 5)); err != nil {
		t.Fatal(err)
	}
	if _, err := Hold(path); !errors.Is(err, ErrHeld) {
		t.Errorf("held by another process: %v", err)
	}
	if !Alive(child.Process.Pid) {
		t.Error("the process is not alive")
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait() // it says that it was killed
	h, err := Hold(path)
	if err != nil {
		t.Fatalf("after its end: %v", err)
	}
	if err := h.Close(); err != nil {
		t.Error(err)
	}
	if Alive(child.Process.Pid) || Alive(0) || Alive(-1) || !Alive(os.Getpid()) {
		t.Error("who is alive is told wrongly")
	}
}
