package manage

import "jejak/data/journey"

// Chosen is what is selected of a kind, or what the one card or point that is selected names; empty:
// nothing, or more than one.
func Chosen(p journey.Project, sel []journey.Ref, kind journey.Kind) journey.ID {
	if len(sel) != 1 {
		return ""
	}
	if sel[0].Kind == kind {
		return sel[0].ID
	}
	if c, ok := p.Cards.Get(sel[0].ID); ok && sel[0].Kind == journey.KindCard {
		switch {
		case kind == journey.KindChannel:
			return c.ChannelID
		case kind == journey.KindTag && len(c.TagIDs) > 0:
			return c.TagIDs[0]
		}
	}
	if pt, ok := p.Points.Get(sel[0].ID); ok && sel[0].Kind == journey.KindPoint && kind == journey.KindPersona {
		return pt.PersonaID
	}
	return ""
}
