package journeytest

import "jejak/data/journey"

// Full returns a sound project with at least one record of every kind, in which every field of
// the first record of each kind has a value that is not zero. It is the same every time.
func Full() journey.Project {
	next := IDs()
	num := func(v float64) *float64 { return &v }
	ranks := journey.RanksBetween("", "", 3)
	var recs []journey.Record
	add := func(rec journey.Record) { recs = append(recs, rec) }

	info := journey.Info{
		ID: next(), Title: "Sepeda kota", Owner: "Tim Layanan", Language: "id", Palette: "sea",
		Version: "version 7", Date: "2024-05-17", Note: "Made with the shop in Bandung.",
	}
	image := journey.Image{
		ID: next(), Name: "Shop front", Alt: "A bicycle before a shop", Media: "image/png", Width: 1, Height: 1,
		Data: onePixel,
	}
	tag := journey.Tag{ID: next(), Rank: ranks[0], Name: "service", Color: "#336699"}
	channel := journey.Channel{
		ID: next(), Rank: ranks[0], Name: "WhatsApp", Icon: "chat", Reach: journey.ReachOnline,
		Ownership: journey.OwnershipOwned, Cost: "Rp 2 million a month", Revenue: "a third of the orders",
		Note: "Answered within an hour.",
	}
	persona := journey.Persona{
		ID: next(), Rank: ranks[0], Name: "Sari", Summary: "Commutes 11 km a day, 29", Quote: "I just want to arrive dry.",
		Age: "29", Occupation: "Nurse", Background: "Grew up in Bandung.", Goals: "A bicycle for every day",
		Needs: "Advice without pressure", Motivations: "Health", Frustrations: "Waiting", Technology: "Phone first",
		Segment: "Commuters, 40 %", ChannelIDs: []journey.ID{channel.ID}, ImageID: image.ID, Color: "#AA3355",
		Basis: journey.BasisResearched, Source: "12 interviews",
	}
	metric := journey.Metric{
		ID: next(), Rank: ranks[0], Name: "Satisfaction", Standard: journey.CSAT, Unit: "%", Min: num(1), Max: num(100),
		Direction: journey.HigherIsBetter, Decimals: 1, Formula: "satisfied / asked",
	}
	other := journey.Map{ID: next(), Rank: ranks[1], Title: "Buying a city bicycle, next year", Type: journey.FutureState}
	m := journey.Map{
		ID: next(), Rank: ranks[0], Title: "Buying a city bicycle", Type: journey.CurrentState,
		Scenario: "Sari wants to ride to work.", Expectations: "Clear prices.", Author: "Dewi", Version: "3",
		Date: "2024-05-18", Cycle: true, PairID: other.ID, DerivedID: other.ID, Palette: "dusk",
		Form: journey.FormRing, PairRole: journey.PairPlanned, Review: "2024-06-18",
	}
	appearance := journey.Appearance{
		ID: next(), MapID: m.ID, PersonaID: persona.ID, Rank: ranks[0], Hidden: true, Focused: true,
	}
	stage := journey.Stage{
		ID: next(), MapID: m.ID, Rank: ranks[0], Title: "Consideration", Goal: "Find the right frame",
		Outcome: journey.OutcomePartly, Band: journey.BandBefore, Note: "Two weeks on average.", Color: "#118855", Width: 240,
	}
	step := journey.Step{ID: next(), StageID: stage.ID, Rank: ranks[0], Title: "Compare", Note: "Mostly in the evening.", Width: 160}
	lane := journey.Lane{
		ID: next(), MapID: m.ID, Rank: ranks[0], LaneKind: journey.LaneTouchpoints, Title: "Touchpoints",
		Hint: "Where they meet us", Height: 120, PersonaID: persona.ID, Hidden: true, Line: journey.LineOfInteraction,
	}
	pains := journey.Lane{ID: next(), MapID: m.ID, Rank: ranks[1], LaneKind: journey.LanePains, Title: "Pain points"}
	card := journey.Card{
		ID: next(), MapID: m.ID, StageID: stage.ID, StepID: step.ID, LaneID: lane.ID, Rank: ranks[0], Span: 2,
		Title: "Asks by chat", Text: "She sends a picture of the frame she likes.", Icon: "chat", Color: "#FFCC00",
		TagIDs: []journey.ID{tag.ID}, ChannelID: channel.ID, Owner: "Shop", Link: "https://example.org/chat",
		Evidence: journey.EvidenceEvidenced, Source: "Interview 4", Verified: "2024-04-30", Severity: 2, Impact: 4,
		Value: 3, Effort: 1, GoalID: stage.ID, Purpose: "Get advice", Outcome: journey.OutcomeMet,
		MomentOfTruth: true, LoyaltyBreaker: true, ImageID: image.ID,
	}
	pain := journey.Card{
		ID: next(), MapID: m.ID, StageID: stage.ID, LaneID: pains.ID, Rank: ranks[0], Title: "No answer at night", Severity: 3,
	}
	add(info)
	add(image)
	add(tag)
	add(channel)
	add(persona)
	add(metric)
	add(m)
	add(other)
	add(appearance)
	add(stage)
	add(step)
	add(lane)
	add(pains)
	add(card)
	add(pain)
	add(journey.Point{
		ID: next(), MapID: m.ID, PersonaID: persona.ID, At: journey.RefTo(card), Value: -1.5, Note: "Alone with the choice",
	})
	add(journey.Link{
		ID: next(), MapID: m.ID, FromID: card.ID, ToID: pain.ID, LinkKind: journey.LinkBranch, Label: "after nine",
	})
	add(journey.Measurement{
		ID: next(), MetricID: metric.ID, At: journey.RefTo(stage), Value: num(71.5), Target: num(80),
		Date: "2024-03-31", Source: "Survey, n = 212",
	})
	add(journey.Action{
		ID: next(), Rank: ranks[0], Title: "Answer until ten", Note: "Two people in turn.", Owner: "Budi",
		Department: "Service", Status: journey.StatusPlanned, Due: "2024-07-01", CardID: pain.ID,
	})
	comment := journey.Comment{
		ID: next(), At: journey.RefTo(card), Author: "Dewi", Text: "Is that still so?", Created: 1715936400000,
	}
	add(journey.Comment{
		ID: next(), At: journey.RefTo(card), ReplyID: comment.ID, Author: "Budi", Text: "Yes, asked again.",
		Created: 1715940000000, Resolved: true,
	})
	add(comment)
	return journey.FromRecords(recs)
}

// onePixel is a PNG of one grey pixel.
var onePixel = []byte("\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU" +
	"\x00\x00\x00\x0aIDATx\x9cch\x00\x00\x00\x82\x00\x81w\xcdr\xb6\x00\x00\x00\x00IEND\xaeB`\x82")
