package cli

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"jejak/app/template"
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

// Template returns a new project made from a template, in a language, with IDs of its own. The
// program's come first, then the user's.
func Template(name, lang string) (journey.Project, error) {
	if data, ok := templates.JSON(name, lang); ok {
		p, _, err := exchange.ReadJSON(bytes.NewReader(data))
		if err != nil {
			return journey.Project{}, fmt.Errorf("read the template %q: %w", name, err)
		}
		return exchange.Renew(p, nil), nil
	}
	known := slices.Clone(templates.Names)
	for _, t := range ownTemplates() {
		if t.Name == name {
			p, err := template.Read(t.Path)
			if err != nil {
				return journey.Project{}, err
			}
			return exchange.Renew(p, nil), nil
		}
		known = append(known, t.Name)
	}
	return journey.Project{}, usagef("cli.usage.template", words.Args{"Name": name, "Known": strings.Join(known, ", ")})
}

// ownTemplates are those that the user has saved.
func ownTemplates() []template.Template {
	dir, err := template.Folder()
	if err != nil {
		return nil // without a home there are none
	}
	return template.List(dir)
}

// listTemplates prints one template a line, its name first: the program's, then the user's.
func (c *call) listTemplates() error {
	for _, name := range templates.Names {
		_, err := fmt.Fprintf(c.stdout, "%s\t%s. %s\n", name, c.words.T("template."+name), c.words.T("template."+name+".about"))
		if err != nil {
			return err
		}
	}
	for _, t := range ownTemplates() {
		about := strings.Join(strings.Fields(t.Title+". "+t.About), " ") // one line
		if _, err := fmt.Fprintf(c.stdout, "%s\t%s\n", t.Name, about); err != nil {
			return err
		}
	}
	return nil
}
