package cli

import (
	"path/filepath"

	"jejak/app/export"
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
