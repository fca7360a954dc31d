// Package ghosttest holds a pair of maps for tests of what is drawn of pairs.
package ghosttest

import "jejak/data/journey"

// Shop is a map "a" of three stages with two personas, and "b" after it: of its stages one is gone,
// one has another name and one is new; a card moved, one is new, one is gone; one feels better, one
// worse.
func Shop() journey.Project {
	at := func(kind journey.Kind, id string) journey.Ref { return journey.Ref{Kind: kind, ID: journey.ID(id)} }
	recs := []journey.Record{
		journey.Info{ID: "info", Owner: "Bicycle shop", Language: "en", Date: "2026-10-01"},
		journey.Persona{ID: "sari", Rank: "a", Name: "Sari Wulandari"},
		journey.Persona{ID: "bimo", Rank: "b", Name: "Bimo"},
		journey.Map{ID: "a", Rank: "a", Title: "Having a bicycle mended", Type: journey.CurrentState},
		journey.Map{ID: "b", Rank: "b", Title: "Having a bicycle mended, next spring", Type: journey.FutureState, PairID: "a"},
		journey.Channel{ID: "phone", Rank: "a", Name: "Telephone"}, journey.Channel{ID: "chat", Rank: "b", Name: "WhatsApp"},
	}
	for _, m := range []string{"a", "b"} {
		recs = append(recs,
			journey.Appearance{ID: journey.ID("s" + m), MapID: journey.ID(m), PersonaID: "sari", Rank: "a"},
			journey.Appearance{ID: journey.ID("b" + m), MapID: journey.ID(m), PersonaID: "bimo", Rank: "b"},
			journey.Lane{ID: journey.ID("touch" + m), MapID: journey.ID(m), Rank: "a", LaneKind: journey.LaneTouchpoints},
			journey.Lane{ID: journey.ID("pain" + m), MapID: journey.ID(m), Rank: "c", LaneKind: journey.LanePains},
			journey.Lane{ID: journey.ID("feel" + m), MapID: journey.ID(m), Rank: "b", LaneKind: journey.LaneEmotions})
	}
	stage := func(m, id, title string) {
		recs = append(recs, journey.Stage{ID: journey.ID(m + id), MapID: journey.ID(m), Rank: journey.Rank(id), Title: title})
	}
	stage("a", "1", "Ask")
	stage("a", "2", "Wait")
	stage("a", "3", "Fetch")
	stage("b", "1", "Ask by message")
	stage("b", "3", "Fetch")
	stage("b", "4", "Ride")
	card := func(m, stage, lane, id, title string, channel journey.ID) {
		recs = append(recs, journey.Card{ID: journey.ID(m + id), MapID: journey.ID(m), StageID: journey.ID(m + stage), LaneID: journey.ID(lane + m),
			Rank: journey.Rank(id), Title: title, ChannelID: channel})
	}
	card("a", "1", "touch", "1", "Asks for a day", "phone")
	card("a", "2", "touch", "2", "Calls to hear whether it is done", "phone")
	card("a", "3", "touch", "3", "Pays", "")
	card("a", "2", "pain", "4", "Nobody knows", "")
	card("b", "1", "touch", "1", "Asks for a day", "chat")
	card("b", "1", "touch", "2", "Pays", "")
	card("b", "3", "touch", "3", "Rings the bell", "")
	feel := func(m, who, stage string, values ...float64) {
		for i, v := range values {
			place := at(journey.KindStage, m+stage)
			if i > 0 {
				place = at(journey.KindCard, m+stage) // the card there has the same number
			}
			recs = append(recs, journey.Point{ID: journey.ID(m + who + stage + string(rune('a'+i))), MapID: journey.ID(m), PersonaID: journey.ID(who),
				At: place, Value: v})
		}
	}
	feel("a", "sari", "1", -1)
	feel("a", "sari", "2", -2)
	feel("a", "sari", "3", 0.5)
	feel("b", "sari", "1", 1.5, 0.5) // 1 on average
	feel("b", "sari", "3", 1)
	feel("b", "sari", "4", 2)
	feel("a", "bimo", "1", 1)
	feel("a", "bimo", "3", 1)
	feel("b", "bimo", "1", -0.5)
	feel("b", "bimo", "3", 1)
	return journey.FromRecords(recs)
}
