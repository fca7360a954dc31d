package layout

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"jejak/data/journey"
)

// everything is a map that shows each thing a map can show, with short texts.
func everything() journey.Project {
	var buf bytes.Buffer
	img := image.NewNRGBA(image.Rect(0, 0, 4, 3))
	img.Set(1, 1, color.NRGBA{R: 200, A: 255})
	if err := png.Encode(&buf, img); err != nil {
		panic(err) // into memory: cannot fail
	}
	number := func(v float64) *float64 { return &v }
	const m = "map"
	recs := []journey.Record{
		journey.Info{ID: "info", Title: "Everything", Owner: "Owner", Version: "v1", Date: "2026-02-03", Language: "en"},
		journey.Image{ID: "image", Name: "photo", Alt: "a photo", Media: "image/png", Width: 4, Height: 3, Data: buf.Bytes()},
		journey.Tag{ID: "tag1", Rank: "a0", Name: "waiting", Color: "#8A5A00"},
		journey.Tag{ID: "tag2", Rank: "a1", Name: "price"},
		journey.Channel{ID: "shop", Rank: "a0", Name: "Shop", Reach: journey.ReachOffline, Ownership: journey.OwnershipOwned},
		journey.Map{ID: m, Rank: "a0", Title: "Everything", Type: journey.ServiceBlueprint, Scenario: "All of it", Expectations: "that it works", Cycle: true},
		journey.Metric{ID: "nps", Rank: "a0", Name: "NPS", Standard: journey.NPS, Direction: journey.HigherIsBetter},
		journey.Metric{ID: "wait", Rank: "a1", Name: "Waiting", Unit: "min", Direction: journey.LowerIsBetter, Decimals: 1},
		journey.Measurement{ID: "m1", MetricID: "nps", At: journey.Ref{Kind: journey.KindMap, ID: m}, Value: number(12), Target: number(10)},
		journey.Measurement{ID: "m2", MetricID: "wait", At: journey.Ref{Kind: journey.KindStage, ID: "s0"}, Value: number(12.25), Target: number(10)},
		journey.Measurement{ID: "m3", MetricID: "wait", At: journey.Ref{Kind: journey.KindCard, ID: "c-touchpoints-0"}, Value: number(3)},
		journey.Measurement{ID: "m4", MetricID: "nps", At: journey.Ref{Kind: journey.KindStage, ID: "s1"}, Target: number(10)},
	}
	for i := range 7 {
		id := journey.ID(fmt.Sprintf("persona%d", i))
		recs = append(recs,
			journey.Persona{ID: id, Rank: journey.Rank(fmt.Sprintf("a%d", i)), Name: fmt.Sprintf("Persona %d", i), Summary: "says little", Quote: "so be it"},
			journey.Appearance{ID: "on" + id, MapID: m, PersonaID: id, Rank: journey.Rank(fmt.Sprintf("a%d", i)), Hidden: i == 6})
	}
	outcomes := []journey.Outcome{journey.OutcomeMet, journey.OutcomePartly, journey.OutcomeUnmet, journey.OutcomeUnknown}
	bands := []journey.Band{journey.BandBefore, journey.BandDuring, journey.BandAfter, journey.BandAfter}
	for i := range 4 {
		recs = append(recs, journey.Stage{
			ID: journey.ID(fmt.Sprintf("s%d", i)), MapID: m, Rank: journey.Rank(fmt.Sprintf("a%d", i)),
			Title: fmt.Sprintf("Stage %d", i), Goal: "a goal", Outcome: outcomes[i], Band: bands[i],
		})
	}
	recs = append(recs,
		journey.Step{ID: "step1", StageID: "s2", Rank: "a0", Title: "First step"},
		journey.Step{ID: "step2", StageID: "s2", Rank: "a1", Title: "Second step"})
	lines := map[journey.LaneKind]journey.BlueprintLine{
		journey.LaneEvidence: journey.LineOfInteraction, journey.LaneFrontstage: journey.LineOfVisibility,
		journey.LaneBackstage: journey.LineOfInternalInteracts,
	}
	for i, k := range journey.LaneKinds {
		lane := journey.ID("lane-" + k)
		recs = append(recs, journey.Lane{ID: lane, MapID: m, Rank: journey.Rank(fmt.Sprintf("a%c", 'A'+i)), LaneKind: k, Line: lines[k]})
		if k == journey.LaneEmotions {
			continue
		}
		for s := range 2 {
			recs = append(recs, journey.Card{
				ID: journey.ID(fmt.Sprintf("c-%s-%d", k, s)), MapID: m, StageID: journey.ID(fmt.Sprintf("s%d", s)), LaneID: lane,
				Rank: "a0", Title: fmt.Sprintf("%s %d", k, s), Text: "and a text", ChannelID: "shop", Span: 1 + s,
				TagIDs: []journey.ID{"tag1", "tag2"}, Severity: 1 + s, MomentOfTruth: s == 0, LoyaltyBreaker: true,
				ImageID: "image", Color: []string{"", "#2B6CB5"}[s], Owner: "Owner",
			})
		}
		recs = append(recs,
			journey.Card{ID: "whole-" + lane, MapID: m, StageID: "s2", LaneID: lane, Rank: "a0", Title: "whole stage"},
			journey.Card{ID: "in-" + lane, MapID: m, StageID: "s2", StepID: "step2", LaneID: lane, Rank: "a0", Title: "in a step"})
	}
	recs = append(recs,
		journey.Action{ID: "act", Rank: "a0", Title: "Do it", Department: "Shop", Status: journey.StatusDoing, Due: "2026-12-01", CardID: "c-opportunities-0"},
		journey.Link{ID: "l1", MapID: m, FromID: "c-touchpoints-0", ToID: "c-touchpoints-1", LinkKind: journey.LinkNext},
		journey.Link{ID: "l2", MapID: m, FromID: "whole-lane-touchpoints", ToID: "c-touchpoints-0", LinkKind: journey.LinkLoopBack, Label: "again"},
		journey.Link{ID: "l3", MapID: m, FromID: "c-touchpoints-1", ToID: "c-actions-1", LinkKind: journey.LinkBranch, Label: "if late"},
		journey.Link{ID: "l4", MapID: m, FromID: "in-lane-actions", ToID: "c-touchpoints-0", LinkKind: journey.LinkChannelSwitch})
	at := []journey.Ref{
		{Kind: journey.KindCard, ID: "c-touchpoints-0"}, {Kind: journey.KindCard, ID: "c-touchpoints-1"},
		{Kind: journey.KindStage, ID: "s2"}, {Kind: journey.KindStep, ID: "step2"}, {Kind: journey.KindStage, ID: "s3"},
	}
	for i := range 7 {
		for k, ref := range at {
			recs = append(recs, journey.Point{
				ID: journey.ID(fmt.Sprintf("point%d-%d", i, k)), MapID: m, PersonaID: journey.ID(fmt.Sprintf("persona%d", i)), At: ref,
				Value: float64((i*3+k*2)%9)/2 - 2, Note: []string{"", "a note"}[min(k/2, 1)*(i/6+1)%2],
			})
		}
	}
	return journey.FromRecords(recs)
}
