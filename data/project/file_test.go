package project

import (
	"path/filepath"
	"testing"

	"jejak/data/journey"
)

func TestSaveAndRead(t *testing.T) {
	for name, p := range map[string]journey.Project{"empty": {}, "small": small(), "big": touchpoints(300)} {
		t.Run(name, func(t *testing.T) {
			path := saved(t, p)
			wantEqual(t, mustRead(t, path), p)
			wantEqual(t, opened(t, path).Project(), p)
			wantEntries(t, filepath.Dir(path), "a.jejak")
		})
	}
}
