package find

import (
	"cmp"
	"slices"
	"strings"

	"jejak/data/journey"
)

// Book is every text of a project in the order in which a person reads it: map by map, a map stage
// by stage, what hangs on a record behind it; then what belongs to no map.
type Book struct{ lines []*Line }

// Line is one text that is not empty.
type Line struct {
	Ref   journey.Ref
	Map   journey.ID // empty: it belongs to no map
	Field string     // see Fields
	Text  string
}

// Query is what is looked for and where.
type Query struct {
	Text  string
	Exact bool // capitals and accents count
	Word  bool // whole words alone
	Map   journey.ID
	All   bool // the whole project, not Map alone
}

// Hit is a place where the text was found. The Line must only be read.
type Hit struct {
	*Line
	Span
}

// NewBook reads a project.
func NewBook(p journey.Project) *Book {
	r := &reader{p: p, hanging: hangings(p), seen: map[journey.Ref]bool{}}
	r.read("", p.Info())
	for _, m := range p.MapsInOrder() {
		r.readMap(m)
	}
	for _, persona := range p.PersonasInOrder() {
		r.read("", persona)
	}
	for _, c := range p.ChannelsInOrder() {
		r.read("", c)
	}
	for _, t := range p.TagsInOrder() {
		r.read("", t)
	}
	for _, m := range p.MetricsInOrder() {
		r.read("", m)
	}
	for _, a := range p.ActionsInOrder() {
		r.read("", a)
	}
	r.rest()
	return &Book{r.lines}
}

// Search lists all places where the text stands, in the order of the book.
func (b *Book) Search(q Query) []Hit {
	pattern := NewPattern(q.Text, q.Exact, q.Word)
	var hits []Hit
	for _, l := range b.lines {
		if !q.All && l.Map != q.Map {
			continue
		}
		for _, span := range pattern.In(l.Text) {
			hits = append(hits, Hit{l, span})
		}
	}
	return hits
}

// reader puts the records of a project in order.
type reader struct {
	p       journey.Project
	hanging map[journey.Ref][]journey.Record
	seen    map[journey.Ref]bool
	lines   []*Line
}

// hangings groups what hangs on other records by what it hangs on.
func hangings(p journey.Project) map[journey.Ref][]journey.Record {
	on := map[journey.Ref][]journey.Record{}
	put := func(at journey.Ref, rec journey.Record) { on[at] = append(on[at], rec) }
	for r := range p.Points.All() {
		put(r.At, r)
	}
	for r := range p.Links.All() {
		put(journey.Ref{Kind: journey.KindCard, ID: r.FromID}, r)
	}
	for r := range p.Measurements.All() {
		put(r.At, r)
	}
	for r := range p.Actions.All() {
		if r.CardID != "" {
			put(journey.Ref{Kind: journey.KindCard, ID: r.CardID}, r)
		}
	}
	for r := range p.Comments.All() {
		put(r.At, r)
	}
	for _, list := range on {
		slices.SortFunc(list, before)
	}
	return on
}

// before orders what hangs on one record: by kind, comments by their time.
func before(a, b journey.Record) int {
	if c := cmp.Compare(slices.Index(journey.Kinds, a.Kind()), slices.Index(journey.Kinds, b.Kind())); c != 0 {
		return c
	}
	if x, ok := a.(journey.Comment); ok {
		if c := cmp.Compare(x.Created, b.(journey.Comment).Created); c != 0 {
			return c
		}
	}
	return cmp.Or(strings.Compare(string(journey.RankOf(a)), string(journey.RankOf(b))),
		strings.Compare(string(a.RecordID()), string(b.RecordID())))
}

func (r *reader) readMap(m journey.Map) {
	x := journey.NewIndex(r.p, m.ID)
	r.read(m.ID, m)
	for _, l := range x.Lanes {
		r.read(m.ID, l)
	}
	cards := map[journey.ID][]journey.Card{}
	for _, c := range x.CardsInOrder() {
		cards[c.StageID] = append(cards[c.StageID], c)
	}
	for _, s := range x.Stages {
		r.read(m.ID, s)
		for _, st := range x.Steps[s.ID] {
			r.read(m.ID, st)
		}
		for _, c := range cards[s.ID] {
			r.read(m.ID, c)
		}
	}
}

// read puts down the texts of a record, and what hangs on it. One that was read already is not
// read again: in a damaged file what hangs may go round in a circle.
func (r *reader) read(mapID journey.ID, rec journey.Record) {
	ref := journey.RefTo(rec)
	if r.seen[ref] || ref.ID == "" {
		return
	}
	r.seen[ref] = true
	t := ofKind[ref.Kind]
	for i, name := range t.names {
		if s := t.get(rec, i); s != "" {
			r.lines = append(r.lines, &Line{ref, mapID, name, s})
		}
	}
	for _, h := range r.hanging[ref] {
		r.read(mapID, h)
	}
}

// rest reads what stands in no place: pictures, and what a damaged file holds.
func (r *reader) rest() {
	var list []journey.Record
	for rec := range r.p.Unordered() {
		if len(ofKind[rec.Kind()].names) > 0 && !r.seen[journey.RefTo(rec)] {
			list = append(list, rec)
		}
	}
	slices.SortFunc(list, before)
	for _, rec := range list {
		r.read(r.p.MapOf(journey.RefTo(rec)), rec)
	}
}
