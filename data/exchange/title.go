package exchange

import "jejak/data/journey"

// Titled gives a project and its maps a title if they have none: that of the file they were read
// from.
func Titled(p journey.Project, title string) journey.Project {
	title = journey.CleanText(title)
	for _, m := range p.MapsInOrder() {
		if m.Title == "" {
			m.Title = title
			p = p.With(m)
		}
	}
	if in := p.Info(); in.ID != "" && in.Title == "" {
		in.Title = title
		p = p.With(in)
	}
	return p
}
