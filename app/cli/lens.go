package cli

import (
	"strings"

	"jejak/app/export"
	"jejak/assets/words"
	"jejak/data/insight/lens"
)

// chooseLens has the map exported as it is seen through the lens that --lens names.
func (c *call) chooseLens(o *export.Settings) error {
	f := &c.options
	o.Lens = lens.Name(f.lens)
	switch {
	case f.lens == "":
		return nil
	case !lens.Has(o.Lens):
		return usagef("cli.usage.lens", words.Args{"Name": f.lens, "Known": lensNames()})
	case !o.Format.Drawn() || f.sheet != "" && f.sheet != export.TheMap.Name() || o.Cast.Alone():
		return usagef("cli.usage.lensFormat", nil)
	}
	return nil
}

func lensNames() string {
	var names []string
	for _, n := range lens.Names {
		names = append(names, string(n))
	}
	return strings.Join(names, ", ")
}
