//go:build e2e

package e2e

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os/exec"
	"path/filepath"
	"testing"

	"jejak/app/ui/watch"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// xclip is another program with the same clipboard: it puts something there, or takes what is there.
func xclip(t *testing.T, in []byte, args ...string) ([]byte, error) {
	t.Helper()
	path, err := exec.LookPath("xclip")
	if err != nil {
		t.Fatal("xclip is missing: sh packaging/need test installs it")
	}
	cmd := exec.Command(path, append([]string{"-selection", "clipboard"}, args...)...)
	if in == nil {
		return cmd.Output()
	}
	cmd.Stdin = bytes.NewReader(in) // it goes on in the background, and would hold a pipe open
	return nil, cmd.Run()
}

func TestPasteInAnotherWindow(t *testing.T) {
	s := sample(t)
	path := filepath.Join(t.TempDir(), "other.jejak")
	save(t, sampleProject(t), path)
	stage := s.stage("Consideration")
	s.click(s.body(stage))
	s.key("ctrl+c")
	s.move(geom.Pt(700, 12)) // over nothing: a stage is pasted behind the one that is pointed at
	s.rest()
	other := launch(t, path)
	other.until("the other map", func(n watch.Seen) bool { return n.Open })
	other.key("ctrl+v")
	other.until("the stage", func(n watch.Seen) bool { return n.Undo && len(n.Chosen) == 1 })
	other.key("ctrl+s")
	other.until("the save", func(n watch.Seen) bool { return n.Saved && n.Unsaved == 0 })
	p := read(t, path)
	stages := p.StagesOf(s.mapID)
	if len(stages) != len(s.start.StagesOf(s.mapID))+1 || stages[len(stages)-1].Title != stage.Title {
		t.Fatalf("the other map has the stages %v", stages)
	}
	lane := s.lane(journey.LaneTouchpoints)
	got := titles(p, journey.CellKey{StageID: stages[len(stages)-1].ID, LaneID: lane.ID})
	if want := titles(s.start, journey.CellKey{StageID: stage.ID, LaneID: lane.ID}); got != want {
		t.Errorf("in the pasted stage stand %s, want %s", got, want)
	}
	if p.Channels.Len() != s.start.Channels.Len() || p.Personas.Len() != s.start.Personas.Len() {
		t.Error("channels or personas came a second time")
	}
	other.quit()
	s.front()
}

func TestCopyForOtherPrograms(t *testing.T) {
	s := sample(t)
	card := s.card("Eye test")
	s.click(s.body(card))
	s.key("ctrl+c")
	s.rest()
	if got, err := xclip(t, nil, "-o", "-t", "UTF8_STRING"); err != nil || string(got) != card.Title {
		t.Errorf("other programs get %q (%v)", got, err)
	}
	s.key("ctrl+shift+x")
	var img image.Image
	s.wait("the picture", func() bool {
		data, err := xclip(t, nil, "-o", "-t", "image/png")
		if err != nil {
			return false // the text is still there
		}
		if img, err = png.Decode(bytes.NewReader(data)); err != nil {
			t.Fatal(err)
		}
		return true
	})
	if b := img.Bounds(); b.Dx() < 300 || b.Dy() < 60 || b.Dy() > b.Dx() {
		t.Errorf("the picture of a card is %v large", b)
	}
}

func TestPastePicture(t *testing.T) {
	s := sample(t)
	img := image.NewRGBA(image.Rect(0, 0, 900, 500)) // so large that it comes in pieces
	for i := range img.Pix {
		img.Pix[i] = byte(i*i>>7 ^ i)
	}
	for y := range 500 {
		img.SetRGBA(0, y, color.RGBA{255, 0, 0, 255})
	}
	var data bytes.Buffer
	if err := png.Encode(&data, img); err != nil {
		t.Fatal(err)
	}
	if _, err := xclip(t, data.Bytes(), "-i", "-t", "image/png"); err != nil {
		t.Fatal(err)
	}
	s.wait("the other program", func() bool {
		list, err := xclip(t, nil, "-o", "-t", "TARGETS")
		return err == nil && bytes.Contains(list, []byte("image/png"))
	})
	card := s.card("Posts a review")
	s.click(s.body(card))
	s.pastes()
	p := s.saved()
	if got, want := titles(p, card.Cell()), "Posts, Picture, Brings"; got != want {
		t.Errorf("the cell holds %s, want %s", got, want)
	}
	made := cardNamed(t, p, "Picture")
	kept, ok := p.Images.Get(made.ImageID)
	if !ok || kept.Width != 900 || kept.Height != 500 || p.Images.Len() != 1 {
		t.Errorf("its picture is %d × %d; the file holds %d", kept.Width, kept.Height, p.Images.Len())
	}
}
