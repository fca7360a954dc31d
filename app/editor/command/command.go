// Package command finds what a person means by a few letters: among the actions of the window, and
// among the maps, stages and cards that can be gone to.
//
// Nothing here is safe for concurrent use.
package command

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jejak/app/editor/find"
)

// Item is one thing that can be chosen.
type Item struct {
	ID     string // told apart by it, and remembered
	Title  string // in the language of the window
	Other  string // what it is called in another language, searched too; may be empty
	Place  bool   // it is gone to, not done
	Off    bool   // it cannot be had now
	Detail string // shown beside it: the shortcut, or where it is
	Icon   string

	plain, otherPlain string // folded, once they were searched
}

// Match is an Item that fits, with the pieces of its title that do.
type Match struct {
	Item  *Item
	Bold  [][2]int // in bytes; empty where only Other fits
	score int
	spans [][2]int // the same in the folded title
}

// PlaceSign asks for places alone when it stands first.
const PlaceSign = "@"

// The most matches that are listed.
const (
	mostActions = 200
	mostPlaces  = 100
	fewPlaces   = 8 // behind actions
)

// Search lists what fits, the best first, what cannot be had now behind what can. recent are IDs, the latest
// first; without a query they come first. Places come behind actions, or alone behind PlaceSign.
func Search(query string, actions, places []*Item, recent []string) []Match {
	query = strings.TrimSpace(query)
	if rest, only := strings.CutPrefix(query, PlaceSign); only {
		return first(ranked(wordsOf(rest), places, nil), mostPlaces)
	}
	words := wordsOf(query)
	list := first(ranked(words, actions, recent), mostActions)
	if utf8.RuneCountInString(query) > 1 {
		list = append(list, first(ranked(words, places, nil), fewPlaces)...)
	}
	return list
}

// first cuts a list and finds out what is bold in what stays.
func first(list []Match, n int) []Match {
	list = list[:min(len(list), n)]
	for i := range list {
		if m := &list[i]; len(m.spans) > 0 {
			f := find.Fold(m.Item.Title)
			for _, s := range m.spans {
				m.Bold = addSpan(m.Bold, f, s[0], s[1])
			}
			m.Bold = merged(m.Bold)
		}
	}
	return list
}

// wordsOf folds a query and parts it at its spaces.
func wordsOf(query string) []string { return strings.Fields(find.Fold(query).Text) }

func ranked(words []string, items []*Item, recent []string) []Match {
	var list []Match
	for _, it := range items {
		m, ok := match(words, it)
		if !ok {
			continue
		}
		if i := slices.Index(recent, it.ID); i >= 0 {
			if len(words) == 0 {
				m.score += 1000 - i
			} else {
				m.score += max(6-i, 1)
			}
		}
		list = append(list, m)
	}
	list = withoutWeak(list, len(words))
	slices.SortStableFunc(list, func(a, b Match) int {
		if a.Item.Off != b.Item.Off {
			if a.Item.Off {
				return 1
			}
			return -1
		}
		if c := cmp.Compare(b.score, a.score); c != 0 {
			return c
		}
		if len(words) == 0 {
			return 0 // as in the menus
		}
		return cmp.Compare(len(a.Item.Title), len(b.Item.Title))
	})
	return list
}

// withoutWeak takes out what only fits letter by letter where something fits by whole words.
func withoutWeak(list []Match, words int) []Match {
	strong := func(m Match) bool { return m.score >= words*atWord-otherName }
	if words == 0 || !slices.ContainsFunc(list, strong) {
		return list
	}
	return slices.DeleteFunc(list, func(m Match) bool { return m.score < words*initials-otherName })
}

// match holds the words against a title, and if that does not fit against its other name.
func match(words []string, it *Item) (Match, bool) {
	m := Match{Item: it}
	if len(words) == 0 {
		return m, true
	}
	if it.plain == "" {
		it.plain, it.otherPlain = find.Fold(it.Title).Text, find.Fold(it.Other).Text
	}
	if score, spans, ok := fit(words, it.plain, it.Place); ok {
		m.score, m.spans = score, spans
		return m, true
	}
	if it.otherPlain == "" {
		return m, false
	}
	score, _, ok := fit(words, it.otherPlain, it.Place)
	m.score = score - otherName
	return m, ok
}

// What a word is worth by where it is found.
const (
	atStart  = 100
	atWord   = 80
	within   = 50
	initials = 45 // its letters begin words: "fs" is "Fit the Selection"
	strewn   = 15 // its letters stand in the title one after another

	otherName = 15 // less, by its name in the other language
)

// fit finds every word in a folded title. Places are not looked for letter by letter: in thousands
// of titles nearly everything would fit.
func fit(words []string, title string, place bool) (score int, spans [][2]int, ok bool) {
	for _, w := range words {
		at := whole(title, w)
		switch {
		case at == 0:
			score += atStart
		case at > 0 && beginsWord(title, at):
			score += atWord
		case at > 0:
			score += within
		}
		if at >= 0 {
			spans = append(spans, [2]int{at, at + len(w)})
			continue
		}
		if place {
			return 0, nil, false
		}
		letters, worth := strew(title, w)
		if letters == nil {
			return 0, nil, false
		}
		score += worth
		for _, at := range letters {
			_, n := utf8.DecodeRuneInString(title[at:])
			spans = append(spans, [2]int{at, at + n})
		}
	}
	return score, spans, true
}

// whole is where a word stands in a text in one piece, at the beginning of a word if it does so
// anywhere; −1: nowhere.
func whole(text, word string) int {
	firstAt := -1
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return firstAt
		}
		at := from + i
		if beginsWord(text, at) {
			return at
		}
		if firstAt < 0 {
			firstAt = at
		}
		_, n := utf8.DecodeRuneInString(text[at:])
		from = at + n
	}
}

func beginsWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return at == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// strew finds the letters of a word one after another: at the beginnings of words if that is
// possible. nil: it is not there.
func strew(text, word string) (at []int, worth int) {
	if at = letters(text, word, true); at != nil {
		return at, initials
	}
	at = letters(text, word, false)
	if at == nil || at[len(at)-1]-at[0] > 3*len(word) {
		return nil, 0 // too far apart to be meant
	}
	return at, strewn
}

func letters(text, word string, initial bool) []int {
	var at []int
	from := 0
	for _, r := range word {
		found := -1
		for i, t := range text[from:] {
			if t == r && (!initial || beginsWord(text, from+i)) {
				found = from + i
				break
			}
		}
		if found < 0 {
			return nil
		}
		at = append(at, found)
		from = found + utf8.RuneLen(r)
	}
	return at
}

// addSpan adds a piece of a folded text as it stands in the original.
func addSpan(bold [][2]int, f find.Folded, from, to int) [][2]int {
	for from > 0 && f.From[from] < 0 {
		from--
	}
	for to < len(f.From)-1 && f.From[to] < 0 {
		to++
	}
	return append(bold, [2]int{f.From[from], f.From[to]})
}

// merged puts pieces in order and joins those that touch.
func merged(bold [][2]int) [][2]int {
	slices.SortFunc(bold, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	var list [][2]int
	for _, b := range bold {
		if n := len(list); n > 0 && b[0] <= list[n-1][1] {
			list[n-1][1] = max(list[n-1][1], b[1])
			continue
		}
		list = append(list, b)
	}
	return list
}

// Remember puts an ID on top of the recent ones.
func Remember(recent []string, id string) []string {
	const most = 12
	list := append([]string{id}, slices.DeleteFunc(slices.Clone(recent), func(r string) bool { return r == id })...)
	return list[:min(len(list), most)]
}
