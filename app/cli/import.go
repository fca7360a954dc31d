package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"jejak/assets/words"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// maxNotes is how many notes of an import are printed.
const maxNotes = 20

// importFile makes a project file of a file in another format.
func (c *call) importFile() error {
	in := c.args[0]
	switch ext := extension(in); ext {
	case "mmd", "mermaid", "json":
	case "csv", "xlsx":
		return usagef("cli.usage.notBuilt", words.Args{"Name": ext})
	default:
		return usagef("cli.usage.inputKind", words.Args{"Name": in, "Known": "mmd, json"})
	}
	if err := c.target(in, "jejak"); err != nil {
		return err
	}
	p, notes, err := c.readForeign(in)
	if err != nil {
		return err
	}
	if err := saveProject(c.options.output, p); err != nil {
		return err
	}
	for i, n := range notes {
		if i == maxNotes {
			fmt.Fprintf(c.stderr, "jejak: %s: %s\n", line(filepath.Base(in)), c.words.N("cli.note.more", len(notes)-i, nil))
			break
		}
		fmt.Fprintf(c.stderr, "jejak: %s: %s\n", line(filepath.Base(in)), line(n.Text(c.words)))
	}
	return nil
}

// readForeign reads a project in another format than its own.
func (c *call) readForeign(path string) (journey.Project, []exchange.Note, error) {
	info, err := os.Stat(path) // before opening it: a pipe would wait for a writer
	if err != nil {
		return journey.Project{}, nil, err
	}
	if info.IsDir() {
		return journey.Project{}, nil, failf("cli.fail.directory", words.Args{"Name": path})
	}
	if !info.Mode().IsRegular() {
		return journey.Project{}, nil, failf("cli.fail.notRegular", words.Args{"Name": path})
	}
	f, err := os.Open(path)
	if err != nil {
		return journey.Project{}, nil, err
	}
	defer f.Close() // it was only read
	var p journey.Project
	var notes []exchange.Note
	if extension(path) == "json" {
		p, notes, err = exchange.ReadJSON(f)
	} else {
		p, notes, err = exchange.ReadMermaid(f, nil, c.words)
		p = exchange.Titled(p, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	}
	if err != nil {
		return journey.Project{}, nil, &inFile{path, err}
	}
	return p, notes, nil
}
