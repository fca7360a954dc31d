package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejak/assets/fonts"
)

// Theme dresses Fyne's own controls in a Palette. It ignores the variant of the desktop: without
// D-Bus Fyne would take every desktop for a dark one.
type Theme struct {
	Palette
	IsDark bool
	// These serve editing in place on the board, where a field looks like what it stands for.
	TextSize float32     // 0: the size of the window's text
	Text     color.Color // nil: Ink
}

// NewTheme returns the light or the dark theme.
func NewTheme(dark bool) *Theme {
	if dark {
		return &Theme{Palette: Dark, IsDark: true}
	}
	return &Theme{Palette: Light}
}

var (
	regular  = fyne.NewStaticResource("Inter-Regular.ttf", fonts.InterRegular)
	semibold = fyne.NewStaticResource("Inter-SemiBold.ttf", fonts.InterSemiBold)
	italic   = fyne.NewStaticResource("Inter-Italic.ttf", fonts.InterItalic)
	// Medium and Bold are faces that Fyne's TextStyle has no name for; controls set them by hand.
	Medium   fyne.Resource = fyne.NewStaticResource("Inter-Medium.ttf", fonts.InterMedium)
	Bold     fyne.Resource = fyne.NewStaticResource("Inter-Bold.ttf", fonts.InterBold)
	Regular  fyne.Resource = regular
	SemiBold fyne.Resource = semibold
	Italic   fyne.Resource = italic
)

// Color implements fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	switch name {
	case theme.ColorNameBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground,
		theme.ColorNameHeaderBackground:
		return t.Panel
	case theme.ColorNameInputBackground, theme.ColorNameInputBorder:
		return color.Transparent // fields stand on an Outline
	case theme.ColorNameButton, theme.ColorNameDisabledButton:
		return t.Ground
	case theme.ColorNameForeground:
		if t.Text != nil {
			return t.Text
		}
		return t.Ink
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return t.Third
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return t.Accent
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError,
		theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return color.White
	case theme.ColorNameFocus:
		return t.Tint
	case theme.ColorNameHover, theme.ColorNamePressed:
		return t.Ground
	case theme.ColorNameSelection:
		c := t.Accent
		c.A = 0x55
		return c
	case theme.ColorNameSeparator:
		return t.Hairline
	case theme.ColorNameShadow:
		return t.Shadow
	case theme.ColorNameScrollBar:
		c := t.Second
		c.A = 0x88
		return c
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameError:
		return t.Bad
	case theme.ColorNameSuccess:
		return t.Good
	}
	return theme.DefaultTheme().Color(name, t.variant())
}

func (t *Theme) variant() fyne.ThemeVariant {
	if t.IsDark {
		return theme.VariantDark
	}
	return theme.VariantLight
}

// Font implements fyne.Theme.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace, s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold && s.Italic:
		return Bold // the family has no bold italic here; see board's field
	case s.Bold:
		return semibold
	case s.Italic:
		return italic
	}
	return regular
}

// Icon implements fyne.Theme.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	if own, ok := map[fyne.ThemeIconName]string{
		theme.IconNameArrowDropDown: "chevron-down",
		theme.IconNameMenuExpand:    "chevron-right",
		theme.IconNameConfirm:       "check",
		theme.IconNameCancel:        "close",
		theme.IconNameFolder:        "folder",
		theme.IconNameFile:          "file",
	}[name]; ok {
		return Icon(own, t.Second)
	}
	return theme.DefaultTheme().Icon(name)
}

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if t.TextSize != 0 {
		switch name {
		case theme.SizeNameText:
			return t.TextSize
		case theme.SizeNameInnerPadding:
			return InPlacePad
		case theme.SizeNameInputBorder:
			return 1.5
		case theme.SizeNameLineSpacing:
			return 0
		}
	}
	switch name {
	case theme.SizeNameText:
		return TextSize
	case theme.SizeNameCaptionText:
		return SmallSize
	case theme.SizeNameHeadingText:
		return 20
	case theme.SizeNameSubHeadingText:
		return 15
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameLineSpacing:
		return 3
	case theme.SizeNameInlineIcon:
		return 16
	case theme.SizeNameInputBorder:
		return 1
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius:
		return 6
	case theme.SizeNameMenuRadius, theme.SizeNamePopupRadius:
		return 6
	case theme.SizeNameDialogRadius, theme.SizeNameCardRadius:
		return 10
	case theme.SizeNameModalBlurRadius:
		return 0
	case theme.SizeNameScrollBar:
		return 9
	case theme.SizeNameScrollBarSmall:
		return 3
	}
	return theme.DefaultTheme().Size(name)
}

// InPlacePad is the space around the text of a field that edits in place.
const InPlacePad = 4

// The type scale of the window, in Fyne's units (pixels at scale 1).
const (
	TextSize  float32 = 13
	SmallSize float32 = 11.5
)

// Now returns the theme in force; the light one in programs that set another.
func Now() *Theme {
	if app := fyne.CurrentApp(); app != nil {
		if t, ok := app.Settings().Theme().(*Theme); ok {
			return t
		}
	}
	return NewTheme(false)
}
