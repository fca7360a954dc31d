package pptx

import (
	"fmt"
	"math"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// Text gathers a line; lines of one paragraph become one text box.
func (s *slide) Text(t *scene.Text) {
	s.pending = append(s.pending, t)
	s.paragraph()
}

// paragraph writes the lines gathered as a text box that keeps their breaks, since another font
// would break them elsewhere.
func (s *slide) paragraph() {
	lines := s.pending
	s.pending = s.pending[:0]
	if len(lines) == 0 {
		return
	}
	first := lines[0]
	if !sane(first.At.X, first.At.Y, first.Size) || !(first.Size > 0) || !(first.Color.A > 0) {
		return
	}
	lead := first.Size * 1.28
	if len(lines) > 1 {
		lead = lines[1].At.Y - first.At.Y
	}
	wide, left := 0.0, first.At.X
	for _, l := range lines {
		left = math.Min(left, l.At.X)
		wide = math.Max(wide, l.At.X+l.Line.Width*l.Size)
	}
	// With a fixed distance of lines, four fifths of it lie above the base line.
	box := geom.Rect{
		Min: geom.Pt(left, first.At.Y-0.8*lead),
		Max: geom.Pt(math.Max(wide, left+1), first.At.Y-0.8*lead+float64(len(lines))*lead),
	}
	on := s.place.ApplyRect(box)
	if !saneRect(on) {
		return
	}
	align := "l"
	if first.Line.RTL {
		align = "r"
	}
	size := min(max(100, int(math.Round(first.Size*s.place.K*100))), 400000)
	style := styleOf(first)
	lang := ""
	if s.lang != "" {
		lang = ` lang="` + escape(s.lang) + `"`
	}
	rpr := fmt.Sprintf(`%s sz="%d"%s dirty="0"`, lang, size, style)
	face := fillOf(first.Color) + `<a:latin typeface="Inter"/><a:ea typeface="Inter"/><a:cs typeface="Inter"/>`
	var body strings.Builder
	for i, l := range lines {
		if i > 0 {
			fmt.Fprintf(&body, "<a:br><a:rPr%s>%s</a:rPr></a:br>", rpr, face)
		}
		fmt.Fprintf(&body, "<a:r><a:rPr%s>%s</a:rPr><a:t>%s</a:t></a:r>", rpr, face, escape(l.Text))
	}
	rtl := ""
	if first.Line.RTL {
		rtl = ` rtl="1"`
	}
	id := s.id()
	kind, role := `<p:cNvSpPr txBox="1"/><p:nvPr/>`, "Text"
	if first == s.title && !s.titled {
		s.titled = true
		// Titles are wrapped whatever the box says: another font needs room.
		on.Max.X = math.Max(on.Max.X, s.width-on.Min.X)
		kind, role = `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>`, "Title"
	}
	fmt.Fprintf(&s.xml, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s %d"/>%s</p:nvSpPr><p:spPr><a:xfrm>%s</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`+
		`<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="%s"%s><a:lnSpc><a:spcPts val="%d"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef></a:pPr>%s</a:p></p:txBody></p:sp>`,
		id, role, id, kind, offset("a:", on), align, rtl, min(max(100, int(math.Round(lead*s.place.K*100))), 158400), body.String())
}

// styleOf reads weight and slope from the name of the face. Pictograms at the start of a line have
// neither: the letters behind them tell.
func styleOf(t *scene.Text) string {
	name := ""
	for _, r := range t.Line.Runs {
		if r.Face == nil || strings.Contains(r.Face.Name(), "Emoji") {
			continue
		}
		name = strings.ToLower(r.Face.Name())
		break
	}
	out := ""
	if strings.Contains(name, "bold") { // semibold too: it is nearer to bold than to regular
		out += ` b="1"`
	}
	if strings.Contains(name, "italic") || strings.Contains(name, "oblique") {
		out += ` i="1"`
	}
	return out
}
