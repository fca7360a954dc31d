//go:build e2e

package e2e

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejak/app/ui/watch"
	"jejak/canvas/geom"
)

var jejak string // the built program

func TestMain(m *testing.M) { os.Exit(runMain(m)) }

func runMain(m *testing.M) int {
	if os.Getenv("DISPLAY") == "" {
		fmt.Fprintln(os.Stderr, "these tests need a display: run them with xvfb-run")
		return 1
	}
	if _, err := exec.LookPath("xdotool"); err != nil {
		fmt.Fprintln(os.Stderr, "these tests need xdotool: install it")
		return 1
	}
	dir, err := os.MkdirTemp("", "jejak-e2e-*")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	jejak = filepath.Join(dir, "jejak")
	build := exec.Command("go", "build", "-tags", "e2e", "-o", jejak, "jejak")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "build the program:", err)
		return 1
	}
	defer endShared()
	return m.Run()
}

// patience is how long a slow machine may take for any one thing. It is waited for in full only
// when the thing never happens.
const patience = time.Minute

// program is a running window.
type program struct {
	t       testing.TB // whose turn it is
	cmd     *exec.Cmd
	id      string // of the X window
	done    chan error
	stdin   io.WriteCloser
	answers chan []byte
	stderr  bytes.Buffer
}

// launch starts the program with a home of its own, to be ended with the test.
func launch(t testing.TB, args ...string) *program {
	t.Helper()
	return launchIn(t, t.TempDir(), args...)
}

// launchIn does so with what earlier runs in that home have left.
func launchIn(t testing.TB, home string, args ...string) *program {
	t.Helper()
	p := start(t, home, args...)
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("what the program said:\n%s", p.stderr.String())
		}
		p.kill()
	})
	return p
}

// start starts the program and waits until its window is there and at rest.
func start(t testing.TB, home string, args ...string) *program {
	t.Helper()
	p := &program{t: t, cmd: exec.Command(jejak, args...), done: make(chan error, 1), answers: make(chan []byte)}
	p.cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CACHE_HOME="+filepath.Join(home, "cache"),
		"XDG_CONFIG_HOME="+filepath.Join(home, "config"), "LANG=en_US.UTF-8", "LC_ALL=", "FYNE_SCALE="+cmp.Or(os.Getenv("FYNE_SCALE"), "1"),
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere")
	p.cmd.Stderr = &p.stderr
	var err error
	if p.stdin, err = p.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		r := bufio.NewReader(out)
		for {
			line, err := r.ReadBytes('\n')
			if err != nil {
				break
			}
			p.answers <- line
		}
		p.done <- p.cmd.Wait()
	}()
	p.rest()
	p.wait("the window", func() bool {
		found, err := exec.Command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(p.cmd.Process.Pid)).Output()
		if err != nil {
			return false
		}
		if ids := strings.Fields(string(found)); len(ids) > 0 {
			p.id = ids[len(ids)-1]
		}
		return p.id != ""
	})
	p.front()
	return p
}

// front gives the window the keyboard.
func (p *program) front() {
	p.t.Helper()
	p.x("windowraise", p.id, "windowfocus", "--sync", p.id)
}

// kill ends the program if it runs.
func (p *program) kill() {
	select {
	case err := <-p.done:
		p.done <- err
		return
	default:
	}
	_ = p.cmd.Process.Kill() // it has ended by itself if this fails
	for {
		select {
		case <-p.answers:
		case err := <-p.done:
			p.done <- err
			return
		}
	}
}

// wait asks until done says so.
func (p *program) wait(what string, done func() bool) {
	p.t.Helper()
	for end := time.Now().Add(patience); !done(); time.Sleep(10 * time.Millisecond) {
		p.lives(what)
		if time.Now().After(end) {
			p.t.Fatalf("waited in vain for %s", what)
		}
	}
}

func (p *program) lives(what string) {
	p.t.Helper()
	select {
	case err := <-p.done:
		p.done <- err
		p.t.Fatalf("the program ended (%v) while the test waited for %s\n%s", err, what, p.stderr.String())
	default:
	}
}

// rest waits until the window has done with all that was pressed and typed, and returns what it
// shows then.
func (p *program) rest() watch.Seen {
	p.t.Helper()
	return p.answer("\n")
}

// copies puts a text into the clipboard, as any other program would.
func (p *program) copies(text string) {
	p.t.Helper()
	line, err := json.Marshal(text)
	if err != nil {
		p.t.Fatal(err)
	}
	p.answer(string(line) + "\n")
}

func (p *program) answer(question string) watch.Seen {
	p.t.Helper()
	p.lives("an answer")
	if _, err := io.WriteString(p.stdin, question); err != nil {
		p.t.Fatalf("ask the program: %v\n%s", err, p.stderr.String())
	}
	var s watch.Seen
	select {
	case line := <-p.answers:
		if err := json.Unmarshal(line, &s); err != nil {
			p.t.Fatalf("the program answers %.200q: %v", line, err)
		}
	case err := <-p.done:
		p.done <- err
		p.t.Fatalf("the program ended (%v) instead of coming to rest\n%s", err, p.stderr.String())
	case <-time.After(patience):
		p.t.Fatalf("the window does not come to rest\n%s", p.stderr.String())
	}
	return s
}

// until waits for a rest at which the window shows what is wanted.
func (p *program) until(what string, wanted func(watch.Seen) bool) watch.Seen {
	p.t.Helper()
	var s watch.Seen
	p.wait(what, func() bool { s = p.rest(); return wanted(s) })
	return s
}

func (p *program) dialog(what string) watch.Seen {
	p.t.Helper()
	return p.until(what, func(s watch.Seen) bool { return s.Dialog })
}

func (p *program) noDialog(what string) watch.Seen {
	p.t.Helper()
	return p.until(what, func(s watch.Seen) bool { return !s.Dialog })
}

// titled waits for the title of the window to begin and to end like that.
func (p *program) titled(prefix, suffix string) {
	p.t.Helper()
	p.until("the title "+prefix+" … "+suffix, func(s watch.Seen) bool {
		return strings.HasPrefix(s.Title, prefix) && strings.HasSuffix(s.Title, suffix)
	})
}

// x runs xdotool.
func (p *program) x(args ...string) string {
	p.t.Helper()
	out, err := exec.Command("xdotool", args...).CombinedOutput()
	if err != nil {
		p.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func (p *program) to(at geom.Point) []string {
	return []string{"mousemove", "--window", p.id, strconv.Itoa(int(math.Round(at.X))), strconv.Itoa(int(math.Round(at.Y)))}
}

func (p *program) move(at geom.Point) { p.x(p.to(at)...) }

// click clicks at a place of the window with keys held, "ctrl" for one.
func (p *program) click(at geom.Point, keys ...string) {
	p.t.Helper()
	p.x(holding(keys, append(p.to(at), "click", "1"))...)
}

// drag drags from one place over others, with keys held.
func (p *program) drag(from, to geom.Point, keys ...string) {
	p.t.Helper()
	args := append(p.to(from), "mousedown", "1")
	args = append(append(args, p.way(from, to)...), "mouseup", "1")
	p.x(holding(keys, args)...)
}

// way is the path of a pointer, at the pace of a hand that is in a hurry.
func (p *program) way(from, to geom.Point) []string {
	var args []string
	const steps = 6
	for i := 1; i <= steps; i++ {
		args = append(append(args, p.to(from.Add(to.Sub(from).Mul(float64(i)/steps)))...), "sleep", "0.01")
	}
	return args
}

func holding(keys, args []string) []string {
	var all []string
	for _, k := range keys {
		all = append(all, "keydown", k)
	}
	all = append(all, args...)
	for _, k := range keys {
		all = append(all, "keyup", k)
	}
	return all
}

func (p *program) key(keys ...string) {
	p.t.Helper()
	p.x(append([]string{"key", "--delay", "8"}, keys...)...)
}

func (p *program) write(text string) {
	p.t.Helper()
	p.x("type", "--delay", "8", text)
}

// quit closes the window with Ctrl+Q and wants a clean end.
func (p *program) quit() {
	p.t.Helper()
	p.key("ctrl+q")
	p.ends()
}

// ends waits for the program to end.
func (p *program) ends() {
	p.t.Helper()
	select {
	case err := <-p.done:
		p.done <- err
		if err != nil {
			p.t.Errorf("the program ended with %v", err)
		}
	case <-time.After(patience):
		p.t.Fatal("the program does not quit")
	}
}
