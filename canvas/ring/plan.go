package ring

import (
	"math"
	"slices"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// sheet is the paper that a map is to be as large as can be on: A3, lying.
var sheet = geom.Size{W: 1190.6, H: 841.9}

// headerRoom is about what title block and footer take.
const headerRoom = 165.0

// growth is the radius of the ring as a share of how high the panels beside it are; mostGrowth where
// there is more to feel than has room.
const growth, mostGrowth = 0.24, 0.34

// plan decides how large the ring is and how many cards stand side by side in each zone: so that the
// map is drawn as large as can be on a sheet.
func (f *figure) plan() {
	least := f.leastRadius()
	most := 1
	for _, p := range f.panels {
		for _, zone := range p.groups {
			for _, g := range zone {
				for _, c := range g.cells {
					most = max(most, min(len(c.blocks), mostSide))
				}
			}
		}
	}
	heights := make([][][]float64, len(f.zones)) // by zone, panel and k
	for z := range f.zones {
		heights[z] = make([][]float64, len(f.panels))
		for i, p := range f.panels {
			for k := 1; k <= most; k++ {
				heights[z][i] = append(heights[z][i], f.zoneHeight(p, z, k))
			}
		}
	}
	f.balance(heights)
	roomy := f.roomy()
	best, ks, radius := 0.0, make([]int, len(f.zones)), least
	try := make([]int, len(f.zones))
	var choose func(z int)
	choose = func(z int) {
		if z < len(f.zones) {
			for k := 1; k <= most; k++ {
				try[z] = k
				choose(z + 1)
			}
			return
		}
		var side [2]float64
		for i, p := range f.panels {
			h := 0.0
			for z := range f.zones {
				h = math.Max(h, heights[z][i][try[z]-1])
			}
			n := 0
			if p.right {
				n = 1
			}
			side[n] += h + panelGap
		}
		high := math.Max(side[0], side[1])
		r := math.Max(least, math.Max(growth*high, math.Min(roomy, mostGrowth*high)))
		w := 2*(r+hubGap+f.Style.Margin) + 2*f.zonesWidth(try)
		h := math.Max(high, 2*(r+hubPad)) + float64(len(f.zones))*(zoneHead+zoneFoot) + headerRoom
		if k := math.Min(sheet.W/w, sheet.H/h); k > best*1.001 {
			best, radius = k, r
			copy(ks, try)
		}
	}
	choose(0)
	for z := range f.zones {
		f.zones[z].k = max(ks[z], 1)
	}
	f.fitTitles(radius)
	f.ring.Outer, f.ring.Inner = radius, radius-f.thick
	if len(f.feels) > 0 {
		f.ring.Up = f.ring.Inner - facePad
		f.ring.Down = math.Max(f.well+facePad*0.8, f.ring.Up*0.34)
	}
	f.Right = f.Style.Margin + 2*(radius+hubGap) + 2*f.zonesWidth(ks)
	if len(f.panels) == 0 {
		f.Right = f.Style.Margin + f.Style.MinWidth
	}
}

// roomy is the radius at which every moment that something is felt at has room for a face.
func (f *figure) roomy() float64 {
	if len(f.feels) == 0 {
		return 0
	}
	n := 0
	for _, refs := range f.Moments(f.Scene.Grid.Columns) {
		n += len(refs)
	}
	const each, middle = 40.0, 0.6 // points of the circle; its radius as a share of the inner one
	return f.thick + float64(n)*each/(2*math.Pi*middle)
}

// balance puts the panel of a stage that lies at the very bottom to the side that has less.
func (f *figure) balance(heights [][][]float64) {
	var side [2]float64
	var middle *panel
	for i, p := range f.panels {
		a0, a1 := f.span(p.stage)
		switch mid := (a0 + a1) / 2; {
		case math.Abs(mid-math.Pi) < 1e-9:
			middle = p
		case p.right:
			side[1] += heights[0][i][0]
		default:
			side[0] += heights[0][i][0]
		}
	}
	if middle != nil {
		middle.right = side[1] <= side[0]
	}
}

func (f *figure) zonesWidth(ks []int) float64 {
	w := 0.0
	for _, k := range ks {
		w += widthOf(max(k, 1)) + 2*zonePad
	}
	return w
}

// stand finds where everything stands, from top down.
func (f *figure) stand(top float64) {
	n := float64(len(f.zones))
	first := top + n*zoneHead
	var sides [2][]*panel // left, right; from top to bottom
	for _, p := range f.panels {
		if p.right {
			sides[1] = append(sides[1], p)
		} else {
			sides[0] = append([]*panel{p}, sides[0]...)
		}
	}
	high := 0.0
	for _, side := range sides {
		h := -panelGap
		for _, p := range side {
			h += f.panelHeight(p) + panelGap
		}
		high = math.Max(high, h)
	}
	if len(f.panels) > 0 {
		high = math.Max(high, 2*(f.ring.Outer+hubPad))
	}
	f.body = geom.R(f.Style.Margin, top, f.Right-f.Style.Margin, n*(zoneHead+zoneFoot)+high)
	if len(f.panels) == 0 {
		f.body.Max.Y = top + 40
	}
	f.ring.Center = geom.Pt(f.body.Center().X, first+high/2)
	for _, side := range sides {
		f.spread(side, first, first+high)
	}
	f.ring.Sectors = make([]scene.Sector, len(f.cols))
	for i, c := range f.cols {
		from, to := f.span(c.stage)
		of, at := 0, 0
		for k, other := range f.cols {
			if other.stage == c.stage {
				if k < i {
					at++
				}
				of++
			}
		}
		each := (to - from) / float64(of)
		s := &f.ring.Sectors[i]
		s.From, s.To = from+float64(at)*each, from+float64(at+1)*each
		s.Panel = f.panels[c.stage].rect
	}
}

func (f *figure) panelHeight(p *panel) float64 {
	h := 0.0
	for z := range f.zones {
		h = math.Max(h, f.zoneHeight(p, z, f.zones[z].k))
	}
	return h
}

// spread puts the panels of one side, from top to bottom, each as near to the height of its segment
// as the others let it.
func (f *figure) spread(side []*panel, from, to float64) {
	if len(side) == 0 {
		return
	}
	tops := make([]float64, len(side))
	end := from - panelGap
	hs := make([]float64, len(side))
	for i, p := range side {
		hs[i] = f.panelHeight(p)
		a0, a1 := f.span(p.stage)
		want := f.ring.At((a0+a1)/2, f.ring.Outer).Y - hs[i]/2
		tops[i] = math.Max(want, end+panelGap)
		end = tops[i] + hs[i]
	}
	limit := to
	for i := range slices.Backward(side) {
		tops[i] = math.Min(tops[i], limit-hs[i])
		limit = tops[i] - panelGap
	}
	inner, outer := 0.0, 0.0
	for z := range f.zones {
		outer += f.zones[z].width()
	}
	for i, p := range side {
		x := f.ring.Center.X + f.ring.Outer + hubGap + inner
		if !p.right {
			x = f.ring.Center.X - f.ring.Outer - hubGap - outer
		}
		p.rect = geom.R(x, tops[i], outer, hs[i])
	}
}

// zoneX is where the cards of a panel begin in a zone.
func (f *figure) zoneX(p *panel, zone int) float64 {
	if p.right {
		x := p.rect.Min.X
		for z := range zone {
			x += f.zones[z].width()
		}
		return x + zonePad
	}
	x := p.rect.Max.X
	for z := 0; z <= zone; z++ {
		x -= f.zones[z].width()
	}
	return x + zonePad
}

// drawZones draws the ground of the zones, their names, and the ties between the ring and its
// panels.
func (f *figure) drawZones() {
	if len(f.panels) == 0 {
		return
	}
	for z := len(f.zones) - 1; z >= 0; z-- {
		r := f.body
		for k := len(f.zones) - 1; k > z; k-- {
			r.Min.X, r.Max.X = r.Min.X+f.zones[k].width(), r.Max.X-f.zones[k].width()
			r.Min.Y, r.Max.Y = r.Min.Y+zoneHead, r.Max.Y-zoneFoot
		}
		ground := f.Palette.Ground
		if z == 0 {
			ground = f.Palette.Paper
		}
		f.Fill(f.Map, geom.RoundRect(r, corner), ground)
		f.Stroke(f.Map, geom.RoundRect(r, corner), f.Style.Border, style.Mix(f.Palette.Line, f.Palette.Second, 0.1))
		if name := f.zones[z].name; name != "" {
			v := f.Style.Eyebrow
			v.Color = f.Palette.Second
			t := f.SetLine(strings.ToUpper(name), v)
			f.Write(f.Map, t, v, r.Center().X-t.Width()/2, r.Min.Y+(zoneHead-v.Lead)/2)
		}
	}
	for _, p := range f.panels {
		f.tie(p)
	}
}

// tie leads from the segment of a stage to its panel.
func (f *figure) tie(p *panel) {
	a0, a1 := f.span(p.stage)
	turn := (a0 + a1) / 2
	a := f.ring.At(turn, f.ring.Outer+3)
	x, out := p.rect.Min.X, 1.0
	if !p.right {
		x, out = p.rect.Max.X, -1
	}
	const inset = 9.0
	b := geom.Pt(x, math.Max(p.rect.Min.Y+math.Min(inset, p.rect.H()/2), math.Min(a.Y, p.rect.Max.Y-math.Min(inset, p.rect.H()/2))))
	ref, hue := journey.RefTo(f.Index.Stages[p.stage]), f.Hue(p.stage)
	var path geom.Path
	path.Move(a)
	path.Cubic(f.ring.At(turn, f.ring.Outer+3+hubGap*0.6), geom.Pt(b.X-out*hubGap, b.Y), b)
	f.Stroke(ref, path, 1.4, style.Mix(f.Palette.Paper, hue, 0.65))
	f.Fill(ref, geom.Circle(a, 2.4), hue)
}
