package ui

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"jejak/canvas/scene"
	"jejak/data/exchange"
	"jejak/data/fragment"
	"jejak/data/journey"
)

// drop lets files go over a card, as a file manager would.
func (r *rig) drop(over journey.Ref, paths ...string) {
	r.t.Helper()
	at := fyne.NewPos(700, 400)
	if over.ID != "" {
		p := r.at(over, scene.PartBody)
		at = r.app.Driver().AbsolutePositionForObject(r.board).AddXY(float32(p.X), float32(p.Y))
	}
	var uris []fyne.URI
	for _, path := range paths {
		uris = append(uris, storage.NewFileURI(path))
	}
	r.taker.Files(at, uris)
}

func (r *rig) written(name string, data []byte) string {
	r.t.Helper()
	path := filepath.Join(r.t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		r.t.Fatal(err)
	}
	return path
}

func pngOf(t *testing.T, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func titlesIn(p journey.Project, cell journey.CellKey) string {
	var s []string
	for _, c := range p.CardsIn(cell) {
		first, _, _ := strings.Cut(c.Title, " ")
		s = append(s, first)
	}
	return strings.Join(s, " ")
}

func TestDroppedPicturesBecomeCards(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	before := r.ed.Document().Project()
	card := cardNamed(t, before, "Tries on frames")
	whole, broken := r.written("Shop window.png", pngOf(t, 30, 20)), r.written("torn.png", pngOf(t, 30, 20)[:40])
	r.drop(journey.RefTo(card), whole, broken)
	r.until("the dialog", func() bool { return r.desk.Open() > 0 && r.desk.Top().Icon != "" })
	if text := r.desk.Top().Text; !strings.HasPrefix(text, "torn.png: ") || strings.Contains(text, "Shop window") {
		t.Errorf("the dialog says %q", text)
	}
	r.desk.Top().Close(nil)
	p := r.ed.Document().Project()
	made := cardNamed(t, p, "Shop window")
	if made.Cell() != card.Cell() || made.ImageID == "" || p.Cards.Len() != before.Cards.Len()+1 {
		t.Errorf("the picture stands in %v; there are %d cards, before %d", made.Cell(), p.Cards.Len(), before.Cards.Len())
	}
	if _, ok := r.ed.Document().Undo(); !ok || r.ed.Document().Project().Cards.Len() != before.Cards.Len() || r.ed.Document().Project().Images.Len() != 0 {
		t.Error("it is not one step to undo")
	}
}

func TestDroppedTextsAreWritten(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	card := cardNamed(t, r.ed.Document().Project(), "Looks for prices")
	before := titlesIn(r.ed.Document().Project(), card.Cell())
	r.drop(journey.RefTo(card), r.written("list.csv", []byte("One;Two\nThree;Four\n")))
	p := r.ed.Document().Project()
	for _, c := range []string{"One", "Two", "Three", "Four"} {
		cardNamed(t, p, c)
	}
	if got := titlesIn(p, card.Cell()); !strings.Contains(got, "One") || got == before {
		t.Errorf("the cell it was dropped on holds %q", got)
	}
}

func TestDroppedPartOfAMapIsPasted(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	p := r.ed.Document().Project()
	card := cardNamed(t, p, "Tries on frames")
	data, err := exchange.FragmentJSON(fragment.Copy(p, r.ed.MapID(), []journey.Ref{journey.RefTo(card)}))
	if err != nil {
		t.Fatal(err)
	}
	r.drop(journey.RefTo(card), r.written("part.json", data))
	if got := r.ed.Document().Project().Cards.Len(); got != p.Cards.Len()+1 {
		t.Errorf("there are %d cards, before %d", got, p.Cards.Len())
	}
}

func TestDroppedJourneyIsOpened(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.drop(journey.Ref{}, r.written("Tea.mmd", []byte("journey\n  section Brew\n    Boil water: 3: Me\n")))
	r.until("the journey", func() bool { return r.open() && r.file.Session().Path() == "" && r.ed.Scene() != nil })
	p := r.ed.Document().Project()
	cardNamed(t, p, "Boil water")
	if m := p.MapsInOrder(); len(m) != 1 || m[0].Title != "Tea" || !strings.HasPrefix(r.file.Name(), "Tea") {
		t.Errorf("the window shows %v, called %s", m, r.file.Name())
	}
}

func TestPictureDroppedWithoutAMap(t *testing.T) {
	r := newRig(t)
	r.drop(journey.Ref{}, r.written("a.png", pngOf(t, 3, 3)))
	if r.desk.Open() != 1 {
		t.Fatal("nothing is said")
	}
	r.desk.Top().Close(nil)
}

func TestPictureDroppedOnWhatIsOnlyLookedAt(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.ed.SetLocked(true)
	before := r.ed.Document().Project()
	r.drop(journey.Ref{}, r.written("a.png", pngOf(t, 3, 3)), r.written("a.txt", []byte("x")))
	if d := journey.Between(before, r.ed.Document().Project()); !d.IsEmpty() {
		t.Errorf("it changed: %+v", d)
	}
}
