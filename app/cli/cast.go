package cli

import (
	"fmt"
	"slices"
	"strings"

	"jejak/app/export"
	"jejak/assets/words"
	"jejak/data/journey"
)

// chooseCast sets which sheets of personas the flags ask for.
func (c *call) chooseCast(o *export.Settings) error {
	f := &c.options
	asked := 0
	for _, is := range []struct {
		said bool
		cast export.Cast
	}{{f.personas, export.Behind}, {len(f.persona) > 0, export.Pages}, {len(f.compare) > 0, export.Compared}} {
		if is.said {
			asked++
			o.Cast = is.cast
		}
	}
	switch {
	case asked == 0:
	case asked > 1 || f.sheet != "" || f.deck || f.tile && o.Cast.Alone():
		return usagef("cli.usage.castAlone", nil)
	case o.Cast == export.Behind && o.Format != export.PDF:
		return usagef("cli.usage.pdfOnly", words.Args{"Name": "--personas"})
	case o.Cast.Alone() && !o.Format.Sheets():
		return usagef("cli.usage.castFormat", nil)
	}
	return nil
}

// cast finds the personas that --persona and --compare-personas name; nobody where all are meant.
func (c *call) cast(p journey.Project) ([]journey.ID, error) {
	var ids []journey.ID
	for _, name := range slices.Concat(c.options.persona, c.options.compare) {
		if strings.EqualFold(line(name), "all") && len(c.options.persona)+len(c.options.compare) == 1 {
			for _, r := range p.PersonasInOrder() {
				ids = append(ids, r.ID)
			}
			return ids, nil
		}
		id, err := c.personaNamed(p, name)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// personaNamed finds a persona by name: as it is written, else whatever the case and the spaces.
func (c *call) personaNamed(p journey.Project, name string) (journey.ID, error) {
	var known []string
	for _, r := range p.PersonasInOrder() {
		if r.Name == name {
			return r.ID, nil
		}
		known = append(known, fmt.Sprintf("%q", line(r.Name)))
	}
	for _, r := range p.PersonasInOrder() {
		if strings.EqualFold(line(r.Name), line(name)) {
			return r.ID, nil
		}
	}
	return "", failf("cli.fail.persona", words.Args{"Name": name, "Known": strings.Join(known, ", ")})
}

// mostly brings to the front the first map on which most of some personas stand: there they are
// compared.
func mostly(p journey.Project, maps, who []journey.ID) []journey.ID {
	best, most := 0, -1
	for i, m := range maps {
		n := 0
		for _, a := range p.AppearancesOf(m) {
			if len(who) == 0 || slices.Contains(who, a.PersonaID) {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	if len(maps) == 0 {
		return nil
	}
	return []journey.ID{maps[best]}
}
