package look

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"

	"jejak/assets/icons"
)

var iconCache = map[string]fyne.Resource{}

// Icon returns an icon of assets/icons in a colour; an empty picture for a name that is not there.
func Icon(name string, c color.NRGBA) fyne.Resource {
	hex := fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
	key := name + "-" + hex + ".svg"
	if r, ok := iconCache[key]; ok {
		return r
	}
	data, err := icons.SVG(name, hex)
	if err != nil {
		data = []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>`)
	}
	r := fyne.NewStaticResource(key, data)
	iconCache[key] = r
	return r
}
