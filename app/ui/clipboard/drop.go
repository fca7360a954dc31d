package clipboard

import (
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"jejak/assets/words"
	"jejak/data/exchange"
)

// Drop is what files are for that were dropped onto a window. Of projects and journeys the first
// counts: a window shows one.
type Drop struct {
	Project  string   // empty: none
	Journey  string   // in another format; empty: none
	Texts    []string // and tables
	Pictures []string // and what is not known: reading it tells why not
}

// Sort finds out what files are for, by their names and, where these say nothing, by how they begin.
func Sort(paths []string) Drop {
	var d Drop
	first := func(to *string, path string) {
		if *to == "" {
			*to = path
		}
	}
	for _, path := range paths {
		switch strings.ToLower(filepath.Ext(path)) {
		case ".jejak":
			first(&d.Project, path)
		case ".json", ".mmd", ".mermaid":
			first(&d.Journey, path)
		case ".txt", ".md", ".csv", ".tsv":
			d.Texts = append(d.Texts, path)
		default:
			if begins(path, "SQLite format 3\x00") {
				first(&d.Project, path)
			} else {
				d.Pictures = append(d.Pictures, path)
			}
		}
	}
	return d
}

func begins(path, magic string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() // it was only read
	head := make([]byte, len(magic))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == magic
}

// ReadText reads a file that should be a text. The error is a *FileError.
func ReadText(path string) ([]byte, error) {
	data, err := func() ([]byte, error) {
		info, err := os.Stat(path) // before opening it: a pipe would wait for a writer
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() {
			return nil, errors.New("it is no file")
		}
		if info.Size() > mostText {
			return nil, &Trouble{key: "clip.trouble.text"}
		}
		return os.ReadFile(path)
	}()
	if err != nil {
		return nil, &FileError{path, err}
	}
	return data, nil
}

// Texts reads files as one text to be pasted: lines as they are, tables as spreadsheets put them on
// the clipboard.
func Texts(paths []string) (string, error) {
	var parts []string
	for _, path := range paths {
		data, err := ReadText(path)
		if err != nil {
			return "", err
		}
		text := strings.ToValidUTF8(strings.TrimPrefix(string(data), "\ufeff"), "\ufffd")
		if strings.EqualFold(filepath.Ext(path), ".csv") {
			text = Table(text)
		}
		parts = append(parts, strings.TrimRight(text, "\r\n"))
	}
	return strings.Join(parts, "\n"), nil
}

// Table turns a table with separators into one with tabs. What is no such table stays as it is.
func Table(text string) string {
	head, _, _ := strings.Cut(text, "\n")
	comma := ','
	if n := strings.Count(head, ";"); n > 0 && n >= strings.Count(head, ",") {
		comma = ';' // what spreadsheets write where the comma is the decimal mark
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	rows, err := r.ReadAll()
	if err != nil {
		return text
	}
	return exchange.FormatTable(rows)
}

// mostLines is how many things a dialog tells one by one.
const mostLines = 4

// Lines tells of errors that were joined, each on a line, the first of them.
func Lines(w *words.Table, err error, sentence func(error) string) string {
	list := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		list = joined.Unwrap()
	}
	var lines []string
	for _, e := range list[:min(len(list), mostLines)] {
		lines = append(lines, sentence(e))
	}
	return strings.Join(withRest(w, lines, len(list)), "\n")
}

// Notes tells what was not understood of a file, the first of it.
func Notes(w *words.Table, notes []exchange.Note) string {
	var lines []string
	for _, n := range notes[:min(len(notes), mostLines)] {
		lines = append(lines, n.Text(w))
	}
	return strings.Join(withRest(w, lines, len(notes)), "\n")
}

func withRest(w *words.Table, lines []string, all int) []string {
	if rest := all - len(lines); rest > 0 {
		lines = append(lines, w.N("clip.more", rest, nil))
	}
	return lines
}
