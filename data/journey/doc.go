// Package journey holds the facts of a project: what a customer journey is made of, how the
// facts belong together, what differs between two states of them, and whether they make sense.
//
// A Project is an immutable value. Changing it means building another one, which shares all
// that did not change; a Project may be read from any goroutine. Records refer to each other
// by ID only. Order among siblings is kept in fractional ranks (see Rank), ties broken by ID, so
// that two edited copies of a file can be merged.
package journey
