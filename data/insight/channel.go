package insight

import "jejak/data/journey"

// Coverage is how often each channel meets the customer in each stage.
type Coverage struct {
	Stages   []journey.Stage   // in order
	Channels []journey.Channel // all of the project, in order
	Counts   [][]int           // touchpoints, by stage and channel
	Without  []Uncovered       // touchpoints of which no channel is said, in order
}

// Uncovered is a touchpoint without a channel.
type Uncovered struct {
	Ref   journey.Ref // the card
	Title string
}

// ChannelCoverage counts the touchpoints of a map by stage and channel.
func ChannelCoverage(p journey.Project, mapID journey.ID) Coverage {
	x := journey.NewIndex(p, mapID)
	c := Coverage{Stages: x.Stages, Channels: p.ChannelsInOrder()}
	row, column := map[journey.ID]int{}, map[journey.ID]int{}
	for i, ch := range c.Channels {
		column[ch.ID] = i
	}
	for i, s := range c.Stages {
		row[s.ID] = i
		c.Counts = append(c.Counts, make([]int, len(c.Channels)))
	}
	for _, card := range cardsOf(x, journey.LaneTouchpoints) {
		if at, ok := column[card.ChannelID]; ok {
			c.Counts[row[card.StageID]][at]++
		} else {
			c.Without = append(c.Without, Uncovered{journey.RefTo(card), card.Title})
		}
	}
	return c
}
