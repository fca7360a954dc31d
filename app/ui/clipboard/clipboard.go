// Package clipboard is the clipboard of the desktop as the editor uses it.
//
// Where there is an X server, a copied part of a map is offered in two formats at once: as text,
// which is what every other program gets, and as Format, which any window of Jejak prefers, of this
// process or another. Pictures go in and out there too, and files that were copied in a file
// manager come in.
//
// Elsewhere the toolkit's clipboard is all there is, and it knows text alone. The text goes
// there, and the part of the map on a Shelf: a private file under the hash of that text, so that
// it counts only as long as that very text is on the clipboard.
package clipboard

import (
	"bytes"
	"errors"
	"net/url"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"jejak/app/editor/clip"
	"jejak/app/ui/clipboard/x11"
	"jejak/assets/words"
	"jejak/data/exchange"
	"jejak/data/fragment"
	"jejak/data/picture"
)

// Format is the name by which windows of Jejak know parts of maps that were copied in another.
const Format = "application/x-jejak-fragment+json"

// mostText and mostFragment are how many bytes of such a format are taken in.
const (
	mostText     = 16 << 20
	mostFragment = 128 << 20
)

// System is a clipboard that holds one thing in several formats. Its methods may be called from any
// goroutine.
type System interface {
	Offer(list ...x11.Data) error
	Formats() ([]string, error)
	Read(format string, most int) ([]byte, error)
	Alive() bool
	Close()
}

// Options says what a Clipboard works with.
type Options struct {
	Text  fyne.Clipboard
	Do    func(func())         // runs a function on the goroutine of the window
	Slow  func() (done func()) // shows that something is under way; nil: nothing is shown
	Fail  func(error)          // tells what went wrong with a picture, later; nil: nobody
	Shelf *Shelf               // nil: another window gets the text alone where there is no System
}

// Clipboard implements clip.Clipboard. It belongs to the goroutine of the window.
type Clipboard struct {
	o      Options
	open   func() (System, error) // nil: there is no System
	system System
	before chan struct{} // closed when the reading or painting asked for last is done; nil: none was
}

var _ clip.Clipboard = (*Clipboard)(nil)

// New returns the clipboard of a window, without a System.
func New(o Options) *Clipboard { return &Clipboard{o: o} }

// Use has it use a System, which open connects to when it is first needed, and again if it is lost.
func (c *Clipboard) Use(open func() (System, error)) { c.open = open }

// Trouble is why something can not be copied or pasted. It names a text of assets/words.
type Trouble struct {
	key string
	err error // may be nil
}

func (t *Trouble) Error() string {
	s := "clipboard: " + t.Text(words.In("en"))
	if t.err != nil {
		s += " (" + t.err.Error() + ")"
	}
	return s
}

// Unwrap returns what is behind it.
func (t *Trouble) Unwrap() error { return t.err }

// Text returns what a person reads about it, in a language.
func (t *Trouble) Text(w *words.Table) string { return w.T(t.key) }

// ErrNoPictures says that the clipboard of this computer takes no pictures from here.
var ErrNoPictures error = &Trouble{key: "clip.trouble.noPictures"}

// connected returns the System, connecting to it if that was not done; nil if there is none.
func (c *Clipboard) connected() System {
	if c.system != nil && c.system.Alive() {
		return c.system
	}
	c.system = nil
	if c.open == nil {
		return nil
	}
	s, err := c.open()
	if err != nil {
		return nil // the toolkit's clipboard does for texts, and pictures are refused
	}
	c.system = s
	return s
}

// Close gives up what is offered, as far as the desktop does not keep it.
func (c *Clipboard) Close() {
	c.o.Shelf.Clear()
	if c.system != nil {
		c.system.Close()
		c.system = nil
	}
}

// textFormats are the names of a plain text, the best first.
var textFormats = []string{"UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT", "STRING"}

// Copy implements clip.Clipboard.
func (c *Clipboard) Copy(f fragment.Fragment, text string) error {
	data, err := exchange.FragmentJSON(f)
	if err != nil {
		return err
	}
	if s := c.connected(); s != nil {
		list := []x11.Data{{Format: Format, Bytes: data}}
		for _, name := range textFormats[:len(textFormats)-1] { // STRING could not say all of it
			list = append(list, x11.Data{Format: name, Bytes: []byte(text)})
		}
		if err := s.Offer(list...); err == nil {
			c.o.Shelf.Clear()
			return nil
		}
	}
	c.o.Text.SetContent(text)
	if err := c.o.Shelf.Put(text, data); err != nil {
		return &Trouble{"clip.trouble.shelf", err}
	}
	return nil
}

// CopyPicture implements clip.Clipboard. The picture is painted in the background.
func (c *Clipboard) CopyPicture(paint func() ([]byte, error)) error {
	s := c.connected()
	if s == nil {
		return ErrNoPictures
	}
	c.behind(func() func() {
		data, err := paint()
		if err == nil {
			err = s.Offer(x11.Data{Format: "image/png", Bytes: data})
		}
		if err == nil || c.o.Fail == nil {
			return func() {}
		}
		return func() { c.o.Fail(&Trouble{"clip.trouble.picture", err}) }
	})
	return nil
}

// Paste implements clip.Clipboard. A System is read in the background.
func (c *Clipboard) Paste(done func(clip.Found)) {
	s := c.connected()
	if s == nil {
		done(c.pasteText())
		return
	}
	c.behind(func() func() {
		found := Read(s)
		return func() { done(found) }
	})
}

// behind does something in the background, and what that returns on the goroutine of the window, one
// such thing after the other.
func (c *Clipboard) behind(f func() (then func())) {
	over := func() {}
	if c.o.Slow != nil {
		over = c.o.Slow()
	}
	before, done := c.before, make(chan struct{})
	c.before = done
	go func() {
		if before != nil {
			<-before
		}
		then := f()
		c.o.Do(func() {
			over()
			then()
		})
		close(done)
	}()
}

// pasteText is what the toolkit's clipboard holds.
func (c *Clipboard) pasteText() clip.Found {
	text := c.o.Text.Content()
	if data := c.o.Shelf.Get(text); data != nil {
		return parsed(data)
	}
	return textFound(text)
}

func textFound(text string) clip.Found {
	if strings.TrimSpace(text) == "" {
		return clip.Found{}
	}
	if f := parsed([]byte(text)); !f.Fragment.IsEmpty() { // somebody sent it as a text
		return f
	}
	return clip.Found{Text: text}
}

func parsed(data []byte) clip.Found {
	f, err := exchange.ParseFragment(data)
	if err != nil {
		return clip.Found{Err: err}
	}
	return clip.Found{Fragment: f}
}

// Read takes from a System what a map has most use for: a part of a map, pictures among copied
// files, a text, a picture.
func Read(s System) clip.Found {
	formats, err := s.Formats()
	if err != nil {
		return clip.Found{Err: &Trouble{"clip.trouble.silent", err}}
	}
	has := func(name string) bool { return slices.Contains(formats, name) }
	if has(Format) {
		data, err := s.Read(Format, mostFragment)
		if err != nil {
			return failed(err, &exchange.FragmentError{Reason: exchange.FragmentLarge, Err: err})
		}
		return parsed(data)
	}
	for _, name := range []string{"x-special/gnome-copied-files", "text/uri-list"} {
		if !has(name) {
			continue
		}
		data, err := s.Read(name, mostText)
		if err != nil {
			return failed(err, &Trouble{"clip.trouble.text", err})
		}
		if paths := Paths(data); len(paths) > 0 {
			list, err := Pictures(paths)
			if len(list) > 0 {
				return clip.Found{Pictures: list} // what is no picture among them was not meant
			}
			return clip.Found{Err: err}
		}
	}
	for _, name := range textFormats {
		if !has(name) {
			continue
		}
		data, err := s.Read(name, mostText)
		var large *x11.TooLargeError
		switch {
		case errors.As(err, &large):
			return clip.Found{Err: &Trouble{"clip.trouble.text", err}}
		case err != nil:
			continue // some programs name more than they have
		}
		if name == "STRING" {
			data = fromLatin1(data)
		}
		if found := textFound(string(data)); found.Text != "" || !found.Fragment.IsEmpty() {
			return found
		}
	}
	return readPicture(s, formats)
}

// readPicture takes a picture: the formats that can be read before those that can only be named.
func readPicture(s System, formats []string) clip.Found {
	list := []string{"image/png", "image/jpeg"}
	for _, name := range formats {
		if strings.HasPrefix(name, "image/") && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	for _, name := range list {
		if !slices.Contains(formats, name) {
			continue
		}
		data, err := s.Read(name, picture.MaxBytes)
		if err != nil {
			return failed(err, &picture.Error{Reason: picture.Bytes, Err: err})
		}
		pic, err := picture.Decode(data)
		if err != nil {
			return clip.Found{Err: err}
		}
		return clip.Found{Pictures: []clip.Picture{{Picture: pic}}}
	}
	return clip.Found{Err: &Trouble{key: "clip.trouble.nothing"}}
}

// failed tells why something could not be read; large is the answer if it was larger than allowed.
func failed(err, large error) clip.Found {
	var much *x11.TooLargeError
	if errors.As(err, &much) {
		return clip.Found{Err: large}
	}
	return clip.Found{Err: &Trouble{"clip.trouble.silent", err}}
}

// fromLatin1 is what STRING holds.
func fromLatin1(data []byte) []byte {
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = rune(b)
	}
	return []byte(string(runes))
}

// Paths returns the files that a list of a file manager names; those elsewhere than on this computer
// are left out.
func Paths(list []byte) []string {
	var paths []string
	for line := range bytes.Lines(list) {
		u, err := url.Parse(strings.TrimSpace(string(line)))
		if err != nil || u.Scheme != "file" || u.Path == "" || u.Host != "" && u.Host != "localhost" {
			continue
		}
		paths = append(paths, u.Path)
	}
	return paths
}
