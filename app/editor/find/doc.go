// Package find searches every text of a project, walks what it has found and replaces it.
//
// A Book is a picture of one Project and may be read from any goroutine; a Finder belongs to one.
package find
