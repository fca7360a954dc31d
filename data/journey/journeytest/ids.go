// Package journeytest makes projects for tests and benchmarks: fixed, big and random ones.
package journeytest

import (
	"fmt"

	"jejak/data/journey"
)

// IDs returns a source of IDs that gives the same sequence every time. They look like UUIDs and
// rise in byte order. The source is not safe for concurrent use.
func IDs() func() journey.ID {
	n := 0
	return func() journey.ID {
		n++
		return journey.ID(fmt.Sprintf("00000000-0000-4000-8000-%012d", n))
	}
}
