package project

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// asNobody runs f with the rights of a user who owns nothing, also when root runs the tests. Linux keeps
// the rights by thread: the one used here ends with its goroutine.
func asNobody(t *testing.T, f func()) {
	t.Helper()
	if os.Geteuid() != 0 {
		f()
		return
	}
	done := make(chan error)
	go func() {
		runtime.LockOSThread()
		const nobody = 65534
		err := syscall.Setfsuid(nobody)
		if err == nil {
			f()
		}
		done <- err
	}()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestNoPermission(t *testing.T) {
	path := saved(t, small())
	locked := t.TempDir()
	f := opened(t, saved(t, small()))
	for name, mode := range map[string]os.FileMode{path: 0, locked: 0o500} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	for dir := filepath.Dir(path); dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	var openErr, readErr, checkErr, saveErr error
	asNobody(t, func() {
		_, openErr = Open(path, WorkingIn("/nowhere"))
		_, readErr = Read(path)
		_, checkErr = Check(path)
		saveErr = f.Publish(filepath.Join(locked, "a.jejak"))
	})
	for how, err := range map[string]error{"Open": openErr, "Read": readErr, "Check": checkErr} {
		var e *OpenError
		if !errors.As(err, &e) || e.Reason != NoPermission {
			t.Errorf("%s: error is %v", how, err)
		}
	}
	wantSaveError(t, saveErr, NoPermission)
}

// TestPipe must not wait for somebody to write into the pipe.
func TestPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jejak")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Read(path)
	var e *OpenError
	if !errors.As(err, &e) || e.Reason != NotRegular {
		t.Errorf("error is %v", err)
	}
	wantSaveError(t, opened(t, saved(t, small())).Publish(path), NotRegular)
}
