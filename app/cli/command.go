package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"jejak/assets/words"
	"jejak/canvas/page"
	"jejak/canvas/style"
)

// options are the values of all flags of all commands.
type options struct {
	lens                                                         string
	output, template, mapName, paper, palette, lang, sheet, form string
	landscape, portrait, tile, marks, json, repair               bool
	scale, overlap, margin, bleed                                float64 // lengths in millimetres
	deck, comments, archive, marginSaid                          bool
	without, with, persona, compare                              []string
	header, footer                                               bool
	text, transparent, personas                                  bool
	dpi                                                          float64
	pair, compareMaps, matrix, register                          bool
	against                                                      string // a project file
	csv                                                          string // a table of values
	make                                                         bool   // metrics that it names and are not there
}

// command is one word that the program obeys. What a person reads for it stands in the
// translation table under "cli.about." and its name.
type command struct {
	name  string
	usage string // what follows the name
	args  int    // how many files it takes
	flags []string
	work  func(*call) error // nil: not built yet
}

// commands lists the commands in the order of the help. A function, for the help itself is one
// of those who read it.
func commands() []command {
	return []command{
		{"new", "-o FILE.jejak [--template NAME]", 0, []string{"output", "template"}, (*call).newProject},
		{"templates", "", 0, nil, (*call).listTemplates},
		{"import", "IN.{mmd,json} -o FILE.jejak", 1, []string{"output"}, (*call).importFile},
		{"export", "FILE.jejak -o OUT.{pdf,png,svg,pptx,json,mmd}", 1,
			[]string{"output", "map", "paper", "landscape", "portrait", "tile", "scale", "overlap", "margin", "bleed", "marks", "header", "footer", "lens", "without", "with", "deck", "sheet", "matrix", "register", "compare", "pair", "against", "form", "personas", "persona", "compare-personas", "comments", "archive", "text", "dpi", "transparent", "palette"}, (*call).export},
		{"info", "FILE.jejak [--json]", 1, []string{"json"}, (*call).info},
		{"check", "FILE.jejak [--repair -o OUT.jejak]", 1, []string{"repair", "output"}, (*call).check},
		{"apply", "FILE.jejak < EDITS", 1, nil, (*call).apply},
		{"measures", "FILE.jejak [--csv IN.csv [--make]] [-o OUT.csv]", 1, []string{"csv", "make", "map", "output"}, (*call).measures},
		{"diff", "A.jejak B.jejak [--json]", 2, []string{"json"}, nil},
		{"merge", "BASE OURS THEIRS -o OUT", 3, []string{"output"}, nil},
	}
}

func commandNamed(name string) *command {
	for _, cmd := range commands() {
		if cmd.name == name {
			return &cmd
		}
	}
	return nil
}

// run parses what follows the command and does it.
func (c *call) run(cmd *command, args []string) error {
	c.command = cmd.name
	flags := c.flagsOf(cmd)
	help := flags.BoolP("help", "h", false, c.words.T("cli.flag.help"))
	if err := c.parse(flags, args); err != nil {
		return err
	}
	c.args = flags.Args()
	c.options.marginSaid = flags.Changed("margin")
	switch {
	case *help:
		about := c.words.T("cli.about." + cmd.name)
		if cmd.name == "apply" {
			about += "\n\n" + c.words.T("cli.help.apply")
		}
		_, err := fmt.Fprintf(c.stdout, "%s\n\n%s\n\n%s", usageLine(cmd), about, flags.FlagUsages())
		return err
	case cmd.work == nil:
		return usagef("cli.usage.notBuilt", words.Args{"Name": cmd.name})
	case len(c.args) != cmd.args:
		return usagef("cli.usage.args", words.Args{"Usage": usageLine(cmd)})
	}
	return cmd.work(c)
}

// flagsOf makes the flags that a command takes.
func (c *call) flagsOf(cmd *command) *pflag.FlagSet {
	flags, o := pflag.NewFlagSet(cmd.name, pflag.ContinueOnError), &c.options
	flags.StringVar(&o.lang, "lang", o.lang, c.words.T("cli.flag.lang"))
	about := func(name string) string {
		return c.words.F("cli.flag."+name, words.Args{"Papers": strings.Join(page.PaperNames, ", "), "Palettes": paletteNames(), "Lenses": lensNames()})
	}
	for _, name := range cmd.flags {
		switch name {
		case "output":
			flags.StringVarP(&o.output, name, "o", "", about(name))
		case "template":
			flags.StringVar(&o.template, name, "", about(name))
		case "map":
			flags.StringVar(&o.mapName, name, "", about(name))
		case "paper":
			flags.StringVar(&o.paper, name, "", about(name))
		case "landscape":
			flags.BoolVar(&o.landscape, name, false, about(name))
		case "portrait":
			flags.BoolVar(&o.portrait, name, false, about(name))
		case "tile":
			flags.BoolVar(&o.tile, name, false, about(name))
		case "scale":
			flags.Float64Var(&o.scale, name, 0, about(name))
		case "overlap":
			flags.Float64Var(&o.overlap, name, 0, about(name))
		case "margin":
			flags.Float64Var(&o.margin, name, 0, about(name))
		case "bleed":
			flags.Float64Var(&o.bleed, name, 0, about(name))
		case "lens":
			flags.StringVar(&o.lens, name, "", about(name))
		case "without":
			flags.StringArrayVar(&o.without, name, nil, about(name))
		case "with":
			flags.StringArrayVar(&o.with, name, nil, about(name))
		case "header":
			flags.BoolVar(&o.header, name, true, about(name))
		case "footer":
			flags.BoolVar(&o.footer, name, true, about(name))
		case "marks":
			flags.BoolVar(&o.marks, name, false, about(name))
		case "deck":
			flags.BoolVar(&o.deck, name, false, about(name))
		case "personas":
			flags.BoolVar(&o.personas, name, false, about(name))
		case "persona":
			flags.StringArrayVar(&o.persona, name, nil, about(name))
		case "compare-personas":
			flags.StringSliceVar(&o.compare, name, nil, about(name))
		case "compare":
			flags.BoolVar(&o.compareMaps, name, false, about(name))
		case "matrix":
			flags.BoolVar(&o.matrix, name, false, about(name))
		case "register":
			flags.BoolVar(&o.register, name, false, about(name))
		case "pair":
			flags.BoolVar(&o.pair, name, false, about(name))
		case "against":
			flags.StringVar(&o.against, name, "", about(name))
		case "form":
			flags.StringVar(&o.form, name, "", about(name))
		case "sheet":
			flags.StringVar(&o.sheet, name, "", about(name))
		case "comments":
			flags.BoolVar(&o.comments, name, false, about(name))
		case "text":
			flags.BoolVar(&o.text, name, false, about(name))
		case "transparent":
			flags.BoolVar(&o.transparent, name, false, about(name))
		case "dpi":
			flags.Float64Var(&o.dpi, name, exportDPI, about(name))
		case "archive":
			flags.BoolVar(&o.archive, name, false, about(name))
		case "palette":
			flags.StringVar(&o.palette, name, "", about(name))
		case "csv":
			flags.StringVar(&o.csv, name, "", about(name))
		case "make":
			flags.BoolVar(&o.make, name, false, about(name))
		case "repair":
			flags.BoolVar(&o.repair, name, false, about(name))
		case "json":
			flags.BoolVar(&o.json, name, false, about(name))
		}
	}
	return flags
}

func paletteNames() string {
	var names []string
	for _, p := range style.Palettes {
		names = append(names, p.Name)
	}
	return strings.Join(names, ", ")
}

func usageLine(cmd *command) string { return strings.TrimSpace("jejak " + cmd.name + " " + cmd.usage) }

// overview prints what the program can do.
func (c *call) overview(flags *pflag.FlagSet) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", c.words.T("cli.about"))
	fmt.Fprintf(&b, "  jejak [FILE.jejak]\n      %s\n", c.words.T("cli.about.window"))
	for _, cmd := range commands() {
		fmt.Fprintf(&b, "  %s\n      %s\n", usageLine(&cmd), c.words.T("cli.about."+cmd.name))
	}
	fmt.Fprintf(&b, "\n%s\n%s", flags.FlagUsages(), c.words.T("cli.about.more"))
	_, err := fmt.Fprintln(c.stdout, b.String())
	return err
}
