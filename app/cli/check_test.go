package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
)

// damaged makes a file of a project without the page of one card and the next one.
func damaged(t *testing.T, dir string, p journey.Project) []byte {
	t.Helper()
	path := filepath.Join(dir, "bad.jejak")
	if err := project.Save(path, p, project.WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	data := []byte(read(t, dir, "bad.jejak"))
	page := strings.LastIndex(string(data), "picks up bicycle") &^ 4095
	clear(data[page : page+8192])
	write(t, dir, "bad.jejak", string(data))
	return data
}

func TestRepair(t *testing.T) {
	dir := t.TempDir()
	p := journeytest.Big(200)
	before := damaged(t, dir, p)
	check := jejak(t, dir, "check", "bad.jejak")
	if check.code != exitFail || !strings.Contains(check.out, "it could not be read and is lost") || !strings.Contains(check.err, "bad.jejak has ") {
		t.Errorf("check: %+v", check)
	}
	repair := jejak(t, dir, "check", "--repair", "-o", "good.jejak", "bad.jejak")
	lines := strings.Split(strings.TrimSpace(repair.out), "\n")
	if repair.code != exitOK || repair.err != "" || len(lines) < 3 || strings.Contains(repair.out, "[") ||
		!strings.HasPrefix(lines[len(lines)-1], "good.jejak was saved; ") {
		t.Errorf("repair: %+v", repair)
	}
	for _, l := range lines[:len(lines)-1] {
		if !strings.Contains(check.out, l) {
			t.Errorf("check does not say %q", l)
		}
	}
	if !slices.Equal(before, []byte(read(t, dir, "bad.jejak"))) {
		t.Error("the damaged file was changed")
	}
	must(t, dir, "check", "good.jejak")
	got := readProject(t, filepath.Join(dir, "good.jejak"))
	if got.Len() < p.Len()*8/10 || got.Info() != p.Info() {
		t.Errorf("%d of %d elements were saved", got.Len(), p.Len())
	}
	if out := must(t, dir, "check", "--repair", "good.jejak", "-o", "again.jejak"); out != "again.jejak was saved; nothing was lost\n" {
		t.Errorf("got %q", out)
	}
}

func TestRepairRefuses(t *testing.T) {
	dir := t.TempDir()
	damaged(t, dir, journeytest.Big(50))
	if err := os.Link(filepath.Join(dir, "bad.jejak"), filepath.Join(dir, "same.jejak")); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "text.jejak", "no project\n")
	before := contents(t, dir)
	for _, test := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"--repair", "bad.jejak"}, exitUsage, "--repair and -o go together"},
		{[]string{"bad.jejak", "-o", "out.jejak"}, exitUsage, "--repair and -o go together"},
		{[]string{"--repair", "bad.jejak", "-o", "bad.jejak"}, exitUsage, "is the input"},
		{[]string{"--repair", "bad.jejak", "-o", "same.jejak"}, exitUsage, "is the input"},
		{[]string{"--repair", "bad.jejak", "-o", "out.pdf"}, exitUsage, "must end in"},
		{[]string{"--repair", "none.jejak", "-o", "out.jejak"}, exitFail, "does not exist"},
		{[]string{"--repair", "text.jejak", "-o", "out.jejak"}, exitFail, "not a Jejak project"},
	} {
		r := jejak(t, dir, append([]string{"check"}, test.args...)...)
		if r.code != test.code || r.out != "" || !strings.Contains(r.err, test.want) {
			t.Errorf("%q: %+v", test.args, r)
		}
	}
	for name, text := range contents(t, dir) {
		if before[name] != text {
			t.Errorf("%s was made or changed", name)
		}
	}
}
