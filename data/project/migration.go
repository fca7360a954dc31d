package project

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"jejak/data/project/lite"
)

//go:embed migrations/*.sql
var embedded embed.FS

// migration brings a database from one version to the next.
type migration struct {
	version int // it brings the database to this version
	name    string
	sql     string
}

// migrations are all there are, version 1 first.
var migrations = func() []migration {
	dir, err := fs.Sub(embedded, "migrations")
	if err != nil {
		panic(err) // the name is fixed: cannot happen
	}
	m, err := readMigrations(dir)
	if err != nil {
		panic(err) // the files are embedded: every test would show it
	}
	return m
}()

// Version is the version of the project file that this program writes.
var Version = len(migrations)

// readMigrations reads NNNN_name.sql files, whose numbers must be 1, 2, 3 …
func readMigrations(dir fs.FS) ([]migration, error) {
	names, err := fs.Glob(dir, "*.sql") // sorted
	if err != nil {
		return nil, err
	}
	var list []migration
	for i, name := range names {
		number, _, _ := strings.Cut(path.Base(name), "_")
		version, err := strconv.Atoi(number)
		if err != nil || version != i+1 {
			return nil, fmt.Errorf("migration %s: its number should be %d", name, i+1)
		}
		sql, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		list = append(list, migration{version: version, name: name, sql: string(sql)})
	}
	return list, nil
}

// migrate brings the database to the last version of list, all in one transaction.
func migrate(c *lite.Conn, list []migration) error {
	return c.Transaction(func() error {
		have, err := c.Number("PRAGMA user_version")
		if err != nil {
			return err
		}
		for _, m := range list {
			if m.version <= int(have) {
				continue
			}
			if err := c.Exec(m.sql); err != nil {
				return fmt.Errorf("migration %s: %w", m.name, err)
			}
			if err := c.Exec(fmt.Sprintf("PRAGMA user_version = %d", m.version)); err != nil {
				return fmt.Errorf("migration %s: %w", m.name, err)
			}
		}
		return nil
	})
}
