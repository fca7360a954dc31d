package mend_test

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project/mend"
)

// TestSoundStays: what is sound is not touched.
func TestSoundStays(t *testing.T) {
	for _, p := range []journey.Project{{}, journeytest.Full(), journeytest.Big(100)} {
		got, losses := mend.Project(p, journeytest.IDs())
		if d := journey.Between(p, got); len(losses) > 0 || !d.IsEmpty() {
			t.Errorf("%+v, %+v", losses, d)
		}
	}
}

// TestEveryLossOfOne takes away each record of a project in turn: the rest must come out sound, with all
// that does not hang on it, and what is lost must be told.
func TestEveryLossOfOne(t *testing.T) {
	p := journeytest.Full()
	for rec := range p.Records() {
		ref := journey.RefTo(rec)
		bad := p.Without(ref)
		got, losses := mend.Project(bad, journeytest.IDs())
		if found := journey.Validate(got); len(found) > 0 {
			t.Errorf("without %v: %+v", ref, found)
		}
		if len(journey.Validate(bad)) > 0 && len(losses) == 0 {
			t.Errorf("without %v: changed in silence", ref)
		}
		dropped := 0
		for other := range bad.Records() {
			if !got.Has(journey.RefTo(other)) {
				dropped++
			}
		}
		if dropped > 4 { // what stands at a card or a step
			t.Errorf("without %v %d others are gone too: %+v", ref, dropped, losses)
		}
	}
}

// TestRandomDamage takes away and spoils many records at once.
func TestRandomDamage(t *testing.T) {
	full := journeytest.Full()
	rapid.Check(t, func(t *rapid.T) {
		p := full
		for rec := range full.Records() {
			switch rapid.IntRange(0, 5).Draw(t, "what becomes of it") {
			case 0:
				p = p.Without(journey.RefTo(rec))
			case 1:
				p = p.With(spoiled(t, rec))
			}
		}
		before := len(journey.Validate(p))
		got, losses := mend.Project(p, journeytest.IDs())
		if found := journey.Validate(got); len(found) > 0 {
			t.Fatalf("still %+v", found)
		}
		if before > 0 && len(losses) == 0 {
			t.Fatal("changed in silence")
		}
		for _, l := range losses {
			for _, lang := range words.Languages {
				text := l.Text(words.In(lang))
				if text == "" || strings.Contains(text, "[") || strings.Contains(text, "<no value>") {
					t.Fatalf("%+v reads %q", l, text)
				}
			}
		}
	})
}

// spoiled returns rec with one field, the ID apart, that says something it cannot.
func spoiled(t *rapid.T, rec journey.Record) journey.Record {
	v := reflect.New(reflect.TypeOf(rec)).Elem()
	v.Set(reflect.ValueOf(rec))
	field := v.Field(rapid.IntRange(1, v.NumField()-1).Draw(t, "field"))
	bad := math.NaN()
	switch field.Interface().(type) {
	case []journey.ID:
		field.Set(reflect.ValueOf([]journey.ID{"none", "none"}))
	case journey.Ref:
		field.Set(reflect.ValueOf(journey.Ref{Kind: rapid.SampledFrom(journey.Kinds).Draw(t, "kind"), ID: rec.RecordID()}))
	case *float64:
		field.Set(reflect.ValueOf(&bad))
	default:
		switch field.Kind() {
		case reflect.String:
			field.SetString(rapid.SampledFrom([]string{"", "odd", string(rec.RecordID())}).Draw(t, "text"))
		case reflect.Int:
			field.SetInt(-1)
		case reflect.Float64:
			field.SetFloat(bad)
		}
	}
	return v.Interface().(journey.Record)
}

// TestCodes: each has its sentence.
func TestCodes(t *testing.T) {
	for _, lang := range words.Languages {
		keys, err := words.Keys(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range mend.Codes {
			if keys["cli.lost."+string(c)] == "" {
				t.Errorf("%s is not in %q", c, lang)
			}
		}
	}
}
