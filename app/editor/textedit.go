package editor

import (
	"strings"

	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/journey"
)

// TextEdit is a text that is being edited in place, and how to set it so that it lies on the
// text it stands for.
type TextEdit struct {
	Ref       journey.Ref
	Part      scene.Part
	Rect      geom.Rect // view pixels
	Text      string    // what stood there at the start
	Typed     string    // what stands in it now; it differs from Text where a key began to type
	SizePx    float64
	LeadPx    float64 // from base line to base line
	Style     text.Style
	Color     scene.Color
	Multiline bool // Return makes a new line; otherwise it commits
	Fresh     bool // it belongs to what was added just now: select all of it
}

// typing is the text that is open.
type typing struct {
	ref   journey.Ref
	part  scene.Part
	start string
	typed string
	near  *geom.Point // scene: of several places where it stands the one that was pointed at; nil: the topmost
}

// Editing returns the text being edited in place; nil when there is none.
func (e *Editor) Editing() *TextEdit {
	if e.text == nil {
		return nil
	}
	spec := scene.Edit{Spec: text.Spec{Size: 9}, Color: scene.RGB(0x1F2430), Lead: 12}
	t := e.atlas.Find(e.text.ref, e.text.part)
	if e.text.near != nil {
		t = e.atlas.Nearest(e.text.ref, e.text.part, *e.text.near)
	}
	switch {
	case t != nil && t.Edit != nil:
		spec = *t.Edit
	case t != nil:
		spec.Rect = t.Bounds
	default:
		if t = e.atlas.Body(e.text.ref); t == nil {
			return nil
		}
		spec.Rect = e.atlas.Unwritten(t)
	}
	rect, k := desk.TextRect(e.atlas, e.view, e.text.ref, spec.Rect)
	return &TextEdit{
		Ref: e.text.ref, Part: e.text.part,
		Rect: rect,
		Text: e.text.start, Typed: e.text.typed, SizePx: spec.Spec.Size * k, LeadPx: spec.Lead * k,
		Style: spec.Spec.Style, Color: spec.Color,
		Multiline: e.text.part == scene.PartText,
		Fresh:     e.draft != nil,
	}
}

// EditText opens a text of a record in place, as far as the scene shows it. An empty part means
// the title, or the second text of a record that has no title on the map.
func (e *Editor) EditText(ref journey.Ref, part scene.Part) {
	defer e.enter()()
	e.Settle()
	e.cancelGesture()
	e.openText(ref, part)
}

func (e *Editor) openText(ref journey.Ref, part scene.Part) {
	if e.Refuse() {
		return
	}
	if part == "" {
		part = scene.PartTitle
		if ref.Kind == journey.KindPoint {
			part = scene.PartText // it has but a note
		}
		if t := e.atlas.Find(ref, part); t == nil || t.Edit == nil {
			if t := e.atlas.Find(ref, scene.PartText); t != nil && t.Edit != nil {
				part = scene.PartText
			}
		}
	}
	now, ok := e.textShown(ref, part)
	if !ok || e.atlas.Body(ref) == nil && e.atlas.Find(ref, part) == nil {
		return
	}
	e.text = &typing{ref: ref, part: part, start: now, typed: now}
	e.hover = journey.Ref{}
	if e.draft == nil {
		e.bringIntoSight(ref)
	}
	e.note(EditingChanged | OverlayChanged | ActionsChanged)
}

// openPointed opens the text of what was double-clicked. It is in sight: the view stays.
func (e *Editor) openPointed(ref journey.Ref, part scene.Part, at geom.Point) {
	view, fit := e.view, e.fit
	e.openText(ref, part)
	if e.text != nil && e.scene.Grid.Ring != nil {
		e.text.near = &at
		e.setView(view)
		e.fit = fit
	}
}

// openWaiting opens the title of what was added, once a scene shows it.
func (e *Editor) openWaiting() {
	if e.text != nil {
		e.note(EditingChanged) // it may lie elsewhere now
		return
	}
	if d := e.draft; d != nil {
		e.bringIntoSight(d.ref)
		e.openText(d.ref, "")
		if e.text == nil {
			e.settleDraft() // not drawn, so there is nothing to type into
		} else if len(d.typed) > 0 {
			e.text.typed, d.typed = string(d.typed), nil
		}
	}
}

// Typed tells what stands in the open text now, so that Settle can keep it.
func (e *Editor) Typed(s string) {
	if e.text != nil {
		e.text.typed = s
	}
}

// Settle ends a text that is being edited, keeping what was Typed, and whatever was being added
// with it. Whoever changes the document past the editor, or saves it, calls it first.
func (e *Editor) Settle() {
	defer e.enter()()
	if e.text != nil {
		e.CommitText(e.text.typed)
		return
	}
	e.settleDraft()
}

// CommitText ends the editing in place and writes s. A card that was added for it and got no
// title goes again.
func (e *Editor) CommitText(s string) {
	defer e.enter()()
	t := e.text
	if t == nil {
		return
	}
	e.text = nil
	e.note(EditingChanged | OverlayChanged | ActionsChanged)
	blank := strings.TrimSpace(s) == ""
	if d := e.draft; d != nil {
		if blank || s == t.start {
			e.settleDraft()
			return
		}
		if err := writeText(d.tx, t.ref, t.part, s); err != nil {
			e.dropDraft()
			e.tell(err)
			return
		}
		e.keepDraft()
		return
	}
	if s == t.start {
		return
	}
	// a refusal is told by do
	_ = e.do(edit.Label{Key: textLabel(t.part), Name: tool.Brief(s)}, func(tx *edit.Tx) error { return writeText(tx, t.ref, t.part, s) })
}

// CancelText ends the editing in place and leaves what stood there.
func (e *Editor) CancelText() {
	defer e.enter()()
	if e.text == nil {
		return
	}
	e.text = nil
	e.note(EditingChanged | OverlayChanged | ActionsChanged)
	e.settleDraft()
}

func writeText(tx *edit.Tx, ref journey.Ref, part scene.Part, s string) error {
	if part == scene.PartText {
		return edit.SetText(tx, ref, s)
	}
	return edit.SetTitle(tx, ref, s)
}

// textShown returns the text of a record as the map shows it: a lane without a title bears the
// name of its kind, in the language of the map.
func (e *Editor) textShown(ref journey.Ref, part scene.Part) (string, bool) {
	p := e.project()
	s, ok := desk.TextOf(p, ref, part)
	if l, is := p.Lanes.Get(ref.ID); is && l.Title == "" && s == "" {
		w := e.mapWords(p)
		s = desk.Pick(part != scene.PartText, w.T("map.lane."+string(l.LaneKind)), w.T("map.hint."+string(l.LaneKind)))
	}
	return s, ok
}

func (e *Editor) mapWords(p journey.Project) *words.Table {
	if lang := p.Info().Language; lang != "" && lang != e.words.Lang() {
		return words.In(lang)
	}
	return e.words
}

func textLabel(part scene.Part) string {
	if part == scene.PartText {
		return edit.LabelText
	}
	return edit.LabelRename
}
