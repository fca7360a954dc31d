// Package exchange reads and writes projects in formats other than the project file: Mermaid's
// user journey diagrams and Jejak's own JSON.
//
// Readers take whatever they are given: bad input ends in an error that names the place, never in
// a panic, and what could only be read in part is told in Notes. All functions may be called from
// any goroutine.
package exchange
