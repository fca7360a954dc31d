// Package brand holds the app icon: the drawing (jejak.svg) and the picture made from it.
package brand

import _ "embed"

// Icon is the app icon as a PNG of 512 by 512 pixels.
//
//go:embed jejak.png
var Icon []byte
