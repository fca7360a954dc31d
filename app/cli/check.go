package cli

import (
	"fmt"

	"jejak/assets/words"
	"jejak/data/project"
)

// check prints one line for each fault of a project file; any is a failure.
func (c *call) check() error {
	found, err := project.Check(c.args[0])
	if err != nil {
		return err
	}
	for _, f := range found {
		if _, err := fmt.Fprintln(c.stdout, line(f.Text(c.words))); err != nil {
			return err
		}
	}
	args := words.Args{"Name": c.args[0]}
	if len(found) > 0 {
		return &failure{key: "cli.fail.unsound", args: args, count: len(found)}
	}
	_, err = fmt.Fprintln(c.stdout, c.words.F("cli.check.sound", args))
	return err
}
