package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// layers are what a reader can show and hide, by number from 1.
type layers struct {
	all []scene.Layer
	of  map[journey.Ref]int
}

func newLayers() *layers { return &layers{of: map[journey.Ref]int{}} }

func (l *layers) number(of scene.Layer) int {
	n, ok := l.of[of.Ref]
	if !ok {
		l.all = append(l.all, of)
		n = len(l.all)
		l.of[of.Ref] = n
	}
	return n
}

// layerName is what content calls a layer.
func layerName(n int) string { return "L" + strconv.Itoa(n) }

// layers writes the layers and returns what the catalogue says of them, empty if there are none.
func (f *finisher) layers(all []scene.Layer) (string, error) {
	if len(all) == 0 {
		return "", nil
	}
	var refs, names strings.Builder
	f.layerObjects = make([]int, len(all))
	for i, l := range all {
		name := object.Short(object.Plain(l.Name), object.MaxName)
		if name == "" {
			name = layerName(i + 1)
		}
		n := f.Add("<</Type/OCG/Name" + object.String(name) + ">>")
		f.layerObjects[i] = n
		fmt.Fprintf(&refs, "%d 0 R ", n)
		fmt.Fprintf(&names, "/%s %d 0 R\n", layerName(i+1), n)
	}
	if err := f.resource("Properties", names.String()); err != nil {
		return "", err
	}
	return fmt.Sprintf("/OCProperties<</OCGs[%s]/D<</Name(Jejak)/Order[%s]>>>>", refs.String(), refs.String()), nil
}
