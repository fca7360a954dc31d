// Package style is how a map looks: palette, type scale, gaps and line widths, in points.
package style

// Sheet holds every measure and colour of a drawn map.
type Sheet struct{}

// New returns the sheet of a palette; the default palette if there is none of that name.
func New(palette string) *Sheet { return &Sheet{} }
