package export

import "jejak/app/export"

// forms are how a map can be drawn.
func (f *form) forms() {
	choose(f, "export.form", []option[export.Form]{
		{export.OwnForm, f.t("export.form.own")}, {export.Row, f.t("inspector.form.row")}, {export.Ring, f.t("inspector.form.ring")},
	}, func(s export.Form) string { return string(s) }, export.Settings.Formed, func(s *export.Settings) *export.Form { return &s.Form })
}
