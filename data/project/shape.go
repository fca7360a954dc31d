package project

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"jejak/data/project/lite"
)

// shape says of each table how its columns are made, as far as that decides what can be written to them.
// The digest is of what stands in the tables alone: damage to how they are made would show at the
// first edit.
type shape map[string][]string

// shapeOf reads the shape of a database.
func shapeOf(c *lite.Conn) (shape, error) {
	names, err := lite.Tables(c)
	if err != nil {
		return nil, err
	}
	s := shape{}
	for _, name := range names {
		s[name] = []string{}
		add := func(columns ...int) func([]driver.Value) error {
			return func(v []driver.Value) error {
				parts := make([]string, len(columns))
				for i, n := range columns {
					parts[i] = fmt.Sprintf("%v", v[n])
				}
				s[name] = append(s[name], strings.Join(parts, " "))
				return nil
			}
		}
		err := errors.Join(
			c.Each("PRAGMA table_info("+lite.Quoted(name)+")", add(1, 2, 3, 4, 5)),
			c.Each("PRAGMA foreign_key_list("+lite.Quoted(name)+")", func(v []driver.Value) error {
				if to, _ := v[2].(string); !slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, to) }) {
					return fmt.Errorf("table %s refers to %q, which is not there", name, to)
				}
				return add(3, 2, 4, 5, 6, 7)(v)
			}),
		)
		if err != nil {
			return nil, err
		}
	}
	return s, nil
}

// shapes are those of files of each version, version 1 first.
var shapes = sync.OnceValues(func() (list []shape, err error) {
	c, err := lite.Memory()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	for i := range migrations {
		if err := migrate(c, migrations[:i+1]); err != nil {
			return nil, err
		}
		s, err := shapeOf(c)
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, nil
})

// checkShape reports a database of some version whose tables are not made as that version makes them.
// There may be more of them and more in them. What a newer version makes is not known.
func checkShape(c *lite.Conn, version int) error {
	got, err := shapeOf(c)
	if err != nil || version > Version {
		return err
	}
	all, err := shapes()
	if err != nil {
		return err
	}
	for table, columns := range all[version-1] {
		for _, column := range columns {
			if !slices.Contains(got[table], column) {
				return fmt.Errorf("table %s has no column made as %q", table, column)
			}
		}
	}
	return nil
}
