package file

import (
	"path/filepath"

	"jejak/app/ui/menu"
	"jejak/app/ui/recent"
)

// prefRecent remembers the files opened last.
const prefRecent = "file.recent"

// Recent returns the files opened last.
func (f *File) Recent() *recent.List { return f.recent }

// remember puts a file on top of the recent ones.
func (f *File) remember(path string) {
	f.recent.Add(path)
	f.o.Menus()
}

// RecentItem is the item of the file menu that lists them.
func (f *File) RecentItem() menu.Item {
	item := menu.Item{Label: f.t("ui.recent"), Icon: "recent"}
	for _, path := range f.recent.Paths() {
		item.Sub = append(item.Sub, menu.Item{Label: filepath.Base(path), Icon: "file", Run: func() {
			if !f.o.Modal() {
				f.Turn(path)
			}
		}})
	}
	if len(item.Sub) == 0 {
		item.Sub = []menu.Item{{Label: f.t("ui.recent.none"), Disabled: true}}
	}
	return item
}
