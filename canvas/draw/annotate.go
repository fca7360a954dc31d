package draw

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Annotate adds what a document needs besides the picture: layers, links, comments, and curves in
// words. It reads what was drawn; moments is the order of what feelings are tied to.
func (d *Drawing) Annotate(moments map[journey.Ref]float64) {
	d.layers(moments)
	body := map[journey.Ref]geom.Rect{}
	for _, t := range d.Scene.Targets {
		if _, had := body[t.Ref]; t.Part == scene.PartBody && !had {
			body[t.Ref] = t.Bounds
		}
	}
	for i := range d.Scene.Targets {
		t := &d.Scene.Targets[i]
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
	d.notes(d.Map, geom.R(d.Right-12, d.Style.Margin, 12, 12))
}

// layers puts the curve of each persona, with its points, in a layer of its own.
func (d *Drawing) layers(moments map[journey.Ref]float64) {
	layer := map[journey.Ref]int{}
	for _, c := range d.Cast {
		if len(d.Index.Points[c.PersonaID]) > 0 && !c.Hidden {
			d.Scene.Layers = append(d.Scene.Layers, scene.Layer{Ref: c.Ref, Name: c.Persona.Name})
			layer[c.Ref] = len(d.Scene.Layers)
			for _, p := range d.Index.Points[c.PersonaID] {
				layer[journey.RefTo(p)] = len(d.Scene.Layers)
			}
			if d.Scene.Alts == nil {
				d.Scene.Alts = map[journey.Ref]string{}
			}
			d.Scene.Alts[c.Ref] = d.inWords(&c, moments)
		}
	}
	for i := range d.Scene.Items {
		it := &d.Scene.Items[i]
		if n := layer[it.From]; n > 0 && (it.From.Kind == journey.KindPoint || it.Bounds.Min.Y >= d.Scene.Grid.Labels.Min.Y && len(d.Scene.Grid.Rows) > 0) {
			it.Layer = n
		}
	}
}

// inWords says what a curve shows: every moment in its order, and how it felt.
func (d *Drawing) inWords(c *Cast, at map[journey.Ref]float64) string {
	points := slices.Clone(d.Index.Points[c.PersonaID])
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
	return d.Words.F("page.alt.curve", map[string]any{"Name": c.Persona.Name, "Moments": strings.Join(said, "; ")})
}

// signed is a feeling from −2 to +2.
func (d *Drawing) signed(v float64) string {
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
func (d *Drawing) momentName(at journey.Ref) string {
	switch rec, _ := d.Project.Get(at); r := rec.(type) {
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
func (d *Drawing) cardLink(t *scene.Target) {
	c, ok := d.Project.Cards.Get(t.Ref.ID)
	if !ok || c.Link == "" {
		return
	}
	l := scene.Link{From: t.Ref, Bounds: t.Bounds, Label: c.Title}
	if title, named := strings.CutPrefix(strings.TrimSpace(c.Link), "#"); named {
		for _, m := range d.Project.MapsInOrder() {
			if strings.EqualFold(m.Title, title) || string(m.ID) == title {
				l.To, l.Label = journey.RefTo(m), m.Title
			}
		}
		if l.To.ID != "" {
			d.Scene.Links = append(d.Scene.Links, l)
		}
		return
	}
	if l.URL = WebAddress(c.Link); l.URL != "" {
		d.Scene.Links = append(d.Scene.Links, l)
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
func (d *Drawing) linkLabel(t *scene.Target) {
	l, ok := d.Project.Links.Get(t.Ref.ID)
	if !ok {
		return
	}
	to, ok := d.Project.Cards.Get(l.ToID)
	if !ok {
		return
	}
	d.Scene.Links = append(d.Scene.Links, scene.Link{From: t.Ref, Bounds: t.Bounds, To: journey.RefTo(to), Label: to.Title})
}

// mapLinks makes the line over the title lead to the map that this one is compared with, else to
// the one it was built on.
func (d *Drawing) mapLinks() {
	id := d.Index.Map.PairID
	if id == "" {
		id = d.Index.Map.DerivedID
	}
	m, ok := d.Project.Maps.Get(id)
	if !ok || id == d.Index.Map.ID {
		return
	}
	for i := range d.Scene.Items {
		it := &d.Scene.Items[i]
		if x, ok := it.Mark.(*scene.Text); ok && it.From == d.Map && x.Size == d.Style.Eyebrow.Spec.Size && x.Color == d.Style.Eyebrow.Color {
			d.Scene.Links = append(d.Scene.Links, scene.Link{From: d.Map, Bounds: it.Bounds, To: journey.RefTo(m), Label: m.Title})
			return
		}
	}
}

func (d *Drawing) notes(ref journey.Ref, r geom.Rect) {
	for _, c := range d.Index.Comments[ref] {
		d.Scene.Notes = append(d.Scene.Notes, scene.Note{At: ref, Bounds: r, Author: c.Author, Text: c.Text, Created: c.Created, Resolved: c.Resolved})
	}
}
