package lite

import "github.com/mattn/go-sqlite3"

// readingPragmas are those that the checks of a file use.
var readingPragmas = map[string]bool{
	"table_info": true, "table_xinfo": true, "index_xinfo": true, "foreign_key_list": true,
	"integrity_check": true, "foreign_key_check": true, "user_version": true,
}

// authorize allows reading plain tables, and nothing else: whatever a file's schema holds, it
// cannot make SQLite write, attach, call a function or run a query that never ends. SQLite's
// SQLITE_DBCONFIG_DEFENSIVE, which the driver cannot set, would add nothing to that: it keeps SQL
// from writing to the schema, and here nothing writes at all.
func authorize(op int, name, _, _ string) int {
	switch {
	case op == sqlite3.SQLITE_SELECT, op == sqlite3.SQLITE_READ, op == sqlite3.SQLITE_PRAGMA && readingPragmas[name]:
		return sqlite3.SQLITE_OK
	}
	return sqlite3.SQLITE_DENY
}
