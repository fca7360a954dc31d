// Package sign draws the small things by which a map tells its personas and channels apart, for the
// panels and dialogs of the window: how a persona's curve looks, their portrait, a channel's icon.
//
// All of it belongs to the goroutine of the window.
package sign

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"

	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

var cache = map[string]fyne.Resource{}

// resource is an SVG picture under a name that says all about it.
func resource(name string, svg func() string) fyne.Resource {
	if r, ok := cache[name]; ok {
		return r
	}
	r := fyne.NewStaticResource(name+".svg", []byte(svg()))
	cache[name] = r
	return r
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// ChannelIcon is the icon of a channel: the one of its name, or by what the channel is called.
func ChannelIcon(c journey.Channel, ink color.NRGBA) fyne.Resource {
	ic, ok := icon.Named(c.Icon)
	name := c.Icon
	if !ok {
		ic, name = icon.For(c.Name), "for-"+strings.ToLower(c.Name)
	}
	return resource("channel-"+name+"-"+hex(ink), func() string {
		return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">%s%s</svg>`, icon.Grid, icon.Grid,
			stroke(ic.Strokes, ink, 1.2, nil), fill(ic.Fills, ink))
	})
}

// CurveWidth and CurveHeight are the measures of Curve, in units of Fyne.
const (
	CurveWidth  = 30
	CurveHeight = 14
)

// Curve is a piece of the curve of the i-th persona of a map: line, dash and marker. on is the ground
// it stands on.
func Curve(i int, ink, on color.NRGBA) fyne.Resource {
	return resource(fmt.Sprintf("curve-%d-%s-%s", i%24, hex(ink), hex(on)), func() string {
		const mid = CurveHeight / 2.0
		marker := layout.Marker(i, geom.Pt(CurveWidth/2.0, mid), 4.4)
		return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">%s%s%s</svg>`, CurveWidth, CurveHeight,
			stroke(geom.Polyline(geom.Pt(1, mid), geom.Pt(CurveWidth-1, mid)), ink, 2, layout.Dash(i)),
			fill(marker, on), stroke(marker, ink, 1.6, nil))
	})
}

func stroke(p geom.Path, c color.NRGBA, width float64, dash []float64) string {
	if len(p.Verbs) == 0 {
		return ""
	}
	broken := ""
	if len(dash) > 0 {
		broken = fmt.Sprintf(` stroke-dasharray="%s"`, strings.Trim(strings.ReplaceAll(fmt.Sprint(dash), " ", ","), "[]"))
	}
	return fmt.Sprintf(`<path d="%s" fill="none" stroke="%s" stroke-width="%g" stroke-linecap="round" stroke-linejoin="round"%s/>`, data(p), hex(c), width, broken)
}

func fill(p geom.Path, c color.NRGBA) string {
	if len(p.Verbs) == 0 {
		return ""
	}
	return fmt.Sprintf(`<path d="%s" fill="%s" stroke="none"/>`, data(p), hex(c))
}

// data writes a path as SVG does.
func data(p geom.Path) string {
	var b strings.Builder
	at := 0
	for _, v := range p.Verbs {
		letter, n := "M", 1
		switch v {
		case geom.LineTo:
			letter = "L"
		case geom.QuadTo:
			letter, n = "Q", 2
		case geom.CubicTo:
			letter, n = "C", 3
		case geom.Close:
			letter, n = "Z", 0
		}
		b.WriteString(letter)
		for _, q := range p.Points[at : at+n] {
			fmt.Fprintf(&b, " %.3f %.3f", q.X, q.Y)
		}
		at += n
		b.WriteString(" ")
	}
	return strings.TrimSpace(b.String())
}

// Face is a persona as they are seen on a map.
type Face struct {
	ID    journey.ID
	Name  string
	Order int // on the map: chooses colour, marker and dash
	Color color.NRGBA
}

// Faces lists the personas of a map in their order.
func Faces(p journey.Project, mapID journey.ID) []Face {
	var faces []Face
	pal := palette(p, mapID)
	for i, a := range p.AppearancesOf(mapID) {
		if persona, ok := p.Personas.Get(a.PersonaID); ok {
			faces = append(faces, Face{persona.ID, persona.Name, len(faces), colorOf(pal, persona, i)})
		}
	}
	return faces
}

// FaceOf is a persona as they are seen on a map, or, where they are not on it, as they would be if
// all of the project were.
func FaceOf(p journey.Project, mapID, persona journey.ID) Face {
	for _, f := range Faces(p, mapID) {
		if f.ID == persona {
			return f
		}
	}
	for i, r := range p.PersonasInOrder() {
		if r.ID == persona {
			return Face{r.ID, r.Name, i, colorOf(palette(p, mapID), r, i)}
		}
	}
	return Face{ID: persona}
}

func palette(p journey.Project, mapID journey.ID) style.Palette {
	m, _ := p.Maps.Get(mapID)
	if m.Palette != "" {
		return style.Find(m.Palette)
	}
	return style.Find(p.Info().Palette)
}

func colorOf(pal style.Palette, r journey.Persona, i int) color.NRGBA {
	if c, ok := pal.Own(r.Color); ok {
		return NRGBA(c)
	}
	return NRGBA(pal.Persona(i))
}

// PersonaColors lists the colours that a map gives its personas, in their order.
func PersonaColors(p journey.Project, mapID journey.ID) []color.NRGBA {
	var list []color.NRGBA
	for _, c := range palette(p, mapID).Personas {
		list = append(list, NRGBA(c))
	}
	return list
}

// NRGBA is a colour of the map, opaque, as the window has them.
func NRGBA(c scene.Color) color.NRGBA { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: 255} }
