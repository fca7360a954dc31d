package export

import (
	"bytes"
	"context"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"jejak/assets/samples"
	"jejak/assets/words"
	"jejak/canvas/page"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// faces are the embedded ones alone, so that pages are the same on every machine.
var faces = sync.OnceValue(func() *text.Library { return text.NewLibrary(text.WithoutSystemFonts()) })

func sample(t *testing.T) (journey.Project, journey.ID) {
	t.Helper()
	p, _, err := exchange.ReadJSON(bytes.NewReader(samples.JSON("en")))
	if err != nil {
		t.Fatal(err)
	}
	return p, p.MapsInOrder()[0].ID
}

// chosen are the default settings, changed.
func chosen(change func(*Settings)) Settings {
	s := Default()
	if change != nil {
		change(&s)
	}
	return s
}

func prepare(t *testing.T, p journey.Project, s Settings) *Book {
	t.Helper()
	var ids []journey.ID
	for _, m := range p.MapsInOrder() {
		ids = append(ids, m.ID)
	}
	b, err := NewDraft(p, faces()).Prepare(t.Context(), ids, s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// said is all the text on the pages.
func said(b *Book) string {
	var all []string
	for _, pg := range b.Pages {
		for _, w := range pg.Windows() {
			w.Scene.Visible(w.View, func(it *scene.Item) {
				if x, ok := it.Mark.(*scene.Text); ok {
					all = append(all, x.Text)
				}
			})
		}
	}
	return strings.Join(all, "\n")
}

func TestSettingsMakePages(t *testing.T) {
	p, id := sample(t)
	var lane journey.Lane
	for _, l := range p.LanesOf(id) {
		if l.LaneKind != journey.LaneEmotions && l.Title != "" {
			lane = l
		}
	}
	who := p.PersonasInOrder()[0]
	for name, c := range map[string]struct {
		settings Settings
		pages    int // 0: several
		w, h     int // millimetres; 0: whatever
		has      []string
		lacks    []string
	}{
		"as it is":      {settings: chosen(nil), pages: 1, has: []string{lane.Title, who.Name}},
		"A4 upright":    {settings: chosen(func(s *Settings) { s.Paper, s.Portrait = "A4", true }), pages: 1, w: 210, h: 297},
		"A3":            {settings: chosen(func(s *Settings) { s.Paper = "A3" }), pages: 1, w: 420, h: 297},
		"tiles":         {settings: chosen(func(s *Settings) { s.Spread, s.Paper = Tiles, "A4" }), w: 297, h: 210, has: []string{"Page 1 of"}},
		"bare tiles":    {settings: chosen(func(s *Settings) { s.Spread, s.Paper, s.Footer = Tiles, "A4", false }), w: 297, lacks: []string{"Page 1 of"}},
		"fitting tiles": {settings: chosen(func(s *Settings) { s.Spread = Tiles }), w: 297, h: 210},
		"poster":        {settings: chosen(func(s *Settings) { s.Spread, s.Paper = Poster, "A4" }), has: []string{"How the sheets go together"}},
		"slides":        {settings: chosen(func(s *Settings) { s.Spread = Slides }), w: 339, h: 191},
		"a PNG":         {settings: chosen(func(s *Settings) { s.Format, s.Spread = PNG, Tiles }), pages: 1},
		"a deck":        {settings: chosen(func(s *Settings) { s.Format = PPTX }), w: 339, h: 191},
		"in Indonesian": {settings: chosen(func(s *Settings) { s.Lang = "id" }), pages: 1, has: []string{words.In("id").T("map.stage")}, lacks: []string{words.In("en").T("map.stage.hint")}},
		"no boxes":      {settings: chosen(func(s *Settings) { s.Personas = false }), pages: 1, lacks: []string{who.Summary}},
		"no legend":     {settings: chosen(func(s *Settings) { s.Legend = false }), pages: 1, lacks: []string{words.In("en").T("map.moment")}},
		"no lane":       {settings: chosen(func(s *Settings) { s.Leave = map[journey.ID]bool{lane.ID: true} }), pages: 1, lacks: []string{lane.Title}},
		"no slide":      {settings: chosen(func(s *Settings) { s.Spread, s.Leave = Slides, map[journey.ID]bool{who.ID: true} }), lacks: []string{who.Name}},
		"no persona":    {settings: chosen(func(s *Settings) { s.Leave = map[journey.ID]bool{who.ID: true} }), pages: 1, lacks: []string{who.Name}},
	} {
		t.Run(name, func(t *testing.T) {
			b := prepare(t, p, c.settings)
			if c.pages > 0 && len(b.Pages) != c.pages || c.pages == 0 && len(b.Pages) < 2 {
				t.Errorf("%d pages", len(b.Pages))
			}
			w, h := Millimetres(b.Size())
			if c.w > 0 && w != c.w || c.h > 0 && h != c.h {
				t.Errorf("%d × %d mm, want %d × %d", w, h, c.w, c.h)
			}
			text := said(b)
			for _, s := range c.has {
				if !strings.Contains(text, s) {
					t.Errorf("%q is not there", s)
				}
			}
			for _, s := range c.lacks {
				if s == "" || strings.Contains(text, s) {
					t.Errorf("%q is there", s)
				}
			}
		})
	}
}

func TestPaletteAndMarginAndMarks(t *testing.T) {
	p, _ := sample(t)
	plain := prepare(t, p, chosen(nil))
	colour := func(b *Book) map[scene.Color]bool {
		all := map[scene.Color]bool{}
		for _, it := range b.Pages[0].Scene.Items {
			if f, ok := it.Mark.(*scene.Fill); ok {
				all[f.Color] = true
			}
		}
		return all
	}
	if grey := prepare(t, p, chosen(func(s *Settings) { s.Palette = "black and white" })); reflect.DeepEqual(colour(grey), colour(plain)) {
		t.Error("another palette has the same colours")
	}
	wide := prepare(t, p, chosen(func(s *Settings) { s.Margin = 20 }))
	if got, want := wide.Size().W-plain.Size().W, 40*mm; math.Abs(got-want) > 1e-6 {
		t.Errorf("a margin of 20 mm makes the page %g points wider, want %g", got, want)
	}
	if cut := prepare(t, p, chosen(func(s *Settings) { s.Marks, s.Bleed = true, 3 })); cut.Pages[0].Trim.Empty() || cut.Pages[0].Bleed.W() <= cut.Pages[0].Trim.W() {
		t.Errorf("trim %v, bleed %v", cut.Pages[0].Trim, cut.Pages[0].Bleed)
	}
	if got := prepare(t, p, chosen(func(s *Settings) { s.Scale = 0.5 })).Reduction(); got != 0.5 {
		t.Errorf("drawn at %g", got)
	}
}

// TestSeveralMaps: all maps only where a file can hold them.
func TestSeveralMaps(t *testing.T) {
	p := journey.FromRecords([]journey.Record{
		journey.Info{Title: "Both"},
		journey.Map{ID: "m1", Rank: "a0", Title: "Now"}, journey.Map{ID: "m2", Rank: "a1", Title: "Later"},
	})
	d := NewDraft(p, faces())
	for _, c := range []struct {
		format Format
		all    bool
		maps   int
		title  string
	}{{PDF, false, 1, "Later"}, {PDF, true, 2, "Both"}, {PNG, true, 1, "Later"}, {Mermaid, true, 1, "Later"}} {
		b, err := d.Prepare(t.Context(), []journey.ID{"m2", "gone", "m1"}, chosen(func(s *Settings) { s.Format, s.AllMaps = c.format, c.all }))
		if err != nil || len(b.Maps) != c.maps || b.Title() != c.title {
			t.Errorf("%v: %+v, %v", c, b, err)
		}
	}
	if _, err := d.Prepare(t.Context(), []journey.ID{"gone"}, Default()); !errors.Is(err, ErrNoMap) {
		t.Errorf("%v", err)
	}
}

func TestPrepareIsLeft(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	p := journeytest.Big(50)
	if _, err := NewDraft(p, faces()).Prepare(ctx, []journey.ID{p.MapsInOrder()[0].ID}, Default()); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// TestAnotherPaperDrawsNothingAnew: what is drawn is kept as long as it looks the same.
func TestAnotherPaperDrawsNothingAnew(t *testing.T) {
	p, id := sample(t)
	d := NewDraft(p, faces())
	drawn := func(s Settings) *scene.Scene {
		b, err := d.Prepare(t.Context(), []journey.ID{id}, s)
		if err != nil {
			t.Fatal(err)
		}
		return b.Pages[0].Scene
	}
	first := drawn(Default())
	if drawn(chosen(func(s *Settings) { s.Paper = "A3" })) != first {
		t.Error("another paper draws the map anew")
	}
	if drawn(chosen(func(s *Settings) { s.Legend = false })) == first {
		t.Error("without a legend it is the same drawing")
	}
}

func TestWarningsAreTold(t *testing.T) {
	p, id := sample(t)
	b := prepare(t, p, chosen(func(s *Settings) { s.Paper, s.Portrait = "A5", true }))
	i := slices.IndexFunc(b.Warnings, func(w page.Warning) bool { return w.Kind == page.TooSmall })
	if i < 0 {
		t.Fatalf("no warning of small text: %+v", b.Warnings)
	}
	for _, lang := range words.Languages {
		table := words.In(lang)
		for _, kind := range []page.WarningKind{page.TooSmall, page.Shrunk, page.Reduced, page.NoGlyph, Coarse} {
			if got := b.Say(page.Warning{Kind: kind, Size: 0.5, Runes: []rune("ꧦ")}, table); strings.Contains(got, "[") || strings.Contains(got, "no value") {
				t.Errorf("%s: %q", kind, got)
			}
		}
		for _, ref := range b.Warnings[i].Refs {
			if name := Name(p, ref, table); name == "" || strings.Contains(name, "\n") || strings.Contains(name, "[") {
				t.Errorf("%v is called %q", ref, name)
			}
		}
		if got := Name(p, journey.Ref{Kind: journey.KindCard, ID: "gone"}, table); got != table.T("export.unnamed") {
			t.Errorf("what is gone is called %q", got)
		}
		for _, r := range Reasons {
			if got := (&Error{Path: "/x/map.pdf", Reason: r, Err: errors.New("odd")}).Text(table); strings.ContainsAny(got, "[<") {
				t.Errorf("%s: %q", r, got)
			}
		}
	}
	large := prepare(t, p, chosen(func(s *Settings) { s.Format, s.DPI, s.Scale = PNG, 1200, 4 }))
	if n := len(large.Warnings); n == 0 || large.Warnings[n-1].Kind != Coarse || large.DPI >= 1200 || large.DPI < 1 {
		t.Errorf("%g dots per inch, %+v", large.DPI, large.Warnings)
	}
	if large.Warnings[len(large.Warnings)-1].Refs[0].ID != id {
		t.Error("the warning names another map")
	}
}

// TestSound: whatever was remembered can be worked with.
func TestSound(t *testing.T) {
	wild := Settings{Format: "exe", Spread: "heap", Paper: "A99", Scale: math.NaN(), Margin: math.Inf(1), Overlap: -4,
		Bleed: 1e9, DPI: -1, Palette: "none", AllMaps: true}
	s := wild.Sound()
	if s.Format != PDF || s.Spread != OnePage || s.Paper != "fit" || s.Scale != 0 || s.Margin != Usual || s.Overlap != 0 || s.Bleed != 0 || s.DPI != 192 || s.Palette != "" {
		t.Errorf("%+v", s)
	}
	for _, sp := range Spreads {
		for _, paper := range append([]string{"x"}, page.PaperNames...) {
			once := chosen(func(s *Settings) { s.Spread, s.Paper = sp, paper }).Sound()
			if !reflect.DeepEqual(once, once.Sound()) {
				t.Errorf("%+v is not what it becomes", once)
			}
			if once.Divided() && once.Paper == "fit" {
				t.Errorf("%s on paper as large as the map", sp)
			}
		}
	}
}

func TestMemory(t *testing.T) {
	stored := []string{"{broken", `{"Map":"old","Settings":{"Paper":"A3"}}`}
	m := Memory{Load: func() []string { return stored }, Store: func(l []string) { stored = l }}
	if s, ok := m.Of("none"); ok || !reflect.DeepEqual(s, Default()) {
		t.Errorf("%+v", s)
	}
	if s, ok := m.Of("old"); !ok || s.Paper != "A3" || !s.Legend {
		t.Errorf("what an older version remembered: %+v", s)
	}
	want := chosen(func(s *Settings) { s.Spread, s.Paper, s.Leave = Tiles, "A2", map[journey.ID]bool{"l": true} })
	m.Keep("m", Default())
	m.Keep("m", want)
	if got, ok := m.Of("m"); !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	for i := range 3 * mostKept {
		m.Keep(journey.ID(rune('a'+i)), Default())
	}
	if len(stored) != mostKept {
		t.Errorf("%d maps are remembered", len(stored))
	}
	if _, ok := m.Of("m"); ok {
		t.Error("the oldest is never forgotten")
	}
}
