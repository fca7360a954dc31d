package offer

import (
	"strings"

	"jejak/app/editor"
	"jejak/app/ui/sheet"
)

// Sheet is what stands on the sheet of keys: the actions as they are, and what belongs to no action.
func (f *Offer) Sheet() sheet.Page {
	page := sheet.Page{Title: f.t("sheet.title")}
	for _, name := range Order {
		g := sheet.Group{Title: f.t("ui.menu." + name)}
		for _, a := range f.o.Editor.Actions() {
			if a.Menu == name && len(a.Shortcuts) > 0 {
				g.Rows = append(g.Rows, sheet.Row{Keys: sheet.Keys(a.Shortcuts), Text: f.Plain(a)})
			}
		}
		page.Groups = append(page.Groups, g)
	}
	for _, part := range sheet.Parts {
		g := sheet.Group{Title: f.t("sheet." + part.Name)}
		for _, row := range part.Rows {
			g.Rows = append(g.Rows, sheet.Row{Keys: []string{f.t("sheet." + part.Name + "." + row + ".keys")},
				Text: f.t("sheet." + part.Name + "." + row)})
		}
		page.Groups = append(page.Groups, g)
	}
	return page
}

// Plain is an action's name without what it is about now: "Undo", not "Undo move 3 cards".
func (f *Offer) Plain(a *editor.Action) string {
	switch a.ID {
	case "edit.undo", "edit.redo":
		return f.t("action." + string(a.ID))
	}
	return strings.TrimSuffix(a.Label(), "…")
}
