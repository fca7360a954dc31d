// Package icon holds the line drawings of a map, all on one 16-unit grid and one weight.
package icon

import (
	"sort"
	"strings"

	"jejak/canvas/geom"
)

// Grid is the side of the square that every icon is drawn in.
const Grid = 16

// Icon is a drawing: strokes of one pen, and shapes filled with the same colour. Coordinates are
// grid units, origin top left.
type Icon struct {
	Strokes geom.Path
	Fills   geom.Path
}

// In returns the icon fitted into r, which should be square.
func (ic Icon) In(r geom.Rect) Icon {
	t := geom.Transform{K: r.W() / Grid, D: r.Min}
	return Icon{Strokes: ic.Strokes.Transform(t), Fills: ic.Fills.Transform(t)}
}

// Named returns the icon of that name.
func Named(name string) (Icon, bool) {
	ic, ok := icons[name]
	return ic, ok
}

// Names lists the icons there are, sorted.
func Names() []string {
	names := make([]string, 0, len(icons))
	for n := range icons {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// For guesses the icon of a channel from the words in its name, English or Indonesian; a dot in a
// ring if nothing fits.
func For(name string) Icon {
	low := strings.ToLower(name)
	for _, g := range guesses {
		for _, w := range g.words {
			if strings.Contains(low, w) {
				return icons[g.icon]
			}
		}
	}
	return icons["dot"]
}

// guesses are tried in order: the special before the general.
var guesses = []struct {
	icon  string
	words []string
}{
	{"people", []string{"word of mouth", "mulut", "friend", "teman", "referral", "rekomendasi", "keluarga", "family"}},
	{"chat", []string{"whatsapp", "chat", "telegram", "line", "sms", "messenger", "dm", "pesan", "message"}},
	{"mail", []string{"mail", "surel", "newsletter", "buletin"}},
	{"camera", []string{"instagram", "tiktok", "youtube", "facebook", "twitter", "social", "sosial", "photo", "foto", "video"}},
	{"pin", []string{"map", "peta", "location", "lokasi"}},
	{"phone", []string{"phone", "telepon", "call", "hotline"}},
	{"mobile", []string{"app", "aplikasi", "mobile"}},
	{"globe", []string{"web", "site", "situs", "online", "daring", "google", "search", "marketplace"}},
	{"truck", []string{"deliver", "courier", "kurir", "kirim", "shipping"}},
	{"card", []string{"payment", "bayar", "bank", "kasir", "cashier", "qris"}},
	{"megaphone", []string{"ad", "iklan", "billboard", "poster", "tv", "radio", "brosur", "flyer"}},
	{"shop", []string{"shop", "toko", "store", "counter", "gerai", "bengkel", "workshop", "outlet", "showroom", "cabang", "branch"}},
	{"person", []string{"person", "staff", "sales", "petugas", "langsung", "visit", "kunjungan"}},
}

var icons = map[string]Icon{
	"dot":       draw().ring(8, 8, 5.2).disc(8, 8, 1.6).icon(),
	"globe":     draw().ring(8, 8, 5.8).line(2.2, 8, 13.8, 8).oval(8, 8, 2.6, 5.8).icon(),
	"chat":      draw().poly(true, 2.2, 3.2, 13.8, 3.2, 13.8, 10.8, 7.6, 10.8, 4.6, 13.6, 4.6, 10.8, 2.2, 10.8).icon(),
	"mail":      draw().rect(2, 3.6, 12, 8.8, 1).poly(false, 2.4, 4.4, 8, 9, 13.6, 4.4).icon(),
	"camera":    draw().rect(2.6, 2.6, 10.8, 10.8, 2.6).ring(8, 8, 2.6).disc(11.1, 4.9, 0.75).icon(),
	"pin":       draw().pin().ring(8, 6.6, 1.7).icon(),
	"phone":     draw().handset().icon(),
	"mobile":    draw().rect(4.4, 1.8, 7.2, 12.4, 1.5).line(7.2, 11.9, 8.8, 11.9).icon(),
	"truck":     draw().poly(false, 4, 11.4, 1.8, 11.4, 1.8, 4, 9.4, 4, 9.4, 11.4, 6.8, 11.4).poly(false, 9.4, 6.6, 12.2, 6.6, 14.2, 9, 14.2, 11.4, 13.2, 11.4).ring(5.4, 11.6, 1.4).ring(11.8, 11.6, 1.4).icon(),
	"card":      draw().rect(1.8, 3.6, 12.4, 8.8, 1.2).line(1.8, 6.6, 14.2, 6.6).line(4.4, 10, 7, 10).icon(),
	"megaphone": draw().poly(true, 2.2, 6.4, 5, 6.4, 12.4, 3, 12.4, 12.2, 5, 9.2, 2.2, 9.2).poly(false, 5, 9.4, 5.8, 13, 7.6, 13, 7, 10.2).line(14.2, 6.6, 14.2, 8.8).icon(),
	"shop":      draw().poly(true, 2.8, 2.6, 13.2, 2.6, 14.2, 6.2, 1.8, 6.2).poly(false, 2.8, 6.4, 2.8, 13.4, 13.2, 13.4, 13.2, 6.4).poly(false, 6.4, 13.4, 6.4, 9.4, 9.6, 9.4, 9.6, 13.4).icon(),
	"person":    draw().ring(8, 5.2, 2.7).arch(3, 13.6, 13).icon(),
	"people":    draw().ring(6, 5.4, 2.3).arch(1.8, 13, 10.2).curve(10.4, 3.3, 12, 3.5, 12.6, 4.7, 12.2, 6.2).curve(12, 9.3, 13.6, 10, 14.2, 11.2, 14.3, 13).icon(),
	"calendar":  draw().rect(2.4, 3.4, 11.2, 10.2, 1.2).line(2.4, 6.8, 13.6, 6.8).line(5.4, 1.9, 5.4, 4.6).line(10.6, 1.9, 10.6, 4.6).icon(),
	"document":  draw().poly(true, 4, 1.8, 9.6, 1.8, 12.6, 4.8, 12.6, 14.2, 4, 14.2).poly(false, 9.6, 1.8, 9.6, 4.8, 12.6, 4.8).line(6, 8, 10.4, 8).line(6, 10.8, 10.4, 10.8).icon(),
	"search":    draw().ring(7, 7, 4.4).line(10.4, 10.4, 13.8, 13.8).icon(),
	"star":      draw().star().icon(),
	"broken":    draw().heart().poly(false, 8.6, 4.6, 7, 7.2, 9.2, 8.6, 7.8, 11).icon(),
	"met":       draw().disc(8, 8, 6.2).icon(),
	"partly":    draw().ring(8, 8, 5.6).half(8, 8, 5.6).icon(),
	"unmet":     draw().ring(8, 8, 5.6).icon(),
	"loop":      draw().poly(false, 5.4, 3.2, 2.6, 6, 5.4, 8.8).curve(2.8, 6, 15.5, 5.2, 15.5, 13.2, 6, 12.8).icon(),
	"image":     draw().rect(2, 3, 12, 10, 1.2).ring(5.4, 6.2, 1.1).poly(false, 2.4, 12, 6.6, 8.4, 9, 10.6, 11.2, 8.8, 13.8, 11.2).icon(),
}
