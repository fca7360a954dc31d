package pdf

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"jejak/canvas/scene"
)

// TestEachPageIsTold: whoever waits hears of every page and can end the work, and the file is the same.
func TestEachPageIsTold(t *testing.T) {
	pages := []scene.Page{journeyScene(1).page("a"), journeyScene(1).page("b"), journeyScene(1).page("c")}
	var plain, told bytes.Buffer
	if err := Write(&plain, Document{Pages: pages}); err != nil {
		t.Fatal(err)
	}
	var seen []int
	if err := Write(&told, Document{Pages: pages, Each: func(i int) error { seen = append(seen, i); return nil }}); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(seen, []int{0, 1, 2}) || !bytes.Equal(plain.Bytes(), told.Bytes()) {
		t.Errorf("told of %v; %d and %d bytes", seen, plain.Len(), told.Len())
	}
	enough := errors.New("enough")
	var none bytes.Buffer
	err := Write(&none, Document{Pages: pages, Each: func(i int) error {
		if i == 1 {
			return enough
		}
		return nil
	}})
	if !errors.Is(err, enough) || none.Len() > 0 {
		t.Errorf("%v, and %d bytes", err, none.Len())
	}
}
