package torture

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// soak reports whether the tests run at their whole length.
var soak = os.Getenv("JEJAK_SOAK") == "1"

// rounds chooses between the two lengths of a test.
func rounds(short, whole int) int {
	if soak {
		return whole
	}
	return short
}

// childVariable names what a child process does: see children.
const childVariable = "JEJAK_TORTURE_CHILD"

// children are what this test program does in processes of their own. Each is called with the
// arguments of the process, and its result is the exit code.
var children = map[string]func(args []string) error{}

func TestMain(m *testing.M) {
	if name := os.Getenv(childVariable); name != "" {
		if err := children[name](os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(run(m))
}

// environment is that of the tests before run changed it.
var environment = os.Environ()

// run keeps what commands write to the user's cache in a folder that goes away.
func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "torture-")
	if err == nil {
		err = os.Setenv("XDG_CACHE_HOME", dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return code
}

// child makes a process that does one of children.
func child(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	// With the race detector a process waits for a second at its end.
	cmd.Env = append(os.Environ(), childVariable+"="+name, "GORACE=atexit_sleep_ms=0")
	cmd.Stderr = os.Stderr
	return cmd
}

// program builds the program itself, once.
var program = sync.OnceValues(func() (string, error) {
	dir := os.Getenv("XDG_CACHE_HOME") // goes away at the end
	path := filepath.Join(dir, "program")
	root, err := filepath.Abs("../../..")
	if err != nil {
		return "", err
	}
	build := exec.Command("go", "build", "-o", path, ".")
	build.Dir, build.Env = root, environment // Go's cache is the user's
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return path, nil
})

func mustProgram(t *testing.T) string {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal("build the program: ", err)
	}
	return path
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// names lists a folder.
func names(t testing.TB, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	check(t, err)
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

func wantNames(t testing.TB, dir string, want ...string) {
	t.Helper()
	if got := names(t, dir); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("%s holds %q, want %q", dir, got, want)
	}
}
