// Package page puts drawn maps on paper: a scene becomes pages. One sheet, several that are read
// one by one, or a poster that is put together; with margins, headers, crop marks and a plan.
//
// All measures are points (1/72 inch), origin top left, y down. Everything here is pure: no files,
// no clock, no state between calls; any function may be called from any goroutine.
package page

import (
	"fmt"
	"strings"

	"jejak/canvas/geom"
)

// Paper is what a map is printed on.
type Paper struct {
	Name string
	Size geom.Size // points; zero: the paper is as large as the map
}

// The sizes of paper in points, upright: ISO 216, ANSI, and a slide of 16:9 at 13.33 inch.
var papers = map[string]geom.Size{
	"A5": mm(148, 210), "A4": mm(210, 297), "A3": mm(297, 420), "A2": mm(420, 594), "A1": mm(594, 841), "A0": mm(841, 1189),
	"letter": {W: 612, H: 792}, "tabloid": {W: 792, H: 1224}, "16:9": {W: 540, H: 960},
}

// PaperNames lists the names that PaperNamed knows.
var PaperNames = []string{"A5", "A4", "A3", "A2", "A1", "A0", "letter", "tabloid", "16:9", "fit"}

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
		return Paper{Name: n, Size: size}, nil
	}
	return Paper{}, fmt.Errorf("paper %q: not one of %s", name, strings.Join(PaperNames, ", "))
}
