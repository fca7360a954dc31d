//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejak/canvas/geom"
)

// TestNothingMovesByItself looks at the window in each of its views with nobody at it: it must come to
// take next to no processor. What draws the window again and again takes a sixth of one and more where
// there is no graphics card.
func TestNothingMovesByItself(t *testing.T) {
	s := sample(t)
	do := func(title string) func() { return func() { s.does(title) } }
	aside := func() { s.move(geom.Pt(700, 12)) }
	aside()
	for _, v := range []struct {
		name       string
		open, shut func()
	}{
		{"the board", func() {}, func() {}},
		{"all of it chosen", func() { s.key("ctrl+a") }, func() { s.key("Escape") }},
		{"a ring", do("Draw as ring"), do("Draw as ring")},
		{"a lens", do("Stale or Unproven"), do("Stale or Unproven")},
		{"the findings", do("Findings"), func() {}},
		{"the six steps", do("Six Steps"), func() {}},
		{"the priorities", do("Priorities"), do("Map")},
		{"the register", do("Action register"), do("Map")},
		{"the measures", do("Measures"), do("Map")},
		{"the comparison", do("Comparison"), do("Map")},
		{"the dashboard", do("Dashboard"), do("Map")},
		{"the personas", do("Personas"), do("Map")},
		{"the export", func() { s.key("ctrl+e"); s.dialog("the export") }, func() { s.key("Escape"); s.noDialog("the export to go") }},
		{"a tip", func() { s.move(s.word("Priorities")) }, aside},
		{"the tip of a card", func() { s.does("Priorities"); s.move(geom.Pt(340, 447)) }, func() { aside(); s.does("Map") }},
	} {
		v.open()
		s.idle(v.name)
		v.shut()
		s.rest()
	}
}

// does does what a line of the palette of commands says.
func (p *program) does(title string) {
	p.t.Helper()
	p.key("ctrl+k")
	p.dialog("the commands")
	p.write(title)
	p.rest()
	p.key("Return")
	p.noDialog("the commands to go")
}

// idle waits until the process takes next to no processor for two seconds. Fyne puts away what nobody
// looks at after a minute, and stops what moves in it: that would be too late.
func (p *program) idle(what string) {
	p.t.Helper()
	const span, most, limit = 2 * time.Second, 6, 30 * time.Second // most: of the system's hundredths of a second
	p.rest()
	time.Sleep(time.Second) // for a tip to come
	taken := 0
	for late := time.Now().Add(limit); time.Now().Before(late); {
		before := p.ticks()
		time.Sleep(span)
		if taken = p.ticks() - before; taken <= most {
			return
		}
	}
	p.t.Errorf("%s: with nobody at it the window takes %d hundredths of a second in %v", what, taken, span)
}

// ticks is how long the process has been running on any processor, in hundredths of a second.
func (p *program) ticks() int {
	p.t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	sum := 0
	for _, f := range strings.Fields(rest)[11:13] { // in its own code, and in the system's for it
		n, err := strconv.Atoi(f)
		if err != nil {
			p.t.Fatal(err)
		}
		sum += n
	}
	return sum
}
