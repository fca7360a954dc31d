// Package page reads rows out of the pages of a SQLite file that SQLite itself refuses: one that
// was cut off, has parts of another file in it, or was written over. It follows the file format
// (https://sqlite.org/fileformat2.html), trusts no number in the file, and skips what it does not
// understand. It runs no SQL and changes nothing.
package page

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The kinds of pages that hold rows or lead to them.
const (
	indexInner = 0x02
	tableInner = 0x05
	indexLeaf  = 0x0A
	tableLeaf  = 0x0D
)

// usualSize is the page size of a file whose header does not say one that can be.
const usualSize = 4096

// Row is one row of a table as it is stored: without the columns that were added to the table after it,
// with NULL for an integer primary key, and with an integer where a whole number is a REAL.
type Row struct {
	Number int64 // the rowid
	Values []any // nil, int64, float64, string or []byte; the row's own
}

// Table is what was found of one table.
type Table struct {
	Name string
	SQL  string // the statement that made it
	Rows []Row
	Keys []string // the texts that its first index names, with or without their rows
}

// Found is everything that was found in a file.
type Found struct {
	Tables []Table
	Loose  []Row // rows in pages that no table leads to
	Bad    int   // pages that should hold rows and cannot be read, in whole or in part
}

// maxValue is the length of the longest row that is read, in bytes.
const maxValue = 100 << 20

// Read finds every row in r, which has size bytes. keep is asked about each row, with the name of its
// table, "" for a loose one; those that it does not want are not in Found, and take no memory. Values
// that it keeps it must not change. The error is one of reading r.
func Read(r io.ReaderAt, size int64, keep func(table string, values []any) bool) (Found, error) {
	f := &file{in: r, size: size, keep: keep}
	if err := f.measure(); err != nil {
		return Found{}, err
	}
	if err := f.dropFree(); err != nil {
		return Found{}, err
	}
	schema, err := f.table(1, func([]any) bool { return true })
	if err != nil {
		return Found{}, err
	}
	if err := f.tables(schema); err != nil {
		return Found{}, err
	}
	if err := f.strays(); err != nil {
		return Found{}, err
	}
	f.found.Bad = len(f.bad)
	return f.found, nil
}

// file is one file being read.
type file struct {
	in       io.ReaderAt
	size     int64
	pageSize int64
	usable   int64 // of a page; the rest is kept for extensions
	keep     func(table string, values []any) bool
	seen     map[int64]bool // pages that belong somewhere
	bad      map[int64]bool
	found    Found
}

// count returns the number of pages, a last one that was cut off among them.
func (f *file) count() int64 { return (f.size + f.pageSize - 1) / f.pageSize }

// measure finds the size of the pages: what the header says, or the usual one if more pages look
// like pages with it.
func (f *file) measure() error {
	f.seen, f.bad = map[int64]bool{}, map[int64]bool{}
	var head [100]byte
	if _, err := f.in.ReadAt(head[:], 0); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	f.pageSize, f.usable = usualSize, usualSize
	said := int64(binary.BigEndian.Uint16(head[16:]))
	if said == 1 {
		said = 1 << 16
	}
	if said < 512 || said&(said-1) != 0 || said == usualSize {
		return nil
	}
	usual, err := f.likely()
	if err != nil {
		return err
	}
	f.pageSize, f.usable = said, said
	other, err := f.likely()
	if err == nil && usual >= other {
		f.pageSize, f.usable = usualSize, usualSize
	}
	return err
}

// likely counts the bytes in pages that begin like one.
func (f *file) likely() (int64, error) {
	n := int64(0)
	for no := int64(2); no <= f.count(); no++ {
		var b [1]byte
		if _, err := f.in.ReadAt(b[:], (no-1)*f.pageSize); err != nil && !errors.Is(err, io.EOF) {
			return 0, err
		}
		if bytes.IndexByte([]byte{indexInner, tableInner, indexLeaf, tableLeaf}, b[0]) >= 0 {
			n += f.pageSize
		}
	}
	return n, nil
}

// page returns the bytes of a page, with zeros for what was cut off; nil if there is no such page.
func (f *file) page(no int64) ([]byte, error) {
	if no < 1 || no > f.count() {
		return nil, nil
	}
	b := make([]byte, f.pageSize)
	if _, err := f.in.ReadAt(b, (no-1)*f.pageSize); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read page %d: %w", no, err)
	}
	return b, nil
}

// dropFree marks the pages of the free list as seen: what they hold was deleted.
func (f *file) dropFree() error {
	head, err := f.page(1)
	if err != nil || head == nil {
		return err
	}
	trunk := int64(binary.BigEndian.Uint32(head[32:]))
	for trunk > 1 && trunk <= f.count() && !f.seen[trunk] {
		b, err := f.page(trunk)
		if err != nil {
			return err
		}
		n := int64(binary.BigEndian.Uint32(b[4:]))
		if n > f.usable/4-2 || strings.IndexByte("\x02\x05\x0a\x0d", b[0]) >= 0 {
			return nil // not a page of the free list
		}
		f.seen[trunk] = true
		for i := range n {
			if leaf := int64(binary.BigEndian.Uint32(b[8+4*i:])); leaf > 1 && leaf <= f.count() {
				f.seen[leaf] = true
			}
		}
		trunk = int64(binary.BigEndian.Uint32(b))
	}
	return nil
}

// tables reads every table that the schema names.
func (f *file) tables(schema []Row) error {
	at := map[string]int{}
	type index struct {
		table string
		root  int64
	}
	var indexes []index
	for _, r := range schema {
		if len(r.Values) != 5 {
			continue
		}
		kind, _ := r.Values[0].(string)
		name, _ := r.Values[1].(string)
		root, _ := r.Values[3].(int64)
		sql, _ := r.Values[4].(string)
		_, twice := at[name]
		switch table, first := strings.CutPrefix(name, "sqlite_autoindex_"); {
		case kind == "table" && name != "" && !twice && !first:
			rows, err := f.table(root, func(values []any) bool { return f.keep(name, values) })
			if err != nil {
				return err
			}
			at[name] = len(f.found.Tables)
			f.found.Tables = append(f.found.Tables, Table{Name: name, SQL: sql, Rows: rows})
		case kind == "index" && first:
			indexes = append(indexes, index{strings.TrimSuffix(table, "_1"), root})
		}
	}
	for _, x := range indexes {
		i, ok := at[x.table]
		if !ok {
			continue
		}
		keys, err := f.keys(x.root)
		if err != nil {
			return err
		}
		f.found.Tables[i].Keys = keys
	}
	return nil
}

// strays reads the leaves of tables that no tree led to.
func (f *file) strays() error {
	for no := int64(2); no <= f.count(); no++ {
		if f.seen[no] {
			continue
		}
		b, err := f.page(no)
		if err != nil {
			return err
		}
		if b[0] == tableLeaf {
			rows, err := f.leaf(no, b, 0, func(values []any) bool { return f.keep("", values) })
			if err != nil {
				return err
			}
			f.found.Loose = append(f.found.Loose, rows...)
		}
	}
	return nil
}
