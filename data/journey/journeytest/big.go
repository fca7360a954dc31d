package journeytest

import (
	"fmt"
	"strings"

	"jejak/data/journey"
)

// bigWords is what the cards of Big say, in turn.
var bigWords = strings.Fields(`customer asks shop about price and delivery before choosing the frame
	then waits for an answer while comparing photos on her phone at home sees another offer nearby
	reads reviews written by riders who commute every day gets advice tries two sizes pays by
	transfer receives message with date picks up bicycle learns how to adjust saddle calls service
	again tells friends about ride home in rain`)

// Big returns a sound project of one map with that many touchpoints, the same every time. Each
// says 12 words. There are a tenth as many stages, 40 at most, with up to five steps each; a
// twentieth as many pain points and opportunities each; two personas with a point in every
// column; and a link for every fiftieth touchpoint.
func Big(touchpoints int) journey.Project {
	b := &big{next: IDs()}
	b.add(journey.Info{ID: b.next(), Title: fmt.Sprintf("%d touchpoints", touchpoints), Language: "en"})
	b.mapID = b.next()
	b.add(journey.Map{
		ID: b.mapID, Rank: "a0", Title: "Buying a city bicycle", Type: journey.CurrentState, Date: "2024-05-17",
		Scenario: b.say(30), Author: "Dewi",
	})
	b.people()
	b.lanes()
	columns := b.columns(touchpoints)
	cards := b.cards(columns, b.laneIDs[0], touchpoints)
	b.curves(columns, cards)
	b.cards(columns, b.laneIDs[2], touchpoints/20)
	b.cards(columns, b.laneIDs[3], touchpoints/20)
	b.links(cards)
	return journey.FromRecords(b.recs)
}

type big struct {
	next       func() journey.ID
	recs       []journey.Record
	mapID      journey.ID
	personas   []journey.ID
	channelIDs []journey.ID
	laneIDs    []journey.ID
	word       int
}

func (b *big) add(rec journey.Record) { b.recs = append(b.recs, rec) }

// say returns the next n words.
func (b *big) say(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = bigWords[b.word%len(bigWords)]
		b.word++
	}
	words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
	return strings.Join(words, " ")
}

func (b *big) people() {
	ranks := journey.RanksBetween("", "", 4)
	for i, name := range []string{"Web shop", "WhatsApp", "Shop", "Telephone"} {
		id := b.next()
		b.channelIDs = append(b.channelIDs, id)
		b.add(journey.Channel{ID: id, Rank: ranks[i], Name: name})
	}
	for i, name := range []string{"Sari", "Budi"} {
		id := b.next()
		b.personas = append(b.personas, id)
		b.add(journey.Persona{ID: id, Rank: ranks[i], Name: name, Quote: b.say(8)})
		b.add(journey.Appearance{ID: b.next(), MapID: b.mapID, PersonaID: id, Rank: ranks[i]})
	}
}

func (b *big) lanes() {
	kinds := []journey.LaneKind{journey.LaneTouchpoints, journey.LaneEmotions, journey.LanePains, journey.LaneOpportunities}
	ranks := journey.RanksBetween("", "", len(kinds))
	for i, k := range kinds {
		id := b.next()
		b.laneIDs = append(b.laneIDs, id)
		b.add(journey.Lane{ID: id, MapID: b.mapID, Rank: ranks[i], LaneKind: k})
	}
}

// columns makes the stages and their steps. A column without steps has an empty StepID.
func (b *big) columns(touchpoints int) []journey.CellKey {
	stages := max(1, min(40, touchpoints/10))
	steps := min(5, touchpoints/stages/5)
	var columns []journey.CellKey
	ranks := journey.RanksBetween("", "", stages)
	for i := range stages {
		stage := journey.Stage{ID: b.next(), MapID: b.mapID, Rank: ranks[i], Title: b.say(2), Goal: b.say(5)}
		b.add(stage)
		stepRanks := journey.RanksBetween("", "", steps)
		for _, rank := range stepRanks {
			step := journey.Step{ID: b.next(), StageID: stage.ID, Rank: rank, Title: b.say(2)}
			b.add(step)
			columns = append(columns, journey.CellKey{StageID: stage.ID, StepID: step.ID})
		}
		if steps == 0 {
			columns = append(columns, journey.CellKey{StageID: stage.ID})
		}
	}
	return columns
}

// cards spreads n cards evenly over the columns of a lane.
func (b *big) cards(columns []journey.CellKey, laneID journey.ID, n int) []journey.Card {
	cards := make([]journey.Card, 0, n)
	for i, col := range columns {
		from, to := i*n/len(columns), (i+1)*n/len(columns)
		for _, rank := range journey.RanksBetween("", "", to-from) {
			c := journey.Card{
				ID: b.next(), MapID: b.mapID, StageID: col.StageID, StepID: col.StepID, LaneID: laneID, Rank: rank,
				Span: 1, Title: b.say(3), Text: b.say(9),
			}
			if laneID == b.laneIDs[0] {
				c.ChannelID = b.channelIDs[len(cards)%len(b.channelIDs)]
				c.MomentOfTruth = len(cards)%40 == 7
			} else {
				c.Severity = len(cards)%3 + 1
			}
			b.add(c)
			cards = append(cards, c)
		}
	}
	return cards
}

// curves gives the first persona a point at the first touchpoint of each column and the second
// one at the column itself.
func (b *big) curves(columns []journey.CellKey, cards []journey.Card) {
	first := map[journey.CellKey]journey.Card{}
	for _, c := range cards {
		key := journey.CellKey{StageID: c.StageID, StepID: c.StepID}
		if _, had := first[key]; !had {
			first[key] = c
		}
	}
	for i, col := range columns {
		at := journey.Ref{Kind: journey.KindStage, ID: col.StageID}
		if col.StepID != "" {
			at = journey.Ref{Kind: journey.KindStep, ID: col.StepID}
		}
		if c, ok := first[col]; ok {
			b.point(0, journey.RefTo(c), i*7)
		}
		b.point(1, at, i*5+3)
	}
}

func (b *big) point(persona int, at journey.Ref, n int) {
	b.add(journey.Point{
		ID: b.next(), MapID: b.mapID, PersonaID: b.personas[persona], At: at, Value: float64(n%9)/2 - 2, Note: b.say(3),
	})
}

func (b *big) links(cards []journey.Card) {
	kinds := journey.LinkKinds
	for i := 0; i+2 < len(cards); i += 50 {
		b.add(journey.Link{
			ID: b.next(), MapID: b.mapID, FromID: cards[i].ID, ToID: cards[i+2].ID, LinkKind: kinds[i/50%len(kinds)],
		})
	}
}
