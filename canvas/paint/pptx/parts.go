package pptx

import (
	"fmt"
	"iter"
	"strings"

	"jejak/canvas/geom"
)

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spaces  = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
	office  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	content = "application/vnd.openxmlformats-officedocument.presentationml."
	tree    = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`
)

// files are all parts of the package in their order, each made when it is asked for: together they take
// many times the room of the file.
func (b *book) files(d Document, size geom.Size) iter.Seq[file] {
	return func(yield func(file) bool) { b.each(d, size, yield) }
}

func (b *book) each(d Document, size geom.Size, yield func(file) bool) {
	more := true
	add := func(name, body string) { more = more && yield(file{name, []byte(xmlHead + body)}) }
	add("[Content_Types].xml", b.types())
	add("_rels/.rels", relations(
		relation{office + "officeDocument", "ppt/presentation.xml"},
		relation{"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"},
		relation{office + "extended-properties", "docProps/app.xml"},
	))
	add("docProps/core.xml", core(d))
	add("docProps/app.xml", fmt.Sprintf(`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Jejak</Application><Slides>%d</Slides></Properties>`, len(b.slides)))
	rels := []relation{{office + "slideMaster", "slideMasters/slideMaster1.xml"}, {office + "theme", "theme/theme1.xml"}}
	var ids strings.Builder
	for i := range b.slides {
		rels = append(rels, relation{office + "slide", fmt.Sprintf("slides/slide%d.xml", i+1)})
		fmt.Fprintf(&ids, `<p:sldId id="%d" r:id="rId%d"/>`, 256+i, len(rels))
	}
	add("ppt/presentation.xml", fmt.Sprintf(`<p:presentation %s saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>%s</p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
		spaces, ids.String(), length(size.W), length(size.H)))
	add("ppt/_rels/presentation.xml.rels", relations(rels...))
	add("ppt/theme/theme1.xml", theme)
	title := fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>%s</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>`,
		offset("a:", geom.R(48, 48, size.W-96, 40)))
	add("ppt/slideMasters/slideMaster1.xml", `<p:sldMaster `+spaces+`><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>`+tree+title+`</p:spTree></p:cSld>`+
		`<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`+
		`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="2600" b="1"/></a:lvl1pPr></p:titleStyle><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`)
	add("ppt/slideMasters/_rels/slideMaster1.xml.rels", relations(
		relation{office + "slideLayout", "../slideLayouts/slideLayout1.xml"}, relation{office + "theme", "../theme/theme1.xml"}))
	add("ppt/slideLayouts/slideLayout1.xml", `<p:sldLayout `+spaces+` type="titleOnly"><p:cSld name="Title only"><p:spTree>`+tree+title+`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`)
	add("ppt/slideLayouts/_rels/slideLayout1.xml.rels", relations(relation{office + "slideMaster", "../slideMasters/slideMaster1.xml"}))
	for i, s := range b.slides {
		add(fmt.Sprintf("ppt/slides/slide%d.xml", i+1), `<p:sld `+spaces+`><p:cSld><p:spTree>`+tree+s.body+`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`)
		rels := []relation{{office + "slideLayout", "../slideLayouts/slideLayout1.xml"}}
		for _, name := range s.pictures {
			rels = append(rels, relation{office + "image", "../media/" + name})
		}
		add(fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", i+1), relations(rels...))
	}
	for _, f := range b.pictures {
		more = more && yield(f)
	}
}

type relation struct{ kind, target string }

func relations(list ...relation) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, r := range list {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s" Target="%s"/>`, i+1, r.kind, r.target)
	}
	b.WriteString("</Relationships>")
	return b.String()
}

func (b *book) types() string {
	var s strings.Builder
	s.WriteString(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>`)
	part := func(name, kind string) { fmt.Fprintf(&s, `<Override PartName="%s" ContentType="%s"/>`, name, kind) }
	part("/ppt/presentation.xml", content+"presentation.main+xml")
	part("/ppt/slideMasters/slideMaster1.xml", content+"slideMaster+xml")
	part("/ppt/slideLayouts/slideLayout1.xml", content+"slideLayout+xml")
	part("/ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
	for i := range b.slides {
		part(fmt.Sprintf("/ppt/slides/slide%d.xml", i+1), content+"slide+xml")
	}
	part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	s.WriteString("</Types>")
	return s.String()
}

func core(d Document) string {
	var s strings.Builder
	s.WriteString(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	fmt.Fprintf(&s, "<dc:title>%s</dc:title><dc:creator>%s</dc:creator>", escape(d.Title), escape(d.Author))
	if d.Lang != "" {
		fmt.Fprintf(&s, "<dc:language>%s</dc:language>", escape(d.Lang))
	}
	if !d.Date.IsZero() {
		fmt.Fprintf(&s, `<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>`, d.Date.UTC().Format("2006-01-02T15:04:05Z"))
	}
	s.WriteString("</cp:coreProperties>")
	return s.String()
}

// theme is the least that programs accept: the colours and the family of Jejak's own slides.
const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Jejak"><a:themeElements><a:clrScheme name="Jejak">` +
	`<a:dk1><a:srgbClr val="1B1F2A"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="344054"/></a:dk2><a:lt2><a:srgbClr val="F8FAFC"/></a:lt2>` +
	`<a:accent1><a:srgbClr val="0E7F86"/></a:accent1><a:accent2><a:srgbClr val="2B6CB5"/></a:accent2><a:accent3><a:srgbClr val="5B5BD6"/></a:accent3>` +
	`<a:accent4><a:srgbClr val="964BBD"/></a:accent4><a:accent5><a:srgbClr val="C2417C"/></a:accent5><a:accent6><a:srgbClr val="A16207"/></a:accent6>` +
	`<a:hlink><a:srgbClr val="2B6CB5"/></a:hlink><a:folHlink><a:srgbClr val="6D4AC4"/></a:folHlink></a:clrScheme>` +
	`<a:fontScheme name="Jejak"><a:majorFont><a:latin typeface="Inter"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Inter"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>` +
	`<a:fmtScheme name="Jejak"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst>` +
	`<a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst>` +
	`<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>` +
	`<a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
