// Package icons holds the line drawings of the window: one 24 grid, one weight of 1.75, round ends,
// painted in currentColor.
package icons

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed *.svg
var files embed.FS

// Names lists the icons there are.
func Names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil // an embedded folder can always be read
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".svg"))
	}
	return names
}

// SVG returns an icon drawn in color ("#RRGGBB"). A name that is not there is an error.
func SVG(name, color string) ([]byte, error) {
	data, err := files.ReadFile(name + ".svg")
	if err != nil {
		return nil, fmt.Errorf("icon %q: %w", name, err)
	}
	return []byte(strings.ReplaceAll(string(data), "currentColor", color)), nil
}
