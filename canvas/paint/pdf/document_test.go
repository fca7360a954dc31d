package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jejak/assets/samples"
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// linked is the sample with what documents have: an address at a card, a second map that it is
// compared with and a card that leads there, and comments.
func linked(t testing.TB) journey.Project {
	t.Helper()
	p, _, err := exchange.ReadJSON(bytes.NewReader(samples.JSON("en")))
	if err != nil {
		t.Fatal(err)
	}
	m := p.MapsInOrder()[0]
	for rec := range p.Records() {
		if of := p.MapOf(journey.RefTo(rec)); of != "" && of != m.ID {
			p = p.Without(journey.RefTo(rec))
		}
	}
	second := journey.Map{ID: "second", Rank: "zz", Title: "Next year", Type: journey.FutureState}
	m.PairID = second.ID
	p = p.With(m).With(second).With(journey.Stage{ID: "s2", MapID: second.ID, Title: "All in one visit"}).
		With(journey.Lane{ID: "l2", MapID: second.ID, LaneKind: journey.LaneTouchpoints})
	p = p.With(journey.Card{ID: "c2", MapID: second.ID, StageID: "s2", LaneID: "l2", Title: "Done in an hour"})
	n := 0
	for _, c := range journey.NewIndex(p, m.ID).CardsInOrder() {
		switch n {
		case 0:
			c.Link = "https://example.org/äh?q=1&r=(2)"
		case 1:
			c.Link = "#next YEAR"
		case 2:
			c.Link = "javascript:alert(1)"
		}
		p = p.With(c)
		p = p.With(journey.Comment{ID: journey.ID(fmt.Sprint("n", n)), At: journey.RefTo(c), Author: "Dewi", Text: "Is that so? ☕", Created: 1715936400000})
		if n++; n == 3 {
			break
		}
	}
	return p
}

func documentOf(t testing.TB, p journey.Project, o page.Options) Document {
	t.Helper()
	var sources []page.Source
	for _, m := range p.MapsInOrder() {
		sources = append(sources, layout.Printable(p, m.ID, layout.Options{Measurer: embedded()}))
	}
	o.Measurer = embedded()
	return Document{
		Title: "Kacamata", Author: "Sari", Lang: "en", Creator: "Jejak", Date: testDate, Comments: true, Archive: true,
		Pages: page.Book(sources, o).Pages,
	}
}

func writtenDocument(t testing.TB, d Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func modes(t testing.TB) map[string]page.Options {
	t.Helper()
	a4, err := page.PaperNamed("A4", true)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]page.Options{
		"fit":    {},
		"marks":  {Paper: a4, Marks: true, Bleed: 9},
		"tiled":  {Paper: a4, Mode: page.Tiled, Header: true, Footer: true},
		"poster": {Paper: a4, Mode: page.Poster, Overlap: 14},
	}
}

var (
	elementOf = regexp.MustCompile(`^<</S/(\w+)/P (\d+) 0 R`)
	mcidOf    = regexp.MustCompile(`/MCID (\d+) >>BDC`)
	numbers   = regexp.MustCompile(`\d+`)
)

// Every stretch of content has one place in the structure, all else is marked as decoration, and
// nothing is painted outside of both.
func TestStructureIsWhole(t *testing.T) {
	for name, o := range modes(t) {
		d := documentOf(t, linked(t), o)
		out := writtenDocument(t, d)
		balanced(t, out)
		sane(t, out)
		all := opened(t, out)
		claimed := map[int]map[int]int{} // page object → MCID → how often
		kinds := map[string]int{}
		for i, ob := range all.List {
			m := elementOf.FindSubmatch(ob.Body)
			if m == nil {
				continue
			}
			kinds[string(m[1])]++
			body := string(ob.Body)
			pg := 0
			if k := strings.Index(body, "/Pg "); k > 0 {
				fmt.Sscanf(body[k:], "/Pg %d", &pg)
			}
			if m[1][0] == 'F' && (!strings.Contains(body, "/Alt") || !strings.Contains(body, "/BBox")) {
				t.Errorf("%s: figure %d is without words or place: %s", name, i, body)
			}
			k := body[strings.Index(body, "/K["):]
			add := func(pg, mcid int) {
				if claimed[pg] == nil {
					claimed[pg] = map[int]int{}
				}
				claimed[pg][mcid]++
			}
			for _, mcr := range regexp.MustCompile(`<</Type/MCR/Pg (\d+) 0 R/MCID (\d+)>>`).FindAllStringSubmatch(k, -1) {
				a, _ := strconv.Atoi(mcr[1])
				b, _ := strconv.Atoi(mcr[2])
				add(a, b)
			}
			k = regexp.MustCompile(`<<.*?>>|\d+ 0 R`).ReplaceAllString(k, "")
			for _, n := range numbers.FindAllString(k, -1) {
				v, _ := strconv.Atoi(n)
				add(pg, v)
			}
		}
		for i := range d.Pages {
			content := string(all.List[firstPage+2*i+1].Stream)
			said := map[int]bool{}
			for _, m := range mcidOf.FindAllStringSubmatch(content, -1) {
				n, _ := strconv.Atoi(m[1])
				if said[n] {
					t.Errorf("%s: page %d has content %d twice", name, i+1, n)
				}
				said[n] = true
				if claimed[firstPage+2*i][n] != 1 {
					t.Errorf("%s: content %d of page %d stands %d times in the structure", name, n, i+1, claimed[firstPage+2*i][n])
				}
			}
			if len(said) != len(claimed[firstPage+2*i]) {
				t.Errorf("%s: page %d has %d stretches of content, the structure %d", name, i+1, len(said), len(claimed[firstPage+2*i]))
			}
			unmarked(t, name, content)
		}
		for _, want := range []string{"Document", "Sect", "H1", "H2", "L", "LI", "LBody", "P", "Figure", "Link", "Annot"} {
			if kinds[want] == 0 {
				t.Errorf("%s: the structure has no %s: %v", name, want, kinds)
			}
		}
		if kinds["H1"] != 2 {
			t.Errorf("%s: %d titles of two maps", name, kinds["H1"])
		}
	}
}

// unmarked fails if something is painted that is neither content nor decoration.
func unmarked(t *testing.T, name, content string) {
	t.Helper()
	depth := 0
	for _, w := range strings.Fields(unsaid(content)) {
		w = w[strings.LastIndexByte(w, '>')+1:]
		switch w {
		case "BMC", "BDC":
			depth++
		case "EMC":
			depth--
		case "f", "S", "Do", "sh", "TJ", "]TJ", "Tj":
			if depth == 0 {
				t.Fatalf("%s: %s paints what is not marked", name, w)
			}
		}
	}
}

func TestReadingOrder(t *testing.T) {
	for name, o := range modes(t) {
		text := tool(t, "poppler-utils", "pdfinfo", "-struct-text", saved(t, writtenDocument(t, documentOf(t, linked(t), o))))
		at := -1
		for _, want := range []string{
			"H1", `"Buying a first pair of glasses"`, `"Rina Maharani"`, "H2", `"Awareness"`, `"Looks up why her head aches"`,
			`"“Is it the screen, or is it my eyes?”"`, "H2", `"Consideration"`, `"No full price before the visit"`, "H2", `"Purchase"`,
			`"Eye test with the optometrist"`, `"CSAT"`, "H2", `"Retention"`, "H2", `"Advocacy"`, "H1", `"Next year"`, `"All in one visit"`, `"Done in an hour"`,
		} {
			next := strings.Index(text[at+1:], want)
			if next < 0 {
				t.Errorf("%s: %s is not said in its place:\n%s", name, want, text[at+1:])
				break
			}
			at += 1 + next
		}
		if !strings.Contains(text, `"Student, 21, long days at the screen"`) {
			t.Errorf("%s: words run together at the end of a line", name)
		}
	}
}

// A ring is read stage by stage: its title, the names of lanes where their cards are, what is felt.
func TestReadingOrderOfARing(t *testing.T) {
	data, _ := samples.Named("experience-cycle", "en")
	p, _, err := exchange.ReadJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	text := tool(t, "poppler-utils", "pdfinfo", "-struct-text", saved(t, writtenDocument(t, documentOf(t, p, page.Options{}))))
	at := -1
	for _, want := range []string{
		"H1", `"The customer experience cycle"`, "H2", `"Customer insight"`, `"Say what is needed"`, `"Consumer"`, `"Gives input on needs and wishes"`,
		`"Producer"`, `"Develops the product to meet them"`, `"Touchpoints"`, `"Comment"`, "H2", `"Product promotion & brand building"`,
		`"Takes notice"`, "H2", `"Transaction"`, "H2", `"Product delivery"`, "H2", `"Customer support and service"`, `"Complaints in public wait longest"`,
		`"Public, and slow"`, `"CSAT"`, "H2", `"Product return"`, `"Has finished consuming"`,
	} {
		next := strings.Index(text[at+1:], want)
		if next < 0 {
			t.Fatalf("%s is not said in its place:\n%s", want, text[at+1:])
		}
		at += 1 + next
	}
}

func TestLinksLead(t *testing.T) {
	for name, o := range modes(t) {
		out := writtenDocument(t, documentOf(t, linked(t), o))
		var links, notes []string
		for _, ob := range opened(t, out).List {
			switch body := string(ob.Body); {
			case strings.Contains(body, "/Subtype/Link"):
				links = append(links, body)
			case strings.Contains(body, "/Subtype/Text"):
				notes = append(notes, body)
			}
		}
		all := strings.Join(links, "\n")
		for _, want := range []string{`/URI(https://example.org/%C3%A4h?q=1&r=\(2\))`, "/Contents(Next year)/Dest[", "frame suit a narrow face"} {
			if want == "frame suit a narrow face" {
				want = "/Contents(Asks which frames suit a narrow face)/Dest["
			}
			if !strings.Contains(all, want) {
				t.Errorf("%s: no link with %s in\n%s", name, want, all)
			}
		}
		if strings.Contains(string(out), "javascript") || strings.Contains(all, "javascript") {
			t.Errorf("%s: a script is in the file", name)
		}
		for _, l := range links {
			if !strings.Contains(l, "/F 4") || !strings.Contains(l, "/StructParent ") {
				t.Errorf("%s: link %s", name, l)
			}
		}
		if len(notes) < 3 {
			t.Errorf("%s: %d comments of 3", name, len(notes))
		}
		for _, n := range notes {
			if !strings.Contains(n, "/OC ") || !strings.Contains(n, "/AP<<") || !strings.Contains(n, "/T(Dewi)") {
				t.Errorf("%s: comment %s", name, n)
			}
		}
	}
}

func TestBookmarksOfMapsAndStages(t *testing.T) {
	for name, o := range modes(t) {
		got := tool(t, "mupdf-tools", "mutool", "show", saved(t, writtenDocument(t, documentOf(t, linked(t), o))), "outline")
		var titles []string
		for line := range strings.Lines(got) {
			level := strings.Count(strings.SplitN(line, "\"", 2)[0], "\t") - 1
			titles = append(titles, fmt.Sprint(level, " ", strings.Split(line, "\"")[1]))
		}
		want := []string{
			"0 Buying a first pair of glasses", "1 Awareness", "1 Consideration", "1 Purchase", "1 Retention", "1 Advocacy",
			"0 Next year", "1 All in one visit",
		}
		if name == "poster" {
			titles = slices.DeleteFunc(titles, func(s string) bool {
				return strings.Contains(s, "Sheet") || strings.Contains(s, "How the sheets")
			})
		}
		if name == "tiled" {
			titles = slices.DeleteFunc(titles, func(s string) bool { return strings.Contains(s, "–") })
		}
		if !slices.Equal(titles, want) {
			t.Errorf("%s: bookmarks %q", name, titles)
		}
	}
}

func TestLayersAndClaims(t *testing.T) {
	out := writtenDocument(t, documentOf(t, linked(t), page.Options{}))
	var catalog string
	var names []string
	for _, ob := range opened(t, out).List {
		body := string(ob.Body)
		if strings.Contains(body, "/Type/Catalog") {
			catalog = body
		}
		if strings.Contains(body, "/Type/OCG") {
			names = append(names, body)
		}
		if strings.Contains(body, "/Type /Page\n") && !strings.Contains(body, "/Tabs/S") {
			t.Errorf("page %s", body)
		}
	}
	if got := strings.Join(names, " "); !strings.Contains(got, "(Rina Maharani)") || !strings.Contains(got, "(Hendra Wijaya)") || !strings.Contains(got, "(Comments)") {
		t.Errorf("layers: %s", got)
	}
	for _, want := range []string{"/OCProperties<</OCGs[", "/D<</Name(Jejak)/Order[", "/MarkInfo<</Marked true>>", "/OutputIntents[", "/GTS_PDFA1", "/Lang(en)", "/DisplayDocTitle true"} {
		if !strings.Contains(catalog, want) {
			t.Errorf("the catalogue does not say %s: %s", want, catalog)
		}
	}
	meta := tool(t, "poppler-utils", "pdfinfo", "-meta", saved(t, out))
	for _, want := range []string{"<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>U<", "pdfaExtension:schemas"} {
		if !strings.Contains(meta, want) {
			t.Errorf("XMP does not say %s:\n%s", want, meta)
		}
	}
	fonts := tool(t, "poppler-utils", "pdffonts", saved(t, out))
	for i, line := range strings.Split(strings.TrimSpace(fonts), "\n") {
		if f := strings.Fields(line); i > 1 && !slices.Equal(f[len(f)-5:len(f)-2], []string{"yes", "yes", "yes"}) {
			t.Errorf("font not embedded, subset and with meanings: %s", line)
		}
	}
}

func TestPageBoxes(t *testing.T) {
	out := writtenDocument(t, documentOf(t, linked(t), modes(t)["marks"]))
	boxes := tool(t, "poppler-utils", "pdfinfo", "-box", saved(t, out))
	for _, want := range []string{"MediaBox:            0.00     0.00   899.89   653.28", "BleedBox:           20.00    20.00   879.89   633.28", "TrimBox:            29.00    29.00   870.89   624.28"} {
		if !strings.Contains(boxes, want) {
			t.Errorf("not %q in\n%s", want, boxes)
		}
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	for name, o := range modes(t) {
		if !bytes.Equal(writtenDocument(t, documentOf(t, linked(t), o)), writtenDocument(t, documentOf(t, linked(t), o))) {
			t.Errorf("%s: the same map gave other bytes", name)
		}
	}
}
