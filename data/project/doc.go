// Package project is the project file: it opens, checks, changes and saves one .jejak file.
//
// A .jejak file is one SQLite 3 database without sidecar files: application_id 0x4A656A6B
// ("Jejk"), user_version the number of its last migration, STRICT tables named like the kinds of
// records, a column for each field, and three rules that let versions of the program share it:
//
//   - ext, a JSON text on each table, and columns and tables that this version does not know
//     are kept as they are: changes name the columns that they mean.
//   - meta.min_reader and meta.min_writer say which version a program must have to read and to
//     change the file.
//   - meta.digest is a hash of everything in the file, so that damage which leaves a valid
//     database (a half-synced copy, a flipped bit in a text) is noticed too.
//
// SQLite never opens the user's file for writing. Open copies it to a working copy in a folder of
// the machine's own, where each Write is one durable transaction (WAL mode). Publish makes a
// compact copy beside the target, verifies it and renames it into place, so the target is
// always either the old file or the new one. A lock file beside it is advice; that the file still
// holds the state this one was made from (meta.rev) is what Publish insists on.
//
// The working copy holds, beside the tables of the file, the history and what has been published
// of it, in tables that no published file has (own.go). It outlives its process: see Leftovers.
//
// The schema is written down in migrations/. Under this package: lite is SQLite as it is used here,
// row how records become rows, recovery the folders of working copies, lock the lock files, disk
// the file system; page, rescue and mend read what SQLite refuses.
package project
