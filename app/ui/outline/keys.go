package outline

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/data/journey"
)

// Up and Down go from line to line, Left and Right fold and unfold or go to the branch and into it,
// Home, End and the page keys far; letters jump to the next line that begins with them. Enter and
// Space select on the board, F2 renames, Delete deletes, Ctrl with an arrow moves, Esc goes back to
// the board.

// pause is how long after a letter another one begins a new jump.
const pause = time.Second

// FocusGained implements fyne.Focusable.
func (p *Outline) FocusGained() {
	p.focused = true
	if p.index(p.cursor) < 0 && len(p.lines) > 0 {
		p.cursor = p.lines[0].ref
	}
	p.sight(p.cursor)
	p.list.place()
}

// FocusLost implements fyne.Focusable.
func (p *Outline) FocusLost() {
	p.focused, p.typed = false, ""
	p.list.place()
}

// TypedRune implements fyne.Focusable.
func (p *Outline) TypedRune(r rune) {
	now := p.o.Now()
	if now.Sub(p.typedAt) > pause {
		p.typed = ""
	}
	if r == ' ' && p.typed == "" {
		return // it selects
	}
	p.typed, p.typedAt = p.typed+strings.ToLower(string(r)), now
	p.jump()
}

// jump goes to the next line that begins with what was typed, first among those in view, then among
// what is folded away. One letter goes on from the line that the cursor is on, more may stay there.
func (p *Outline) jump() {
	for _, lines := range [][]node{p.lines, p.tree.lines(true)} {
		at := 0
		for i, n := range lines {
			if n.ref == p.cursor {
				at = i
			}
		}
		if len([]rune(p.typed)) == 1 {
			at++
		}
		for i := range lines {
			n := lines[(at+i)%len(lines)]
			title, known := p.title(n.ref)
			if known && strings.HasPrefix(strings.ToLower(strings.TrimLeft(title, "“\"'‘ ")), p.typed) {
				if p.tree.uncover(n.ref) {
					p.flatten()
				}
				p.move(n.ref)
				return
			}
		}
	}
}

// move sets the cursor on a line and brings it into sight.
func (p *Outline) move(ref journey.Ref) {
	p.cursor = ref
	p.sight(ref)
	p.list.place()
}

// TypedKey implements fyne.Focusable.
func (p *Outline) TypedKey(ev *fyne.KeyEvent) {
	at := p.index(p.cursor)
	if ev.Name == fyne.KeyEscape {
		p.o.Focus()
		return
	}
	if at < 0 {
		if at = 0; len(p.lines) == 0 {
			look.Pass(p, ev)
			return
		}
	}
	n, last := p.lines[at], len(p.lines)-1
	page := max(1, int(p.scroll.Size().Height/lineHeight)-1)
	to := func(i int) { p.move(p.lines[max(0, min(i, last))].ref) }
	if ev.Name == fyne.KeySpace && p.typed != "" && p.o.Now().Sub(p.typedAt) <= pause {
		return // it is part of what is jumped to
	}
	switch ev.Name {
	case fyne.KeyUp:
		to(at - 1)
	case fyne.KeyDown:
		to(at + 1)
	case fyne.KeyHome:
		to(0)
	case fyne.KeyEnd:
		to(last)
	case fyne.KeyPageUp:
		to(at - page)
	case fyne.KeyPageDown:
		to(at + page)
	case fyne.KeyRight:
		switch {
		case n.folds && !n.open:
			p.fold(n.ref, true)
		case n.folds:
			to(at + 1)
		}
	case fyne.KeyLeft:
		if n.open {
			p.fold(n.ref, false)
		} else if parent := p.index(p.tree.parent(n.ref)); parent >= 0 {
			to(parent)
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.choose(n.ref, false)
	case fyne.KeyF2:
		p.beginRename(n.ref)
	case fyne.KeyDelete, fyne.KeyBackspace:
		p.act(n.ref, "edit.delete")
	default:
		look.Pass(p, ev)
	}
}

// act does an action with the record of a line. The keyboard stays here.
func (p *Outline) act(ref journey.Ref, id editor.ActionID) {
	if ref == lanesRef || ref.Kind == journey.KindMap {
		return
	}
	p.choose(ref, false)
	p.o.Run(id)
	p.o.Canvas.Focus(p)
}

// shifts are the actions that move a record up and down the tree.
var shifts = map[journey.Kind][2]editor.ActionID{
	journey.KindStage: {"stage.left", "stage.right"},
	journey.KindStep:  {"step.left", "step.right"},
	journey.KindLane:  {"lane.up", "lane.down"},
	journey.KindCard:  {"card.up", "card.down"},
}

// TypedShortcut implements fyne.Shortcutable: Ctrl with an arrow moves a line, the rest is the
// window's.
func (p *Outline) TypedShortcut(s fyne.Shortcut) {
	if cs, ok := s.(*desktop.CustomShortcut); ok && cs.Modifier == fyne.KeyModifierShortcutDefault {
		way := map[fyne.KeyName]int{fyne.KeyUp: 0, fyne.KeyLeft: 0, fyne.KeyDown: 1, fyne.KeyRight: 1}
		if i, ok := way[cs.KeyName]; ok {
			if p.index(p.cursor) >= 0 && p.cursor != lanesRef {
				if ids, ok := shifts[p.cursor.Kind]; ok {
					p.act(p.cursor, ids[i])
				}
			}
			return
		}
	}
	if c, ok := p.o.Canvas.(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
