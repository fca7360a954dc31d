package page

import (
	"slices"

	"jejak/canvas/geom"
)

// count numbers the sheets.
func (t *tiling) count() {
	t.number = map[[2]int]int{}
	n := t.before
	for j := range t.strips {
		for i := range t.cols {
			if t.shown[j][i] {
				n++
				t.number[[2]int{j, i}] = n
			}
		}
	}
}

// choose finds the sheets that show something, and where each stage and each lane is named first.
func (t *tiling) choose() {
	t.shown = make([][]bool, len(t.strips))
	t.firstStrip, t.firstCol = make([]int, len(t.cols)), make([]int, len(t.strips))
	body := -1 // the first strip with lanes
	for j, st := range t.strips {
		t.shown[j] = make([]bool, len(t.cols))
		t.shown[j][0] = st.title || st.foot
		if body < 0 && st.size() > 0 {
			body = j
		}
	}
	for n := range t.blocks {
		if t.owner[n] >= 0 {
			t.shown[t.owner[n]][t.column[n]] = true
		}
	}
	for j, st := range t.strips {
		for i, col := range t.cols {
			view := geom.Rect{Min: geom.Pt(col.from, st.from), Max: geom.Pt(col.to, st.to)}
			t.shown[j][i] = t.shown[j][i] || st.size() > 0 && t.hasCurve(view)
		}
		t.firstCol[j] = slices.Index(t.shown[j], true)
		if st.size() > 0 && t.firstCol[j] < 0 {
			t.shown[j][0], t.firstCol[j] = true, 0
		}
	}
	for i := range t.cols {
		first := slices.IndexFunc(t.shown, func(row []bool) bool { return row[i] })
		for first >= 0 && first < len(t.strips) && (t.strips[first].size() == 0 || !t.shown[first][i]) {
			first++
		}
		if first < 0 || first == len(t.strips) {
			first = max(body, 0)
			t.shown[first][i] = true
			t.firstCol[first] = min(t.firstCol[first], i)
		}
		t.firstStrip[i] = first
	}
}
