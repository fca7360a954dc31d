package measure

import (
	"strings"
	"testing"

	"jejak/app/ui/manage/managetest"
	"jejak/data/edit"
	edits "jejak/data/edit/measure"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func metric(r *managetest.Rig, id journey.ID) journey.Metric {
	m, _ := r.Doc.Project().Metrics.Get(id)
	return m
}

func TestFieldsOfAMetric(t *testing.T) {
	r := managetest.New(t, shop(), Metrics)
	r.Type("measure.field.name", "Happy")
	r.Type("measure.field.least", "-5")
	r.Type("measure.field.most", "")
	r.Type("measure.field.unit", "pts")
	r.Type("measure.field.decimals", "2")
	r.Type("measure.field.formula", "a ÷ b")
	r.Tap("Lower is better")
	m := metric(r, "sat")
	if m.Name != "Happy" || *m.Min != -5 || m.Max != nil || m.Unit != "pts" || m.Decimals != 2 || m.Formula != "a ÷ b" || m.Direction != journey.LowerIsBetter {
		t.Errorf("%+v", m)
	}
	r.Type("measure.field.decimals", "9")
	r.Type("measure.field.least", "much")
	if m := metric(r, "sat"); m.Decimals != 2 || *m.Min != -5 {
		t.Errorf("%+v", m)
	}
}

// The formula of a built-in metric is shown in the language of the window, and said to be the user's
// own only when it is.
func TestFormulaOfABuiltInMetric(t *testing.T) {
	r := managetest.New(t, shop(), Metrics)
	f := r.Form().Fields["measure.field.formula"]
	if f.Text != "answers of 4 and 5 ÷ all answers × 100" {
		t.Errorf("%q", f.Text)
	}
	r.Type("measure.field.formula", "mine")
	r.Type("measure.field.formula", "answers of 4 and 5 ÷ all answers × 100")
	if m := metric(r, "sat"); m.Formula != "" {
		t.Errorf("%q", m.Formula)
	}
}

func TestScalesOfCES(t *testing.T) {
	ces := journey.CES.Metric()
	ces.ID, ces.Rank = "ces", "0"
	r := managetest.New(t, shop(ces), Metrics)
	r.Choose("ces")
	r.Tap("1–5, effort is high")
	if m := metric(r, "ces"); *m.Max != 5 || m.Direction != journey.LowerIsBetter || r.LastStep() != edits.LabelScale {
		t.Errorf("%+v", m)
	}
}

func TestAddingAndOrderingMetrics(t *testing.T) {
	r := managetest.New(t, shop(), Metrics)
	b := &book{h: r.Host}
	items := b.offers()
	for _, c := range []struct {
		label    string
		disabled bool
	}{{"Satisfaction (CSAT)", true}, {"Conversion rate", true}, {"Recommendation (NPS)", false}, {"Customer lifetime value (CLV)", false}} {
		if find(t, items, c.label).Disabled != c.disabled {
			t.Errorf("%s: %v", c.label, !c.disabled)
		}
	}
	find(t, items, "Customer lifetime value (CLV)").Run()
	m := metric(r, r.Chosen())
	if m.Name != "Customer lifetime value (CLV)" || m.Unit != "$" || m.Formula == "" || r.LastStep() != edit.LabelAddMetric {
		t.Errorf("%+v", m)
	}
	r.Shift(-1)
	list := r.Doc.Project().MetricsInOrder()
	if list[1].ID != m.ID || r.LastStep() != edits.LabelMoveMetric {
		t.Errorf("it is not the second: %+v", list[1])
	}
	find(t, items, "A metric of your own").Run()
	if m := metric(r, r.Chosen()); m.Standard != "" || m.Name != "New metric" {
		t.Errorf("%+v", m)
	}
}

// A metric without values goes at once, one with values asks.
func TestDeletingAMetric(t *testing.T) {
	r := managetest.New(t, shop(journey.Metric{ID: "joy", Rank: "z", Name: "Joy"}), Metrics)
	r.Choose("joy")
	r.Remove()
	if r.Asked.Title != "" || r.Doc.Project().Metrics.Has("joy") {
		t.Errorf("asked %q", r.Asked.Title)
	}
	r.Choose("sat")
	r.Remove()
	if r.Asked.Title != "Delete “Satisfaction”?" || !strings.HasPrefix(r.Asked.Text, "Its 3 values go with it.") {
		t.Errorf("asked %q, %q", r.Asked.Title, r.Asked.Text)
	}
	r.Answer(true)
	if p := r.Doc.Project(); p.Metrics.Has("sat") || p.Measurements.Len() != 1 || r.LastStep() != edits.LabelRemoveMetric {
		t.Errorf("%d measurements", p.Measurements.Len())
	}
}

func TestMetricsOfAFullProject(t *testing.T) {
	r := managetest.New(t, journeytest.Full(), Metrics)
	for _, m := range r.Doc.Project().MetricsInOrder() {
		r.Choose(m.ID)
		if got := r.Form().Fields["measure.field.name"].Text; got != m.Name {
			t.Errorf("%s: the name is %q", m.ID, got)
		}
	}
}
