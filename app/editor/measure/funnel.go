package measure

import (
	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Funnel is who goes on from stage to stage, by one conversion rate.
type Funnel struct {
	Metric journey.Metric
	Steps  []Step
}

// Step is a stage of a funnel.
type Step struct {
	Stage journey.Ref
	Name  string
	Share float64 // of those in the first stage, in percent, who come to this one
	Drop  float64 // percent of these who do not go on to the next
	Told  bool    // the drop is known
	Worst bool    // no other drop of the funnel is greater
}

// Funnels returns the funnels of a map, metrics in their order. A cycle ends where it begins again.
func Funnels(p journey.Project, mapID journey.ID, w *words.Table) []Funnel {
	if p.Measurements.Len() == 0 {
		return nil
	}
	var list []Funnel
	left := 100.0
	for _, o := range insight.Funnel(p, journey.NewIndex(p, mapID)) {
		step := Step{Stage: o.Stage, Name: insight.Name(p, o.Stage, w), Share: 100, Drop: o.Percent, Told: true}
		next := Step{Stage: o.Next, Name: insight.Name(p, o.Next, w), Share: o.Left}
		if n := len(list); n > 0 && list[n-1].Metric.ID == o.Metric.ID {
			steps := list[n-1].Steps
			step.Share = left
			if steps[len(steps)-1].Stage == step.Stage {
				steps = steps[:len(steps)-1] // it is known now who goes on from it
			}
			list[n-1].Steps = append(steps, step, next)
		} else {
			metric, _ := p.Metrics.Get(o.Metric.ID)
			list = append(list, Funnel{metric, []Step{step, next}})
		}
		left = o.Left
	}
	for _, f := range list {
		worst := 0.0
		for _, s := range f.Steps {
			if s.Told {
				worst = max(worst, s.Drop)
			}
		}
		for i, s := range f.Steps {
			f.Steps[i].Worst = s.Told && s.Drop > 0 && s.Drop == worst
		}
	}
	return list
}
