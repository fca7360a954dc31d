package torture

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"jejak/app/session"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
)

// place is where one trouble happens.
type place struct {
	home, work, away string // of the user's file, the working copies, and where else it can be saved
	target           string
	before           []byte // what stood in the user's file
}

// trouble is something that keeps a file from being saved.
type trouble struct {
	name    string
	mount   string // the folder that is a small disk of its own: home or work
	nobody  bool   // as a user who owns nothing but work and away
	prepare func(*place) error
	begin   func(*place) error
	want    project.Reason
	keep    bool // it is the edit that cannot be kept, not the file
	intact  bool // the user's file is there afterwards as it was
	end     func(*place) error
	saves   int // how often Save is asked for after that; 0: it is saved elsewhere
}

const nobody = 65534

var troubles = []trouble{
	{name: "disk full", mount: "home", begin: func(p *place) error { return fill(p.home) }, want: project.DiskFull, intact: true,
		end: func(p *place) error { return os.Remove(filepath.Join(p.home, "ballast")) }, saves: 1},
	{name: "disk of the working copy full", mount: "work", begin: func(p *place) error { return fill(p.work) }, want: project.DiskFull, keep: true, intact: true,
		end: func(p *place) error { return os.Remove(filepath.Join(p.work, "ballast")) }, saves: 1},
	{name: "disk of the working copy full at saving", mount: "work", begin: func(p *place) error { return fill(p.work) }, want: project.DiskFull, intact: true,
		end: func(p *place) error { return os.Remove(filepath.Join(p.work, "ballast")) }, saves: 1},
	{name: "files may not grow", begin: func(*place) error { return limitFiles(64 << 10) }, want: project.DiskFull, intact: true,
		end: func(*place) error { return limitFiles(syscall.RLIM_INFINITY & (1<<63 - 1)) }, saves: 1},
	{name: "read-only disk", mount: "home", begin: func(p *place) error { return remount(p.home, syscall.MS_RDONLY) }, want: project.ReadOnly, intact: true},
	{name: "read-only disk for a while", mount: "home", begin: func(p *place) error { return remount(p.home, syscall.MS_RDONLY) }, want: project.ReadOnly, intact: true,
		end: func(p *place) error { return remount(p.home, 0) }, saves: 1},
	{name: "read-only from the beginning", mount: "home", prepare: func(p *place) error { return remount(p.home, syscall.MS_RDONLY) }, want: project.ReadOnly, intact: true},
	{name: "read-only file", begin: func(p *place) error { return os.Chmod(p.target, 0o444) }, want: project.ReadOnly, intact: true,
		end: func(p *place) error { return os.Chmod(p.target, 0o644) }, saves: 1},
	{name: "another's file in another's folder", nobody: true, prepare: func(p *place) error { return os.Chmod(p.home, 0o755) }, want: project.NoPermission, intact: true},
	{name: "folder that must not be changed", nobody: true, prepare: func(p *place) error { return errors.Join(os.Chmod(p.target, 0o666), os.Chmod(p.home, 0o755)) },
		want: project.NoPermission, intact: true},
	{name: "deleted", begin: func(p *place) error { return os.Remove(p.target) }, want: project.Gone, saves: 1},
	{name: "moved away", begin: func(p *place) error { return os.Rename(p.target, filepath.Join(p.away, "moved.jejak")) }, want: project.Gone},
	{name: "replaced by another project", begin: func(p *place) error { return project.Save(p.target, journeytest.Full(), project.WorkingIn(p.work)) }, want: project.Replaced, intact: true},
	{name: "replaced by something else", begin: func(p *place) error { return os.WriteFile(p.target, []byte("Dear all"), 0o644) }, want: project.Replaced, intact: true},
	{name: "emptied", begin: func(p *place) error { return os.Truncate(p.target, 0) }, want: project.Replaced, intact: true},
	{name: "saved by somebody else", begin: saveByOther, want: project.Changed, intact: true},
	{name: "restored from a backup of before", prepare: saveByOther, begin: func(p *place) error { return os.WriteFile(p.target, p.before, 0o644) }, want: project.Changed, intact: true},
	{name: "a folder in its place", begin: func(p *place) error { return errors.Join(os.Remove(p.target), os.Mkdir(p.target, 0o755)) }, want: project.Directory},
	{name: "a pipe in its place", begin: func(p *place) error { return errors.Join(os.Remove(p.target), syscall.Mkfifo(p.target, 0o644)) }, want: project.NotRegular},
	{name: "folder deleted", begin: func(p *place) error { return os.RemoveAll(p.home) }, want: project.NoFolder,
		end: func(p *place) error { return os.Mkdir(p.home, 0o755) }, saves: 2},
	{name: "folder moved", begin: func(p *place) error { return os.Rename(p.home, filepath.Join(p.away, "home")) }, want: project.NoFolder},
	{name: "a file in place of the folder", begin: func(p *place) error { return errors.Join(os.RemoveAll(p.home), os.WriteFile(p.home, nil, 0o644)) }, want: project.NoFolder},
}

// fill leaves no room on the disk of a folder.
func fill(dir string) error {
	f, err := os.Create(filepath.Join(dir, "ballast"))
	if err != nil {
		return err
	}
	for n := 64 << 10; n > 0; {
		if _, err := f.Write(make([]byte, n)); err != nil {
			n /= 2
		}
	}
	return f.Close()
}

func remount(dir string, flags uintptr) error {
	return syscall.Mount("none", dir, "tmpfs", syscall.MS_REMOUNT|flags, "")
}

func limitFiles(size uint64) error {
	signal.Ignore(syscall.SIGXFSZ)
	var now syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &now); err != nil {
		return err
	}
	now.Cur = min(size, now.Max)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &now)
}

// saveByOther has another program of the same kind change the file.
func saveByOther(p *place) error {
	f, err := project.Open(p.target, project.WorkingIn(p.work))
	if err != nil {
		return err
	}
	err = f.Write(journey.Between(f.Project(), numbered(f.Project(), 99)))
	if err == nil {
		err = f.Publish(p.target)
	}
	return errors.Join(err, f.Close())
}

func init() {
	children["trouble"] = func(args []string) error {
		for _, tr := range troubles {
			if tr.name == args[1] {
				return tr.happen(args[0])
			}
		}
		return fmt.Errorf("no trouble is called %q", args[1])
	}
	children["mount"] = func(args []string) error { return syscall.Mount("none", args[0], "tmpfs", 0, "size=1m") }
}

// TestRefusals has everything happen to a file that keeps it from being saved. The right message must
// be given, what stands there must stay as it is, and the work must not be lost.
func TestRefusals(t *testing.T) {
	mounts := true
	try := child("mount", t.TempDir())
	try.SysProcAttr, try.Stderr = ownMounts(), nil
	if err := try.Run(); err != nil {
		mounts = false
	}
	for _, tr := range troubles {
		t.Run(tr.name, func(t *testing.T) {
			if tr.mount != "" && !mounts {
				t.Skip("no disk can be made here: run this as root, or allow user namespaces (sysctl kernel.unprivileged_userns_clone=1)")
			}
			if tr.nobody && os.Geteuid() != 0 {
				t.Skip("only root can become somebody who owns nothing: run this as root")
			}
			dir := t.TempDir()
			if tr.nobody {
				for up := dir; up != os.TempDir() && up != "/"; up = filepath.Dir(up) {
					check(t, os.Chmod(up, 0o755))
				}
			}
			cmd := child("trouble", dir, tr.name)
			if tr.mount != "" {
				cmd.SysProcAttr = ownMounts()
			}
			var out bytes.Buffer
			cmd.Stderr = &out
			if err := cmd.Run(); err != nil {
				t.Errorf("%v: %s", err, out.String())
			}
		})
	}
}

// ownMounts gives a process disks that nobody else sees and that go away with it.
func ownMounts() *syscall.SysProcAttr {
	if os.Geteuid() == 0 {
		return &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS}
	}
	return &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWNS | syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
}

func (tr trouble) happen(dir string) error {
	p := &place{home: filepath.Join(dir, "home"), work: filepath.Join(dir, "work"), away: filepath.Join(dir, "away")}
	p.target = filepath.Join(p.home, "a.jejak")
	if err := tr.arrange(p, dir); err != nil {
		return fmt.Errorf("arrange: %w", err)
	}
	s, err := session.Open(p.target, session.WorkingIn(p.work), session.Manual())
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	if err := tr.work(p, s); err != nil {
		return errors.Join(err, s.Discard())
	}
	if err := s.Close(); err != nil {
		return fmt.Errorf("close: %w", err)
	}
	list, err := os.ReadDir(p.work)
	if err == nil && len(list) > 0 {
		err = fmt.Errorf("%s is left in the folder of working copies", list[0].Name())
	}
	return err
}

func (tr trouble) arrange(p *place, dir string) error {
	for _, d := range []string{p.home, p.work, p.away} {
		if err := os.Mkdir(d, 0o755); err != nil {
			return err
		}
	}
	if tr.mount != "" {
		size := "size=1m"
		if tr.mount == "work" {
			size = "size=4m"
		}
		if err := syscall.Mount("none", filepath.Join(dir, tr.mount), "tmpfs", 0, size); err != nil {
			return err
		}
	}
	if err := project.Save(p.target, numbered(journeytest.Big(30), 0), project.WorkingIn(p.work)); err != nil {
		return err
	}
	before, err := os.ReadFile(p.target)
	if err != nil {
		return err
	}
	p.before = before
	if tr.prepare != nil {
		if err := tr.prepare(p); err != nil {
			return err
		}
	}
	if !tr.nobody {
		return nil
	}
	return errors.Join(os.Chown(p.work, nobody, nobody), os.Chown(p.away, nobody, nobody),
		os.Setenv("XDG_CACHE_HOME", p.away), syscall.Setgroups(nil), syscall.Setgid(nobody), syscall.Setuid(nobody))
}

func (tr trouble) work(p *place, s *session.Session) error {
	if !tr.keep {
		if err := retitle(s, 1); err != nil {
			return fmt.Errorf("edit: %w", err)
		}
	}
	if tr.begin != nil {
		if err := tr.begin(p); err != nil {
			return fmt.Errorf("begin: %w", err)
		}
	}
	var standing []byte
	var err error
	if tr.intact {
		if standing, err = os.ReadFile(p.target); err != nil {
			return err
		}
	}
	err = tr.fail(s)
	var told *project.SaveError
	if !errors.As(err, &told) || told.Reason != tr.want {
		return fmt.Errorf("told %w, want %s", err, tr.want)
	}
	for _, lang := range words.Languages {
		if text := told.Text(words.In(lang)); text == "" || strings.HasPrefix(text, "[") || !strings.Contains(text, "a.jejak") {
			return fmt.Errorf("in words: %q", text)
		}
	}
	if state := s.State(); state.Kind != session.Failed || !errors.Is(state.Err, told) {
		return fmt.Errorf("the state is %+v", state)
	}
	if tr.intact {
		if now, err := os.ReadFile(p.target); err != nil || !bytes.Equal(now, standing) {
			return fmt.Errorf("what stood there was changed (%w)", err)
		}
	}
	if err := clean(p); err != nil {
		return err
	}
	if tr.end != nil {
		if err := tr.end(p); err != nil {
			return fmt.Errorf("end: %w", err)
		}
	}
	return tr.rescue(p, s)
}

// fail does what cannot succeed.
func (tr trouble) fail(s *session.Session) error {
	if !tr.keep {
		return <-s.Save()
	}
	const most = 10_000 // there is some room left in the log of the working copy
	for i := range most {
		if err := retitle(s, i+1); err != nil {
			return err
		}
	}
	return nil
}

// rescue brings the work to safety.
func (tr trouble) rescue(p *place, s *session.Session) error {
	where, want := p.target, s.Document().Project()
	var err error
	if tr.saves == 0 {
		where = filepath.Join(p.away, "b.jejak")
		err = <-s.SaveAs(where)
	}
	for range tr.saves {
		err = <-s.Save()
	}
	if err != nil {
		return fmt.Errorf("save after all: %w", err)
	}
	got, err := project.Read(where)
	if err != nil {
		return err
	}
	if d := journey.Between(want, got); !d.IsEmpty() {
		return fmt.Errorf("the file differs from the work: %+v", d)
	}
	return nil
}

// clean wants nothing left beside the user's file but its lock.
func clean(p *place) error {
	list, err := os.ReadDir(p.home)
	if err != nil {
		return nil // that is the trouble
	}
	for _, e := range list {
		switch e.Name() {
		case "a.jejak", "ballast", ".a.jejak.lock~":
		default:
			return fmt.Errorf("%s was left beside the file", e.Name())
		}
	}
	return nil
}

func retitle(s *session.Session, n int) error {
	_, err := s.Document().Do(edit.Label{Key: edit.LabelRename}, func(tx *edit.Tx) error {
		return edit.SetInfo(tx, func(in *journey.Info) { in.Title = fmt.Sprintf("state %d", n) })
	})
	if err != nil {
		return err
	}
	return <-s.Kept()
}
