package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
)

// producer is what the file says it was made by.
const producer = "Jejak (gofpdf)"

// languageTag is what a reader can take as a language.
var languageTag = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// describe writes what the document says of itself: title, author, dates, language, bookmarks.
func (f *finisher) describe(info, root int) {
	title, author, creator := plainText(f.d.Title), plainText(f.d.Author), plainText(f.d.Creator)
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			b.WriteString("/" + name + textString(value))
		}
	}
	b.WriteString("<<")
	field("Title", title)
	field("Author", author)
	field("Creator", creator)
	field("Producer", producer)
	if !f.d.Date.IsZero() {
		date := f.d.Date.UTC().Format("D:20060102150405Z")
		field("CreationDate", date)
		field("ModDate", date)
	}
	b.WriteString(">>")
	f.list[info] = object{body: []byte(b.String())}

	meta := f.addStream("/Type/Metadata/Subtype/XML", f.xmp(title, author, creator))
	b.Reset()
	fmt.Fprintf(&b, "<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R", pagesObject, meta)
	if languageTag.MatchString(f.d.Lang) {
		fmt.Fprintf(&b, "/Lang(%s)", f.d.Lang)
	}
	if title != "" {
		b.WriteString("/ViewerPreferences<</DisplayDocTitle true>>")
	}
	b.WriteString(f.catalog.String())
	if outline := f.outline(); outline != 0 {
		fmt.Fprintf(&b, "/Outlines %d 0 R/PageMode/UseOutlines", outline)
	}
	b.WriteString(">>")
	f.list[root] = object{body: []byte(b.String())}
}

// claims names the standards that the file keeps to, as far as what it is made of lets it: a
// document for all needs a title and a language.
func (f *finisher) claims(title string) string {
	if title == "" || !languageTag.MatchString(f.d.Lang) {
		return ""
	}
	claims := "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"><pdfuaid:part>1</pdfuaid:part></rdf:Description>\n"
	if !f.d.Archive {
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

// plainText drops what can not stand in a title: control characters and broken UTF-8.
func plainText(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		if unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s))
}

// textString is a string as the format wants it: plain where it can be, UTF-16 otherwise.
func textString(s string) string {
	plain := true
	for _, r := range s {
		plain = plain && r >= ' ' && r < 0x7F
	}
	var b strings.Builder
	if plain {
		b.WriteByte('(')
		for _, r := range s {
			if r == '(' || r == ')' || r == '\\' {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
		b.WriteByte(')')
		return b.String()
	}
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}

// xmp says the same as the info dictionary in the form newer readers look at.
func (f *finisher) xmp(title, author, creator string) []byte {
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
	field("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", title)
	field("<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", author)
	if languageTag.MatchString(f.d.Lang) {
		field("<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", f.d.Lang)
	}
	field("<xmp:CreatorTool>%s</xmp:CreatorTool>\n", creator)
	if !f.d.Date.IsZero() {
		date := f.d.Date.UTC().Format("2006-01-02T15:04:05Z")
		field("<xmp:CreateDate>%s</xmp:CreateDate>\n", date)
		field("<xmp:ModifyDate>%s</xmp:ModifyDate>\n", date)
	}
	field("<pdf:Producer>%s</pdf:Producer>\n", producer)
	b.WriteString("</rdf:Description>\n")
	b.WriteString(f.claims(title))
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}
