package export

import (
	"jejak/app/export"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/journey"
)

// part is a lane or a persona of the map.
type part struct {
	id     journey.ID
	name   string
	hidden bool // on the board
}

func (p part) in(s export.Settings) bool { return !s.Leave[p.id] && (!p.hidden || s.Show[p.id]) }

func (p part) set(s *export.Settings, in bool) {
	put := func(set *map[journey.ID]bool, on bool) {
		if *set == nil {
			*set = map[journey.ID]bool{}
		}
		if on {
			(*set)[p.id] = true
		} else {
			delete(*set, p.id)
		}
	}
	put(&s.Leave, !in && !p.hidden)
	put(&s.Show, in && p.hidden)
}

// list is a foldable list of parts to tick.
func (f *form) list(key string, parts []part) {
	if len(parts) == 0 {
		return
	}
	open := false
	head := look.NewSection(f.t(key), false, nil)
	head.OnChanged = func(on bool) {
		open = on
		f.show(f.w.settings)
	}
	f.put(head, nil)
	f.update = append(f.update, func(s export.Settings) {
		in := 0
		for _, p := range parts {
			in += index(p.in(s))
		}
		head.SetNote(f.w.f("export.of", words.Args{"Shown": in, "All": len(parts)}))
	})
	for _, p := range parts {
		f.check(key+"."+string(p.id), p.name, func(export.Settings) bool { return open }, p.in, p.set)
	}
}
