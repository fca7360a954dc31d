package cli

import (
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"jejak/app/export"
	"jejak/app/export/exporttest"
	"jejak/assets/words"
	"jejak/data/journey"
)

// chosen is what the flags of an export to a format come to, of a project with a lane that is hidden.
func chosen(t *testing.T, ext string, args ...string) (export.Settings, bool) {
	t.Helper()
	c := &call{stdout: io.Discard, stderr: io.Discard, words: words.In("en")}
	cmd := commandNamed("export")
	flags := c.flagsOf(cmd)
	if err := c.parse(flags, args); err != nil {
		t.Fatal(err)
	}
	c.options.marginSaid = flags.Changed("margin")
	s, err := c.settings(ext)
	if err != nil {
		t.Fatalf("%s %q: %v", ext, args, err)
	}
	p := journey.FromRecords([]journey.Record{
		journey.Map{ID: "m", Rank: "a", Title: "Now"}, journey.Map{ID: "n", Rank: "b", Title: "Later"},
		journey.Lane{ID: "l", MapID: "m", Rank: "a", LaneKind: journey.LaneText, Title: "Notes"},
		journey.Lane{ID: "k", MapID: "m", Rank: "b", LaneKind: journey.LaneText, Title: "Drafts", Hidden: true},
	})
	maps, err := c.maps(p, ext)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.leave(&s, p, maps); err != nil {
		t.Fatal(err)
	}
	return s, len(maps) > 1
}

// TestFlagsAndWindowChooseTheSame: what the window has, the flags have, and each does what the list
// says.
func TestFlagsAndWindowChooseTheSame(t *testing.T) {
	does := []struct{ field, ext, args string }{
		{"Format", "svg", ""}, {"AllMaps", "pdf", "--map Later"}, {"Subject", "pdf", "--sheet dashboard"},
		{"Subject", "svg", "--compare"}, {"Pair", "pdf", "--pair"}, {"Form", "pdf", "--form ring"}, {"Cast", "pdf", "--personas"}, {"Cast", "svg", "--persona Sari"}, {"Cast", "png", "--compare-personas Sari,Bimo"},
		{"Lens", "pdf", "--lens proof"}, {"Spread", "pdf", "--tile"}, {"Spread", "pdf", "--tile --marks"}, {"Spread", "pdf", "--deck"},
		{"Paper", "pdf", "--paper A3"}, {"Portrait", "pdf", "--portrait"}, {"Scale", "pdf", "--scale 2"},
		{"Margin", "pdf", "--margin 0"}, {"Overlap", "pdf", "--tile --overlap 5"}, {"Bleed", "pdf", "--bleed 3"},
		{"Marks", "pdf", "--marks"}, {"Header", "pdf", "--tile --header=false"}, {"Footer", "pdf", "--tile --footer=false"},
		{"Personas", "pdf", "--without personas"}, {"Legend", "pdf", "--without legend"}, {"Comments", "pdf", "--comments"},
		{"Leave", "pdf", "--without notes"}, {"Show", "pdf", "--with drafts"}, {"Palette", "pdf", "--palette forest"},
		{"Lang", "pdf", "--lang id"}, {"DPI", "png", "--dpi 300"}, {"Transparent", "png", "--transparent"},
		{"Text", "svg", "--text"}, {"Archive", "pdf", "--archive"},
	}
	var fields, flags []string
	for _, c := range exporttest.Choices {
		fields = append(fields, c.Field)
		flags = append(flags, c.Flags...)
	}
	for _, d := range does {
		fields = slices.DeleteFunc(fields, func(f string) bool { return f == d.field })
		usual, all := chosen(t, "pdf")
		got, several := chosen(t, d.ext, strings.Fields(d.args)...)
		if d.field == "AllMaps" {
			if all == several {
				t.Errorf("%s: several maps without it %v, with it %v", d.args, all, several)
			}
			continue
		}
		at := func(s export.Settings) any { return reflect.ValueOf(s).FieldByName(d.field).Interface() }
		if reflect.DeepEqual(at(usual), at(got)) {
			t.Errorf("%s %s: %s stays %v", d.ext, d.args, d.field, at(usual))
		}
		if !reflect.DeepEqual(at(got.Sound()), at(got)) {
			t.Errorf("%s %s: %s is %v, which is not sound", d.ext, d.args, d.field, at(got))
		}
	}
	if len(fields) > 0 {
		t.Errorf("no flags were tried for %q", fields)
	}
	have := append(commandNamed("export").flags, "lang")
	slices.Sort(flags)
	slices.Sort(have)
	if flags = slices.Compact(flags); !slices.Equal(flags, have) {
		t.Errorf("flags listed %q\nof the command %q", flags, have)
	}
}

// TestHiddenLanes: those that are named are shown, and a name that is none is answered.
func TestHiddenLanes(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	p := journey.FromRecords([]journey.Record{
		journey.Map{ID: "m", Rank: "a", Title: "Now"}, journey.Stage{ID: "s", MapID: "m", Rank: "a", Title: "First"},
		journey.Lane{ID: "l", MapID: "m", Rank: "a", LaneKind: journey.LaneText, Title: "Notes"},
		journey.Lane{ID: "k", MapID: "m", Rank: "b", LaneKind: journey.LaneText, Title: "Drafts", Hidden: true},
	})
	if err := saveProject("a.jejak", p); err != nil {
		t.Fatal(err)
	}
	for _, with := range []bool{false, true} {
		args := []string{"export", "a.jejak", "-o", "a.svg", "--text"}
		if with {
			args = append(args, "--with", "drafts")
		}
		must(t, dir, args...)
		if got := strings.Contains(read(t, dir, "a.svg"), ">Drafts<"); got != with {
			t.Errorf("with %v: the lane is there: %v", with, got)
		}
	}
	r := jejak(t, dir, "export", "a.jejak", "-o", "b.svg", "--with", "Notes")
	if want := "jejak: --with: no hidden lane is called \"Notes\"; there are: \"Drafts\"\n"; r.code != exitFail || r.err != want {
		t.Errorf("%d %s", r.code, r.err)
	}
	r = jejak(t, dir, "export", "a.jejak", "-o", "b.pdf", "--header=false")
	if r.code != exitUsage || r.err != "jejak: --header and --footer go with --tile\n" {
		t.Errorf("%d %s", r.code, r.err)
	}
}
