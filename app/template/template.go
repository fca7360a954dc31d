// Package template keeps a person's own templates: maps to begin with, one file of JSON each, in a
// folder of their configuration. They are for this person alone and for every project.
package template

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"jejak/assets/templates"
	"jejak/data/edit"
	"jejak/data/exchange"
	"jejak/data/journey"
)

const extension = ".json"

// largest is how large, in bytes, a file may be that is read as a template.
const largest = 64 << 20

// Folder is where the templates of this person are. It need not be there yet.
func Folder() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "jejak", "templates"), nil
}

// Template is one of a person's own.
type Template struct {
	Name  string // what commands call it: the name of its file without the extension
	Title string // what the person called it
	About string // the scenario of its map; may be empty
	Path  string
}

// List reads the templates of a folder, by title. What cannot be read as one is left out: it is not
// for a list to complain. A folder that is not there is empty.
func List(dir string) []Template {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var list []Template
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), extension)
		if !ok || strings.HasPrefix(name, ".") {
			continue
		}
		t := Template{Name: name, Path: filepath.Join(dir, e.Name())}
		p, err := Read(t.Path)
		if err != nil {
			continue
		}
		t.Title = p.Info().Title
		if t.Title == "" {
			t.Title = name
		}
		if maps := p.MapsInOrder(); len(maps) > 0 {
			t.About = maps[0].Scenario
		}
		list = append(list, t)
	}
	slices.SortStableFunc(list, func(a, b Template) int {
		return strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
	})
	return list
}

// Find is the template of that name in a folder; false if there is none.
func Find(dir, name string) (Template, bool) {
	list := List(dir)
	i := slices.IndexFunc(list, func(t Template) bool { return t.Name == name })
	if i < 0 {
		return Template{}, false
	}
	return list[i], true
}

// Read reads a template as it was kept. A project made of it needs IDs of its own: exchange.Renew.
func Read(path string) (journey.Project, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return journey.Project{}, err
	case !info.Mode().IsRegular() || info.Size() > largest:
		return journey.Project{}, &fs.PathError{Op: "read", Path: path, Err: fs.ErrInvalid}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return journey.Project{}, err
	}
	p, _, err := exchange.ReadJSON(bytes.NewReader(data))
	return p, err
}

// Save keeps a map of a project as a template of that title, under a name that no other one has, and
// makes the folder if it is not there. What it keeps is what Strip leaves.
func Save(dir, title string, p journey.Project, mapID journey.ID) (Template, error) {
	p, err := Strip(p, mapID, title)
	if err != nil {
		return Template{}, err
	}
	var data bytes.Buffer
	if err := exchange.WriteJSON(&data, p); err != nil {
		return Template{}, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Template{}, err
	}
	m, _ := p.Maps.Get(mapID)
	t := Template{Title: p.Info().Title, About: m.Scenario}
	temp := filepath.Join(dir, "."+rand.Text()[:8]+".tmp")
	if err := write(temp, data.Bytes()); err != nil {
		return Template{}, errors.Join(err, gone(temp))
	}
	base := slug(title)
	for n := 1; ; n++ {
		t.Name = base
		if n > 1 {
			t.Name += "-" + strconv.Itoa(n)
		}
		t.Path = filepath.Join(dir, t.Name+extension)
		if slices.Contains(templates.Names, t.Name) {
			continue
		}
		if _, err := os.Lstat(t.Path); errors.Is(err, fs.ErrNotExist) {
			break
		} else if err != nil {
			return Template{}, errors.Join(err, gone(temp))
		}
	}
	if err := os.Rename(temp, t.Path); err != nil {
		return Template{}, errors.Join(err, gone(temp))
	}
	return t, nil
}

// Remove takes a template away. One that is not there any more is as good as removed.
func Remove(t Template) error { return gone(t.Path) }

func gone(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func write(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// Strip is what of a project is worth beginning with: one map and the libraries, but no other map,
// no comments, no actions, and of what was measured only metrics and targets. title is written over
// the project. An *edit.Error refuses a map that is not there.
func Strip(p journey.Project, mapID journey.ID, title string) (journey.Project, error) {
	doc := edit.NewDocument(p, nil)
	_, err := doc.Do(edit.Label{Key: edit.LabelTemplate}, func(tx *edit.Tx) error {
		if !p.Maps.Has(mapID) {
			return &edit.Error{Do: "make template", Reason: edit.NotThere, Ref: journey.Ref{Kind: journey.KindMap, ID: mapID}}
		}
		var out []journey.Ref
		for m := range p.Maps.All() {
			if m.ID != mapID {
				out = append(out, journey.RefTo(m))
			}
		}
		for c := range p.Comments.All() {
			out = append(out, journey.RefTo(c))
		}
		for a := range p.Actions.All() {
			out = append(out, journey.RefTo(a))
		}
		if len(out) > 0 {
			if err := edit.Remove(tx, out...); err != nil {
				return err
			}
		}
		for m := range tx.Project().Measurements.All() {
			m.Value, m.Date, m.Source = nil, "", ""
			tx.Put(m)
		}
		return edit.SetInfo(tx, func(i *journey.Info) { i.Title = title })
	})
	return doc.Project(), err
}

// slug is a title as the name of a file: small letters and digits of any script, with hyphens for
// the rest.
func slug(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= 60 {
			break
		}
	}
	if s := strings.Trim(b.String(), "-"); s != "" {
		return s
	}
	return "template"
}
