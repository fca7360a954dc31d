package exchange

import (
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"jejak/assets/words"
)

// maxFrontMatter bounds what is handed to the YAML reader, in bytes. A title and a configuration
// need a few hundred.
const maxFrontMatter = 64 << 10

var yamlLine = regexp.MustCompile(`^(?:yaml: )?line (\d+): `)

// frontMatter takes the YAML block off the beginning of a diagram and returns the title in it.
// rest is as many lines as src. Mermaid wants the block on the very first line; one that stands
// lower or is indented is read as well.
func frontMatter(src string) (title, rest string, notes []Note, err error) {
	lines := strings.SplitAfter(src, "\n")
	first := 0
	for first < len(lines)-1 && trimSpace(lines[first]) == "" {
		first++
	}
	indent, ok := fence(lines[first])
	if !ok {
		return "", src, nil, nil
	}
	last := first + 1
	for ; last < len(lines); last++ {
		if in, ok := fence(lines[last]); ok && in == indent {
			break
		}
	}
	if last == len(lines) {
		return "", "", nil, &SyntaxError{Line: first + 1, Key: "cli.refused.frontMatterOpen"}
	}
	if first > 0 || indent != "" {
		notes = append(notes, Note{Line: first + 1, Key: "cli.note.frontMatterPlace"})
	}
	body := make([]string, 0, last-first-1)
	for _, l := range lines[first+1 : last] {
		body = append(body, strings.TrimPrefix(l, indent))
	}
	title, err = yamlTitle(strings.Join(body, ""), first+2)
	if err != nil {
		return "", "", nil, err
	}
	return title, blank(strings.Join(lines[:last+1], "")) + strings.Join(lines[last+1:], ""), notes, nil
}

// fence reports whether line is "---", and how far it is indented.
func fence(line string) (indent string, ok bool) {
	rest := strings.TrimLeftFunc(line, isSpace)
	return line[:len(line)-len(rest)], strings.HasPrefix(rest, "---") && trimSpace(rest) == "---"
}

// yamlTitle returns the title in a YAML mapping that starts on line start of the diagram. The text
// is read into nodes and no further, so that aliases are never multiplied.
func yamlTitle(body string, start int) (string, error) {
	if len(body) > maxFrontMatter {
		return "", &SyntaxError{Line: start, Key: "cli.refused.frontMatterSize", Args: words.Args{"Kilobytes": maxFrontMatter >> 10}}
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(body), &doc); err != nil {
		line, reason := start, strings.TrimPrefix(err.Error(), "yaml: ")
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			n, _ := strconv.Atoi(m[1]) // digits: an overflow leaves the block's own line
			line, reason = start+max(n-1, 0), strings.TrimPrefix(err.Error(), m[0])
			if strings.HasPrefix(reason, "did not find expected") {
				line++ // these messages of the library count lines from 0, the others from 1
			}
		}
		return "", &SyntaxError{Line: line, Key: "cli.refused.frontMatter", Args: words.Args{"Reason": shown(reason)}}
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return "", nil
	}
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		if v := pairs[i+1]; pairs[i].Value == "title" && v.Kind == yaml.ScalarNode && v.Tag != "!!null" {
			return plain(v.Value), nil
		}
	}
	return "", nil
}
