// Package report keeps what the map on the board tells up to date with its document: the findings,
// and how far the six steps have come.
package report

import (
	"jejak/data/edit"
	"jejak/data/insight"
	"jejak/data/insight/guide"
	"jejak/data/journey"
)

// Reader reads one map after every edit, as little of it as the edit asks for. It is made by New and
// belongs to one goroutine; what it gives away is anybody's.
type Reader struct {
	today   func() string
	changed func()

	doc    *edit.Document
	cancel func()
	mapID  journey.ID
	cache  *insight.Cache // nil: to be made of the project
	p      journey.Project
	day    string
	led    bool // guide is that of the report
	guide  guide.Guide
}

// New returns a reader that reads nothing yet. today says which day it is, "YYYY-MM-DD"; changed is
// told after each edit.
func New(today func() string, changed func()) *Reader {
	return &Reader{today: today, changed: changed}
}

// Follow has the reader read a map of a document. What it reads already costs nothing.
func (r *Reader) Follow(doc *edit.Document, mapID journey.ID) {
	if doc == r.doc && mapID == r.mapID {
		return
	}
	if doc != r.doc {
		if r.cancel != nil {
			r.cancel()
		}
		r.doc, r.cancel = doc, doc.Subscribe(r.hear)
		r.p = doc.Project()
	}
	r.mapID, r.cache, r.led = mapID, nil, false
	r.changed()
}

// hear takes in an edit.
func (r *Reader) hear(c edit.Change) {
	r.p, r.led = c.After, false
	if c.Reset {
		r.cache = nil
	} else if r.cache != nil {
		r.cache.Update(c.Diff, c.After)
	}
	r.changed()
}

// Map names the map that is read; empty: none.
func (r *Reader) Map() journey.ID { return r.mapID }

// Project returns the facts that are read.
func (r *Reader) Project() journey.Project { return r.p }

// Report returns what the map tells now.
func (r *Reader) Report() insight.Report {
	if today := r.today(); today != r.day {
		r.day, r.led = today, false
	}
	if r.cache == nil {
		r.cache = insight.NewCache(r.p, r.mapID, r.day)
	}
	r.cache.SetToday(r.day)
	return r.cache.Report()
}

// Guide returns how far the six steps have come.
func (r *Reader) Guide() guide.Guide {
	report := r.Report()
	if !r.led {
		r.guide, r.led = guide.Of(r.p, report), true
	}
	return r.guide
}
