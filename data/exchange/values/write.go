package values

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"jejak/assets/words"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// Write writes all values of maps as a table that spreadsheets open at a click and Read reads back:
// UTF-8 with its mark, with commas and decimal points in English, semicolons and decimal commas in
// Indonesian. No cell is taken for a formula. The error is that of out.
func Write(out io.Writer, p journey.Project, maps []journey.ID, w *words.Table) error {
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(out)
	c.UseCRLF = true
	if w.Lang() == "id" {
		c.Comma = ';'
	}
	for _, row := range Cells(p, maps, w) {
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// Cells returns the table that Write writes, its header first.
func Cells(p journey.Project, maps []journey.ID, w *words.Table) [][]string {
	head := func(f Field) string { return w.T("measure.column." + string(f)) }
	rows := [][]string{{head(MapName), head(StageName), head(Touchpoint), head(MetricName), head(DateField), head(ValueField),
		head(TargetField), w.T("measure.column.unit"), head(SourceField)}}
	name := func(s string) string { return armed(strings.Join(strings.Fields(s), " ")) }
	for _, id := range maps {
		m, ok := p.Maps.Get(id)
		if !ok {
			continue
		}
		for _, s := range series.Of(p, id) {
			stage, touchpoint := "", ""
			switch rec, _ := p.Get(s.At); r := rec.(type) {
			case journey.Stage:
				stage = r.Title
			case journey.Card:
				at, _ := p.Stages.Get(r.StageID)
				stage, touchpoint = at.Title, journey.NameOf(r)
			}
			metric := s.Metric.Name
			if metric == "" {
				metric = string(s.Metric.Standard)
			}
			for _, v := range s.Values {
				rows = append(rows, []string{name(m.Title), name(stage), name(touchpoint), name(metric), v.Date,
					amount(w, v.Value), amount(w, v.Target), name(s.Metric.Unit), name(v.Source)})
			}
		}
	}
	return rows
}

// amount writes a number with all its decimals; nothing for none.
func amount(w *words.Table, v *float64) string {
	if v == nil {
		return ""
	}
	s := strconv.FormatFloat(*v, 'f', -1, 64)
	if w.Lang() == "id" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}
