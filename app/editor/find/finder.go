package find

import "jejak/data/journey"

// Finder walks what was found. The zero Finder has found nothing.
type Finder struct {
	hits []Hit
	at   int  // the hit in hand
	been bool // it was gone to
}

// Hits lists what was found. It must only be read.
func (f *Finder) Hits() []Hit { return f.hits }

// At is the place in Hits of the one in hand; −1 if there is none.
func (f *Finder) At() int {
	if len(f.hits) == 0 {
		return -1
	}
	return f.at
}

// Now is the hit in hand; false if there is none.
func (f *Finder) Now() (Hit, bool) {
	if len(f.hits) == 0 {
		return Hit{}, false
	}
	return f.hits[f.at], true
}

// Start takes the answer to a new question. In hand is the first hit of what a person looks at: of
// those records, or of that map, or of all.
func (f *Finder) Start(hits []Hit, looked []journey.Ref, mapID journey.ID) {
	f.hits, f.at, f.been = hits, 0, false
	best := 0
	for i, h := range hits {
		worth := 0
		if h.Map == mapID {
			worth = 1
		}
		for _, r := range looked {
			if r == h.Ref {
				worth = 2
			}
		}
		if worth > best {
			f.at, best = i, worth
		}
	}
}

// Again takes the answer to the same question after the project has changed, and keeps the hit in
// hand as far as it is still there.
func (f *Finder) Again(hits []Hit) {
	old, ok := f.Now()
	f.hits = hits
	if !ok {
		f.at, f.been = 0, false
		return
	}
	f.at = f.place(old.Ref, old.Field, old.From)
}

// place is that of the first hit at or behind a place of a text. Where the text holds none any
// more it is the place in hand, as what stands before it is the same.
func (f *Finder) place(ref journey.Ref, field string, from int) int {
	at := f.at
	for i, h := range f.hits {
		if h.Ref != ref || h.Field != field {
			continue
		}
		if h.From >= from {
			at = i
			break
		}
		at = i + 1
	}
	if at >= len(f.hits) {
		return 0
	}
	return at
}

// Next goes to the next hit, round the end; the first time to the one in hand. false: there is
// none.
func (f *Finder) Next() (Hit, bool) { return f.step(1) }

// Prev goes to the hit before.
func (f *Finder) Prev() (Hit, bool) { return f.step(-1) }

func (f *Finder) step(by int) (Hit, bool) {
	n := len(f.hits)
	if n == 0 {
		return Hit{}, false
	}
	if f.been || by < 0 {
		f.at = (f.at + by + n) % n
	}
	f.been = true
	return f.hits[f.at], true
}

// Go goes to a hit by its place; false: there is no such place.
func (f *Finder) Go(i int) (Hit, bool) {
	if i < 0 || i >= len(f.hits) {
		return Hit{}, false
	}
	f.at, f.been = i, true
	return f.hits[i], true
}

// Records lists what holds hits and stands on a map, each record once.
func (f *Finder) Records(mapID journey.ID) []journey.Ref {
	var refs []journey.Ref
	for i, h := range f.hits {
		if h.Map == mapID && (i == 0 || f.hits[i-1].Ref != h.Ref) {
			refs = append(refs, h.Ref)
		}
	}
	return refs
}
