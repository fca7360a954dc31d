package torture

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejak/app/session"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
)

// victim is a project file, and what programs that worked on it have acknowledged.
type victim struct {
	path  string
	cards []journey.Card
	sent  []int // the last edit of each card that was asked for, and acknowledged
	acked []int
	next  int
}

// TestKill kills the program in the middle of its work, over and over: each time the file must be
// readable, and what was acknowledged must be in it or be offered back by the next start, with
// its history. Nothing may be offered twice or be left behind.
func TestKill(t *testing.T) {
	binary := mustProgram(t)
	n := rounds(15, 1000)
	v := newVictim(t)
	random := rand.New(rand.NewPCG(11, uint64(n)))
	var acknowledged, offered, edits int
	for round := range n {
		a, err := v.round(binary, random)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		acknowledged += a
		back, err := v.recover()
		if err != nil {
			t.Errorf("round %d: %v", round, err)
		}
		if back > 0 {
			offered, edits = offered+1, edits+back
		}
		wantNames(t, filepath.Dir(v.path), "a.jejak")
		if left := leftBehind(t); len(left) > 0 {
			t.Errorf("round %d: left behind: %q", round, left)
		}
		if t.Failed() {
			break
		}
	}
	if offered == 0 || acknowledged < n {
		t.Errorf("only %d edits were acknowledged and work was offered back %d times", acknowledged, offered)
	}
	t.Logf("%d kills, %d edits acknowledged, work offered back %d times with %d edits", n, acknowledged, offered, edits)
}

func newVictim(t *testing.T) *victim {
	t.Helper()
	p := journeytest.Big(60)
	v := &victim{path: filepath.Join(t.TempDir(), "a.jejak"), cards: sorted(p)}
	for i, c := range v.cards {
		c.Title = "edit 0"
		v.cards[i] = c
		p = p.With(c)
	}
	v.sent, v.acked = make([]int, len(v.cards)), make([]int, len(v.cards))
	check(t, project.Save(v.path, p, project.WorkingIn(t.TempDir())))
	return v
}

// leftBehind lists what is in the folder of working copies.
func leftBehind(t *testing.T) []string {
	t.Helper()
	if _, err := os.Stat(project.DefaultRoot()); err != nil {
		return nil
	}
	return names(t, project.DefaultRoot())
}

// round starts the program, gives it edits, and kills it some time after: while it starts, works,
// saves, or ends. It returns how many edits were acknowledged.
func (v *victim) round(binary string, random *rand.Rand) (acknowledged int, err error) {
	cmd := exec.Command(binary, "apply", v.path)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return 0, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, err
	}
	first, count := v.next+1, 1+random.IntN(60)
	every := 3 + random.IntN(25) // how often it publishes
	orders, lines := v.orders(first, count, every)
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	go func() {
		// It may be killed before it has read this, which is no error.
		_, _ = io.WriteString(in, orders)
		if random := first % 3; random == 0 {
			_ = in.Close() // it saves and ends by itself
		}
	}()
	answers := make(chan string)
	go func() {
		defer close(answers)
		for scan := bufio.NewScanner(out); scan.Scan(); {
			answers <- scan.Text()
		}
	}()
	// The moment depends on what it has answered, so that it is a different one on any machine.
	after, wait := random.IntN(len(lines)+2)-1, time.Duration(random.IntN(20))*time.Millisecond
	if after < 0 {
		go stopAfter(cmd, wait)
	}
	seen := 0
	for line := range answers {
		seen++
		if err := v.answered(line, lines, &acknowledged); err != nil {
			return acknowledged, errors.Join(err, cmd.Process.Kill(), cmd.Wait())
		}
		if seen == after || seen == len(lines) {
			go stopAfter(cmd, wait)
		}
	}
	err = cmd.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == -1 {
		err = nil // it was killed
	}
	return acknowledged, err
}

func stopAfter(cmd *exec.Cmd, wait time.Duration) {
	time.Sleep(wait)
	_ = cmd.Process.Kill() // it may have ended by itself
}

// orders are edits numbered from first on, as the program reads them, with the number of the edit of each
// line, 0 for one that only publishes.
func (v *victim) orders(first, count, every int) (text string, lines []int) {
	var b strings.Builder
	for n := first; n < first+count; n++ {
		card := v.cards[n%len(v.cards)]
		order, _ := json.Marshal(map[string]any{"do": "title", "kind": "card", "id": card.ID, "text": fmt.Sprintf("edit %d", n)})
		b.Write(append(order, '\n'))
		lines = append(lines, n)
		v.sent[n%len(v.cards)] = n
		if n%every == 0 {
			b.WriteString("{\"do\":\"publish\"}\n")
			lines = append(lines, 0)
		}
	}
	v.next = first + count - 1
	return b.String(), lines
}

// answered notes an answer of the program.
func (v *victim) answered(line string, lines []int, acknowledged *int) error {
	words := strings.Fields(line)
	if len(words) != 2 || words[0] != "ok" {
		return fmt.Errorf("the program answers %q", line)
	}
	at, err := strconv.Atoi(words[1])
	if err != nil || at < 1 || at > len(lines) {
		return fmt.Errorf("the program answers %q", line)
	}
	if n := lines[at-1]; n > 0 {
		v.acked[n%len(v.cards)] = n
		*acknowledged++
	}
	return nil
}

// recover does what the next start does, and wants every acknowledged edit. It returns how many
// edits were offered back.
func (v *victim) recover() (back int, err error) {
	if _, err := project.Read(v.path); err != nil {
		return 0, fmt.Errorf("the file: %w", err)
	}
	list, err := session.Leftovers("")
	if err != nil {
		return 0, fmt.Errorf("leftovers: %w", err)
	}
	if len(list) > 1 {
		return 0, fmt.Errorf("%d leftovers", len(list))
	}
	for _, l := range list {
		if l.Err != nil {
			return 0, fmt.Errorf("the work cannot be given back: %w", l.Err)
		}
		back = l.Edits
		s, err := session.Recover(l)
		if err != nil {
			return 0, fmt.Errorf("recover: %w", err)
		}
		if err := v.goOn(s, back); err != nil {
			return back, errors.Join(err, s.Discard())
		}
		if err := s.Close(); err != nil {
			return back, fmt.Errorf("close: %w", err)
		}
	}
	p, err := project.Read(v.path)
	if err != nil {
		return back, fmt.Errorf("the file after that: %w", err)
	}
	if err := v.has(p); err != nil {
		return back, fmt.Errorf("the file after that: %w", err)
	}
	again, err := session.Leftovers("")
	if err != nil || len(again) > 0 {
		return back, fmt.Errorf("offered twice: %d (%w)", len(again), err)
	}
	return back, nil
}

// goOn takes everything back that was offered and makes it again: undo works across the crash.
func (v *victim) goOn(s *session.Session, back int) error {
	before := s.Document().Project()
	if err := v.has(before); err != nil {
		return fmt.Errorf("what is offered back: %w", err)
	}
	for i := range back {
		if _, ok := s.Document().Undo(); !ok {
			return fmt.Errorf("undo ends after %d of %d edits", i, back)
		}
	}
	for range back {
		s.Document().Redo()
	}
	if d := journey.Between(before, s.Document().Project()); !d.IsEmpty() {
		return fmt.Errorf("undo and redo made a difference: %+v", d)
	}
	return nil
}

// has wants every acknowledged edit in p, and none that nobody asked for.
func (v *victim) has(p journey.Project) error {
	for i, c := range v.cards {
		now, _ := p.Cards.Get(c.ID)
		n, err := strconv.Atoi(strings.TrimPrefix(now.Title, "edit "))
		if err != nil || n < v.acked[i] || n > v.sent[i] {
			return fmt.Errorf("card %d says %q, but edit %d was acknowledged", i, now.Title, v.acked[i])
		}
	}
	return nil
}
