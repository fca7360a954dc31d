package cli

import (
	"bytes"
	"fmt"
	"strings"

	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// newProject makes a project file from a template.
func (c *call) newProject() error {
	if err := c.target("", "jejak"); err != nil {
		return err
	}
	name := c.options.template
	if name == "" {
		name = templates.Names[0]
	}
	p, err := Template(name, c.words.Lang())
	if err != nil {
		return err
	}
	return saveProject(c.options.output, p)
}

// Template returns a new project made from a template, in a language, with IDs of its own.
func Template(name, lang string) (journey.Project, error) {
	data, ok := templates.JSON(name, lang)
	if !ok {
		return journey.Project{}, usagef("cli.usage.template", words.Args{"Name": name, "Known": strings.Join(templates.Names, ", ")})
	}
	p, _, err := exchange.ReadJSON(bytes.NewReader(data))
	if err != nil {
		return journey.Project{}, fmt.Errorf("read the template %q: %w", name, err)
	}
	return exchange.Renew(p, nil), nil
}

// listTemplates prints one template a line, its name first.
func (c *call) listTemplates() error {
	for _, name := range templates.Names {
		_, err := fmt.Fprintf(c.stdout, "%s\t%s. %s\n", name, c.words.T("template."+name), c.words.T("template."+name+".about"))
		if err != nil {
			return err
		}
	}
	return nil
}
