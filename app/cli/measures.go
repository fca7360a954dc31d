package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"jejak/app/export"
	"jejak/app/session"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/edit/measure"
	"jejak/data/exchange/values"
	"jejak/data/journey"
	"jejak/data/project"
)

// measures takes measured values over from a table, or writes those of a project as one: to the file
// that -o names, else to the standard output.
func (c *call) measures() error {
	in, out := c.args[0], c.options.output
	if c.options.make && c.options.csv == "" {
		return usagef("cli.usage.make", nil)
	}
	if out != "" {
		if err := c.target(in, "csv"); err != nil {
			return err
		}
	}
	refused := 0
	if c.options.csv != "" {
		var err error
		if refused, err = c.importMeasures(in); err != nil {
			return err
		}
	}
	if out != "" || c.options.csv == "" {
		if err := c.writeMeasures(in, out); err != nil {
			return err
		}
	}
	if refused > 0 {
		return &failure{key: "cli.fail.values", args: words.Args{"Name": filepath.Base(c.options.csv)}, count: refused}
	}
	return nil
}

func (c *call) writeMeasures(in, out string) error {
	p, err := project.Read(in)
	if err != nil {
		return err
	}
	maps := p.MapsInOrder()
	if c.options.mapName != "" {
		m, err := mapNamed(maps, c.options.mapName)
		if err != nil {
			return err
		}
		maps = []journey.Map{m}
	}
	var ids []journey.ID
	for _, m := range maps {
		ids = append(ids, m.ID)
	}
	w := c.words
	if c.options.lang == "" {
		w = words.In(p.Info().Language)
	}
	if out == "" {
		return values.Write(c.stdout, p, ids, w)
	}
	return export.Replace(context.Background(), out, func(to io.Writer) error { return values.Write(to, p, ids, w) })
}

// importMeasures changes the project as the table says, and tells of every row that does not fit. It
// returns how many do not; the others are taken over.
func (c *call) importMeasures(path string) (refused int, err error) {
	table, err := c.readTable(c.options.csv)
	if err != nil {
		return 0, err
	}
	s, err := session.Open(path)
	if err != nil {
		return 0, err
	}
	if s.ReadOnly() {
		return 0, errors.Join(&project.SaveError{Path: path, Reason: project.Newer}, s.Discard())
	}
	plan, err := c.plan(s.Document().Project(), table)
	if err == nil && plan.Count(values.Adds)+plan.Count(values.Changes) > 0 {
		err = c.carryOut(s, plan)
	}
	if err != nil {
		return 0, errors.Join(err, s.Discard())
	}
	if err := s.Close(); err != nil {
		return 0, err
	}
	for _, r := range plan.Rows {
		if text := r.Text(c.words); text != "" {
			fmt.Fprintf(c.stderr, "jejak: %s\n", line(c.words.F("cli.note.value", words.Args{"Name": filepath.Base(c.options.csv), "Line": r.Line, "Reason": text})))
		}
	}
	_, err = fmt.Fprintln(c.stdout, c.words.F("cli.measures.done", words.Args{
		"Added": plan.Count(values.Adds), "Changed": plan.Count(values.Changes), "Same": plan.Count(values.Same)}))
	return plan.Count(values.Refused), err
}

// readTable reads a file of values.
func (c *call) readTable(path string) (values.Table, error) {
	info, err := os.Stat(path) // before opening it: a pipe would wait for a writer
	switch {
	case err != nil:
		return values.Table{}, err
	case info.IsDir():
		return values.Table{}, failf("cli.fail.directory", words.Args{"Name": path})
	case !info.Mode().IsRegular():
		return values.Table{}, failf("cli.fail.notRegular", words.Args{"Name": path})
	case info.Size() > values.MaxBytes:
		return values.Table{}, &inFile{path, &values.Error{Reason: values.TooLarge}}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return values.Table{}, err
	}
	table, err := values.Read(data)
	if err != nil {
		return table, &inFile{path, err}
	}
	return table, nil
}

// plan says what becomes of a table, on the map that was named or else the first.
func (c *call) plan(p journey.Project, table values.Table) (values.Plan, error) {
	maps := p.MapsInOrder()
	if len(maps) == 0 {
		return values.Plan{}, failf("cli.fail.noMap", nil)
	}
	m := maps[0]
	if c.options.mapName != "" {
		var err error
		if m, err = mapNamed(maps, c.options.mapName); err != nil {
			return values.Plan{}, err
		}
	}
	g := values.Guess(p, m.ID, table)
	g.Make = c.options.make
	return values.Resolve(p, m.ID, table, g, time.Now().Format(time.DateOnly)), nil
}

// carryOut makes one step of a plan and saves it.
func (c *call) carryOut(s *session.Session, plan values.Plan) error {
	label := edit.Label{Key: measure.LabelImport, Count: plan.Count(values.Adds) + plan.Count(values.Changes)}
	name := measure.NameIn(words.In(s.Document().Project().Info().Language))
	if _, err := s.Document().Do(label, func(tx *edit.Tx) error { return measure.Import(tx, plan, name) }); err != nil {
		return err
	}
	return <-s.Save()
}
