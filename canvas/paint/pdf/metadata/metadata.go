// Package metadata is what a PDF file says of itself: who wrote it, when and in which language, which
// standards it keeps to, and what its colours mean.
package metadata

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"time"

	"jejak/canvas/paint/pdf/object"
)

// Info is what is known of a file. Its texts are plain, as object.Plain leaves them; empty: not said.
type Info struct {
	Title, Author, Creator string
	Lang                   string    // BCP 47
	Date                   time.Time // of the contents; zero: not said
	Archive                bool      // it keeps to PDF/A-2u
}

// producer is what the file says it was made by.
const producer = "Jejak (gofpdf)"

// languageTag is what a reader can take as a language.
var languageTag = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// Language is Lang, empty if no reader would take it.
func (d *Info) Language() string {
	if languageTag.MatchString(d.Lang) {
		return d.Lang
	}
	return ""
}

// Dictionary is the body of the object that older readers look at.
func (d *Info) Dictionary() string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			b.WriteString("/" + name + object.String(value))
		}
	}
	b.WriteString("<<")
	field("Title", d.Title)
	field("Author", d.Author)
	field("Creator", d.Creator)
	field("Producer", producer)
	if !d.Date.IsZero() {
		date := d.Date.UTC().Format("D:20060102150405Z")
		field("CreationDate", date)
		field("ModDate", date)
	}
	b.WriteString(">>")
	return b.String()
}

// XMP says the same as Dictionary in the form that newer readers look at, and which standards the file
// keeps to.
func (d *Info) XMP() []byte {
	var b bytes.Buffer
	escaped := func(s string) string {
		var e bytes.Buffer
		// Writing to a buffer does not fail.
		_ = xml.EscapeText(&e, []byte(s))
		return e.String()
	}
	field := func(format, value string) {
		if value != "" {
			fmt.Fprintf(&b, format, escaped(value))
		}
	}
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" +
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n" +
		"<dc:format>application/pdf</dc:format>\n")
	field("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", d.Title)
	field("<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", d.Author)
	field("<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", d.Language())
	field("<xmp:CreatorTool>%s</xmp:CreatorTool>\n", d.Creator)
	if !d.Date.IsZero() {
		date := d.Date.UTC().Format("2006-01-02T15:04:05Z")
		field("<xmp:CreateDate>%s</xmp:CreateDate>\n", date)
		field("<xmp:ModifyDate>%s</xmp:ModifyDate>\n", date)
	}
	field("<pdf:Producer>%s</pdf:Producer>\n", producer)
	b.WriteString("</rdf:Description>\n")
	b.WriteString(d.claims())
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

// claims names the standards that the file keeps to, as far as what it is made of lets it: a
// document for all needs a title and a language.
func (d *Info) claims() string {
	if d.Title == "" || d.Language() == "" {
		return ""
	}
	claims := "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"><pdfuaid:part>1</pdfuaid:part></rdf:Description>\n"
	if !d.Archive {
		return claims
	}
	// PDF/A wants what it does not know itself to be described.
	return claims + "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">" +
		"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance></rdf:Description>\n" +
		"<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"" +
		" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">" +
		"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">" +
		"<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>" +
		"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" +
		"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">" +
		"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>" +
		"<pdfaProperty:category>internal</pdfaProperty:category>" +
		"<pdfaProperty:description>Part of ISO 14289 the file keeps to</pdfaProperty:description>" +
		"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n"
}
