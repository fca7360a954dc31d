package layout

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// annotate adds what a document needs besides the picture: layers, links, comments, and curves in
// words. It reads what was drawn.
func (d *drawing) annotate() {
	d.layers()
	body := map[journey.Ref]geom.Rect{}
	for _, t := range d.s.Targets {
		if _, had := body[t.Ref]; t.Part == scene.PartBody && !had {
			body[t.Ref] = t.Bounds
		}
	}
	for i := range d.s.Targets {
		t := &d.s.Targets[i]
		switch {
		case t.Part == scene.PartBody && t.Ref.Kind == journey.KindCard:
			d.cardLink(t)
		case t.Part == scene.PartLink && len(t.Path.Verbs) == 0:
			d.linkLabel(t)
		}
		if t.Bounds == body[t.Ref] && t.Part == scene.PartBody {
			d.notes(t.Ref, t.Bounds)
		}
	}
	d.mapLinks()
	d.notes(d.ref, geom.R(d.right-12, d.st.Margin, 12, 12))
}

// layers puts the curve of each persona, with its points, in a layer of its own.
func (d *drawing) layers() {
	layer := map[journey.Ref]int{}
	for _, c := range d.cast {
		if len(d.x.Points[c.PersonaID]) > 0 && !c.Hidden {
			d.s.Layers = append(d.s.Layers, scene.Layer{Ref: c.ref, Name: c.persona.Name})
			layer[c.ref] = len(d.s.Layers)
			for _, p := range d.x.Points[c.PersonaID] {
				layer[journey.RefTo(p)] = len(d.s.Layers)
			}
			if d.s.Alts == nil {
				d.s.Alts = map[journey.Ref]string{}
			}
			d.s.Alts[c.ref] = d.inWords(&c)
		}
	}
	for i := range d.s.Items {
		it := &d.s.Items[i]
		if n := layer[it.From]; n > 0 && (it.From.Kind == journey.KindPoint || it.Bounds.Min.Y >= d.s.Grid.Labels.Min.Y && len(d.s.Grid.Rows) > 0) {
			it.Layer = n
		}
	}
}

// inWords says what a curve shows: every moment in its order, and how it felt.
func (d *drawing) inWords(c *cast) string {
	at := d.moments()
	points := slices.Clone(d.x.Points[c.PersonaID])
	slices.SortStableFunc(points, func(a, b journey.Point) int { return cmp.Compare(at[a.At], at[b.At]) })
	var said []string
	for _, p := range points {
		if _, shown := at[p.At]; !shown {
			continue
		}
		s := d.momentName(p.At) + " " + d.signed(p.Value)
		if p.Note != "" {
			s += " (" + p.Note + ")"
		}
		said = append(said, strings.TrimSpace(s))
	}
	return d.w.F("page.alt.curve", map[string]any{"Name": c.persona.Name, "Moments": strings.Join(said, "; ")})
}

// signed is a feeling from −2 to +2.
func (d *drawing) signed(v float64) string {
	decimals := 0
	if v*2 != float64(int(v))*2 {
		decimals = 1
	}
	s := d.number(v, decimals)
	if v > 0 {
		s = "+" + s
	}
	return s
}

// momentName is the title of what a feeling is tied to.
func (d *drawing) momentName(at journey.Ref) string {
	switch rec, _ := d.p.Get(at); r := rec.(type) {
	case journey.Card:
		return r.Title
	case journey.Step:
		return r.Title
	case journey.Stage:
		return r.Title
	}
	return ""
}

// cardLink makes a card that names an address, or another map, lead there.
func (d *drawing) cardLink(t *scene.Target) {
	c, ok := d.p.Cards.Get(t.Ref.ID)
	if !ok || c.Link == "" {
		return
	}
	l := scene.Link{From: t.Ref, Bounds: t.Bounds, Label: c.Title}
	if title, named := strings.CutPrefix(strings.TrimSpace(c.Link), "#"); named {
		for _, m := range d.p.MapsInOrder() {
			if strings.EqualFold(m.Title, title) || string(m.ID) == title {
				l.To, l.Label = journey.RefTo(m), m.Title
			}
		}
		if l.To.ID != "" {
			d.s.Links = append(d.s.Links, l)
		}
		return
	}
	if l.URL = WebAddress(c.Link); l.URL != "" {
		d.s.Links = append(d.s.Links, l)
	}
}

// WebAddress returns a text as the address it is, empty if it is none that may be followed: only
// the web and mail are.
func WebAddress(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(strings.ToLower(s), "www.") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
		if u.Opaque == "" {
			return ""
		}
	default:
		return ""
	}
	return u.String()
}

// linkLabel makes the label of a link between cards lead to where it points.
func (d *drawing) linkLabel(t *scene.Target) {
	l, ok := d.p.Links.Get(t.Ref.ID)
	if !ok {
		return
	}
	to, ok := d.p.Cards.Get(l.ToID)
	if !ok {
		return
	}
	d.s.Links = append(d.s.Links, scene.Link{From: t.Ref, Bounds: t.Bounds, To: journey.RefTo(to), Label: to.Title})
}

// mapLinks makes the line over the title lead to the map that this one is compared with, else to
// the one it was built on.
func (d *drawing) mapLinks() {
	id := d.x.Map.PairID
	if id == "" {
		id = d.x.Map.DerivedID
	}
	m, ok := d.p.Maps.Get(id)
	if !ok || id == d.x.Map.ID {
		return
	}
	for i := range d.s.Items {
		it := &d.s.Items[i]
		if x, ok := it.Mark.(*scene.Text); ok && it.From == d.ref && x.Size == d.st.Eyebrow.Spec.Size && x.Color == d.st.Eyebrow.Color {
			d.s.Links = append(d.s.Links, scene.Link{From: d.ref, Bounds: it.Bounds, To: journey.RefTo(m), Label: m.Title})
			return
		}
	}
}

func (d *drawing) notes(ref journey.Ref, r geom.Rect) {
	for _, c := range d.x.Comments[ref] {
		d.s.Notes = append(d.s.Notes, scene.Note{At: ref, Bounds: r, Author: c.Author, Text: c.Text, Created: c.Created, Resolved: c.Resolved})
	}
}
