package inspector

import (
	"math"

	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

func (in *Inspector) stageFields() {
	s, g := selected[journey.Stage](in), in.root
	in.head(func(p journey.Project) (string, string) {
		r, _ := p.Stages.Get(in.one().ID)
		return r.Title, in.t("inspector.kind.stage")
	})
	text(g, s, "title", 1, func(r *journey.Stage) *string { return &r.Title })
	text(g, s, "goal", 2, func(r *journey.Stage) *string { return &r.Goal })
	wordsOf(g, s, "goalmet", "outcome", journey.Outcomes[1:], func(r *journey.Stage) *journey.Outcome { return &r.Outcome })
	choose(g, s, "band", vocabulary(in, "map.band.", journey.Bands), func(r *journey.Stage) *journey.Band { return &r.Band })
	text(g, s, "note", 3, func(r *journey.Stage) *string { return &r.Note })
	g.section("look", false, nil, func(g *group) {
		hue(g, s, "color", func(r *journey.Stage) *string { return &r.Color })
		number(g, s, "width", in.t("inspector.automatic"), edit.LeastWidth, edit.MostSize,
			func(r *journey.Stage) amount { return amount{r.Width, r.Width > 0} },
			func(tx *edit.Tx, id journey.ID, a amount) error {
				return edit.SetWidth(tx, journey.Ref{Kind: journey.KindStage, ID: id}, a.value)
			})
	})
	if !in.shape.many {
		g.measures()
		g.comments()
	}
}

func (in *Inspector) stepFields() {
	s, g := selected[journey.Step](in), in.root
	in.head(func(p journey.Project) (string, string) {
		r, _ := p.Steps.Get(in.one().ID)
		stage, _ := p.Stages.Get(r.StageID)
		return r.Title, in.f("inspector.kind.step", words.Args{"Stage": stage.Title})
	})
	text(g, s, "title", 1, func(r *journey.Step) *string { return &r.Title })
	text(g, s, "note", 3, func(r *journey.Step) *string { return &r.Note })
	g.section("look", false, nil, func(g *group) {
		number(g, s, "width", in.t("inspector.automatic"), edit.LeastWidth, edit.MostSize,
			func(r *journey.Step) amount { return amount{r.Width, r.Width > 0} },
			func(tx *edit.Tx, id journey.ID, a amount) error {
				return edit.SetWidth(tx, journey.Ref{Kind: journey.KindStep, ID: id}, a.value)
			})
	})
	if !in.shape.many {
		g.comments()
	}
}

func (in *Inspector) laneFields() {
	s, g := selected[journey.Lane](in), in.root
	in.head(func(p journey.Project) (string, string) {
		r, _ := p.Lanes.Get(in.one().ID)
		title := r.Title
		if title == "" {
			title = in.t("map.lane." + string(r.LaneKind))
		}
		return title, in.t("inspector.kind.lane")
	})
	text(g, s, "title", 1, func(r *journey.Lane) *string { return &r.Title })
	text(g, s, "hint", 2, func(r *journey.Lane) *string { return &r.Hint })
	choose(g, s, "lanekind", vocabulary(in, "map.lane.", journey.LaneKinds), func(r *journey.Lane) *journey.LaneKind { return &r.LaneKind })
	choose(g, s, "persona", func(p journey.Project) []option[journey.ID] {
		list := orNone(in, p.PersonasInOrder())
		list[0].name = in.t("inspector.everybody")
		return list
	}, func(r *journey.Lane) *journey.ID { return &r.PersonaID })
	choose(g, s, "line", vocabulary(in, "map.line.", journey.BlueprintLines), func(r *journey.Lane) *journey.BlueprintLine { return &r.Line })
	g.section("look", false, nil, func(g *group) {
		number(g, s, "height", in.t("inspector.automatic"), 0, edit.MostSize,
			func(r *journey.Lane) amount { return amount{r.Height, r.Height > 0} },
			func(tx *edit.Tx, id journey.ID, a amount) error { return edit.SetHeight(tx, id, math.Max(0, a.value)) })
		check(g, s, "hidden", func(r *journey.Lane) *bool { return &r.Hidden })
	})
	if !in.shape.many {
		g.comments()
	}
}
