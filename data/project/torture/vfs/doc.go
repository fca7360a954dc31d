// Package vfs stands between SQLite and the system: it shows every step that changes a file
// before it is done, and can make it fail. It is for tests alone, and there is nothing in it but
// on Linux.
package vfs
