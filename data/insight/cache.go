package insight

import (
	"maps"
	"slices"
	"time"

	"jejak/data/journey"
)

// Cache keeps the Report of one map up to date while its project is edited: only the stages that
// an edit touches are looked at again. It belongs to one goroutine; the Reports that it gives are
// anybody's.
type Cache struct {
	project  journey.Project
	mapID    journey.ID
	today    time.Time // zero: not known
	lanes    map[journey.ID]lane
	steps    map[journey.ID][]journey.ID // by stage
	cards    map[journey.ID][]journey.ID // of this map, by stage
	about    about
	turns    map[journey.ID][]journey.ID // links, each under itself
	chapters map[journey.ID]*chapter     // by stage; none for one that must be looked at again
	report   Report
	fresh    bool
}

// NewCache starts with a project as it is. today is "YYYY-MM-DD", or empty if it is not known.
func NewCache(p journey.Project, mapID journey.ID, today string) *Cache {
	c := &Cache{
		project: p, mapID: mapID,
		steps: map[journey.ID][]journey.ID{}, cards: map[journey.ID][]journey.ID{},
		about: about{
			points: map[journey.Ref][]journey.ID{}, measured: map[journey.Ref][]journey.ID{},
			actions: map[journey.ID][]journey.ID{},
		},
		turns: map[journey.ID][]journey.ID{}, chapters: map[journey.ID]*chapter{},
	}
	c.today, _ = day(today)
	for step := range p.Steps.All() {
		put(c.steps, step.StageID, step.ID)
	}
	for card := range p.Cards.All() {
		if card.MapID == mapID {
			put(c.cards, card.StageID, card.ID)
		}
	}
	for pt := range p.Points.All() {
		if pt.MapID == mapID {
			put(c.about.points, pt.At, pt.ID)
		}
	}
	for m := range p.Measurements.All() {
		put(c.about.measured, m.At, m.ID)
	}
	for a := range p.Actions.All() {
		put(c.about.actions, a.CardID, a.ID)
	}
	for l := range p.Links.All() {
		if l.MapID == mapID && turns(l) {
			put(c.turns, l.ID, l.ID)
		}
	}
	c.lanes = c.lanesNow()
	return c
}

// Update takes in an edit: what changed, and the project that came of it.
func (c *Cache) Update(d journey.Diff, after journey.Project) {
	c.project, c.fresh = after, false
	for _, rec := range d.Removed {
		c.file(rec, drop, drop)
		c.look(nil, rec)
	}
	for _, u := range d.Updated {
		c.file(u.From, drop, drop)
		c.file(u.To, put, put)
		c.look(u.From, u.To)
	}
	for _, rec := range d.Added {
		c.file(rec, put, put)
		c.look(nil, rec)
	}
	if lanes := c.lanesNow(); !maps.Equal(lanes, c.lanes) {
		c.lanes = lanes
		clear(c.chapters)
	}
}

// SetToday changes the day, "YYYY-MM-DD" or empty; on another day everything is looked at again.
func (c *Cache) SetToday(today string) {
	if t, _ := day(today); !t.Equal(c.today) {
		c.today, c.fresh = t, false
		clear(c.chapters)
	}
}

func put[K comparable](lists map[K][]journey.ID, key K, id journey.ID) {
	lists[key] = append(lists[key], id)
}

func drop[K comparable](lists map[K][]journey.ID, key K, id journey.ID) {
	rest := slices.DeleteFunc(lists[key], func(other journey.ID) bool { return other == id })
	if len(rest) == 0 {
		delete(lists, key)
		return
	}
	lists[key] = rest
}

// file puts a record under what it belongs to, or takes it away, and forgets the chapter that
// tells of it.
func (c *Cache) file(rec journey.Record, byID func(map[journey.ID][]journey.ID, journey.ID, journey.ID),
	byRef func(map[journey.Ref][]journey.ID, journey.Ref, journey.ID)) {
	switch r := rec.(type) {
	case journey.Stage:
		delete(c.chapters, r.ID)
	case journey.Step:
		byID(c.steps, r.StageID, r.ID)
		delete(c.chapters, r.StageID)
	case journey.Card:
		if r.MapID == c.mapID {
			byID(c.cards, r.StageID, r.ID)
			delete(c.chapters, r.StageID)
		}
	case journey.Action:
		byID(c.about.actions, r.CardID, r.ID)
		c.forget(journey.Ref{Kind: journey.KindCard, ID: r.CardID})
	case journey.Point:
		if r.MapID == c.mapID {
			byRef(c.about.points, r.At, r.ID)
			c.forget(r.At)
		}
	case journey.Link:
		if r.MapID == c.mapID && turns(r) {
			byID(c.turns, r.ID, r.ID)
		}
	case journey.Measurement:
		byRef(c.about.measured, r.At, r.ID)
		c.forget(r.At)
	}
}

// forget drops the chapter that a step, stage or card stands in now; where it stood before, it is
// dropped by its own change.
func (c *Cache) forget(at journey.Ref) {
	switch at.Kind {
	case journey.KindStage:
		delete(c.chapters, at.ID)
	case journey.KindStep:
		if step, ok := c.project.Steps.Get(at.ID); ok {
			delete(c.chapters, step.StageID)
		}
	case journey.KindCard:
		if card, ok := c.project.Cards.Get(at.ID); ok {
			delete(c.chapters, card.StageID)
		}
	}
}

// look drops the chapters that looked at a record which stands elsewhere. from is nil for what
// came or went.
func (c *Cache) look(from, to journey.Record) {
	var looked func(*chapter) bool
	switch r := to.(type) {
	case journey.Stage:
		if was, ok := from.(journey.Stage); !ok || (was.Goal == "") != (r.Goal == "") {
			looked = func(ch *chapter) bool { return ch.goals[r.ID] }
		}
	case journey.Channel:
		if from == nil {
			looked = func(ch *chapter) bool { return ch.channels[r.ID] }
		}
	case journey.Metric:
		looked = func(ch *chapter) bool { return ch.metrics[r.ID] }
	}
	if looked != nil {
		maps.DeleteFunc(c.chapters, func(_ journey.ID, ch *chapter) bool { return looked(ch) })
	}
}

// lanesNow returns the lanes of the map with their places and kinds.
func (c *Cache) lanesNow() map[journey.ID]lane {
	lanes := map[journey.ID]lane{}
	for i, l := range c.project.LanesOf(c.mapID) {
		lanes[l.ID] = lane{i, l.LaneKind}
	}
	return lanes
}
