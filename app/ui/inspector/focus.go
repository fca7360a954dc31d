package inspector

// FocusField gives the keyboard to the field of that name, such as "goal", and brings it into sight;
// false if what is selected has none.
func (in *Inspector) FocusField(name string) bool {
	f := in.named[in.t("inspector.field."+name)]
	if f == nil || !f.Visible() {
		return false
	}
	in.o.Canvas.Focus(f)
	return true
}
