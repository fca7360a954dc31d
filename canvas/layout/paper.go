package layout

import (
	"fmt"
	"math"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// Paper is what a scene is printed on.
type Paper struct {
	Name   string
	Size   geom.Size // points; zero: the paper is as large as the scene
	Margin float64   // points kept free on every side, for printers that cannot print to the edge
}

// The sizes of paper in points, upright: ISO 216, ANSI, and a slide of 16:9 at 13.33 inch.
var papers = map[string]geom.Size{
	"A4": mm(210, 297), "A3": mm(297, 420), "A2": mm(420, 594), "A1": mm(594, 841), "A0": mm(841, 1189),
	"letter": {W: 612, H: 792}, "tabloid": {W: 792, H: 1224}, "16:9": {W: 540, H: 960},
}

// PaperNames lists the names that PaperNamed knows.
var PaperNames = []string{"A4", "A3", "A2", "A1", "A0", "letter", "tabloid", "16:9", "fit"}

func mm(w, h float64) geom.Size { return geom.Size{W: w / 25.4 * 72, H: h / 25.4 * 72} }

// PaperNamed returns the paper of that name, whatever its case. "fit" is as large as the map and
// has no orientation.
func PaperNamed(name string, landscape bool) (Paper, error) {
	for _, n := range PaperNames {
		if !strings.EqualFold(n, name) {
			continue
		}
		if n == "fit" {
			return Paper{Name: n}, nil
		}
		size := papers[n]
		if landscape {
			size.W, size.H = size.H, size.W
		}
		return Paper{Name: n, Size: size, Margin: 14}, nil
	}
	return Paper{}, fmt.Errorf("paper %q: not one of %s", name, strings.Join(PaperNames, ", "))
}

// maxSide is the largest page that PDF readers must be able to show (ISO 32000-1, Annex C).
const maxSide = 14400

// Paginate puts a scene on paper: one page, fitted and centred. The scene is never enlarged beyond
// its own size by more than a quarter: a small map on a large sheet stays a map, not a poster.
func Paginate(s *scene.Scene, paper Paper) []scene.Page {
	b := s.Bounds
	size, k := paper.Size, 1.0
	if size == (geom.Size{}) {
		if side := math.Max(b.W(), b.H()); side > maxSide {
			k = maxSide / side
		}
		size = geom.Size{W: math.Max(b.W()*k, 3), H: math.Max(b.H()*k, 3)}
		return []scene.Page{{Scene: s, Size: size, View: b, Place: geom.Transform{K: k}, Label: s.Title}}
	}
	// The map brings margins of its own; the paper's are kept free only as far as those do not.
	m := paper.Margin
	k = math.Min((size.W-2*m)/math.Max(b.W(), 1), (size.H-2*m)/math.Max(b.H(), 1))
	own := math.Min(size.W/math.Max(b.W(), 1), size.H/math.Max(b.H(), 1))
	if own*36 >= m {
		k = own
	}
	k = math.Min(k, 1.25)
	return []scene.Page{{
		Scene: s, Size: size, View: b, Label: s.Title,
		Place: geom.Transform{K: k, D: geom.Pt((size.W-k*b.W())/2-k*b.Min.X, (size.H-k*b.H())/2-k*b.Min.Y)},
	}}
}
