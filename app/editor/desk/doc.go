// Package desk is what gestures reckon with, without doing anything: which part of a scene is
// seen, what stands where in it, and what lies over it.
//
// Everything here is a plain value, or reads a scene that does not change. View coordinates are
// pixels of the board, origin top left; scene coordinates are points.
package desk
