package exchange

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// outline writes what a diagram can hold, one line a fact.
func outline(p journey.Project) string {
	var b strings.Builder
	m := p.MapsInOrder()[0]
	fmt.Fprintf(&b, "%s\n", m.Title)
	if m.Scenario != "" {
		fmt.Fprintf(&b, "(%s)\n", strings.ReplaceAll(m.Scenario, "\n", "/"))
	}
	x := journey.NewIndex(p, m.ID)
	for _, s := range x.Stages {
		fmt.Fprintf(&b, "= %s\n", strings.ReplaceAll(s.Title, "\n", "/"))
		for _, c := range x.CardsInOrder() {
			if c.StageID != s.ID {
				continue
			}
			fmt.Fprintf(&b, "- %s", strings.ReplaceAll(c.Title, "\n", "/"))
			for _, a := range x.Appearances {
				persona, _ := p.Personas.Get(a.PersonaID)
				for _, pt := range x.Points[a.PersonaID] {
					if pt.At == journey.RefTo(c) {
						fmt.Fprintf(&b, " %s%+g", persona.Name, pt.Value)
					}
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func TestReadMermaid(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"a small journey", "journey\n  title Coffee\n  section Morning\n    Grind beans: 2: Ana, Budi\n    Drink: 5: Ana\n",
			"Coffee\n= Morning\n- Grind beans Ana-1 Budi-1\n- Drink Ana+2\n"},
		{"line ends of Windows and a byte order mark", "\ufeffjourney\r\ntitle T\r\nsection S\r\nA: 4: X\r\n", "T\n= S\n- A X+1\n"},
		{"line ends of old Macs", "journey\rtitle T\rsection S\rA: 4: X", "T\n= S\n- A X+1\n"},
		{"UTF-16", "\xff\xfej\x00o\x00u\x00r\x00n\x00e\x00y\x00\n\x00A\x00:\x00\x35\x00", "\n= \n- A Customer+2\n"},
		{"tabs", "\tjourney\n\ttitle\tT\n\tsection\tS\n\t\tA\t:\t4\t:\tX\n", "T\n= S\n- A X+1\n"},
		{"keywords in any case", "journey\nTITLE T\nSection S\nACCDESCR: d\nA: 4: X", "T\n(d)\n= S\n- A X+1\n"},
		{"the keyword in any case", "Journey\nA: 4: X", "\n= \n- A X+1\n"},
		{"a task before any section", "journey\nA: 4: X\nsection S\nB: 3: X", "\n= \n- A X+1\n= S\n- B X+0\n"},
		{"no people", "journey\nsection S\nA: 4\nB: 2:\nC: 3: ,", "\n= S\n- A Customer+1\n- B Customer-1\n- C Customer+0\n"},
		{"people twice", "journey\nsection S\nA: 4: X, X,  X ", "\n= S\n- A X+1\n"},
		{"scores outside", "journey\nsection S\nA: 9: X\nB: -3: X\nC: 0: X\nD: Infinity: X", "\n= S\n- A X+2\n- B X-2\n- C X-2\n- D X+2\n"},
		{"scores of other shapes", "journey\nsection S\nA: 3.5: X\nB: 0x4: X\nC: 1e0: X\nD: .5e1: X\nE: +2: X",
			"\n= S\n- A X+0.5\n- B X+1\n- C X-2\n- D X+2\n- E X-1\n"},
		{"no score that is one", "journey\nsection S\nA: : X\nB: good: X\nC: 4,: X\nD: NaN: X\nE: 1_0: X", "\n= S\n- A\n- B\n- C\n- D\n- E\n"},
		{"colons beyond", "journey\nsection S\nAt 10:30: 4: X\nB: 4: X: Y", "\n= S\n- At 10 4+2\n- B X+1\n"},
		{"comments", "%% one\njourney %% not a comment: 3: X\n  %%two: 3: Y\n#three\nA: 4: X # four\n%%\n", "\n= \n- A X+1\n"},
		{"a comment that ends in a task", "journey\nA: 4: X %% Y", "\n= \n- A X %% Y+1\n"},
		{"a directive", "%%{init: {'theme': 'base',\n 'x': '#fff'}}%%\njourney\nA: 4: X", "\n= \n- A X+1\n"},
		{"directive and keyword on a line", "%%{init: {}}%%journey title T\nA: 4: X", "T\n= \n- A X+1\n"},
		{"front matter", "---\ntitle: \"Front: matter\"\nconfig:\n  x: ['#fff', {a: 1}]\n---\njourney\nA: 4: X", "Front: matter\n= \n- A X+1\n"},
		{"its title is the weaker", "---\ntitle: Weak\n---\njourney\ntitle Strong", "Strong\n"},
		{"a number for a title", "---\ntitle: 2024\n---\njourney", "2024\n"},
		{"no title in it", "---\ntitle: ~\n---\njourney", "\n"},
		{"front matter that is no mapping", "---\n- a\n- b\n---\njourney\ntitle T", "T\n"},
		{"empty front matter", "---\n\n---\njourney\ntitle T", "T\n"},
		{"indented front matter", "\n   ---\n   title: In\n   config:\n     a: 1\n   ---\n   journey\n   A: 4: X", "In\n= \n- A X+1\n"},
		{"accessible title", "journey\naccTitle: Acc\nA: 4: X", "Acc\n= \n- A X+1\n"},
		{"description", "journey\naccDescr  :  what: it, is; all #1\nA: 4: X", "\n(what: it, is; all #1)\n= \n- A X+1\n"},
		{"description in a block", "journey\naccDescr {\n   one\n     two: 2\n }title T\nA: 4: X", "T\n(one/two: 2)\n= \n- A X+1\n"},
		{"an empty block", "journey\naccDescr { }\nA: 4: X", "\n= \n- A X+1\n"},
		{"breaks", "journey\nsection One<br>Two<BR/>Three<br />Four\nA<br>B: 4: X<br>Y", "\n= One/Two/Three/Four\n- A/B X Y+1\n"},
		{"entities", "journey\ntitle a #35;1\nsection b#58; c #quot;d#quot;\nat 10#58;30#59; #9829; #zorp; 1#44;5: 4: X#44; Y",
			"a #1\n= b: c \"d\"\n- at 10:30; ♥ &zorp; 1,5 X, Y+1\n"},
		{"an entity in front", "journey\n#74;ourney: 4: X", "\n= \n- Journey X+1\n"},
		{"a second title", "journey\ntitle A\ntitle B", "B\n"},
		{"a task like a keyword", "journey\nsection S\ntitles: 4: X\nsections: 2: X\ntitle: 3: X", "\n= S\n- titles X+1\n- sections X-1\n- title X+0\n"},
		{"a task named as the diagram", "journey\nsection S\nJourney planning: 4: X", "\n= S\n- Journey planning X+1\n"},
		{"a colon in a section", "journey\nsection Phase 1: Start\nA: 4: X\nsection 2:", "\n= Phase 1: Start\n- A X+1\n= 2:\n"},
		{"sections of one name", "journey\nsection S\nA: 4: X\nsection S\nsection S\nA: 4: X", "\n= S\n- A X+1\n= S\n= S\n- A X+1\n"},
		{"the keyword alone", "journey", "\n"},
		{"right to left", "journey\nsection مرحلة\nالبحث: 4: سارة", "\n= مرحلة\n- البحث سارة+1\n"},
		{"control characters", "journey\nsection S\x00\x1b[1m\nA\x07: 4: X\x7f", "\n= S[1m\n- A X+1\n"},
		{"not UTF-8", "journey\nsection Caf\xe9\nA: 4: X", "\n= Caf\uFFFD\n- A X+1\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, _, err := ReadMermaid(strings.NewReader(test.in), journeytest.IDs(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := outline(p); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
			if f := journey.Validate(p); len(f) > 0 {
				t.Errorf("unsound: %v", f)
			}
		})
	}
}

func TestMermaidNotes(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"journey\nsection S\nA: 4: X\n", nil},
		{"journey\nsection S\nA: 9: X\nB: 2\n", []string{`line 3: "A": the score 9 is outside 1 to 5; it was read as 5`}},
		{"journey\nsection S\n\nA: good: X\nB:  : X", []string{
			`line 4: "A": the score "good" is no number; it has no point on the curve`,
			`line 5: "B" has no score; it has no point on the curve`}},
		{"---\na: 1\n---\n%%{init: {\n}}%%\njourney\nsection 1: S\n", []string{
			`line 7: a colon in the name of a section; it was read as part of the name (Mermaid wants #58;)`}},
		{" ---\n a: 1\n ---\nJOURNEY", []string{
			`line 1: the front matter is indented or does not stand first; it was read all the same`,
			`line 4: the keyword is "journey" in small letters; it was read all the same`}},
		{"journey\nA: 4: X\nB: \xff: Y", []string{
			"line 3: some bytes are not UTF-8; they are shown as \uFFFD",
			"line 3: \"B\": the score \"\uFFFD\" is no number; it has no point on the curve"}},
		{"journey\nA: 4: X: and: more", []string{`line 2: more colons than a task has; "and: more" was left out`}},
		{"journey\naccDescr {\nA: 4: X", []string{`line 2: the description is never closed with }; all that follows was read as part of it`}},
		{"journey\njourney on: 4: X", []string{`line 2: "journey on" begins with the keyword "journey"; it was read as a task`}},
	}
	for _, test := range tests {
		_, notes, err := ReadMermaid(strings.NewReader(test.in), journeytest.IDs(), nil)
		if err != nil {
			t.Errorf("%q: %v", test.in, err)
		}
		var got []string
		for _, n := range notes {
			got = append(got, n.Text(words.In("en")))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q:\n%q, want\n%q", test.in, got, test.want)
		}
	}
}

func TestMermaidRefusals(t *testing.T) {
	tests := []struct {
		in   string
		line int
		key  string
	}{
		{"", 1, "cli.refused.empty"},
		{"\n%% only a comment\n", 1, "cli.refused.empty"},
		{"\n\nflowchart LR\nA-->B", 3, "cli.refused.keyword"},
		{"journeys\nA: 4", 1, "cli.refused.keyword"},
		{"---\nx: 1\njourney\nA: 4", 1, "cli.refused.frontMatterOpen"},
		{"---\nx: 1\ny: 'open\n---\njourney", 3, "cli.refused.frontMatter"},
		{"---\nx: 1\n\n\ty: 2\n---\njourney", 4, "cli.refused.frontMatter"},
		{"---\nx: 1\ny: ]\n---\njourney", 3, "cli.refused.frontMatter"},
		{"\n ---\n x: 1\n y: a: b\n ---\njourney", 4, "cli.refused.frontMatter"},
		{"---\n" + strings.Repeat("x: 1\n", 20000) + "---\njourney", 2, "cli.refused.frontMatterSize"},
		{"%%{init: {}\njourney\nA: 4", 1, "cli.refused.directive"},
		{"journey\nsection S\n\nno score here\nA: 4", 4, "cli.refused.score"},
		{"journey\nA:\nB: 4", 2, "cli.refused.score"},
		{"journey\nA #: 4", 2, "cli.refused.score"},
		{"journey\n: 4: X", 2, "cli.refused.taskName"},
		{"journey\nsection\n", 2, "cli.refused.sectionName"},
		{"journey\nsection\nA: 4: X", 2, "cli.refused.sectionName"},
		{"journey\nA: 2\ntitle", 3, "cli.refused.titleName"},
		{"journey\naccTitle A\n", 2, "cli.refused.accColon"},
		{"journey\nA: 3\n\njourney\nB: 4", 4, "cli.refused.twice"},
		{"journey\nA: 3;\nB: 4", 2, "cli.refused.semicolon"},
		{"journey\nA; B: 3\n", 2, "cli.refused.semicolon"},
		{"journey\nsection A; B\n", 2, "cli.refused.semicolon"},
		{"journey\n;\n", 2, "cli.refused.semicolon"},
		{"journey\r\n\r\ntitle A; B\r\n", 3, "cli.refused.semicolon"},
		{strings.Repeat("x", maxMermaid+1), 0, "cli.refused.size"},
		{"journey\nA: 1:" + manyActors(), 2, "cli.refused.records"},
	}
	for _, test := range tests {
		_, _, err := ReadMermaid(strings.NewReader(test.in), journeytest.IDs(), nil)
		var refused *SyntaxError
		if !errors.As(err, &refused) || refused.Line != test.line || refused.Key != test.key {
			t.Errorf("%.40q: %#v, want %s in line %d", test.in, err, test.key, test.line)
			continue
		}
		for _, lang := range words.Languages {
			if text := refused.Text(words.In(lang)); strings.ContainsAny(text, "\n[") || strings.Contains(text, "<no value>") {
				t.Errorf("%.40q: %s", test.in, text)
			}
		}
	}
}

func manyActors() string {
	var b strings.Builder
	for i := range maxRecords / 2 {
		fmt.Fprintf(&b, "%d,", i)
	}
	return b.String()
}

func TestMermaidIndonesian(t *testing.T) {
	p, _, err := ReadMermaid(strings.NewReader("journey\nA: 4"), nil, words.In("id"))
	if err != nil {
		t.Fatal(err)
	}
	if got := outline(p); got != "\n= \n- A Pelanggan+1\n" || p.Info().Language != "id" {
		t.Errorf("got %s in %q", got, p.Info().Language)
	}
}

func TestHostileFrontMatter(t *testing.T) {
	bomb := "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'z'; c++ {
		bomb += fmt.Sprintf("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	for _, in := range []string{
		bomb + "title: T\n---\njourney",
		"---\ntitle: &a [*a]\n---\njourney",
		"---\n" + strings.Repeat("[", 20000) + "\n---\njourney",
		"---\n? {a: b}\n: c\ntitle: T\n---\njourney",
		"---\n!!binary title: x\n<<: [1, 2]\n---\njourney",
	} {
		if _, _, err := ReadMermaid(strings.NewReader(in), journeytest.IDs(), nil); err != nil {
			var refused *SyntaxError
			if !errors.As(err, &refused) {
				t.Errorf("%.40q: %v", in, err)
			}
		}
	}
}

// written is a project drawn from all that a diagram can hold.
func written(t *rapid.T) journey.Project {
	name := rapid.Custom(func(t *rapid.T) string {
		s := rapid.OneOf(
			rapid.String(),
			rapid.StringOfN(rapid.SampledFrom([]rune(`ab #;:,%&<>/"'{}\`+"\nbr59")), 1, 12, -1),
			rapid.SampledFrom([]string{"Title page", "journey", "section:", "accDescr {", "%%{init}%%", "#59;", "&lt;", "<br>", "---", "Kopi #1; a, b"}),
		).Draw(t, "name")
		return plainText(s)
	})
	mapID := journey.ID("map")
	recs := []journey.Record{
		journey.Map{ID: mapID, Rank: "a0", Title: oneLine(name.Draw(t, "title")), Type: journey.CurrentState, Scenario: name.Draw(t, "scenario")},
		journey.Lane{ID: "lane", MapID: mapID, Rank: "a0", LaneKind: journey.LaneTouchpoints},
	}
	var people []journey.ID
	had := map[string]bool{"": true}
	for i := range rapid.IntRange(0, 3).Draw(t, "people") {
		n := oneLine(name.Draw(t, "person"))
		if had[n] {
			continue
		}
		had[n] = true
		id := journey.ID(fmt.Sprint("person", i))
		people = append(people, id)
		recs = append(recs, journey.Persona{ID: id, Rank: journey.Rank(fmt.Sprint("a", i)), Name: n},
			journey.Appearance{ID: id + "there", MapID: mapID, PersonaID: id, Rank: journey.Rank(fmt.Sprint("a", i))})
	}
	full := name.Filter(func(s string) bool { return s != "" })
	for i := range rapid.IntRange(0, 4).Draw(t, "stages") {
		stage := journey.Stage{ID: journey.ID(fmt.Sprint("stage", i)), MapID: mapID, Rank: journey.Rank(fmt.Sprint("a", i)), Title: full.Draw(t, "stage")}
		recs = append(recs, stage)
		for j := range rapid.IntRange(0, 4).Draw(t, "touchpoints") {
			c := journey.Card{ID: journey.ID(fmt.Sprint("card", i, j)), MapID: mapID, StageID: stage.ID, LaneID: "lane",
				Rank: journey.Rank(fmt.Sprint("a", j)), Title: full.Draw(t, "touchpoint")}
			recs = append(recs, c)
			value := float64(rapid.IntRange(-4, 4).Draw(t, "value")) / 2
			for k, id := range people { // the format has one score for all: give all the same
				if k == 0 || rapid.Bool().Draw(t, "there") {
					recs = append(recs, journey.Point{ID: c.ID + id, MapID: mapID, PersonaID: id, At: journey.RefTo(c), Value: value})
				}
			}
		}
	}
	return journey.FromRecords(recs)
}

// plainText is s as a record holds it, white space at the ends of its lines trimmed.
func plainText(s string) string {
	lines := strings.Split(journey.CleanText(s), "\n")
	for i, l := range lines {
		lines[i] = trimSpace(l)
	}
	return trimSpace(strings.Join(lines, "\n"))
}

func TestMermaidKeepsWhatItHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := written(t)
		var out strings.Builder
		if err := WriteMermaid(&out, p, "map"); err != nil {
			t.Fatal(err)
		}
		q, notes, err := ReadMermaid(strings.NewReader(out.String()), journeytest.IDs(), nil)
		if err != nil || len(notes) > 0 {
			t.Fatalf("%v %v in\n%s", err, notes, out.String())
		}
		want := outline(p)
		if p.Personas.Len() == 0 { // a task must have a score
			want = strings.ReplaceAll(outline(q), " Customer+0\n", "\n")
			if want != outline(p) {
				t.Fatalf("got\n%swant\n%sby\n%s", want, outline(p), out.String())
			}
			return
		}
		if got := outline(q); sortedPeople(got) != sortedPeople(want) {
			t.Fatalf("got\n%swant\n%sby\n%s", got, want, out.String())
		}
	})
}

// sortedPeople leaves out the order of personas, which is that of their first task in a diagram.
func sortedPeople(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "- ") {
			fields := strings.Split(l, " ")
			slices.Sort(fields)
			lines[i] = strings.Join(fields, " ")
		}
	}
	return strings.Join(lines, "\n")
}

func TestWriteMermaid(t *testing.T) {
	p, _, err := ReadMermaid(strings.NewReader("journey\ntitle A #35;1\naccDescr {\nx\ny }\nsection S#58; 1\nTitle#59; page: 3.5: X#44; Y, Z\nB: none"), journeytest.IDs(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := WriteMermaid(&out, p, p.MapsInOrder()[0].ID); err != nil {
		t.Fatal(err)
	}
	want := "journey\n    title A #35;1\n    accDescr {\n        x\n        y\n    }\n" +
		"    section S#58; 1\n        #84;itle#59; page: 3.5: X#44; Y, Z\n        B: 3\n"
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
	if err := WriteMermaid(&out, p, "nowhere"); err == nil {
		t.Error("wrote a map that is not there")
	}
}

func FuzzReadMermaid(f *testing.F) {
	for _, seed := range []string{
		"journey\ntitle T\nsection S\nA: 3: X, Y\n", "---\ntitle: T\n---\njourney\nA: 4", "%%{init: {}}%%\njourney\naccDescr {\nx\n}\nA: 9",
		"journey\n#59;: 1: #44;", "Journey\nsection a: b\n%%\n", "journey\nA;", "---\na: &a [*a]\n---\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, notes, err := ReadMermaid(strings.NewReader(string(data)), journeytest.IDs(), nil)
		if err != nil {
			var refused *SyntaxError
			if !errors.As(err, &refused) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("%v", err)
			}
			return
		}
		for _, n := range notes {
			if strings.Contains(n.Text(words.In("id")), "\n") {
				t.Fatalf("note of several lines: %q", n.Text(words.In("id")))
			}
		}
		if found := journey.Validate(p); len(found) > 0 {
			t.Fatalf("unsound: %v", found)
		}
		var out strings.Builder
		if err := WriteMermaid(&out, p, p.MapsInOrder()[0].ID); err != nil {
			t.Fatal(err)
		}
		if _, _, err := ReadMermaid(strings.NewReader(out.String()), journeytest.IDs(), nil); err != nil {
			t.Fatalf("what was written is not read: %v\n%s", err, out.String())
		}
	})
}
