package torture

import (
	"crypto/sha256"
	"database/sql/driver"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
	"slices"

	"github.com/mattn/go-sqlite3"
)

// database is a file opened as another program would, to make something else of it.
type database struct{ *sqlite3.SQLiteConn }

func openDatabase(path string) (database, error) {
	var d sqlite3.SQLiteDriver
	c, err := d.Open(path)
	if err != nil {
		return database{}, err
	}
	return database{c.(*sqlite3.SQLiteConn)}, nil
}

// each calls f for the rows of a query.
func (d database) each(query string, f func(columns []string, row []driver.Value) error) (err error) {
	r, err := d.Query(query, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	columns := r.Columns()
	for {
		row := make([]driver.Value, len(columns))
		err := r.Next(row)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = f(columns, row)
		}
		if err != nil {
			return err
		}
	}
}

// sign puts the right digest into a file, as a careful forger would. It is written after what the
// documentation of the file says, and shares no code with the program.
func (d database) sign() error {
	sum := new(big.Int)
	add := func(b []byte) {
		h := sha256.Sum256(b)
		slices.Reverse(h[:]) // the sum counts the first byte least
		sum.Add(sum, new(big.Int).SetBytes(h[:]))
	}
	err := d.each("PRAGMA user_version", func(_ []string, row []driver.Value) error {
		add(binary.BigEndian.AppendUint64([]byte("jejak\x00"), uint64(row[0].(int64))))
		return nil
	})
	var tables []string
	if err == nil {
		err = d.each("SELECT name FROM sqlite_schema WHERE type = 'table'", func(_ []string, row []driver.Value) error {
			tables = append(tables, row[0].(string))
			return nil
		})
	}
	if err != nil {
		return err
	}
	for _, table := range tables {
		err := d.each(fmt.Sprintf(`SELECT * FROM "%s"`, table), func(columns []string, row []driver.Value) (err error) {
			b := text(nil, 't', table)
			for i, v := range row {
				b = text(b, 'c', columns[i])
				if table == "meta" && columns[i] == "digest" {
					v = nil
				}
				if b, err = value(b, v); err != nil {
					return err
				}
			}
			add(b)
			return nil
		})
		if err != nil {
			return err
		}
	}
	out := sum.FillBytes(make([]byte, 64))[32:]
	slices.Reverse(out)
	_, err = d.Exec(`UPDATE "meta" SET "digest" = ?`, []driver.Value{hex.EncodeToString(out)})
	return err
}

func text(b []byte, tag byte, s string) []byte {
	return append(binary.BigEndian.AppendUint64(append(b, tag), uint64(len(s))), s...)
}

func value(b []byte, v driver.Value) ([]byte, error) {
	switch x := v.(type) {
	case nil:
		return append(b, 'n'), nil
	case int64:
		return binary.BigEndian.AppendUint64(append(b, 'i'), uint64(x)), nil
	case float64:
		return binary.BigEndian.AppendUint64(append(b, 'f'), math.Float64bits(x)), nil
	case string:
		return text(b, 's', x), nil
	case []byte:
		return append(binary.BigEndian.AppendUint64(append(b, 'b'), uint64(len(x))), x...), nil
	}
	return nil, fmt.Errorf("a value of type %T", v)
}
