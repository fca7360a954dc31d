package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// anyRecord draws a record of a kind with any value in any field, sound or not.
func anyRecord(t *rapid.T, k journey.Kind, id journey.ID) journey.Record {
	v := reflect.New(reflect.TypeOf(journey.ZeroOf(k))).Elem()
	for i := range v.NumField() {
		f, name := v.Field(i), v.Type().Field(i).Name
		switch {
		case name == "ID":
			f.SetString(string(id))
		case f.Type() == idsType:
			f.Set(reflect.ValueOf(rapid.SliceOfN(rapid.Custom(func(t *rapid.T) journey.ID { return journey.ID(rapid.String().Draw(t, "id")) }), 0, 3).Draw(t, name)))
		case f.Type() == refType:
			f.Set(reflect.ValueOf(journey.Ref{Kind: rapid.SampledFrom(journey.Kinds).Draw(t, "kind"), ID: journey.ID(rapid.String().Draw(t, "id"))}))
		case f.Kind() == reflect.String:
			f.SetString(rapid.String().Draw(t, name))
		case f.Kind() == reflect.Int:
			f.SetInt(rapid.Int64().Draw(t, name))
		case f.Kind() == reflect.Float64:
			f.SetFloat(rapid.Float64().Draw(t, name))
		case f.Kind() == reflect.Pointer:
			if rapid.Bool().Draw(t, name+" said") {
				value := rapid.Float64().Draw(t, name)
				f.Set(reflect.ValueOf(&value))
			}
		case f.Kind() == reflect.Bool:
			f.SetBool(rapid.Bool().Draw(t, name))
		case f.Kind() == reflect.Slice:
			f.SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 9).Draw(t, name))
		default:
			t.Fatalf("%s.%s is of a type this test does not know", k, name)
		}
	}
	return v.Interface().(journey.Record)
}

func TestJSONKeepsEveryField(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var recs []journey.Record
		for _, k := range journey.Kinds {
			for i := range rapid.IntRange(0, 2).Draw(t, string(k)) {
				recs = append(recs, anyRecord(t, k, journey.ID(fmt.Sprint("id", i))))
			}
		}
		p := journey.FromRecords(recs)
		var out, again bytes.Buffer
		if err := WriteJSON(&out, p); err != nil {
			t.Fatal(err)
		}
		q, notes, err := decodeJSON(out.Bytes())
		if err != nil || len(notes) > 0 {
			t.Fatalf("%v %v in\n%s", err, notes, out.String())
		}
		if d := journey.Between(p, q); !d.IsEmpty() {
			t.Fatalf("differs: %+v\n%s", d, out.String())
		}
		if err := WriteJSON(&again, q); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
			t.Fatalf("not stable: %v\n%s\n%s", err, out.String(), again.String())
		}
	})
}

func TestReadJSONOfSoundProjects(t *testing.T) {
	same := func(t rapid.TB, p journey.Project) {
		t.Helper()
		var out bytes.Buffer
		if err := WriteJSON(&out, p); err != nil {
			t.Fatal(err)
		}
		q, notes, err := ReadJSON(&out)
		if err != nil || len(notes) > 0 {
			t.Fatalf("%v %v", err, notes)
		}
		if d := journey.Between(p, q); !d.IsEmpty() {
			t.Fatalf("differs: %+v", d)
		}
	}
	same(t, journeytest.Full())
	same(t, journeytest.Big(300))
	rapid.Check(t, func(t *rapid.T) { same(t, journeytest.Random(t)) })
}

func TestRenewKeepsAnyProjectSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		q := Renew(p, nil)
		if found := journey.Validate(q); len(found) > 0 || q.Len() != p.Len() {
			t.Fatalf("%d records of %d: %v", q.Len(), p.Len(), found)
		}
	})
}

func TestWriteJSON(t *testing.T) {
	zero := 0.0
	p := journey.FromRecords([]journey.Record{
		journey.Persona{ID: "b", Name: "<Budi> & \"Sari\""},
		journey.Persona{ID: "a", ChannelIDs: []journey.ID{"c1", "c2"}},
		journey.Measurement{ID: "m", At: journey.Ref{Kind: journey.KindMap, ID: "x"}, Value: &zero},
	})
	var out strings.Builder
	if err := WriteJSON(&out, p); err != nil {
		t.Fatal(err)
	}
	want := `{
  "format": 1,
  "jejak": {
    "persona": [
      {
        "id": "a",
        "channel_ids": [
          "c1",
          "c2"
        ]
      },
      {
        "id": "b",
        "name": "<Budi> & \"Sari\""
      }
    ],
    "measurement": [
      {
        "id": "m",
        "at": {
          "kind": "map",
          "id": "x"
        },
        "value": 0
      }
    ]
  }
}
`
	if out.String() != want {
		t.Errorf("got\n%s", out.String())
	}
	out.Reset()
	if err := WriteJSON(&out, journey.Project{}); err != nil || out.String() != "{\n  \"format\": 1,\n  \"jejak\": {}\n}\n" {
		t.Errorf("empty: %v %q", err, out.String())
	}
}

func TestReadJSONRefuses(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", "line 1: this is not valid JSON: unexpected end of JSON input"},
		{"{\n\"format\": 1,\n\"jejak\": }", "line 3: this is not valid JSON: invalid character '}' looking for beginning of value"},
		{"[]", `line 1: this is JSON, but not of Jejak: it has no "format" and "jejak" at its top`},
		{"null", `line 1: this is JSON, but not of Jejak: it has no "format" and "jejak" at its top`},
		{`{"format":1}`, `line 1: this is JSON, but not of Jejak: it has no "format" and "jejak" at its top`},
		{`{"format":"1","jejak":{}}`, `format: a whole number is expected`},
		{`{"format":2,"jejak":[]}`, `the file has format 2; this version of Jejak reads format 1. Install a newer one`},
		{`{"format":1,"jejak":[]}`, `jejak: an object {…} is expected`},
		{`{"format":1,"jejak":null}`, `jejak: an object {…} is expected`},
		{`{"format":1,"jejak":{"map":{}}}`, `map: a list […] is expected`},
		{`{"format":1,"jejak":{"map":[1]}}`, `map 1: an object {…} is expected`},
		{`{"format":1,"jejak":{"map":[null]}}`, `map 1: an object {…} is expected`},
		{`{"format":1,"jejak":{"map":[{"title":"T"}]}}`, `map 1 has no id`},
		{`{"format":1,"jejak":{"map":[{"id":"a","type":"current state"},{"id":"a"}]}}`, `map 2 has the id of another`},
		{`{"format":1,"jejak":{"map":[{"id":"a","title":7}]}}`, `map 1, title: a text is expected`},
		{`{"format":1,"jejak":{"map":[{"id":"a","cycle":"yes"}]}}`, `map 1, cycle: true or false is expected`},
		{`{"format":1,"jejak":{"card":[{"id":"a","span":1.5}]}}`, `card 1, span: a whole number is expected`},
		{`{"format":1,"jejak":{"card":[{"id":"a","tag_ids":[1]}]}}`, `card 1, tag_ids: a list of ids is expected`},
		{`{"format":1,"jejak":{"point":[{"id":"a","value":"x"}]}}`, `point 1, value: a number is expected`},
		{`{"format":1,"jejak":{"point":[{"id":"a","at":"x"}]}}`, `point 1, at: an object with kind and id is expected`},
		{`{"format":1,"jejak":{"image":[{"id":"a","data":"?"}]}}`, `image 1, data: a text in Base64 is expected`},
	}
	for _, test := range tests {
		_, _, err := ReadJSON(strings.NewReader(test.in))
		var refused *SyntaxError
		if !errors.As(err, &refused) || err.Error() != test.want {
			t.Errorf("%s: %v, want %s", test.in, err, test.want)
			continue
		}
		if text := refused.Text(words.In("id")); strings.HasPrefix(text, "[") || text == test.want && !strings.HasPrefix(text, "line") {
			t.Errorf("%s is not put into Indonesian: %s", test.in, text)
		}
	}
}

func TestReadJSONFindsWhatDoesNotHoldTogether(t *testing.T) {
	_, _, err := ReadJSON(strings.NewReader(`{"format":1,"jejak":{"stage":[{"id":"s","map_id":"nowhere","title":"Pay"}]}}`))
	var invalid *InvalidError
	if !errors.As(err, &invalid) || len(invalid.Findings) != 1 || !strings.Contains(err.Error(), "Pay") {
		t.Fatalf("%v", err)
	}
}

func TestReadJSONLeavesOutWhatItDoesNotKnow(t *testing.T) {
	p, notes, err := ReadJSON(strings.NewReader(`{"format":1,"new":1,"jejak":{"tag":[{"id":"a","name":"T","mood":"blue","Name":"U"}],"sound":[{}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	if tag, ok := p.Tags.Get("a"); !ok || tag.Name != "T" {
		t.Errorf("got %+v", tag)
	}
	var got []string
	for _, n := range notes {
		got = append(got, n.Text(words.In("en")))
	}
	want := `tag 1: the field "Name" is not known to this version of Jejak; it was left out
tag 1: the field "mood" is not known to this version of Jejak; it was left out
"sound" is not known to this version of Jejak; it was left out`
	if strings.Join(got, "\n") != want {
		t.Errorf("got %s", strings.Join(got, "\n"))
	}
}

func TestRenew(t *testing.T) {
	p := sample(t)
	n := 0
	q := Renew(p, func() journey.ID { n++; return journey.ID(fmt.Sprint("new", n)) })
	if q.Len() != p.Len() || n != p.Len() {
		t.Fatalf("%d records of %d, %d IDs", q.Len(), p.Len(), n)
	}
	if found := journey.Validate(q); len(found) > 0 {
		t.Errorf("unsound: %v", found)
	}
	if outline(p) != outline(q) {
		t.Errorf("differs:\n%s\n%s", outline(p), outline(q))
	}
	for rec := range q.Records() {
		if p.Has(journey.RefTo(rec)) {
			t.Errorf("%s %s is as before", rec.Kind(), rec.RecordID())
		}
		journey.EachReference(rec, func(r journey.Reference) {
			if p.Has(r.To) {
				t.Errorf("%s of %s still points at the old %s", r.Field, rec.Kind(), r.To.Kind)
			}
		})
	}
}

// sample is a project that refers in every way that a diagram alone does not.
func sample(t *testing.T) journey.Project {
	t.Helper()
	p, _, err := ReadMermaid(strings.NewReader("journey\ntitle T\nsection S\nA: 4: X, Y\nB: 2: X\nsection U\nC: 1: Y"), journeytest.IDs(), nil)
	if err != nil {
		t.Fatal(err)
	}
	m := p.MapsInOrder()[0]
	card := journey.NewIndex(p, m.ID).CardsInOrder()[0]
	card.TagIDs, card.ChannelID, card.GoalID = []journey.ID{"tag"}, "channel", card.StageID
	for _, rec := range []journey.Record{
		journey.Tag{ID: "tag", Name: "T"}, journey.Channel{ID: "channel", Name: "C"}, card,
		journey.Comment{ID: "c1", At: journey.RefTo(card), Text: "?"}, journey.Comment{ID: "c2", At: journey.RefTo(card), ReplyID: "c1", Text: "!"},
		journey.Action{ID: "action", Title: "Do", CardID: card.ID},
	} {
		p = p.With(rec)
	}
	if found := journey.Validate(p); len(found) > 0 {
		t.Fatalf("unsound: %v", found)
	}
	return p
}

func FuzzReadJSON(f *testing.F) {
	f.Add([]byte(`{"format":1,"jejak":{"map":[{"id":"a","type":"current state","title":"T"}],"stage":[{"id":"s","map_id":"a"}]}}`))
	f.Add([]byte(`{"format":1,"jejak":{"point":[{"id":"a","at":{"kind":"card","id":"c"},"value":1e400}]}}`))
	f.Add([]byte(`{"format":1,"jejak":{"comment":[{"id":"a","reply_id":"a"}],"x":{}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, _, err := ReadJSON(bytes.NewReader(data))
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("error of several lines: %q", err)
			}
			return
		}
		var out bytes.Buffer
		if err := WriteJSON(&out, p); err != nil {
			t.Fatal(err)
		}
		q, _, err := ReadJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if d := journey.Between(p, q); !d.IsEmpty() {
			t.Fatalf("differs: %+v", d)
		}
	})
}
