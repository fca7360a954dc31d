// Package insight says what a map tells: where each curve is lowest and falls deepest, which pains
// nobody answers, which goals are missed, where a channel is lacking, what is unproven, late or
// off its target, and how two maps differ.
//
// Map gathers everything in a Report; a Cache keeps a Report up to date while a project is edited.
// Both are pure functions of a Project, the ID of one of its maps, and a day; a map that is not
// there tells nothing. What each rule says and why stands in docs/method.md. Nothing here holds
// words of a language: Finding.Text looks them up.
package insight
