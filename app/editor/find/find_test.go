package find

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// noText are the strings that nobody writes freely.
var noText = []string{"id", "language", "palette", "date", "media", "color", "icon", "verified", "due", "review"}

// TestEveryTextIsSearched holds the table of fields against the records themselves.
func TestEveryTextIsSearched(t *testing.T) {
	for rec := range journeytest.Full().Records() {
		typ := reflect.TypeOf(rec)
		for i := range typ.NumField() {
			f := typ.Field(i)
			name := f.Tag.Get("json")
			if f.Type != reflect.TypeFor[string]() || slices.Contains(noText, name) {
				continue
			}
			at := slices.Index(ofKind[rec.Kind()].names, name)
			if at < 0 {
				t.Errorf("%s.%s is not searched", rec.Kind(), name)
				continue
			}
			v := reflect.New(typ).Elem()
			v.Field(i).SetString("here")
			if got := ofKind[rec.Kind()].get(v.Interface().(journey.Record), at); got != "here" {
				t.Errorf("%s.%s reads %q", rec.Kind(), name, got)
			}
		}
	}
}

func TestFieldsHaveWords(t *testing.T) {
	for _, lang := range words.Languages {
		for _, name := range Fields() {
			if s := words.In(lang).T("find.field." + name); strings.HasPrefix(s, "[") {
				t.Errorf("%s: the field %q has no name", lang, name)
			}
		}
	}
}

// shelf is a project with two maps, made by hand so that the order is known.
func shelf(t *testing.T) (*edit.Document, map[string]journey.Ref) {
	t.Helper()
	doc := edit.NewDocument(journey.Project{}, journeytest.IDs())
	refs := map[string]journey.Ref{}
	_, err := doc.Do(edit.Label{Key: edit.LabelImport}, func(tx *edit.Tx) error {
		put := func(name string, rec journey.Record) journey.ID {
			tx.Put(rec)
			refs[name] = journey.RefTo(rec)
			return rec.RecordID()
		}
		put("info", journey.Info{ID: tx.NewID(), Title: "Glasses", Note: "Lens and frame"})
		for i, title := range []string{"Today", "Later"} {
			m := put(title, journey.Map{ID: tx.NewID(), Title: title, Type: journey.CurrentState,
				Rank: journey.Rank(fmt.Sprint(i + 1)), Scenario: "A new lens"})
			lane := put(title+" pains", journey.Lane{ID: tx.NewID(), MapID: m, Rank: "1", LaneKind: journey.LanePains})
			for j, s := range []string{"Find", "Buy"} {
				stage := put(title+" "+s, journey.Stage{ID: tx.NewID(), MapID: m, Title: s, Rank: journey.Rank(fmt.Sprint(j + 1))})
				card := put(title+" "+s+" card", journey.Card{ID: tx.NewID(), MapID: m, StageID: stage, LaneID: lane, Rank: "1",
					Title: "Lens is dear", Text: "lens, lens and Léns"})
				put(title+" "+s+" comment", journey.Comment{ID: tx.NewID(), At: journey.Ref{Kind: journey.KindCard, ID: card},
					Author: "Sari", Text: "Which lens?"})
			}
		}
		put("persona", journey.Persona{ID: tx.NewID(), Name: "Sari", Rank: "1", Quote: "No lens fits"})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return doc, refs
}

func told(p journey.Project, hits []Hit) []string {
	var list []string
	for _, h := range hits {
		list = append(list, fmt.Sprintf("%s %s.%s %d", Where(p, h.Ref, words.In("en")), h.Ref.Kind, h.Field, h.From))
	}
	return list
}

func TestSearchInOrder(t *testing.T) {
	doc, refs := shelf(t)
	p := doc.Project()
	book := NewBook(p)
	hits := book.Search(Query{Text: "LENS", All: true})
	oneMap := func(m string) []string {
		list := []string{m + "Map map.scenario 6"}
		for _, s := range []string{"Find", "Buy"} {
			at := m + " › " + s + " › Pain points card"
			list = append(list, at+".title 0", at+".text 0", at+".text 6", at+".text 15",
				m+" › "+s+" › Lens is dear › Comment comment.text 6")
		}
		return list
	}
	want := []string{"Project info.note 0"}
	for _, m := range []string{"Today", "Later"} {
		list := oneMap(m)
		list[0] = strings.TrimPrefix(list[0], m)
		want = append(want, list...)
	}
	want = append(want, "Persona persona.quote 3")
	if got := told(p, hits); !slices.Equal(got, want) {
		t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	one := book.Search(Query{Text: "lens", Map: refs["Later"].ID})
	if len(one) != 11 || one[0].Ref != refs["Later"] {
		t.Errorf("%d hits on one map, first %v", len(one), one[0].Ref)
	}
	if got := book.Search(Query{Text: "lens", All: true, Exact: true}); len(got) != len(hits)-1-4-2*2 {
		// without “Lens” in the note, in four titles, and without “Léns” in four texts
		t.Errorf("%d exact hits", len(got))
	}
}

func TestEveryRecordIsReadOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		want := map[string]int{}
		for rec := range p.Unordered() {
			if _, info := rec.(journey.Info); info && rec.RecordID() != p.Info().ID {
				continue
			}
			kind := ofKind[rec.Kind()]
			for i, name := range kind.names {
				if kind.get(rec, i) != "" {
					want[fmt.Sprint(journey.RefTo(rec), name)]++
				}
			}
		}
		for _, l := range NewBook(p).lines {
			key := fmt.Sprint(l.Ref, l.Field)
			want[key]--
			if want[key] == 0 {
				delete(want, key)
			}
			if l.Map != p.MapOf(l.Ref) && l.Ref.Kind != journey.KindComment {
				t.Fatalf("%v is read on map %q, it is on %q", l.Ref, l.Map, p.MapOf(l.Ref))
			}
		}
		if len(want) > 0 {
			t.Fatalf("not read once: %v", want)
		}
	})
}

func TestFinderWalks(t *testing.T) {
	doc, refs := shelf(t)
	book := NewBook(doc.Project())
	var f Finder
	if _, ok := f.Next(); ok || f.At() != -1 {
		t.Error("an empty finder finds")
	}
	hits := book.Search(Query{Text: "dear", All: true})
	f.Start(hits, nil, refs["Later"].ID)
	want := []string{"Later Find card", "Later Buy card", "Today Find card", "Today Buy card", "Later Find card"}
	for i, name := range want {
		h, ok := f.Next()
		if !ok || h.Ref != refs[name] {
			t.Fatalf("step %d goes to %v, want %s", i, h.Ref, name)
		}
	}
	if h, _ := f.Prev(); h.Ref != refs["Today Buy card"] {
		t.Errorf("back goes to %v", h.Ref)
	}
	f.Start(hits, []journey.Ref{refs["Today Buy card"]}, refs["Later"].ID)
	if h, _ := f.Next(); h.Ref != refs["Today Buy card"] {
		t.Errorf("what is selected does not come first: %v", h.Ref)
	}
	if _, ok := f.Go(9); ok {
		t.Error("there is a tenth hit")
	}
	if h, ok := f.Go(3); !ok || h.Ref != refs["Later Buy card"] || f.At() != 3 {
		t.Errorf("the fourth is %v", h.Ref)
	}
	if got := f.Records(refs["Later"].ID); !slices.Equal(got, []journey.Ref{refs["Later Find card"], refs["Later Buy card"]}) {
		t.Errorf("on that map: %v", got)
	}
}

func doing(doc *edit.Document) func(edit.Label, func(*edit.Tx) error) error {
	return func(l edit.Label, f func(*edit.Tx) error) error {
		_, err := doc.Do(l, f)
		return err
	}
}

func TestReplaceOneAfterAnother(t *testing.T) {
	doc, refs := shelf(t)
	q := Query{Text: "lens", Map: refs["Today"].ID}
	var f Finder
	f.Start(NewBook(doc.Project()).Search(q), []journey.Ref{refs["Today Find card"]}, q.Map)
	for i, want := range []struct{ title, text string }{
		{"lenses is dear", "lens, lens and Léns"}, // the new text holds the old: it is not found again
		{"lenses is dear", "lenses, lens and Léns"},
		{"lenses is dear", "lenses, lenses and Léns"},
		{"lenses is dear", "lenses, lenses and lenses"},
	} {
		if ok, err := f.One(doing(doc), "lenses"); !ok || err != nil {
			t.Fatalf("%d: replaced %v, %v", i, ok, err)
		}
		c, _ := doc.Project().Cards.Get(refs["Today Find card"].ID)
		if c.Title != want.title || c.Text != want.text {
			t.Fatalf("%d: %q, %q", i, c.Title, c.Text)
		}
		f.Again(NewBook(doc.Project()).Search(q))
	}
	if h, _ := f.Now(); h.Ref != refs["Today Find comment"] {
		t.Errorf("next in hand is %v", h)
	}
	if l, _ := doc.UndoLabel(); l.Text(words.In("en")) != "replace once" {
		t.Errorf("the step is called %q", l.Text(words.In("en")))
	}
	for range 4 {
		doc.Undo()
	}
	f.Again(NewBook(doc.Project()).Search(q))
	if c, _ := doc.Project().Cards.Get(refs["Today Find card"].ID); c.Title != "Lens is dear" || len(f.Hits()) != 11 {
		t.Errorf("undone: %q, %d hits", c.Title, len(f.Hits()))
	}
}

func TestReplaceAllIsOneStep(t *testing.T) {
	doc, _ := shelf(t)
	before := doc.Project()
	q := Query{Text: "lens", All: true}
	var f Finder
	f.Start(NewBook(before).Search(q), nil, "")
	n, err := f.All(doing(doc), "glass")
	if err != nil || n != 24 {
		t.Fatalf("replaced %d: %v", n, err)
	}
	if left := NewBook(doc.Project()).Search(q); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	if got := NewBook(doc.Project()).Search(Query{Text: "glass", Word: true, All: true}); len(got) != 24 {
		t.Errorf("%d new words", len(got))
	}
	for lang, want := range map[string]string{"en": "replace 24 times", "id": "24 penggantian teks"} {
		if l, _ := doc.UndoLabel(); l.Text(words.In(lang)) != want {
			t.Errorf("the step is called %q", l.Text(words.In(lang)))
		}
	}
	doc.Undo()
	if !journey.Between(before, doc.Project()).IsEmpty() {
		t.Error("one undo does not bring everything back")
	}
}

// TestStaleHitsAreLeft: a hit in a text that has changed since must not be replaced blindly.
func TestStaleHitsAreLeft(t *testing.T) {
	doc, refs := shelf(t)
	var f Finder
	f.Start(NewBook(doc.Project()).Search(Query{Text: "dear", Map: refs["Today"].ID}), nil, "")
	if _, err := doc.Do(edit.Label{Key: edit.LabelRename}, func(tx *edit.Tx) error {
		return edit.SetTitle(tx, refs["Today Find card"], "Cheap")
	}); err != nil {
		t.Fatal(err)
	}
	n, err := f.All(doing(doc), "costly")
	if err != nil || n != 1 {
		t.Fatalf("replaced %d: %v", n, err)
	}
	if c, _ := doc.Project().Cards.Get(refs["Today Find card"].ID); c.Title != "Cheap" {
		t.Errorf("the card is called %q", c.Title)
	}
}

// TestReplaceLaws: whatever is replaced, the project stays as sound as it was, and one undo brings
// it back.
func TestReplaceLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := journeytest.Random(t)
		doc := edit.NewDocument(before, journeytest.IDs())
		lines := NewBook(before).lines
		what := "a"
		if len(lines) > 0 {
			runes := []rune(rapid.SampledFrom(lines).Draw(t, "line").Text)
			what = string(runes[:rapid.IntRange(1, len(runes)).Draw(t, "long")])
		}
		var f Finder
		f.Start(NewBook(before).Search(Query{Text: what, All: true}), nil, "")
		n, err := f.All(doing(doc), journeytest.Text().Draw(t, "with"))
		if err != nil {
			t.Fatal(err)
		}
		if n != len(f.Hits()) {
			t.Fatalf("%d of %d were replaced", n, len(f.Hits()))
		}
		if now, was := len(journey.Validate(doc.Project())), len(journey.Validate(before)); now > was {
			t.Fatalf("%d findings, %d before", now, was)
		}
		doc.Undo()
		if !journey.Between(before, doc.Project()).IsEmpty() {
			t.Fatal("one undo does not bring everything back")
		}
	})
}

func TestSnippet(t *testing.T) {
	for _, c := range []struct{ text, hit, want string }{
		{"short", "or", "short"},
		{"a text that is much longer than the line", "longer", "…s much longer than t…"},
		{"over\nlines", "lines", "over lines"},
		{"héhé ends", "ends", "héhé ends"},
	} {
		from := strings.Index(c.text, c.hit)
		h := Hit{&Line{Text: c.text}, Span{from, from + len(c.hit)}}
		got, at := h.Snippet(8, 20)
		if got != c.want || got[at.From:at.To] != c.hit {
			t.Errorf("%q, hit %q; want %q", got, got[at.From:at.To], c.want)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		p := journeytest.Big(n)
		book := NewBook(p)
		b.Run(fmt.Sprintf("book/%d", n), func(b *testing.B) {
			for b.Loop() {
				NewBook(p)
			}
		})
		for _, text := range []string{"e", "touchpoint", "nowhere at all"} {
			b.Run(fmt.Sprintf("%s/%d", text, n), func(b *testing.B) {
				for b.Loop() {
					book.Search(Query{Text: text, All: true})
				}
			})
		}
	}
}

func BenchmarkReplaceAll(b *testing.B) {
	p := journeytest.Big(10000)
	hits := NewBook(p).Search(Query{Text: "e", All: true})
	for b.Loop() {
		if _, err := edit.NewDocument(p, nil).Do(edit.Label{}, func(tx *edit.Tx) error {
			_, err := Replace(tx, hits, "i")
			return err
		}); err != nil {
			b.Fatal(err)
		}
	}
}
