package export

import (
	"jejak/app/export"
	"jejak/data/insight/lens"
)

// lenses is what the map is looked at through, if it is not all of it.
func (f *form) lenses() {
	list := []option[lens.Name]{{"", f.t("export.lens.none")}}
	for _, n := range lens.Names {
		list = append(list, option[lens.Name]{n, n.Title(f.w.o.Words)})
	}
	choose(f, "export.lens", list, func(n lens.Name) string { return string(n) },
		func(s export.Settings) bool { return s.Subject == export.TheMap && !s.Cast.Alone() },
		func(s *export.Settings) *lens.Name { return &s.Lens })
}
