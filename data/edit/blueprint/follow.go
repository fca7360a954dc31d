package blueprint

import (
	"slices"

	"jejak/data/edit"
	"jejak/data/journey"
)

// match finds for each record of the source the one that stands for it: by its ID, else by its
// title among those that stand for nothing else.
func match[T journey.Record](mapID journey.ID, source, here []T, title func(T) string) map[journey.ID]T {
	found, taken := map[journey.ID]T{}, map[journey.ID]bool{}
	for _, s := range source {
		id := derived(mapID, s.Kind(), s.RecordID())
		if i := slices.IndexFunc(here, func(h T) bool { return h.RecordID() == id }); i >= 0 {
			found[s.RecordID()], taken[id] = here[i], true
		}
	}
	for _, s := range source {
		if _, ok := found[s.RecordID()]; ok {
			continue
		}
		for _, h := range here {
			if !taken[h.RecordID()] && !isDerived(h.RecordID()) && title(h) == title(s) && title(s) != "" {
				found[s.RecordID()], taken[h.RecordID()] = h, true
				break
			}
		}
	}
	return found
}

// inOrder puts here into the order of want, which are the ones that follow the source; each of the
// others stays behind what it stood behind. It returns ranks to be stored for those whose rank must
// change, and whether any that were there before changed places.
func inOrder[T journey.Record](here, want []T) (all []T, moved bool) {
	ids := func(list []T, of []T) []journey.ID {
		var out []journey.ID
		for _, r := range list {
			if slices.ContainsFunc(of, func(o T) bool { return o.RecordID() == r.RecordID() }) {
				out = append(out, r.RecordID())
			}
		}
		return out
	}
	moved = !slices.Equal(ids(here, want), ids(want, here))
	all = slices.Clone(want)
	for i, h := range here {
		if slices.ContainsFunc(all, func(o T) bool { return o.RecordID() == h.RecordID() }) {
			continue
		}
		at := 0
		if i > 0 {
			at = 1 + slices.IndexFunc(all, func(o T) bool { return o.RecordID() == here[i-1].RecordID() })
		}
		all = slices.Insert(all, at, h)
	}
	return all, moved
}

// rank stores the order of records, where it is not as it is stored.
func rank[T journey.Record](tx *edit.Tx, all []T) {
	if slices.IsSortedFunc(all, journey.Compare[T]) && !slices.ContainsFunc(all, func(r T) bool { return journey.RankOf(r) == "" }) {
		for _, r := range all {
			tx.Put(r)
		}
		return
	}
	for i, r := range journey.RanksBetween("", "", len(all)) {
		tx.Put(journey.WithRank(all[i], r))
	}
}

func (f *following) followStages() error {
	p := f.tx.Project()
	source, here := p.StagesOf(f.from), p.StagesOf(f.to)
	found := match(f.to, source, here, func(s journey.Stage) string { return s.Title })
	var want []journey.Stage
	for _, s := range source {
		now, ok := found[s.ID]
		was := now
		if !ok {
			now = journey.Stage{ID: derived(f.to, journey.KindStage, s.ID), MapID: f.to, Color: s.Color}
		}
		now.Title, now.Goal, now.Band = s.Title, s.Goal, s.Band
		f.stages[s.ID] = now.ID
		want = append(want, now)
		switch {
		case !ok:
			f.tell(Added, journey.KindStage, now.Title, "")
		case now.Title != was.Title:
			f.tell(Renamed, journey.KindStage, now.Title, was.Title)
		case now != was:
			f.tell(Changed, journey.KindStage, now.Title, "")
		}
	}
	all, moved := inOrder(here, want)
	if moved {
		f.tell(Reordered, journey.KindStage, "", "")
	}
	rank(f.tx, all)
	return nil
}

func (f *following) followSteps() error {
	for _, s := range f.tx.Project().StagesOf(f.from) {
		stage := f.stages[s.ID]
		source := f.tx.Project().StepsOf(s.ID)
		for _, step := range source { // those that changed stages bring their cards along
			id := derived(f.to, journey.KindStep, step.ID)
			if now, ok := f.tx.Project().Steps.Get(id); ok && now.StageID != stage {
				if err := edit.MoveStep(f.tx, id, stage, ""); err != nil {
					return err
				}
				f.tell(Moved, journey.KindStep, step.Title, "")
			}
		}
		here := f.tx.Project().StepsOf(stage)
		found := match(f.to, source, here, func(s journey.Step) string { return s.Title })
		var want []journey.Step
		for _, step := range source {
			now, ok := found[step.ID]
			was := now
			if !ok {
				now = journey.Step{ID: derived(f.to, journey.KindStep, step.ID), StageID: stage}
				f.tell(Added, journey.KindStep, step.Title, "")
			}
			now.Title = step.Title
			f.steps[step.ID] = now.ID
			want = append(want, now)
			if ok && now.Title != was.Title {
				f.tell(Renamed, journey.KindStep, now.Title, was.Title)
			}
		}
		all, moved := inOrder(here, want)
		if moved {
			f.tell(Reordered, journey.KindStep, s.Title, "")
		}
		rank(f.tx, all)
	}
	return nil
}

// customer is the lane of what the customer does; false if the blueprint has none any more.
func (f *following) customer() (journey.Lane, bool) {
	lanes := f.tx.Project().LanesOf(f.to)
	id := derived(f.to, "customer", "")
	if i := slices.IndexFunc(lanes, func(l journey.Lane) bool { return l.ID == id }); i >= 0 {
		return lanes[i], true
	}
	i := slices.IndexFunc(lanes, func(l journey.Lane) bool { return l.LaneKind == journey.LaneActions })
	if i < 0 {
		return journey.Lane{}, false
	}
	return lanes[i], true
}

// doings are the source's cards of what the customer does, in the order of the map.
func (f *following) doings() []journey.Card {
	p := f.tx.Project()
	x := journey.NewIndex(p, f.from)
	for _, kind := range []journey.LaneKind{journey.LaneActions, journey.LaneTouchpoints} {
		var list []journey.Card
		for _, c := range x.CardsInOrder() {
			if l, ok := p.Lanes.Get(c.LaneID); ok && l.LaneKind == kind {
				list = append(list, c)
			}
		}
		if len(list) > 0 {
			return list
		}
	}
	return nil
}

func (f *following) followCards() error {
	lane, ok := f.customer()
	if !ok {
		return nil
	}
	var here []journey.Card
	for _, c := range journey.NewIndex(f.tx.Project(), f.to).CardsInOrder() {
		if c.LaneID == lane.ID || isDerived(c.ID) {
			here = append(here, c)
		}
	}
	source := f.doings()
	found := match(f.to, source, here, func(c journey.Card) string { return c.Title })
	kept := map[journey.ID]bool{}
	for _, s := range source {
		now, ok := found[s.ID]
		was := now
		if !ok {
			id := derived(f.to, journey.KindCard, s.ID)
			if f.tx.Project().Cards.Has(id) {
				continue // it was taken to another map
			}
			now = journey.Card{ID: id, MapID: f.to, LaneID: lane.ID, Span: s.Span, Icon: s.Icon, ChannelID: s.ChannelID}
		}
		kept[now.ID] = true
		now.Title, now.Text = s.Title, s.Text
		if now.LaneID == lane.ID { // one that was taken to another lane stays where it is
			now.StageID, now.StepID = f.stages[s.StageID], f.steps[s.StepID]
		}
		switch {
		case !ok:
			f.tell(Added, journey.KindCard, now.Title, "")
		case now.Cell() != was.Cell():
			f.tell(Moved, journey.KindCard, now.Title, "")
		case now.Title != was.Title:
			f.tell(Renamed, journey.KindCard, now.Title, was.Title)
		case journey.Equal(now, was):
			continue
		default:
			f.tell(Changed, journey.KindCard, now.Title, "")
		}
		if !ok || now.Cell() != was.Cell() {
			var last journey.Rank
			if cell := f.tx.Project().CardsIn(now.Cell()); len(cell) > 0 {
				last = cell[len(cell)-1].Rank
			}
			now.Rank = journey.RanksBetween(last, "", 1)[0]
		}
		f.tx.Put(now)
	}
	for _, c := range here {
		if !isDerived(c.ID) || kept[c.ID] {
			continue
		}
		if err := f.drop(c.Title, journey.RefTo(c), f.worked(c)); err != nil {
			return err
		}
	}
	return nil
}

// worked reports whether something was tied to a card here.
func (f *following) worked(c journey.Card) bool {
	p := f.tx.Project()
	for l := range p.Links.All() {
		if l.FromID == c.ID || l.ToID == c.ID {
			return true
		}
	}
	at := journey.RefTo(c)
	for pt := range p.Points.All() {
		if pt.At == at {
			return true
		}
	}
	for m := range p.Measurements.All() {
		if m.At == at {
			return true
		}
	}
	for a := range p.Actions.All() {
		if a.CardID == c.ID {
			return true
		}
	}
	return len(p.CommentsAt(at)) > 0
}

// drop removes what the source has no more, unless somebody worked on it here.
func (f *following) drop(title string, ref journey.Ref, keep bool) error {
	if keep {
		f.tell(Kept, ref.Kind, title, "")
		return nil
	}
	f.tell(Removed, ref.Kind, title, "")
	return edit.Remove(f.tx, ref)
}

// dropStages removes the stages and steps that the source has no more, if nothing stands in them.
func (f *following) dropStages() error {
	follows := map[journey.ID]bool{}
	for _, ids := range []map[journey.ID]journey.ID{f.stages, f.steps} {
		for _, id := range ids {
			follows[id] = true
		}
	}
	for _, s := range f.tx.Project().StagesOf(f.to) {
		for _, step := range f.tx.Project().StepsOf(s.ID) {
			if isDerived(step.ID) && !follows[step.ID] {
				if err := f.drop(step.Title, journey.RefTo(step), f.holds(journey.RefTo(step))); err != nil {
					return err
				}
			}
		}
		if isDerived(s.ID) && !follows[s.ID] {
			if err := f.drop(s.Title, journey.RefTo(s), f.holds(journey.RefTo(s)) || len(f.tx.Project().StepsOf(s.ID)) > 0); err != nil {
				return err
			}
		}
	}
	return nil
}

// holds reports whether anything stands in a stage or a step, or is tied to it.
func (f *following) holds(ref journey.Ref) bool {
	p := f.tx.Project()
	for c := range p.Cards.All() {
		if c.StageID == ref.ID || c.StepID == ref.ID || c.GoalID == ref.ID {
			return true
		}
	}
	for m := range p.Measurements.All() {
		if m.At == ref {
			return true
		}
	}
	for pt := range p.Points.All() {
		if pt.At == ref {
			return true
		}
	}
	return len(p.CommentsAt(ref)) > 0
}
