package insight

import "jejak/data/journey"

// Coverage is how often each channel meets the customer in each stage.
type Coverage struct {
	Stages   []journey.Ref // in order
	Channels []journey.Ref // all of the project, in order
	Counts   [][]int       // touchpoints, by stage and channel
	Without  []int         // touchpoints without a channel, by stage
}

// served is how the channels serve one stage.
type served struct {
	counts  map[journey.ID]int
	first   map[journey.ID]journey.Ref // a touchpoint of each channel
	without int
}

// servedIn counts the touchpoints of a stage by channel.
func servedIn(s *section, f findings) served {
	by := served{counts: map[journey.ID]int{}, first: map[journey.ID]journey.Ref{}}
	for c := range s.of(journey.LaneTouchpoints) {
		ref := c.ref()
		if !s.project.Channels.Has(c.ChannelID) {
			by.without++
			f.add(Finding{Rule: RuleChannelless, Refs: []journey.Ref{ref}})
			continue
		}
		if by.counts[c.ChannelID]++; by.counts[c.ChannelID] == 1 {
			by.first[c.ChannelID] = ref
		}
	}
	return by
}

// coverage puts the stages together.
func coverage(channels []journey.Channel, chapters []*chapter) Coverage {
	var c Coverage
	for _, ch := range channels {
		c.Channels = append(c.Channels, journey.RefTo(ch))
	}
	cells := make([]int, len(channels)*len(chapters))
	for i, ch := range chapters {
		c.Stages = append(c.Stages, journey.RefTo(ch.stage))
		row := cells[i*len(channels) : (i+1)*len(channels)]
		for j, channel := range channels {
			row[j] = ch.served.counts[channel.ID]
		}
		c.Counts = append(c.Counts, row)
		c.Without = append(c.Without, ch.served.without)
	}
	return c
}

// channels tells of channels used once and of gaps in the matrix. preferred are the personas on
// the map, in order.
func channels(c Coverage, chapters []*chapter, preferred []journey.Persona, f findings) {
	total := make([]int, len(c.Channels))
	all, used := 0, 0
	for i, row := range c.Counts {
		all += c.Without[i]
		for j, n := range row {
			total[j] += n
			all += n
		}
	}
	for j, n := range total {
		if n > 0 {
			used++
		}
		if n == 1 {
			f.add(Finding{Rule: RuleOnce, Refs: []journey.Ref{c.Channels[j], onlyOne(chapters, c.Channels[j].ID)}})
		}
	}
	for i, row := range c.Counts {
		var by []int
		for j, n := range row {
			if n > 0 {
				by = append(by, j)
			}
		}
		switch {
		case len(by) == 0 && c.Without[i] == 0 && all > 0:
			f.add(Finding{Rule: RuleBare, Refs: []journey.Ref{c.Stages[i]}})
		case len(by) == 1 && used > 1:
			f.add(Finding{Rule: RuleSingle, Refs: []journey.Ref{c.Stages[i], c.Channels[by[0]]}})
		}
	}
	holes(c, f)
	for _, p := range preferred {
		for _, id := range p.ChannelIDs {
			for j, ch := range c.Channels {
				if ch.ID == id && total[j] == 0 && all > 0 {
					f.add(Finding{Rule: RuleMissed, Refs: []journey.Ref{ch, journey.RefTo(p)}})
				}
			}
		}
	}
}

// holes tells of channels that serve before and after a stage, where others serve in it. A stage
// that no channel serves is told of otherwise.
func holes(c Coverage, f findings) {
	first, last := make([]int, len(c.Channels)), make([]int, len(c.Channels))
	for i, row := range c.Counts {
		for j, n := range row {
			if n > 0 {
				if last[j] == 0 {
					first[j] = i + 1
				}
				last[j] = i + 1
			}
		}
	}
	for i, row := range c.Counts {
		served := false
		for _, n := range row {
			served = served || n > 0
		}
		for j, n := range row {
			if served && n == 0 && first[j] < i+1 && i+1 < last[j] {
				f.add(Finding{Rule: RuleHole, Refs: []journey.Ref{c.Stages[i], c.Channels[j]}})
			}
		}
	}
}

func onlyOne(chapters []*chapter, channel journey.ID) journey.Ref {
	for _, ch := range chapters {
		if ref, ok := ch.served.first[channel]; ok {
			return ref
		}
	}
	return journey.Ref{}
}
