package pdf

import (
	"fmt"
	"strings"

	"jejak/canvas/paint/pdf/metadata"
	"jejak/canvas/paint/pdf/object"
)

// describe writes what the document says of itself: title, author, dates, language, bookmarks.
func (f *finisher) describe(info, root int) {
	says := metadata.Info{
		Title: object.Plain(f.d.Title), Author: object.Plain(f.d.Author), Creator: object.Plain(f.d.Creator),
		Lang: f.d.Lang, Date: f.d.Date, Archive: f.d.Archive,
	}
	f.List[info] = object.Object{Body: []byte(says.Dictionary())}

	meta := f.AddStream("/Type/Metadata/Subtype/XML", says.XMP())
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R", pagesObject, meta)
	if lang := says.Language(); lang != "" {
		fmt.Fprintf(&b, "/Lang(%s)", lang)
	}
	if says.Title != "" {
		b.WriteString("/ViewerPreferences<</DisplayDocTitle true>>")
	}
	b.WriteString(f.catalog.String())
	if outline := f.outline(); outline != 0 {
		fmt.Fprintf(&b, "/Outlines %d 0 R/PageMode/UseOutlines", outline)
	}
	b.WriteString(">>")
	f.List[root] = object.Object{Body: []byte(b.String())}
}
