package persona

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	xdraw "golang.org/x/image/draw"

	"jejak/app/ui/look"
	"jejak/data/picture"
)

// Crop is a picture with a circle over it: the picture is dragged under the circle, and made larger
// and smaller with the wheel, the buttons, or + and −. The arrows move it.
type Crop struct {
	widget.BaseWidget
	img     image.Image
	small   *image.RGBA // what is shown: img, no larger than a screen needs
	k       float64     // pixels of small for one of img
	circle  picture.Circle
	focused bool
}

// The measures of a Crop, in units of Fyne.
const (
	cropSide   = 300
	cropRadius = 130
	// closest is how much smaller the circle can become than the picture is.
	closest = 8
)

// NewCrop returns a crop of all of a picture that a circle can hold.
func NewCrop(img image.Image) *Crop {
	b := img.Bounds()
	c := &Crop{img: img, k: math.Min(1, 1200/float64(max(b.Dx(), b.Dy(), 1)))}
	w, h := max(1, int(float64(b.Dx())*c.k)), max(1, int(float64(b.Dy())*c.k))
	c.small = image.NewRGBA(image.Rect(0, 0, w, h))
	xdraw.ApproxBiLinear.Scale(c.small, c.small.Bounds(), img, b, draw.Src, nil)
	c.circle = picture.Circle{X: float64(b.Dx()) / 2, Y: float64(b.Dy()) / 2, R: math.MaxFloat64}.Within(b.Dx(), b.Dy())
	c.ExtendBaseWidget(c)
	return c
}

// Circle returns what is cut out, in pixels of the picture.
func (c *Crop) Circle() picture.Circle { return c.circle }

// Cut cuts it out.
func (c *Crop) Cut() (picture.Picture, error) { return picture.Round(c.img, c.circle) }

func (c *Crop) set(to picture.Circle) {
	b := c.img.Bounds()
	least := float64(min(b.Dx(), b.Dy())) / 2 / closest
	to.R = math.Max(to.R, least)
	c.circle = to.Within(b.Dx(), b.Dy())
	c.Refresh()
}

// move moves the picture by units of Fyne.
func (c *Crop) move(dx, dy float64) {
	to, per := c.circle, c.circle.R/cropRadius
	to.X, to.Y = to.X-dx*per, to.Y-dy*per
	c.set(to)
}

// zoom makes the picture larger by a factor.
func (c *Crop) zoom(by float64) {
	to := c.circle
	to.R /= by
	c.set(to)
}

// Dragged implements fyne.Draggable.
func (c *Crop) Dragged(ev *fyne.DragEvent) { c.move(float64(ev.Dragged.DX), float64(ev.Dragged.DY)) }

// DragEnd implements fyne.Draggable.
func (c *Crop) DragEnd() {}

// Scrolled implements fyne.Scrollable.
func (c *Crop) Scrolled(ev *fyne.ScrollEvent) { c.zoom(math.Pow(1.1, float64(ev.Scrolled.DY)/25)) }

// Cursor implements desktop.Cursorable.
func (c *Crop) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (c *Crop) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *Crop) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *Crop) TypedRune(r rune) {
	switch r {
	case '+', '=':
		c.zoom(1.1)
	case '-', '−':
		c.zoom(1 / 1.1)
	}
}

// TypedKey implements fyne.Focusable.
func (c *Crop) TypedKey(ev *fyne.KeyEvent) {
	const step = 8
	switch ev.Name {
	case fyne.KeyLeft:
		c.move(-step, 0)
	case fyne.KeyRight:
		c.move(step, 0)
	case fyne.KeyUp:
		c.move(0, -step)
	case fyne.KeyDown:
		c.move(0, step)
	default: // Enter and Esc are the dialog's
		if cv := fyne.CurrentApp().Driver().CanvasForObject(c); cv != nil && cv.OnTypedKey() != nil {
			cv.OnTypedKey()(ev)
		}
	}
}

// WithButtons is the crop with its buttons.
func (c *Crop) WithButtons() fyne.CanvasObject {
	return look.VBox(8, container.NewCenter(c), container.NewCenter(look.HBox(6,
		look.NewButton(look.Outlined, "zoom-out", "", func() { c.zoom(1 / 1.25) }),
		look.NewButton(look.Outlined, "zoom-in", "", func() { c.zoom(1.25) }))))
}

// CreateRenderer implements fyne.Widget.
func (c *Crop) CreateRenderer() fyne.WidgetRenderer {
	r := &cropRenderer{c: c, picture: canvas.NewImageFromImage(nil), ring: canvas.NewCircle(color.Transparent)}
	r.picture.FillMode, r.picture.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	r.ring.StrokeWidth = 2
	r.Refresh()
	return r
}

type cropRenderer struct {
	c       *Crop
	picture *canvas.Image
	ring    *canvas.Circle
}

func (r *cropRenderer) Destroy()           {}
func (r *cropRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(cropSide) }
func (r *cropRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.picture, r.ring}
}

func (r *cropRenderer) Layout(fyne.Size) {
	r.picture.Resize(fyne.NewSquareSize(cropSide))
	r.ring.Move(fyne.NewSquareOffsetPos(cropSide/2 - cropRadius))
	r.ring.Resize(fyne.NewSquareSize(2 * cropRadius))
}

func (r *cropRenderer) Refresh() {
	r.picture.Image = r.c.view(look.Now())
	r.ring.StrokeColor = color.White
	if r.c.focused {
		r.ring.StrokeColor = look.Now().Accent
	}
	r.Layout(r.c.Size())
	r.picture.Refresh()
	r.ring.Refresh()
}

// view paints the picture as it lies under the circle, dark outside of it.
func (c *Crop) view(t *look.Theme) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, cropSide, cropSide))
	draw.Draw(out, out.Bounds(), image.NewUniform(t.Ground), image.Point{}, draw.Src)
	per := cropRadius / (c.circle.R * c.k) // units for a pixel of small
	half := cropSide / 2 / per
	x, y := c.circle.X*c.k, c.circle.Y*c.k
	from := image.Rect(int(math.Floor(x-half)), int(math.Floor(y-half)), int(math.Ceil(x+half)), int(math.Ceil(y+half))).Intersect(c.small.Bounds())
	to := image.Rect(
		int(math.Round(cropSide/2+(float64(from.Min.X)-x)*per)), int(math.Round(cropSide/2+(float64(from.Min.Y)-y)*per)),
		int(math.Round(cropSide/2+(float64(from.Max.X)-x)*per)), int(math.Round(cropSide/2+(float64(from.Max.Y)-y)*per)))
	xdraw.ApproxBiLinear.Scale(out, to, c.small, from, draw.Src, nil)
	for py := range cropSide {
		for px := range cropSide {
			if math.Hypot(float64(px)+0.5-cropSide/2, float64(py)+0.5-cropSide/2) > cropRadius {
				i := out.PixOffset(px, py)
				for k := range 3 {
					out.Pix[i+k] = uint8(int(out.Pix[i+k]) * 45 / 100)
				}
			}
		}
	}
	return out
}
