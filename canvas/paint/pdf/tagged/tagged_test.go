package tagged

import (
	"errors"
	"strings"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// told is two cards of one stage on two pages, painted before the title and the stage they stand under.
func told() ([]*Said, map[journey.ID]*scene.Scene) {
	s := &scene.Scene{MapID: "m", Title: "Trip"}
	s.Grid.Columns = []scene.Column{{StageID: "s"}}
	s.Grid.Rows = []scene.Row{{LaneID: "l"}}
	s.Grid.Cells = []scene.Cell{{Cards: []journey.ID{"a", "b"}}}
	ref := func(kind journey.Kind, id journey.ID) journey.Ref { return journey.Ref{Kind: kind, ID: id} }
	return []*Said{
		{Ref: ref(journey.KindCard, "b"), Map: "m", Page: 1, Number: 0, Size: 10},
		{Ref: ref(journey.KindCard, "a"), Map: "m", Page: 0, Number: 0, Size: 10},
		{Ref: ref(journey.KindCard, "a"), Map: "m", Page: 0, Number: 1, Figure: "A map", Box: geom.R(10, 20, 30, 40)},
		{Ref: ref(journey.KindStage, "s"), Map: "m", Page: 0, Number: 2, Size: 14},
		{Ref: ref(journey.KindMap, "m"), Map: "m", Page: 0, Number: 3, Size: 20},
	}, map[journey.ID]*scene.Scene{"m": s}
}

// outline lists the kinds of the elements with what they say, in the order of reading.
func outline(e *element) string {
	var parts []string
	for _, k := range e.kids {
		if k.element != nil {
			parts = append(parts, outline(k.element))
		} else if k.said != nil {
			parts = append(parts, string(k.said.Ref.ID))
		}
	}
	return e.kind + "(" + strings.Join(parts, " ") + ")"
}

func TestTheTreeIsReadInTheOrderOfTheMap(t *testing.T) {
	got := outline(Grow(told()).root)
	if want := "Document(Sect(H1(m) Sect(H2(s) L(LI(LBody(a Figure(a))) LI(LBody(b))))))"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := outline(Grow(nil, nil).root); got != "Document()" {
		t.Errorf("of nothing: %s", got)
	}
}

// TestWrite: pages and notes say where they stand in the structure, and the structure where they are.
func TestWrite(t *testing.T) {
	f := &object.File{List: make([]object.Object, 1)}
	pages := []Page{{f.Add("<</Type /Page\n>>"), 100}, {f.Add("<</Type /Page\n>>"), 100}}
	notes := []*Note{
		{Page: 0, From: journey.Ref{Kind: journey.KindCard, ID: "a"}, Role: "Link", Object: f.Add("<</Subtype/Link>>")},
		{Page: 1, From: journey.Ref{Kind: journey.KindCard, ID: "gone"}, Role: "Annot", Object: f.Add("<</Subtype/Text>>")},
	}
	root, err := Grow(told()).Write(f, pages, notes)
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, ob := range f.List[1:] {
		all += string(ob.Body) + "\n"
	}
	if !strings.HasPrefix(string(f.List[root].Body), "<</Type/StructTreeRoot/") {
		t.Errorf("the root is %s", f.List[root].Body)
	}
	for _, want := range []string{
		"/StructParents 0/Tabs/S", "/StructParents 1/Tabs/S", "<</Subtype/Link/StructParent 2>>", "<</Subtype/Text/StructParent 3>>",
		"/T(Trip)", "/Alt(A map)/A<</O/Layout/Placement/Block/BBox[10 40 40 80]>>", "/ParentTreeNextKey 4",
		"<</Type/OBJR/Pg 1 0 R/Obj 3 0 R>>", "<</Type/OBJR/Pg 2 0 R/Obj 4 0 R>>",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is not in\n%s", want, all)
		}
	}
	list, scenes := told()
	if _, err := Grow(list, scenes).Write(f, []Page{{3, 100}, {4, 100}}, nil); !errors.Is(err, object.ErrForeign) {
		t.Errorf("pages that are none: %v", err)
	}
}
