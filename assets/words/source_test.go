package words_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jejak/assets/samples"
	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/data/exchange/values"
	"jejak/data/insight"
	"jejak/data/insight/guide"
	"jejak/data/insight/lens"
	"jejak/data/journey"
	"jejak/data/priority"
	"jejak/data/register"
)

// composed are the beginnings of keys that the program puts a value behind, with what the values
// are. Each key that begins so must be one of them, and each of them must be there in every language.
var composed = []struct {
	prefix string
	why    string
	values []string
}{
	{"channel.reach.", "whether a channel is online", texts(journey.Reaches[1:])},
	{"channel.ownership.", "how a company comes by a channel", texts(journey.Ownerships[1:])},
	{"map.type.", "what a map shows", texts(journey.MapTypes)},
	{"map.outcome.", "whether a goal is met", texts(journey.Outcomes[1:])},
	{"map.lane.", "the kinds of lanes", texts(journey.LaneKinds)},
	{"map.hint.", "the second voice of a lane's label", nil},
	{"map.band.", "stages around the purchase", texts(journey.Bands[1:])},
	{"map.line.", "the lines of a blueprint", texts(journey.BlueprintLines[1:])},
	{"map.ownership.", "how a company comes by a channel", texts(journey.Ownerships[1:])},
	{"map.status.", "how far an action has come", texts(journey.Statuses)},
	{"map.month.", "months by number", numbers(1, 12)},
	{"map.mon.", "months by number, short", numbers(1, 12)},
	{"template.", "templates by file name", slices.Concat(templates.Names, suffixed(templates.Names, ".about"))},
	{"sample.", "samples by file name", slices.Concat(samples.Names, suffixed(samples.Names, ".about"))},
	{"finding.kind.", "what a record is", texts(journey.Kinds)},
	{"finding.field.", "the field that a finding is about, by its name in the file", nil},
	{"find.field.", "the field something was found in, by its name in the file", nil},
	{"status.kind.", "what is selected", nil},
	{"status.feeling.", "an emotion, rounded", numbers(-2, 2)},
	{"ui.language.", "the languages there are", words.Languages},
	{"ui.menu.", "the menus", nil},
	{"ui.fyne.", "what the toolkit says by itself", nil},
	{"action.", "the actions, by ID; those of links by their kind", []string{
		"link.kind.next", "link.kind.loopBack", "link.kind.branch", "link.kind.channelSwitch"}},
	{"cli.about.", "the commands", nil},
	{"cli.flag.", "the flags of commands", nil},
	{"cli.want.", "what a field of a file must hold", nil},
	{"cli.lost.", "what a damaged file has lost, by mend.Code", nil},
	{"cli.note.", "what became of the paper, by page.Code", nil},
	{"insight.rule.", "what the rules of insight find", texts(insight.Rules)},
	{"insight.say.", "a finding as a sentence", texts(insight.Rules)},
	{"pair.from.", "what the other map of a pair is, by its role", []string{"asIs", "planned", "file"}},
	{"pair.to.", "what this map of a pair is, by the role of the other", []string{"asIs", "planned", "file"}},
	{"pair.title.", "the roles, as a heading", []string{"asIs", "planned", "file"}},
	{"pair.against.", "what a feeling is held against, by role", []string{"asIs", "planned", "file"}},
	{"pair.choose.", "what a role means, and what can be chosen", []string{"asIs", "toBe", "planned", "actual", "title", "other", "make", "alone", "yes", "none"}},
	{"pair.told.", "what a map is compared with, by role", []string{"asIs", "planned"}},
	{"pair.toldOf.", "what is compared with a map, by role", []string{"asIs", "planned"}},
	{"pair.mark.", "what became of a card, by ghost.Kind", append(texts(insight.Departures), "new", "moved", "gone")},
	{"pair.list.", "the same as a heading", append(texts(insight.Departures), "new", "moved", "gone")},
	{"pair.count.", "how often", append(texts(insight.Departures), "new", "moved", "gone")},
	{"pair.pill.", "where a card comes from", []string{"moved", "elsewhere", "otherChannel"}},
	{"insight.departure.", "how a touchpoint left the plan", texts(insight.Departures)},
	{"findings.goal.", "whether a goal is met, in a list", []string{"none", "met", "partly", "unmet", "unsaid"}},
	{"findings.theme.", "what several rules are about", []string{"feelings", "goals", "work", "channels", "measures", "proof"}},
	{"guide.step.", "the six steps", texts(guide.Steps)},
	{"guide.about.", "what a step is for", texts(guide.Steps)},
	{"guide.check.", "what a step asks of the map", texts(guide.Names)},
	{"guide.do.", "what brings that further", texts(guide.Names)},
	{"lens.proof.", "why a claim is not proven", []string{"asserted", "inferred", "sourceless", "stale"}},
	{"findings.filter.", "what a list is narrowed to", []string{"theme", "stage", "persona", "theme.all", "stage.all", "persona.all"}},
	{"dashboard.gap.", "gaps in the channels, by rule", []string{"channelless", "bare", "hole", "missed", "once", "single"}},
	{"dashboard.outcome.", "whether a goal is met, on a dashboard", []string{"met", "partly", "unmet", "unsaid"}},
	{"dashboard.verdict.", "whether touchpoints do what they are for", []string{"met", "partly", "unmet", "unsaid"}},
	{"lens.title.", "what a map is looked at through", texts(lens.Names)},
	{"matrix.quadrant.", "the quarters of the matrices of priorities", texts(slices.Concat(priority.Pains.Quarters(), priority.Chances.Quarters()))},
	{"matrix.title.", "the matrices of priorities", texts(priority.Kinds)},
	{"matrix.kind.", "the same, on a tab", texts(priority.Kinds)},
	{"matrix.none.", "the same, without a card", texts(priority.Kinds)},
	{"matrix.axis.", "what grows along a matrix", []string{"severity", "impact", "effort", "value"}},
	{"matrix.least.", "the least of it", []string{"severity", "effort"}},
	{"matrix.most.", "the most of it", []string{"severity", "effort"}},
	{"register.column.", "the columns of the register of actions", texts(register.Columns)},
	{"export.format.", "what a map is exported as", nil},
	{"export.about.", "what that is good for", nil},
	{"export.spread.", "how a map is laid out on pages, by export.Spread", nil},
	{"export.failed.", "why a file was not written, by export.Reason", nil},
	{"export.what.", "what is drawn, by export.Subject and export.Cast", nil},
	{"export.warning.", "what became of the paper, by page.WarningKind", nil},
	{"ask.reason.", "why a file was not saved, by project.SaveReason", nil},
	{"save.", "the same on the command line", nil},
	{"open.", "why a file was not opened, by project.OpenReason", nil},
	{"file.", "what is wrong with a file, by project.Problem", nil},
	{"finding.", "what is wrong with a record, by journey.Code", nil},
	{"history.refused.", "why an edit was refused, by edit.Reason", nil},
	{"clip.fragment.", "why a paste was refused", nil},
	{"clip.picture.", "why a picture was refused", nil},
	{"empty.", "what a map lacks, and what is offered", []string{
		"maps", "maps.text", "stages", "stages.text", "lanes", "lanes.text", "cards.text"}},
	{"blueprint.did.", "what became different when a blueprint followed its source, by blueprint.What", []string{
		"added", "renamed", "changed", "moved", "reordered", "removed", "kept"}},
	{"blueprint.kind.", "what it was that became different", []string{"stage", "step", "card"}},
	{"deck.persona.", "what is told of a persona on a slide", nil},
	{"deck.actions.", "the columns of the actions on a slide", nil},
	{"deck.outcome.", "whether a goal is met, on a slide", nil},
	{"sheet.", "the groups and rows of sheet.Parts", nil},
	{"leaf.", "what is shown in place of the board", nil},
	{"measure.table.", "why a table of values was not read", texts(values.Reasons)},
	{"measure.column.", "what stands in a column of such a table", append(texts(values.Fields), "unit")},
	{"measure.problem.", "why a row of it does not fit", texts(values.Problems)},
	{"measure.fate.", "what becomes of its rows", []string{"all", "adds", "changes", "same", "refused"}},
	{"measure.ready.", "the metrics that are ready to be taken", nil},
	{"measure.scale.", "the scales of built-in metrics", nil},
	{"palette.", "what can be put on the map", nil},
	{"inspector.", "choices of a field, by the name of their list", nil},
	{"inspector.field.", "fields, by their name in the inspector", nil},
	{"inspector.card.", "what a card is, by the kind of its lane", texts(journey.LaneKinds)},
	{"inspector.evidence.", "how sure a card is", texts(journey.Evidences[1:])},
	{"inspector.many.", "several of a kind", nil},
	{"inspector.section.", "groups of fields", nil},
	{"inspector.palette.", "the palettes of maps", nil},
	{"inspector.metric.", "the built-in metrics", texts(journey.Standards[1:])},
	{"channel.reach.", "whether a channel is online", texts(journey.Reaches[1:])},
	{"channel.ownership.", "how a company comes by a channel", texts(journey.Ownerships[1:])},
	{"persona.basis.", "whether a persona was found or made up", texts(journey.Bases[1:])},
}

// texts are the values of a closed vocabulary.
func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

func numbers(from, to int) []string {
	var out []string
	for i := from; i <= to; i++ {
		out = append(out, strconv.Itoa(i))
	}
	return out
}

func suffixed(list []string, end string) []string {
	var out []string
	for _, s := range list {
		out = append(out, s+end)
	}
	return out
}

// sources is what the program's own Go files say, tests apart.
type sources struct {
	literals map[string]bool   // every text in quotes
	asked    map[string]string // keys that a table of words is asked for as they stand, and where
	begun    map[string]string // beginnings that something is put behind, and where
}

func readSources(t *testing.T) sources {
	t.Helper()
	s := sources{map[string]bool{}, map[string]string{}, map[string]string{}}
	set := token.NewFileSet()
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); name == "build" || name == "testdata" || strings.HasPrefix(name, ".") && name != ".." {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.BasicLit:
				if v, ok := literal(n); ok {
					s.literals[v] = true
				}
			case *ast.BinaryExpr:
				if v, ok := literal(n.X); ok && n.Op == token.ADD && strings.HasSuffix(v, ".") {
					s.begun[v] = set.Position(n.Pos()).String()
				}
			case *ast.CallExpr:
				if len(n.Args) == 0 || !asks(n.Fun) {
					return true
				}
				if v, ok := literal(n.Args[0]); ok {
					s.asked[v] = set.Position(n.Pos()).String()
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func literal(e ast.Expr) (string, bool) {
	b, ok := e.(*ast.BasicLit)
	if !ok || b.Kind != token.STRING {
		return "", false
	}
	v, err := strconv.Unquote(b.Value)
	return v, err == nil
}

// asks reports whether a function looks a key up: Table.T, F and N, and what windows and panels
// call them.
func asks(fun ast.Expr) bool {
	sel, ok := fun.(*ast.SelectorExpr)
	return ok && slices.Contains([]string{"T", "F", "N", "t", "f", "n"}, sel.Sel.Name)
}

var keyShape = regexp.MustCompile(`^[a-z][A-Za-z]*(\.[A-Za-z0-9_ -]+)+$`)

// notKeys are texts that look like keys of an area of the table and are something else.
var notKeys = regexp.MustCompile(`^(panel\.(left|right)\.(hidden|width)|command\.recent|file\.recent|save\.manual)$`)

// TestWords holds the table of words against the sources: every key that is used is there in every
// language, and none is there for nothing.
func TestWords(t *testing.T) {
	src := readSources(t)
	for _, lang := range words.Languages {
		keys, err := words.Keys(lang)
		if err != nil {
			t.Fatal(err)
		}
		areas := map[string]bool{}
		for k := range keys {
			area, _, _ := strings.Cut(k, ".")
			areas[area] = true
		}
		for key, at := range src.asked {
			if _, ok := keys[key]; !ok && keyShape.MatchString(key) {
				t.Errorf("%s: %s asks for %q, which is not there", lang, at, key)
			}
		}
		for v := range src.literals {
			area, _, _ := strings.Cut(v, ".")
			_, there := keys[v]
			_, action := keys["action."+v]
			if areas[area] && !there && !action && keyShape.MatchString(v) && !notKeys.MatchString(v) && src.asked[v] == "" {
				t.Errorf("%s: %q looks like a key and is not there", lang, v)
			}
		}
		begun := map[string]bool{}
		for _, c := range composed {
			begun[c.prefix] = true
			for _, v := range c.values {
				if _, ok := keys[c.prefix+v]; !ok {
					t.Errorf("%s: %q is not there (%s)", lang, c.prefix+v, c.why)
				}
			}
		}
		for key, file := range keys {
			if !src.literals[key] && !isComposed(key, src) {
				t.Errorf("%s: %q in %s is used nowhere", lang, key, file)
			}
			for prefix, at := range src.begun {
				if strings.HasPrefix(key, prefix) && !begun[prefix] {
					begun[prefix] = true
					t.Errorf("%s puts something behind %q: it stands not in the list of this test", at, prefix)
				}
			}
		}
	}
	for _, c := range composed {
		if src.begun[c.prefix] == "" && !src.literals[c.prefix+"%d"] {
			t.Errorf("nothing is put behind %q any more (%s)", c.prefix, c.why)
		}
	}
}

// isComposed reports whether a key is one of those that the program puts together. Where the list
// does not name the values, each part of them stands somewhere in the sources.
func isComposed(key string, src sources) bool {
	for _, c := range composed {
		rest, ok := strings.CutPrefix(key, c.prefix)
		if !ok {
			continue
		}
		if src.literals[rest] || slices.Contains(c.values, rest) {
			return true
		}
		missing := func(part string) bool { return !src.literals[part] && !src.literals["."+part] }
		if !slices.ContainsFunc(strings.Split(rest, "."), missing) {
			return true
		}
		// "Undo" and "Undo {{.Name}}": a key with an end that is put behind it
		if i := strings.LastIndexByte(rest, '.'); i > 0 && src.literals[rest[i:]] && src.literals[rest[:i]] {
			return true
		}
	}
	return false
}

// TestWordsAreAlike: every language has the same keys with the same placeholders and the plural
// forms it needs, and no text is empty.
func TestWordsAreAlike(t *testing.T) {
	forms := map[string][]string{"en": {"one", "other"}, "id": {"other"}}
	tables := map[string]map[string]map[string]string{}
	for _, lang := range words.Languages {
		tables[lang] = readTable(t, lang)
	}
	first := tables[words.Languages[0]]
	for _, lang := range words.Languages {
		for key, want := range first {
			got, ok := tables[lang][key]
			if !ok {
				t.Errorf("%s: %q is not there", lang, key)
				continue
			}
			if (got[""] == "") != (want[""] == "") {
				t.Errorf("%s: %q counts in one language only", lang, key)
			}
			if got[""] == "" {
				for _, f := range forms[lang] {
					if got[f] == "" {
						t.Errorf("%s: %q has no form %q", lang, key, f)
					}
				}
				if len(got) != len(forms[lang]) {
					t.Errorf("%s: %q has other forms than %v", lang, key, forms[lang])
				}
			}
			for _, text := range got {
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s: %q is empty", lang, key)
				}
			}
			if a, b := marks(got), marks(want); !slices.Equal(a, b) {
				t.Errorf("%s: %q holds %v, in %s %v", lang, key, a, words.Languages[0], b)
			}
		}
		for key := range tables[lang] {
			if first[key] == nil {
				t.Errorf("%s: %q is in this language alone", lang, key)
			}
		}
	}
}

var (
	braces      = regexp.MustCompile(`{{[^}]*}}`)
	placeholder = regexp.MustCompile(`\.[A-Z][A-Za-z]*`)
)

// marks lists the placeholders of a text in all its forms: where one form has no need of one, as
// "once" has none of a number, another has.
func marks(forms map[string]string) []string {
	var list []string
	for _, text := range forms {
		for _, brace := range braces.FindAllString(text, -1) {
			list = append(list, placeholder.FindAllString(brace, -1)...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// readTable reads the files of a language: each key with its forms, "" for a text without a count.
func readTable(t *testing.T, lang string) map[string]map[string]string {
	t.Helper()
	files, err := filepath.Glob("*." + lang + ".json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no words in %s: %v", lang, err)
	}
	table := map[string]map[string]string{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var raw map[string]json.RawMessage
		if err := json.Unmarshal(data, &raw); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key, text := range raw {
			forms := map[string]string{}
			var plain string
			if json.Unmarshal(text, &plain) == nil {
				forms[""] = plain
			} else if err := json.Unmarshal(text, &forms); err != nil {
				t.Fatalf("%s: %q: %v", name, key, err)
			}
			table[key] = forms
		}
	}
	return table
}
