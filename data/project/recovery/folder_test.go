package recovery

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"

	"jejak/data/project/disk"
)

func scan(t *testing.T, root string) []*Folder {
	t.Helper()
	list, err := Scan(disk.OS{}, root)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestLifeOfAFolder(t *testing.T) {
	root := filepath.Join(t.TempDir(), "made", "when", "needed")
	if list := scan(t, root); len(list) > 0 {
		t.Errorf("found %d without a root", len(list))
	}
	f, err := New(disk.OS{}, root, Manifest{User: "Sari", Path: "/x/a.jejak"})
	if err != nil {
		t.Fatal(err)
	}
	if f.Manifest().Session != filepath.Base(f.Path()) {
		t.Errorf("the session is called %q", f.Manifest().Session)
	}
	if list := scan(t, root); len(list) > 0 {
		t.Error("found one that is held")
	}
	target := filepath.Join(t.TempDir(), "a.jejak")
	for range 2 {
		if err := f.AddTarget(target); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{f.Draft(target), filepath.Join(f.Path(), "work.jejak")} {
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := f.Manifest()
	if err := f.Release(); err != nil {
		t.Fatal(err)
	}
	list := scan(t, root)
	if len(list) != 1 {
		t.Fatalf("found %d", len(list))
	}
	if again := scan(t, root); len(again) > 0 {
		t.Error("found twice")
	}
	got := list[0].Manifest()
	if len(got.Targets) != 1 || got.Targets[0] != target || got.Session != want.Session || got.User != "Sari" || got.Path != want.Path {
		t.Errorf("manifest %+v, want %+v", got, want)
	}
	for range 2 {
		if err := list[0].RemoveDrafts(); err != nil {
			t.Error(err)
		}
		if err := list[0].Remove(); err != nil {
			t.Error(err)
		}
	}
	for _, dir := range []string{root, filepath.Dir(target)} {
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("left in %s: %v, %v", dir, left, err)
		}
	}
}

// TestScanOfOddFolders looks at what a crash can leave at any moment, and at what is none of ours.
func TestScanOfOddFolders(t *testing.T) {
	root := t.TempDir()
	put := func(path, text string) {
		t.Helper()
		path = filepath.Join(root, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(root, "open-empty"), 0o700); err != nil {
		t.Fatal(err)
	}
	put("open-begun/lock", "")
	put("open-draft/lock", "")
	put("open-draft/manifest.json.new", "{")
	put("open-damaged/lock", "")
	put("open-damaged/manifest.json", "{")
	put("open-damaged/work.jejak", "x")
	put("open-unlocked/work.jejak", "x")
	put("open-file", "")
	put("other/lock", "")
	list := scan(t, root)
	if len(list) != 1 || list[0].Manifest().Session != "open-damaged" {
		t.Errorf("found %d", len(list))
	}
	for name, want := range map[string]bool{
		"open-empty": false, "open-begun": false, "open-draft": false,
		"open-damaged": true, "open-unlocked": true, "open-file": true, "other": true,
	} {
		if _, err := os.Stat(filepath.Join(root, name)); (err == nil) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestNewWhileScanning makes folders while others sweep: none may be taken away from under its owner.
func TestNewWhileScanning(t *testing.T) {
	root := t.TempDir()
	var sweeping, making sync.WaitGroup
	stop := make(chan struct{})
	for range 2 {
		sweeping.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				list, err := Scan(disk.OS{}, root)
				if err != nil {
					t.Error(err)
				}
				for _, f := range list {
					t.Errorf("found %s, which is held", f.Path())
				}
			}
		})
	}
	for range 2 {
		making.Go(func() {
			for range 50 {
				f, err := New(disk.OS{}, root, Manifest{})
				if err != nil {
					t.Error(err)
					continue
				}
				if _, err := os.Stat(filepath.Join(f.Path(), manifestName)); err != nil {
					t.Error(err)
				}
				if err := f.Remove(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	making.Wait()
	close(stop)
	sweeping.Wait()
	if left, err := os.ReadDir(root); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

// fullDisk has no room for what is written.
type fullDisk struct{ disk.OS }

func (fullDisk) Sync(string) error { return syscall.ENOSPC }

func TestNewOnAFullDisk(t *testing.T) {
	root := t.TempDir()
	if _, err := New(fullDisk{}, root, Manifest{}); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("error is %v", err)
	}
	if left, err := os.ReadDir(root); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}
