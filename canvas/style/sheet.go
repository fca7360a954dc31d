// Package style is how a map looks: palette, type scale, gaps and line widths.
//
// All measures are points (1/72 inch) of the map at its own size; one map of five stages fills an
// A3 sheet at 100 %. Values here are data: nothing in this package draws.
package style

import (
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

// Voice is one way of setting text.
type Voice struct {
	Spec  text.Spec
	Color scene.Color
	Lead  float64 // from base line to base line
}

// Sheet holds every measure and colour of a drawn map. It is read-only once made.
type Sheet struct {
	Palette Palette

	// Paper and grid.
	Margin      float64 // around the map
	LabelWidth  float64 // column of the lane labels, its gap to the first stage included
	StageWidth  float64 // of a stage whose width is not set
	StepWidth   float64 // of a step whose width is not set
	MinWidth    float64 // of the stages together: leaves room for the title block
	HeaderH     float64 // of the chevron band
	HeaderPoint float64 // how far a chevron points into the next
	HeaderGap   float64 // between title block and chevrons
	StepH       float64 // of the band of step titles
	BandH       float64 // of the before/during/after band
	LanePad     float64 // above and below the cards of a lane
	LaneMinH    float64
	EmotionH    float64 // of the lane of emotions
	CellPad     float64 // left and right of the cards of a column
	CardGap     float64 // between cards of a cell
	CardPad     float64 // inside a card
	CardMinH    float64
	Corner      float64

	// Lines.
	Hairline, Border, CurveWidth, SecondCurveWidth, IconWidth float64

	// Voices.
	Eyebrow, Title, Scenario           Voice
	PersonaName, PersonaFact, Quote    Voice
	StageTitle, StageGoal, BandLabel   Voice
	StepTitle, LaneTitle, LaneHint     Voice
	CardTitle, CardText, CardMeta      Voice
	Saying, PainTitle, ChanceTitle     Voice
	PainMeta, ChanceMeta               Voice
	MetricName, MetricValue, MetricAim Voice
	ScaleLabel, Bubble, LinkLabel      Voice
	Footer                             Voice
}

// The type scale has five sizes and one for the numbers that matter; nothing is under 7 points.
const (
	sizeTitle  = 26
	sizeNumber = 17
	sizeStage  = 12.5
	sizeName   = 9.2
	sizeBody   = 8.8
	sizeSmall  = 7.6
)

// New returns the sheet of a palette; the default palette if there is none of that name.
func New(palette string) *Sheet {
	p := Find(palette)
	voice := func(style text.Style, size, lead float64, c scene.Color) Voice {
		return Voice{Spec: text.Spec{Style: style, Size: size, Plain: p.Grey}, Color: c, Lead: lead}
	}
	eyebrow := voice(text.Bold, sizeSmall, 10, p.Accent)
	eyebrow.Spec.Tracking = 0.13
	band := voice(text.SemiBold, sizeSmall, 10, p.Second)
	band.Spec.Tracking = 0.04
	return &Sheet{
		Palette: p,

		Margin: 36, LabelWidth: 118, StageWidth: 200, StepWidth: 152, MinWidth: 600,
		HeaderH: 46, HeaderPoint: 11, HeaderGap: 16, StepH: 22, BandH: 18,
		LanePad: 12, LaneMinH: 50, EmotionH: 178, CellPad: 8, CardGap: 6, CardPad: 8, CardMinH: 34,
		Corner: 6,

		Hairline: 0.7, Border: 0.8, CurveWidth: 2.4, SecondCurveWidth: 1.7, IconWidth: 1.15,

		Eyebrow:     eyebrow,
		Title:       voice(text.Bold, sizeTitle, 31, p.Ink),
		Scenario:    voice(text.Regular, sizeName, 13, p.Second),
		PersonaName: voice(text.SemiBold, sizeName, 12, p.Ink),
		PersonaFact: voice(text.Regular, sizeSmall, 10.4, p.Second),
		Quote:       voice(text.Italic, sizeSmall, 10.4, p.Ink),
		StageTitle:  voice(text.Bold, sizeStage, 15, p.OnHue),
		StageGoal:   voice(text.Regular, sizeSmall, 10.2, p.OnHue),
		BandLabel:   band,
		StepTitle:   voice(text.SemiBold, sizeSmall, 10.2, p.Second),
		LaneTitle:   voice(text.SemiBold, sizeName, 12.2, p.Ink),
		LaneHint:    voice(text.Regular, sizeSmall, 10.2, p.Second),
		CardTitle:   voice(text.SemiBold, sizeBody, 11.6, p.Ink),
		CardText:    voice(text.Regular, sizeSmall+0.4, 11, p.Body),
		CardMeta:    voice(text.Regular, sizeSmall, 10, p.Second),
		Saying:      voice(text.Italic, sizeBody, 12, p.Body),
		PainTitle:   voice(text.SemiBold, sizeBody, 11.6, p.PainInk),
		ChanceTitle: voice(text.SemiBold, sizeBody, 11.6, p.ChanceInk),
		PainMeta:    voice(text.Regular, sizeSmall, 10, p.PainInk),
		ChanceMeta:  voice(text.Regular, sizeSmall, 10, p.ChanceInk),
		MetricName:  voice(text.Medium, sizeSmall, 10, p.Second),
		MetricValue: voice(text.Bold, sizeNumber, 20, p.Ink),
		MetricAim:   voice(text.Regular, sizeSmall, 10, p.Second),
		ScaleLabel:  voice(text.Regular, sizeSmall, 10, p.Second),
		Bubble:      voice(text.Medium, sizeSmall, 10, p.OnDark),
		LinkLabel:   voice(text.Regular, sizeSmall, 10, p.Second),
		Footer:      voice(text.Regular, sizeSmall, 10, p.Second),
	}
}
