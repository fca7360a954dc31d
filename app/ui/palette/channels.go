package palette

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/app/ui/sign"
	"jejak/data/edit"
	"jejak/data/journey"
)

// mostChannels is how many channels are shown at once; more are scrolled.
const mostChannels = 5

const channelHeight = 30

// fade is the room for the shadow that the toolkit lays over the foot of what goes on below: the last
// row is seen whole above it.
const fade = 7

// listHeight is the height in which so many channels are seen.
func listHeight(n int) float32 {
	if n > mostChannels {
		return channelHeight*mostChannels + fade
	}
	return channelHeight * float32(n)
}

// Update brings the channels up to date with the project. Where none has changed it costs little.
func (p *Palette) Update() {
	channels := p.o.Editor.Document().Project().Channels
	if p.drawn && channels == p.table {
		return
	}
	p.drawn, p.table = true, channels
	list := p.o.Editor.Document().Project().ChannelsInOrder()
	if slices.Equal(list, p.shown) {
		return
	}
	p.shown = list
	p.channels.Objects = nil
	if len(list) > 0 {
		rows := look.VBox(0)
		for _, c := range list {
			rows.Add(p.newPull(p.channel(c)))
		}
		scroll := container.NewVScroll(rows)
		scroll.SetMinSize(fyne.NewSize(40, listHeight(len(list))))
		p.channels.Objects = []fyne.CanvasObject{look.Gap(4), p.heading(), look.Gap(4), scroll}
	}
	p.channels.Refresh()
	if p.o.Grown != nil {
		p.o.Grown()
	}
}

// heading stands over the channels, with the way to all that is said of them where there is one.
func (p *Palette) heading() fyne.CanvasObject {
	title := look.Heading(p.o.Words.T("palette.channels"))
	a := p.o.Editor.Action("map.channels")
	if a == nil {
		return title
	}
	b := look.NewButton(look.Quiet, "edit", "", func() { p.o.Run(a.ID) })
	b.Hint, b.OnHint = a.Label(), p.o.Hint
	return container.NewBorder(nil, nil, nil, b, title)
}

// channel is a row that is dragged onto a touchpoint; a click gives it to those that are selected.
func (p *Palette) channel(c journey.Channel) *tile {
	t := &tile{piece: editor.Piece{Kind: journey.KindChannel, Channel: c.ID}}
	t.button = look.NewButton(look.Row, "", c.Name, func() { p.give(c) })
	t.button.Drawing = sign.ChannelIcon(c, look.Now().AccentInk)
	if c.Ownership != journey.OwnershipUnknown {
		t.button.Note = p.o.Words.T("map.ownership." + string(c.Ownership))
	}
	t.button.Hint, t.button.OnHint = p.o.Words.T("palette.channel.hint"), p.o.Hint
	return t
}

// give has the selected touchpoints and channels take a channel, in one step.
func (p *Palette) give(c journey.Channel) {
	if !p.o.Free() {
		return
	}
	project := p.o.Editor.Document().Project()
	var cards []journey.ID
	for _, r := range p.o.Editor.Selection() {
		card, ok := project.Cards.Get(r.ID)
		lane, _ := project.Lanes.Get(card.LaneID)
		if ok && r.Kind == journey.KindCard && (lane.LaneKind == journey.LaneTouchpoints || lane.LaneKind == journey.LaneChannels) {
			cards = append(cards, r.ID)
		}
	}
	if len(cards) == 0 {
		return
	}
	err := p.o.Change(edit.Label{Key: edit.LabelChannel, Count: len(cards), Name: c.Name}, func(tx *edit.Tx) error {
		for _, id := range cards {
			if err := edit.Update(tx, id, func(card *journey.Card) { card.ChannelID = c.ID }); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		p.o.Focus()
	}
}
