package edit

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/edit/record"
	"jejak/data/journey"
	"jejak/data/picture"
)

func init() {
	labelKeys = append(labelKeys, LabelDuplicateMap, LabelDuplicatePersona, LabelPortrait, LabelPersonaOnMap,
		LabelPersonaOffMap, LabelMoveChannel, LabelMergeChannels, LabelMoveTag, LabelMergeTags, LabelRemoveTag)
	edits["DuplicateMap"] = func(tx *Tx, d drawn) error {
		return second(DuplicateMap(tx, d.id(journey.KindMap), d.text()))
	}
	edits["DuplicatePersona"] = func(tx *Tx, d drawn) error {
		return second(DuplicatePersona(tx, d.id(journey.KindPersona), d.text()))
	}
	edits["SetPortrait"] = func(tx *Tx, d drawn) error {
		pic := picture.Picture{Media: word(d, journey.ImageMedia), Width: 3, Height: 2, Data: []byte(rapid.SampledFrom([]string{"a", "b"}).Draw(d.t, "data"))}
		return SetPortrait(tx, d.id(journey.KindPersona), pic, d.text())
	}
	edits["MergeChannels"] = func(tx *Tx, d drawn) error {
		return MergeChannels(tx, d.id(journey.KindChannel), d.ids(journey.KindChannel))
	}
	edits["MergeTags"] = func(tx *Tx, d drawn) error {
		return MergeTags(tx, d.id(journey.KindTag), d.ids(journey.KindTag))
	}
	edits["MoveTag"] = func(tx *Tx, d drawn) error {
		return MoveTag(tx, d.id(journey.KindTag), d.maybe(journey.KindTag))
	}
}

// A copied map is the map but for its IDs, its title and its place; the map itself is untouched.
func TestDuplicateMapCopiesAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := start(t)
		maps := before.MapsInOrder()
		if len(maps) == 0 {
			return
		}
		m := rapid.SampledFrom(maps).Draw(t, "map")
		tx := NewDocument(before, newIDs()).Begin(Label{Key: LabelDuplicateMap})
		c := copying{tx: tx, fresh: map[journey.Ref]journey.ID{}}
		if err := c.of(m.ID, "Copy"); err != nil {
			t.Fatal(err)
		}
		after := tx.Project()
		back := map[journey.ID]journey.ID{}
		for ref, id := range c.fresh {
			if before.Has(journey.Ref{Kind: ref.Kind, ID: id}) {
				t.Fatalf("the copy of %v has the ID of another", ref)
			}
			back[id] = ref.ID
		}
		for rec := range before.Records() {
			ref := journey.RefTo(rec)
			if now, ok := after.Get(ref); !ok || ref.Kind != journey.KindMap && !journey.Equal(now, rec) {
				t.Fatalf("%v was changed", ref)
			}
			of := before.MapOf(ref) == m.ID
			if ref.Kind == journey.KindComment || ref.Kind == journey.KindAction || ref.Kind == journey.KindMap {
				continue
			}
			if _, copied := c.fresh[ref]; copied != of {
				t.Fatalf("%v: copied is %v", ref, copied)
			}
			if !of {
				continue
			}
			twin, _ := after.Get(journey.Ref{Kind: ref.Kind, ID: c.fresh[ref]})
			if got, want := named(t, twin, back), named(t, record.Cleaned(rec), nil); got != want {
				t.Fatalf("the copy of %v is\n%s, want\n%s", ref, got, want)
			}
		}
		if after.Len() != before.Len()+len(c.fresh) {
			t.Fatalf("%d records, want %d", after.Len(), before.Len()+len(c.fresh))
		}
		order := after.MapsInOrder()
		i := slices.IndexFunc(order, func(o journey.Map) bool { return o.ID == m.ID })
		if twin := order[i+1]; twin.ID != c.fresh[journey.RefTo(m)] || twin.Title != "Copy" || twin.DerivedID != m.ID || twin.Type != m.Type {
			t.Fatalf("behind the map stands %+v", twin)
		}
	})
}

// named writes a record with the IDs of the copy put back to those of the original.
func named(t *rapid.T, rec journey.Record, back map[journey.ID]journey.ID) string {
	data, err := json.Marshal(rec)
	if err != nil {
		t.Fatal(err)
	}
	s := string(data)
	for id, was := range back {
		s = strings.ReplaceAll(s, `"`+string(id)+`"`, `"`+string(was)+`"`)
	}
	return s
}

// Merging leaves nobody without what they had: who named one of several names the one, once.
func TestMergeKeepsWhoNamesThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := start(t)
		d := drawn{t, before}
		channel, channels := d.id(journey.KindChannel), d.ids(journey.KindChannel)
		tag, tags := d.id(journey.KindTag), d.ids(journey.KindTag)
		doc := NewDocument(before, newIDs())
		if _, err := doc.Do(Label{Key: LabelMergeChannels}, func(tx *Tx) error { return MergeChannels(tx, channel, channels) }); err != nil {
			channels = nil
		}
		if _, err := doc.Do(Label{Key: LabelMergeTags}, func(tx *Tx) error { return MergeTags(tx, tag, tags) }); err != nil {
			tags = nil
		}
		after := doc.Project()
		for c := range before.Cards.All() {
			now, _ := after.Cards.Get(c.ID)
			want := c.ChannelID
			if slices.Contains(channels, want) {
				want = channel
			}
			if now.ChannelID != want {
				t.Fatalf("card %s has channel %q, want %q", c.ID, now.ChannelID, want)
			}
			checkMerged(t, c.TagIDs, now.TagIDs, tag, tags)
		}
		for p := range before.Personas.All() {
			now, _ := after.Personas.Get(p.ID)
			checkMerged(t, p.ChannelIDs, now.ChannelIDs, channel, channels)
		}
		for _, id := range channels {
			if after.Channels.Has(id) {
				t.Fatalf("channel %s is still there", id)
			}
		}
		for _, id := range tags {
			if after.Tags.Has(id) {
				t.Fatalf("tag %s is still there", id)
			}
		}
		for range 2 {
			doc.Undo()
		}
		if !same(doc.Project(), before) {
			t.Fatal("undo does not bring the merged back")
		}
	})
}

func checkMerged(t *rapid.T, before, now []journey.ID, into journey.ID, ids []journey.ID) {
	var want []journey.ID
	for _, id := range before {
		if slices.Contains(ids, id) {
			id = into
		}
		if !slices.Contains(want, id) {
			want = append(want, id)
		}
	}
	if !slices.Equal(now, want) {
		t.Fatalf("%v became %v, want %v", before, now, want)
	}
}

func TestSetPortrait(t *testing.T) {
	d := NewDocument(journey.Project{}, newIDs())
	var sari, bimo journey.ID
	do := func(f func(tx *Tx) error) error {
		t.Helper()
		_, err := d.Do(Label{Key: LabelPortrait}, f)
		return err
	}
	if err := do(func(tx *Tx) (err error) {
		if sari, err = AddPersona(tx, "Sari"); err == nil {
			bimo, err = AddPersona(tx, "Bimo")
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	other := photo
	other.Data = []byte("another")
	for _, step := range []struct {
		who    journey.ID
		pic    picture.Picture
		images int
	}{{sari, photo, 1}, {bimo, photo, 1}, {sari, other, 2}, {bimo, other, 1}} {
		if err := do(func(tx *Tx) error { return SetPortrait(tx, step.who, step.pic, "face.png") }); err != nil {
			t.Fatal(err)
		}
		p, _ := d.Project().Personas.Get(step.who)
		img, _ := d.Project().Images.Get(p.ImageID)
		if string(img.Data) != string(step.pic.Data) || img.Name != "face.png" || d.Project().Images.Len() != step.images {
			t.Errorf("%+v, and %d pictures, want %d", img, d.Project().Images.Len(), step.images)
		}
	}
	if err := do(func(tx *Tx) error { return SetPortrait(tx, "nobody", photo, "") }); err == nil || d.Project().Images.Len() != 1 {
		t.Errorf("a portrait of nobody: %v", err)
	}
}
