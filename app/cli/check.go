package cli

import (
	"fmt"
	"slices"

	"jejak/assets/words"
	"jejak/data/project"
)

// check prints one line for each fault of a project file; any is a failure. With --repair it saves
// what can be saved.
func (c *call) check() error {
	if c.options.repair || c.options.output != "" {
		return c.repair()
	}
	found, err := project.Check(c.args[0])
	if err != nil {
		return err
	}
	var lines []string
	for _, f := range found {
		lines = append(lines, f.Text(c.words))
	}
	if slices.ContainsFunc(found, func(f project.Finding) bool { return f.Problem == project.BadRows }) {
		// The journey could not be read as it is: what a repair finds says more.
		if _, losses, err := project.Salvage(c.args[0]); err == nil {
			lines = append(lines, c.lossLines(losses)...)
		}
	}
	if err := c.print(lines); err != nil {
		return err
	}
	args := words.Args{"Name": c.args[0]}
	if len(lines) > 0 {
		return &failure{key: "cli.fail.unsound", args: args, count: len(lines)}
	}
	_, err = fmt.Fprintln(c.stdout, c.words.F("cli.check.sound", args))
	return err
}

// repair saves what can be read from a damaged file into a new one, and prints what was lost, one
// line each. The damaged file stays as it is.
func (c *call) repair() error {
	in, out := c.args[0], c.options.output
	if !c.options.repair || out == "" {
		return usagef("cli.usage.repair", nil)
	}
	if err := c.target(in, "jejak"); err != nil {
		return err
	}
	p, losses, err := project.Salvage(in)
	if err != nil {
		return err
	}
	if err := saveProject(out, p); err != nil {
		return err
	}
	if err := c.print(c.lossLines(losses)); err != nil {
		return err
	}
	args := words.Args{"Name": out}
	if len(losses) == 0 {
		_, err = fmt.Fprintln(c.stdout, c.words.F("cli.repair.whole", args))
		return err
	}
	_, err = fmt.Fprintln(c.stdout, c.words.N("cli.repair.done", len(losses), args))
	return err
}

func (c *call) lossLines(losses []project.Loss) []string {
	lines := make([]string, len(losses))
	for i, l := range losses {
		lines[i] = l.Text(c.words)
	}
	return lines
}

// print prints texts, each on a line of its own.
func (c *call) print(texts []string) error {
	for _, s := range texts {
		if _, err := fmt.Fprintln(c.stdout, line(s)); err != nil {
			return err
		}
	}
	return nil
}
