//go:build linux

package torture

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"jejak/data/project/torture/vfs"
)

// model is a disk that can lose its power. What is certain to be there afterwards:
//
//   - of a file, what it held when it was last synced. Each write since then may be there, be
//     missing, or be there in some of its sectors of 512 bytes, whatever became of those before
//     and after it; so may a change of the size;
//   - of a folder, the names it had when it was last synced. Names that were made, changed and
//     removed since then are there up to some moment, and not from then on: file systems keep
//     their order. That moment is another one in each folder, and has nothing to do with the
//     contents of the files: a file may have its new name and none of its new bytes. Syncing a
//     file does not keep its name, nor does syncing a folder keep the folder's own name.
//
// That is harsher than the journals of ext4, XFS, Btrfs, APFS and NTFS are. A disk that lies about
// having synced is not in it, nor one that damages what was not being written.
type model struct {
	live  map[string]*inode // what a running program sees
	sure  map[string]*inode // the names that are certain
	loose map[string][]change
}

// inode is one file or folder, whatever it is called.
type inode struct {
	folder  bool
	sure    []byte
	pending []event
}

// change is one change of the names in a folder: path means file from then on, or nothing.
type change struct {
	path string
	file *inode
	also *change // done in the same moment
}

// newModel is a disk with empty folders that are certain.
func newModel(folders ...string) *model {
	m := &model{live: map[string]*inode{}, sure: map[string]*inode{}, loose: map[string][]change{}}
	for _, f := range folders {
		n := &inode{folder: true}
		m.live[f], m.sure[f] = n, n
	}
	return m
}

// apply does what an event says. The error is of an event that cannot be: the record has a hole.
func (m *model) apply(e event) error {
	file := m.live[e.Path]
	switch e.Kind {
	case mkdir:
		m.name(change{path: e.Path, file: &inode{folder: true}})
	case vfs.Create:
		if file == nil {
			m.name(change{path: e.Path, file: &inode{}})
		}
	case rename:
		if file == nil {
			return fmt.Errorf("rename %s, which is not there", e.Path)
		}
		if filepath.Dir(e.Path) != filepath.Dir(e.To) {
			return fmt.Errorf("rename %s to %s: not in one folder", e.Path, e.To)
		}
		m.name(change{path: e.To, file: file, also: &change{path: e.Path}})
	case link:
		if file == nil {
			return fmt.Errorf("link %s, which is not there", e.Path)
		}
		m.name(change{path: e.To, file: file})
	case vfs.Remove:
		m.name(change{path: e.Path})
	case vfs.Write, vfs.Truncate:
		if file == nil {
			return fmt.Errorf("write to %s, which is not there", e.Path)
		}
		file.pending = append(file.pending, e)
	case vfs.Sync:
		if file == nil {
			return fmt.Errorf("sync %s, which is not there", e.Path)
		}
		for _, p := range file.pending {
			file.sure = written(file.sure, p, nil)
		}
		file.pending = nil
	case vfs.SyncFolder:
		for _, c := range m.loose[e.Path] {
			c.in(m.sure)
		}
		delete(m.loose, e.Path)
	}
	return nil
}

func (m *model) name(c change) {
	c.in(m.live)
	dir := filepath.Dir(c.path)
	m.loose[dir] = append(m.loose[dir], c)
}

func (c change) in(names map[string]*inode) {
	if c.file == nil {
		delete(names, c.path)
	} else {
		names[c.path] = c.file
	}
	if c.also != nil {
		c.also.in(names)
	}
}

// written returns what a file holds after a write or a change of its size, which may change content. With
// keep, only the sectors for which it says so are written.
func written(content []byte, e event, keep func() bool) []byte {
	end := int(e.At) + len(e.Data)
	if e.Kind == vfs.Truncate {
		return slices.Clone(content[:min(len(content), end)])
	}
	if end > len(content) {
		content = append(slices.Clone(content), make([]byte, end-len(content))...)
	}
	const sector = 512
	for at := int(e.At); at < end; {
		next := min(end, (at/sector+1)*sector)
		if keep == nil || keep() {
			copy(content[at:next], e.Data[at-int(e.At):])
		}
		at = next
	}
	return content
}

// cut puts on the real disk what is there after a power cut at this moment, in place of what
// stands in the folders now.
func (m *model) cut(random *rand.Rand, folders ...string) error {
	names := maps.Clone(m.sure)
	for _, dir := range slices.Sorted(maps.Keys(m.loose)) {
		list := m.loose[dir]
		for _, c := range list[:random.IntN(len(list)+1)] {
			c.in(names)
		}
	}
	for _, f := range folders {
		if err := empty(f); err != nil {
			return err
		}
	}
	contents := map[*inode][]byte{}
	for _, path := range slices.Sorted(maps.Keys(names)) { // folders before what is in them
		file := names[path]
		if names[filepath.Dir(path)] == nil && !slices.Contains(folders, path) {
			continue // its folder is gone
		}
		if slices.Contains(folders, path) {
			continue
		}
		if file.folder {
			if err := os.Mkdir(path, 0o700); err != nil {
				return err
			}
			continue
		}
		if _, made := contents[file]; !made {
			contents[file] = file.after(random)
		}
		if err := os.WriteFile(path, contents[file], 0o600); err != nil {
			return err
		}
	}
	return nil
}

// after returns what a file may hold after a power cut.
func (n *inode) after(random *rand.Rand) []byte {
	content := slices.Clone(n.sure)
	often := random.IntN(5) // how many of four writes are there: from none to all
	for _, p := range n.pending {
		if random.IntN(4) >= often {
			continue
		}
		keep := func() bool { return true }
		if random.IntN(8) == 0 {
			keep = func() bool { return random.IntN(2) == 0 }
		}
		content = written(content, p, keep)
	}
	return content
}

// empty removes all that is in a folder.
func empty(folder string) error {
	list, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range list {
		if err := os.RemoveAll(filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	return nil
}
