package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/journey"
)

// handle returns where a handle of what is selected is.
func (b *board) handle(k editor.HandleKind) geom.Point {
	b.t.Helper()
	for _, h := range b.e.Overlay().Handles {
		if h.Kind == k {
			return h.At
		}
	}
	b.t.Fatalf("there is no handle of kind %d: %+v", k, b.e.Overlay().Handles)
	return geom.Point{}
}

func (b *board) link(id journey.ID) journey.Link {
	l, _ := b.doc.Project().Links.Get(id)
	return l
}

// joined is small with a link from a1 to b1.
func joined() journey.Project {
	return small().With(journey.Link{ID: "l", MapID: "map", FromID: "a1", ToID: "b1", LinkKind: journey.LinkNext})
}

func (b *board) clickLink(id string) {
	b.t.Helper()
	for _, t := range b.e.Scene().Targets {
		if string(t.Ref.ID) == id {
			p := b.view(t.Path.Points[0].Add(t.Path.Points[len(t.Path.Points)-1]).Mul(0.5))
			b.press(p)
			b.release(p)
			b.wantSelected(id)
			return
		}
	}
	b.t.Fatalf("the link %s is not drawn", id)
}

func TestPullLink(t *testing.T) {
	for _, c := range []struct {
		name, from, to string
		handle         editor.HandleKind
		alt            bool
		want           journey.LinkKind
		tip            string
	}{
		{"to a later column", "a2", "b1", editor.HandleLink, false, journey.LinkNext, "Link: next"},
		{"in its column", "a1", "a3", editor.HandleLink, false, journey.LinkNext, "Link: next"},
		{"to an earlier column", "b1", "a3", editor.HandleLink, false, journey.LinkLoopBack, "Link: leads back"},
		{"to another lane", "a3", "p1", editor.HandleLink, false, journey.LinkNext, "Link: next"},
		{"with Alt", "a2", "b1", editor.HandleLink, true, journey.LinkChannelSwitch, "Link: switches channel"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			b.click(c.from)
			from, to := b.handle(c.handle), b.at(c.to)
			if got := b.e.Hover(from, editor.Mods{}); got != editor.CursorCross {
				t.Errorf("cursor %v", got)
			}
			b.once(edit.LabelAddLink, func() {
				b.press(from)
				b.mods.Alt = c.alt
				b.move(from, to)
				o := b.e.Overlay()
				if len(o.Links) != 1 || len(o.Links[0].Points) < 3 || framesOf(o, editor.FrameTarget) != 1 {
					t.Errorf("overlay %+v", o)
				}
				if len(o.Tips) != 1 || o.Tips[0].Text != c.tip {
					t.Errorf("tips %+v", o.Tips)
				}
				b.release(to)
				b.wantSelected("new-1")
			})
			want := journey.Link{ID: "new-1", MapID: "map", FromID: id(c.from), ToID: id(c.to), LinkKind: c.want}
			if got := b.link("new-1"); got != want {
				t.Errorf("the link is %+v, want %+v", got, want)
			}
			if b.e.Editing() != nil {
				t.Error("a text is open")
			}
		})
	}
}

func TestPullBranch(t *testing.T) {
	b := newBoard(t, small())
	b.click("a3")
	b.once(edit.LabelAddLink, func() {
		b.drag(b.handle(editor.HandleBranch), b.at("b1"))
		ed := b.e.Editing()
		if ed == nil || !ed.Fresh || ed.Ref.ID != "new-1" || ed.Rect.Empty() {
			t.Fatalf("editing %+v", ed)
		}
		if mid := b.rect("a3").Center().Add(b.rect("b1").Center()).Mul(0.5); ed.Rect.Center().Dist(b.view(mid)) > 5 {
			t.Errorf("its label is written at %v, the link runs through %v", ed.Rect, b.view(mid))
		}
		b.e.CommitText("only if she calls")
	})
	if l := b.link("new-1"); l.LinkKind != journey.LinkBranch || l.Label != "only if she calls" {
		t.Errorf("the link is %+v", l)
	}
	b.click("a1")
	b.once(edit.LabelAddLink, func() {
		b.drag(b.handle(editor.HandleBranch), b.at("b1"))
		b.keys("Escape") // without a condition
	})
	b.click("a2")
	b.once(edit.LabelAddLink, func() {
		b.drag(b.handle(editor.HandleBranch), b.at("b1"))
		b.e.Settle()
	})
}

func TestPullLinkNowhere(t *testing.T) {
	b := newBoard(t, joined())
	b.click("a1")
	from := b.handle(editor.HandleLink)
	for name, to := range map[string]geom.Point{
		"bare paper": b.slot(2, 2, 0), "itself": b.at("a1"), "a header": b.at("C"), "beside the paper": geom.Pt(1100, 700),
	} {
		t.Run(name, func(t *testing.T) {
			b.never(func() { b.drag(from, to) })
			b.wantSelected("a1")
		})
	}
	b.never(func() {
		b.press(from)
		b.move(from, b.at("b1"))
		b.keys("Escape")
		b.release(b.at("b1"))
	})
	b.never(func() { b.drag(from, b.at("b1")) }) // there is that link already
	b.wantSelected("l")
}

func TestHandlesOnlyWhereTheyServe(t *testing.T) {
	b := newBoard(t, joined())
	count := func(want int) {
		t.Helper()
		if got := b.e.Overlay().Handles; len(got) != want {
			t.Errorf("%d handles, want %d: %+v", len(got), want, got)
		}
	}
	count(0)
	b.click("a1")
	count(3)
	b.e.ZoomTo(0.2, geom.Pt(0, 0))
	count(0)
	b.e.ZoomTo(1, geom.Pt(0, 0))
	b.e.Select(ref(journey.KindCard, "a1"), ref(journey.KindCard, "a2"))
	count(0)
	b.e.Select(ref(journey.KindStage, "A"))
	count(0)
	b.e.Select(ref(journey.KindLink, "l"))
	count(2)
	b.e.SetLocked(true)
	count(0)
	b.e.SetLocked(false)
	b.e.EditText(ref(journey.KindCard, "a1"), "")
	count(0)
}

func TestSelectedLinkIsALine(t *testing.T) {
	b := newBoard(t, joined())
	b.clickLink("l")
	o := b.e.Overlay()
	if len(o.Links) != 1 || o.Links[0].Kind != editor.FrameSelected || o.Links[0].Ref.ID != "l" || len(o.Frames) != 0 {
		t.Errorf("overlay %+v", o)
	}
	if o.Links[0].Points[0].Dist(b.handle(editor.HandleFrom)) > 1e-6 {
		t.Errorf("the line begins at %v, its handle is at %v", o.Links[0].Points[0], b.handle(editor.HandleFrom))
	}
}

func TestReattachLink(t *testing.T) {
	for _, c := range []struct {
		name     string
		handle   editor.HandleKind
		to       string
		from, at journey.ID
		kind     journey.LinkKind
	}{
		{"its end", editor.HandleTo, "a2", "a1", "a2", journey.LinkNext},
		{"its beginning", editor.HandleFrom, "a3", "a3", "b1", journey.LinkNext},
		{"so that it leads back", editor.HandleFrom, "c1", "c1", "b1", journey.LinkLoopBack},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := joined().With(journey.Card{ID: "c1", MapID: "map", StageID: "C", LaneID: "T", Rank: "a", Title: "Card c1"})
			b := newBoard(t, p)
			b.clickLink("l")
			b.once(edit.LabelMoveLink, func() { b.drag(b.handle(c.handle), b.at(c.to)) })
			if l := b.link("l"); l.FromID != c.from || l.ToID != c.at || l.LinkKind != c.kind {
				t.Errorf("the link is %+v", l)
			}
			b.wantSelected("l")
		})
	}
	b := newBoard(t, joined())
	b.clickLink("l")
	b.never(func() { b.drag(b.handle(editor.HandleTo), b.at("b1")) })
	b.never(func() { b.drag(b.handle(editor.HandleTo), b.at("a1")) })
	b.never(func() { b.drag(b.handle(editor.HandleTo), b.slot(2, 2, 0)) })
	b.run("link.kind.branch")
	b.once(edit.LabelMoveLink, func() { b.drag(b.handle(editor.HandleTo), b.at("p1")) })
	if l := b.link("l"); l.LinkKind != journey.LinkBranch {
		t.Errorf("a branch became %q", l.LinkKind)
	}
}

// A link can be pulled, a border dragged and a piece dropped beyond the rim.
func TestDragsScrollAtTheRim(t *testing.T) {
	for name, start := range map[string]func(b *board){
		"a link":   func(b *board) { b.click("a1"); b.press(b.handle(editor.HandleLink)) },
		"a border": func(b *board) { b.press(b.rightOf("A")) },
		"a span": func(b *board) {
			b.click("a1")
			r := b.rect("a1")
			b.press(b.view(geom.Pt(r.Max.X, r.Min.Y+4)))
		},
		"a piece": func(b *board) { b.e.BeginPalette(editor.Piece{Kind: journey.KindCard}) },
		"a step":  func(b *board) { b.press(b.at("s")) },
	} {
		t.Run(name, func(t *testing.T) {
			b := newBoard(t, stepped())
			b.e.Resize(geom.Size{W: 390, H: 300}, 0.75)
			b.never(func() {
				start(b)
				b.move(geom.Pt(200, 150), geom.Pt(385, 150))
				before := b.e.View().Transform.D
				for range 5 {
					b.e.Tick()
				}
				if after := b.e.View().Transform.D; after.X >= before.X || after.Y != before.Y {
					t.Errorf("the view went from %v to %v", before, after)
				}
				b.keys("Escape")
				b.release(geom.Pt(385, 150))
			})
		})
	}
}

func TestLinkKinds(t *testing.T) {
	b := newBoard(t, joined())
	if b.e.Action("link.kind.branch").Enabled() {
		t.Error("with no link selected its kind can be changed")
	}
	b.clickLink("l")
	if b.e.Action("link.kind.next").Enabled() {
		t.Error("a link can be made what it is")
	}
	for id, want := range map[editor.ActionID]journey.LinkKind{
		"link.kind.loopBack": journey.LinkLoopBack, "link.kind.branch": journey.LinkBranch,
		"link.kind.channelSwitch": journey.LinkChannelSwitch,
	} {
		b.once(edit.LabelLinkKind, func() { b.run(id) })
		if got := b.link("l").LinkKind; got != want {
			t.Errorf("after %s the link is %q", id, got)
		}
	}
}

func TestLinkLabelAndDelete(t *testing.T) {
	b := newBoard(t, joined())
	b.clickLink("l")
	mid := b.rect("a1").Center().Add(b.rect("b1").Center()).Mul(0.5)
	b.once(edit.LabelRename, func() {
		b.doubleClick(b.view(mid))
		if ed := b.e.Editing(); ed == nil || ed.Ref.ID != "l" || ed.Text != "" {
			t.Fatalf("editing %+v", ed)
		}
		b.e.CommitText("if in a hurry")
	})
	if got := b.link("l").Label; got != "if in a hurry" {
		t.Errorf("its label is %q", got)
	}
	b.once(edit.LabelRename, func() { b.keys("Return"); b.e.CommitText("") })
	b.once(edit.LabelRemoveLink, func() { b.keys("Delete") })
}

func TestDrawnLinks(t *testing.T) {
	b := newBoardWith(t, small(), drawn)
	b.click("a1")
	b.once(edit.LabelAddLink, func() {
		b.drag(b.handle(editor.HandleBranch), b.at("b1"))
		b.e.CommitText("if late")
	})
	b.e.Select(ref(journey.KindLink, "new-1")) // undoing and redoing it has let it go
	b.once(edit.LabelMoveLink, func() { b.drag(b.handle(editor.HandleTo), b.at("p1")) })
	b.click("b1")
	b.once(edit.LabelAddLink, func() { b.drag(b.handle(editor.HandleLink), b.at("a2")) })
	if got := b.link("new-2").LinkKind; got != journey.LinkLoopBack {
		t.Errorf("the link is %q", got)
	}
	b.e.Select(ref(journey.KindLink, "new-2"))
	if o := b.e.Overlay(); len(o.Links) != 1 || len(o.Handles) != 2 {
		t.Errorf("overlay %+v", o)
	}
}

func TestClickOnAHandleIsForWhatLiesUnderIt(t *testing.T) {
	b := newBoard(t, small())
	b.click("a1")
	// the scale at which the handle beside a card lies over the card of the next column
	for k := b.e.View().Zoom(); ; k *= 0.95 {
		if k < 0.2 {
			t.Fatal("no handle lies over a card")
		}
		b.e.ZoomTo(k, b.at("a1"))
		h := b.handle(editor.HandleLink)
		if r := b.e.View().Transform.ApplyRect(b.rect("b1")); r.Inset(1).Contains(h) {
			break
		}
	}
	at := b.handle(editor.HandleLink)
	b.never(func() {
		b.mods.Ctrl = true
		b.press(at)
		b.release(at)
		b.mods.Ctrl = false
		b.wantSelected("a1 b1")
	})
	b.click("a1")
	b.press(at)
	b.release(at)
	b.wantSelected("b1")
}

// However small the map is seen, no handle covers the card below, nor another handle.
func TestHandlesLeaveTheNextCardFree(t *testing.T) {
	b := newBoard(t, small())
	b.click("a1")
	branches, px := 0, b.e.View().Scale
	for k := editor.MaxZoom; k > 0.3; k *= 0.9 {
		b.e.ZoomTo(k, b.at("a1"))
		next := b.e.View().Transform.ApplyRect(b.rect("a2"))
		var dots []geom.Point
		for _, h := range b.e.Overlay().Handles {
			if h.Kind == editor.HandleSpan {
				continue
			}
			if next.Inset(-6 * px).Contains(h.At) {
				t.Errorf("at %.0f %% a handle at %v covers the next card, %v", k*100, h.At, next)
			}
			for _, d := range dots {
				if d.Dist(h.At) < 15.9*px {
					t.Errorf("at %.0f %% two handles are at %v and %v", k*100, d, h.At)
				}
			}
			dots = append(dots, h.At)
			if h.Kind == editor.HandleBranch {
				branches++
			}
		}
	}
	if branches < 10 {
		t.Errorf("only at %d zooms there is a handle for a branch", branches)
	}
}
