package text

// OneColour returns a Measurer that sets texts as m does, with pictograms in the colour of the text.
func OneColour(m Measurer) Measurer { return oneColour{m} }

type oneColour struct{ Measurer }

func (o oneColour) Break(s string, spec Spec, width float64) Paragraph {
	spec.Plain = true
	return o.Measurer.Break(s, spec, width)
}
