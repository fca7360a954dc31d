package pdf

import (
	"fmt"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// place is a point of a page, in its units, y down.
type place struct {
	page int
	at   geom.Point
}

// dest is the place as links and bookmarks name it.
func (f *finisher) dest(p place) string {
	c := newContent()
	c.num(p.at.X, 1)
	c.num(f.sheets[p.page].size.H-p.at.Y, 1)
	return fmt.Sprintf("[%d 0 R/XYZ %s null]", firstPage+2*p.page, strings.TrimSpace(string(c.buf)))
}

// where finds the cards, the stages and the maps of a document.
func where(pages []scene.Page, sheets []sheet) map[journey.Ref]place {
	found := map[journey.Ref]place{}
	for i, pg := range pages {
		for _, w := range pg.Windows() {
			if w.Role != scene.Content {
				continue
			}
			m := journey.Ref{Kind: journey.KindMap, ID: w.Scene.MapID}
			if _, had := found[m]; !had && m.ID != "" {
				found[m] = place{page: i}
			}
			for _, t := range w.Scene.Targets {
				if t.Part != scene.PartBody || !w.View.Overlaps(t.Bounds) || !w.View.Inset(-1).Contains(t.Bounds.Min) {
					continue
				}
				if _, had := found[t.Ref]; !had {
					found[t.Ref] = place{i, sheets[i].place(w).Apply(t.Bounds.Min)}
				}
			}
		}
	}
	return found
}

// bookmark is an entry of the outline.
type bookmark struct {
	title string
	to    place
	kids  []*bookmark
}

// bookmarks lists the maps with their stages, and pages that have a name of their own.
func (f *finisher) bookmarks() []*bookmark {
	var roots []*bookmark
	maps := map[journey.ID]*bookmark{}
	for i, pg := range f.d.Pages {
		label := object.Plain(pg.Label)
		before := len(roots)
		stages := 0
		var home *bookmark
		for _, w := range pg.Windows() {
			if w.Role != scene.Content || w.Scene.MapID == "" {
				continue
			}
			b := maps[w.Scene.MapID]
			if b == nil {
				title := object.Plain(w.Scene.Title)
				if title == "" {
					title = label
				}
				b = &bookmark{title: title, to: place{page: i}}
				maps[w.Scene.MapID] = b
				if title != "" {
					roots = append(roots, b)
				}
			}
			home = b
			for _, t := range stageTargets(w) {
				if at := f.where[t.Ref]; at.page == i {
					if title := object.Plain(stageTitle(w.Scene, t)); title != "" {
						b.kids = append(b.kids, &bookmark{title: title, to: at})
						stages++
					}
				}
			}
		}
		if label == "" || len(roots) > before || stages > 0 {
			continue
		}
		b := &bookmark{title: label, to: place{page: i}}
		if home != nil {
			home.kids = append(home.kids, b)
		} else {
			roots = append(roots, b)
		}
	}
	return roots
}

// stageTargets lists the stage headers that begin in a window.
func stageTargets(w scene.Window) []*scene.Target {
	var list []*scene.Target
	for i := range w.Scene.Targets {
		t := &w.Scene.Targets[i]
		if t.Ref.Kind == journey.KindStage && t.Part == scene.PartBody && w.View.Inset(-1).Contains(t.Bounds.Min) {
			list = append(list, t)
		}
	}
	return list
}

// stageTitle is the first paragraph of what was drawn for a stage.
func stageTitle(s *scene.Scene, t *scene.Target) string {
	var lines []string
	done := false
	s.Visible(t.Bounds, func(it *scene.Item) {
		x, ok := it.Mark.(*scene.Text)
		if !ok || it.From != t.Ref || done {
			return
		}
		if x.Line.Start == 0 && len(lines) > 0 {
			done = true
			return
		}
		lines = append(lines, x.Text)
	})
	return strings.Join(lines, " ")
}

// outline writes the bookmarks and returns their root, 0 if there are none.
func (f *finisher) outline() int {
	roots := f.bookmarks()
	if len(roots) == 0 {
		return 0
	}
	root := f.Add("")
	first, last, count := f.outlineLevel(roots, root)
	f.List[root].Body = fmt.Appendf(nil, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, last, count)
	return root
}

// outlineLevel writes one level; count is how many entries are open in it.
func (f *finisher) outlineLevel(list []*bookmark, parent int) (first, last, count int) {
	first = len(f.List)
	for range list {
		f.Add("")
	}
	last = len(f.List) - 1
	count = len(list)
	for i, b := range list {
		n := first + i
		var s strings.Builder
		fmt.Fprintf(&s, "<</Title%s/Parent %d 0 R", object.String(b.title), parent)
		if i > 0 {
			fmt.Fprintf(&s, "/Prev %d 0 R", n-1)
		}
		if i < len(list)-1 {
			fmt.Fprintf(&s, "/Next %d 0 R", n+1)
		}
		if len(b.kids) > 0 {
			kf, kl, kc := f.outlineLevel(b.kids, n)
			fmt.Fprintf(&s, "/First %d 0 R/Last %d 0 R/Count %d", kf, kl, kc)
			count += kc
		}
		if b.to.at == (geom.Point{}) {
			fmt.Fprintf(&s, "/Dest[%d 0 R/Fit]>>", firstPage+2*b.to.page)
		} else {
			fmt.Fprintf(&s, "/Dest%s>>", f.dest(b.to))
		}
		f.List[n].Body = []byte(s.String())
	}
	return first, last, count
}
