package torture

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jejak/app/session"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
)

func init() { children["rival"] = rival }

// rival works on a file that another one works on too, whatever its lock file says. For each line of its
// input it opens the file, sets the title of a card, says "ready", waits for the next line, saves,
// and says what came of it. What is refused it saves elsewhere.
func rival(args []string) error {
	target, work, elsewhere, card := args[0], args[1], args[2], args[3]
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		title := lines.Text()
		s, err := session.Open(target, session.WorkingIn(work), session.Anyway(), session.Manual())
		if err != nil {
			return err
		}
		_, err = s.Document().Do(edit.Label{Key: edit.LabelRename}, func(tx *edit.Tx) error {
			return edit.SetTitle(tx, journey.Ref{Kind: journey.KindCard, ID: journey.ID(card)}, title)
		})
		if err == nil {
			err = <-s.Kept()
		}
		if err != nil {
			return err
		}
		fmt.Println("ready")
		if !lines.Scan() {
			return io.ErrUnexpectedEOF
		}
		said := "saved"
		if err := <-s.Save(); err != nil {
			var told *project.SaveError
			if !errors.As(err, &told) {
				return err
			}
			said = "refused " + string(told.Reason)
			if err := <-s.SaveAs(elsewhere); err != nil {
				return fmt.Errorf("save elsewhere: %w", err)
			}
		}
		if err := s.Close(); err != nil {
			return err
		}
		fmt.Println(said)
	}
	return lines.Err()
}

// rivalProcess is one of two.
type rivalProcess struct {
	cmd       *exec.Cmd
	in        io.WriteCloser
	out       *bufio.Scanner
	card      journey.ID
	elsewhere string
	title     string
}

func newRival(t *testing.T, target string, card journey.ID) *rivalProcess {
	t.Helper()
	r := &rivalProcess{card: card, elsewhere: filepath.Join(t.TempDir(), "mine.jejak")}
	r.cmd = child("rival", target, t.TempDir(), r.elsewhere, string(card))
	var err error
	r.in, err = r.cmd.StdinPipe()
	check(t, err)
	out, err := r.cmd.StdoutPipe()
	check(t, err)
	r.out = bufio.NewScanner(out)
	check(t, r.cmd.Start())
	return r
}

func (r *rivalProcess) ask(t *testing.T, line string) {
	t.Helper()
	_, err := fmt.Fprintln(r.in, line)
	check(t, err)
}

func (r *rivalProcess) answer(t *testing.T) string {
	t.Helper()
	if !r.out.Scan() {
		t.Fatalf("a rival has ended: %v, %v", r.out.Err(), r.cmd.Wait())
	}
	return r.out.Text()
}

// TestRivals has two processes save the same file at the same moment, over and over. Each must
// either have its work in the file or be told that it has not.
func TestRivals(t *testing.T) {
	n := rounds(10, 200)
	p := journeytest.Big(30)
	target := filepath.Join(t.TempDir(), "a.jejak")
	check(t, project.Save(target, p, project.WorkingIn(t.TempDir())))
	cards := sorted(p)
	two := []*rivalProcess{newRival(t, target, cards[0].ID), newRival(t, target, cards[1].ID)}
	wins := map[string]int{}
	for round := range n {
		for i, r := range two {
			r.title = fmt.Sprintf("round %d of %d", round, i)
			r.ask(t, r.title)
		}
		for _, r := range two {
			if said := r.answer(t); said != "ready" {
				t.Fatalf("a rival says %q", said)
			}
		}
		order := []int{round % 2, 1 - round%2}
		for _, i := range order {
			two[i].ask(t, "go")
		}
		saved := 0
		for _, r := range two {
			said := r.answer(t)
			wins[said]++
			where := target
			switch {
			case said == "saved":
				saved++
			case said == "refused "+string(project.Changed):
				where = r.elsewhere
			default:
				t.Errorf("round %d: a rival is told %q", round, said)
			}
			got, err := project.Read(where)
			check(t, err)
			if c, _ := got.Cards.Get(r.card); c.Title != r.title {
				t.Errorf("round %d: %q, but %s says %q", round, said, filepath.Base(where), c.Title)
			}
		}
		if saved != 1 {
			t.Errorf("round %d: %d have saved", round, saved)
		}
		wantNames(t, filepath.Dir(target), "a.jejak")
		if t.Failed() {
			break
		}
	}
	for _, r := range two {
		check(t, r.in.Close())
		if r.out.Scan() {
			t.Errorf("a rival says %q", r.out.Text())
		}
		check(t, r.cmd.Wait())
	}
	t.Logf("%d rounds: %s", n, strings.TrimPrefix(fmt.Sprint(wins), "map"))
}
