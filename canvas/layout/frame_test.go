package layout

import (
	"fmt"
	"math"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Pictures keep their proportions and stay in their card, whatever they are and wherever they stand.
func TestPicturesAreNeverDistorted(t *testing.T) {
	sizes := [][2]int{{1, 1}, {4, 3}, {40, 30}, {900, 600}, {600, 900}, {4096, 40}, {40, 4096}, {100, 4000}, {1000, 1000}}
	recs := []journey.Record{
		journey.Info{ID: "info"}, journey.Map{ID: "map", Rank: "a", Type: journey.CurrentState},
		journey.Stage{ID: "stage", MapID: "map", Rank: "a", Title: "Stage"},
		journey.Persona{ID: "persona", Rank: "a", Name: "Sari", ImageID: "image-4096x40"},
		journey.Appearance{ID: "on", MapID: "map", PersonaID: "persona", Rank: "a"},
	}
	of := map[journey.ID]journey.Image{}
	for _, s := range sizes {
		img := journey.Image{ID: journey.ID(fmt.Sprintf("image-%dx%d", s[0], s[1])), Media: "image/png", Width: s[0], Height: s[1], Data: []byte{1}}
		recs, of[img.ID] = append(recs, img), img
	}
	for i, kind := range journey.LaneKinds {
		lane := journey.Lane{ID: journey.ID("lane " + kind), MapID: "map", Rank: journey.Rank(fmt.Sprintf("a%c", 'A'+i)), LaneKind: kind}
		recs = append(recs, lane)
		if kind == journey.LaneEmotions {
			continue
		}
		n := 0
		for id := range of {
			n++
			recs = append(recs, journey.Card{
				ID: journey.ID(fmt.Sprint(kind, id)), MapID: "map", StageID: "stage", LaneID: lane.ID,
				Rank: journey.Rank(fmt.Sprintf("a%c", 'A'+n)), Title: "Title", ImageID: id,
			})
		}
	}
	p := journey.FromRecords(recs)
	if found := journey.Validate(p); len(found) > 0 {
		t.Fatal(found[0])
	}
	s := Arrange(p, "map", Options{})
	seen := 0
	for _, it := range s.Items {
		m, ok := it.Mark.(*scene.Picture)
		if !ok {
			continue
		}
		seen++
		img := of[m.Key]
		if k, want := m.Rect.W()/m.Rect.H(), float64(img.Width)/float64(img.Height); math.Abs(k/want-1) > 1e-9 {
			t.Errorf("%s of %v: %g wide to its height, want %g", m.Key, it.From, k, want)
		}
		if perPixel := m.Rect.W() / float64(img.Width); perPixel > 1.5+1e-9 && it.From.Kind == journey.KindCard {
			t.Errorf("%s of %v: a pixel is %g points large", m.Key, it.From, perPixel)
		}
		clip := m.Clip.Bounds()
		const eps = 1e-6
		if !within(clip, m.Rect.Inset(-eps)) || clip != it.Bounds || clip.Empty() {
			t.Errorf("%s of %v: %v of %v is seen", m.Key, it.From, clip, m.Rect)
		}
		body := s.Find(it.From, scene.PartBody)
		if body == nil || !within(clip, body.Bounds.Inset(-eps)) {
			t.Errorf("%s of %v: seen at %v beside its card", m.Key, it.From, clip)
		}
		if lane, _ := p.Cards.Get(it.From.ID); lane.LaneID == "lane images" && clip.W()*clip.H() < m.Rect.W()*m.Rect.H()-1 {
			t.Errorf("%s in the lane of pictures: %v of %v is seen", m.Key, clip, m.Rect)
		}
	}
	if want := len(sizes)*(len(journey.LaneKinds)-1) + 1; seen != want {
		t.Errorf("%d pictures are drawn, want %d", seen, want)
	}
}

func within(r, in geom.Rect) bool {
	return r.Min.X >= in.Min.X && r.Min.Y >= in.Min.Y && r.Max.X <= in.Max.X && r.Max.Y <= in.Max.Y
}
