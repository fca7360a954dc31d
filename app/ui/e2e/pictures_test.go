//go:build e2e && pictures

package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"jejak/app/ui/watch"
	"jejak/assets/samples"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// images is where the pictures are kept that "make pictures" makes.
const images = "../../../docs/images"

// keeps writes what the window shows to a picture.
func (p *program) keeps(name string) {
	p.t.Helper()
	p.rest()
	path := filepath.Join(images, name+".png")
	out, err := exec.Command("import", "-window", p.id, "-strip", "-define", "png:compression-level=9", "PNG24:"+path).CombinedOutput()
	if err != nil {
		p.t.Fatalf("picture: %v\n%s", err, out)
	}
}

// aside moves the pointer to where nothing lies under it: the end of the line of state at the foot.
func (p *program) aside() {
	p.t.Helper()
	seen := p.rest()
	p.move(geom.Pt(seen.Board.Center().X, seen.Board.Max.Y+12))
}

// shown starts the program on a sample, in a window of 1440 by 900.
func shown(t *testing.T, language, preferences string) *sheet {
	t.Helper()
	home := t.TempDir()
	prefer(t, home, `{"window.width":1440,"window.height":900`+preferences+`}`)
	p, _, err := exchange.ReadJSON(bytes.NewReader(samples.JSON(language)))
	if err != nil {
		t.Fatal(err)
	}
	name := map[string]string{"en": "First glasses", "id": "Kacamata pertama"}[language]
	s := &sheet{start: p, path: save(t, p, filepath.Join(t.TempDir(), name+".jejak")), mapID: p.MapsInOrder()[0].ID}
	s.program = launchIn(t, home, s.path)
	s.until("the map", func(n watch.Seen) bool { return n.Open })
	s.aside()
	return s
}

// TestPictures makes the pictures of the documentation.
func TestPictures(t *testing.T) {
	home := t.TempDir()
	prefer(t, home, `{"window.width":1440,"window.height":900}`)
	p := launchIn(t, home)
	p.keeps("start")
	p.quit()

	s := shown(t, "en", "")
	s.keeps("window")

	card, other, target := s.card("Tries on"), s.card("No full price"), s.card("Day passes")
	from, to := s.body(card), s.above(target).Add(geom.Pt(14, 3))
	s.x(append(append(s.to(from), "mousedown", "1"), s.way(from, to)...)...)
	s.keeps("dragging")
	s.key("Escape")
	s.x("mouseup", "1")

	s.opensText(s.at(journey.RefTo(target), scene.PartTitle))
	s.write("The day passes, and nobody writes")
	s.keeps("writing")
	s.key("Escape", "Escape")

	s.click(s.body(card))
	s.click(s.body(other), "ctrl")
	s.click(s.body(target), "ctrl")
	s.aside()
	s.keeps("mixed")
	s.key("Escape", "F5")
	s.until("the presentation", func(n watch.Seen) bool { return len(n.Words) < 10 })
	s.key("Right", "Right", "Right")
	s.move(geom.Pt(1590, 500))
	s.keeps("presenting")
	s.key("Escape")
	s.kill()

	s = shown(t, "en", `,"window.dark":true`)
	s.click(s.body(s.card("Tries on")))
	s.aside()
	s.keeps("dark")
	s.kill()

	s = shown(t, "id", `,"window.language":"id"`)
	s.keeps("indonesian")
	s.kill()

	home = t.TempDir()
	prefer(t, home, `{"window.width":1440,"window.height":900}`)
	p = launchIn(t, home, save(t, journeytest.Big(10_000), filepath.Join(t.TempDir(), "Ten thousand.jejak")))
	seen := p.until("the map", func(n watch.Seen) bool { return n.Open })
	for range 60 {
		if seen.View.K <= 0.1*96/72+1e-9 {
			break
		}
		p.key("ctrl+minus")
		seen = p.rest()
	}
	p.aside()
	p.keeps("large")
}

// TestPictureAtTwice makes the picture of a screen with twice as many pixels to the inch. It needs
// one of 2900 by 1800 at least.
func TestPictureAtTwice(t *testing.T) {
	if err := os.Setenv("FYNE_SCALE", "2"); err != nil {
		t.Fatal(err)
	}
	s := shown(t, "en", "")
	s.click(s.body(s.card("Tries on")))
	s.aside()
	s.keeps("twice")
}
