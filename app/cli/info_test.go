package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"jejak/data/journey"
)

func TestInfoJSON(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.mmd", diagram)
	must(t, dir, "import", "a.mmd", "-o", "a.jejak")
	var got bytes.Buffer
	if err := json.Compact(&got, []byte(must(t, dir, "info", "a.jejak", "--json"))); err != nil {
		t.Fatal(err)
	}
	want := `{"format":1,"title":"Buying glasses","maps":[{"title":"Buying glasses","type":"current state","personas":["Sari","Budi","Customer"],` +
		`"stages":[{"title":"Look","touchpoints":[{"title":"Search the web","channel":"","emotions":{"Budi":1,"Sari":1}},` +
		`{"title":"Ask a friend","channel":"","emotions":{"Customer":2}}]},` +
		`{"title":"Buy","touchpoints":[{"title":"Wait in the shop","channel":"","emotions":{"Sari":-2}}]}],` +
		`"lanes":[{"title":"Touchpoints","kind":"touchpoints","cards":3},{"title":"Emotions","kind":"emotions","cards":4}]}]}`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

func TestInfoForPeople(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.mmd", diagram)
	must(t, dir, "import", "a.mmd", "-o", "a.jejak")
	want := `Buying glasses

Buying glasses (Current state)
  2 stages, 3 touchpoints, 2 lanes
  Personas: Sari, Budi, Customer
  1. Look
      Search the web Sari +1 Budi +1
      Ask a friend Customer +2
  2. Buy
      Wait in the shop Sari −2
  Touchpoints: 3
  Emotions: 4
  Lowest points of the curves
    Sari: Wait in the shop (−2)
  Deepest falls
    Sari: from Search the web (+1) to Wait in the shop (−2)
  Deepest falls between stages
    Sari: from Look (+1 on average) to Buy (−2)
  Touchpoints without a channel
    Search the web
    Ask a friend
    Wait in the shop
  Cards without a source
    Search the web
    Ask a friend
    Wait in the shop
`
	if got := must(t, dir, "info", "a.jejak"); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestPersonasOfOneName(t *testing.T) {
	p := journey.FromRecords([]journey.Record{
		journey.Map{ID: "m", Rank: "a0", Title: "M", Type: journey.CurrentState},
		journey.Stage{ID: "s", MapID: "m", Rank: "a0"}, journey.Lane{ID: "l", MapID: "m", Rank: "a0", LaneKind: journey.LaneTouchpoints},
		journey.Card{ID: "c", MapID: "m", StageID: "s", LaneID: "l", Rank: "a0"},
		journey.Persona{ID: "p1", Rank: "a0", Name: "Sari"}, journey.Persona{ID: "p2", Rank: "a1", Name: "Sari"},
		journey.Appearance{ID: "a1", MapID: "m", PersonaID: "p1", Rank: "a0"}, journey.Appearance{ID: "a2", MapID: "m", PersonaID: "p2", Rank: "a1"},
		journey.Point{ID: "q1", MapID: "m", PersonaID: "p1", At: journey.Ref{Kind: journey.KindCard, ID: "c"}, Value: 1},
		journey.Point{ID: "q2", MapID: "m", PersonaID: "p2", At: journey.Ref{Kind: journey.KindCard, ID: "c"}, Value: -1},
	})
	m := describe(p).Maps[0]
	if got := fmt.Sprint(m.Personas, m.Stages[0].Touchpoints[0].Emotions, m.Lanes[0].Title); got != "[Sari Sari (2)] map[Sari:1 Sari (2):-1]Touchpoints" {
		t.Errorf("got %s", got)
	}
}
