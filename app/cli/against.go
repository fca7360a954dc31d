package cli

import (
	"path/filepath"

	"jejak/app/export"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/project"
)

// readAgainst reads the file that --against names; nil if it names none.
func (c *call) readAgainst() (*export.Against, error) {
	name := c.options.against
	if name == "" {
		return nil, nil
	}
	p, err := project.Read(name)
	if err != nil {
		return nil, err
	}
	if p.Maps.Len() == 0 {
		return nil, failf("cli.fail.noMap", nil)
	}
	return &export.Against{Project: p, File: filepath.Base(name)}, nil
}

// firstPaired returns the first of maps that is compared with another; all of them if none is.
func firstPaired(p journey.Project, all []journey.Map) []journey.Map {
	for _, m := range all {
		if _, _, _, ok := insight.Paired(p, m.ID); ok {
			return []journey.Map{m}
		}
	}
	return all
}
