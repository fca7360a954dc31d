package page

import "encoding/binary"

// maxDepth is far above the depth of a tree of 2^32 rows.
const maxDepth = 20

// table returns the rows in the tree whose top is page root.
func (f *file) table(root int64, keep func([]any) bool) ([]Row, error) {
	var rows []Row
	err := f.walk(root, 0, tableInner, tableLeaf, func(no int64, b []byte, head int64) error {
		if b[head] != tableLeaf {
			return nil
		}
		found, err := f.leaf(no, b, head, keep)
		rows = append(rows, found...)
		return err
	})
	return rows, err
}

// maxKeys is how many entries of an index are read.
const maxKeys = 1 << 18

// keys returns the texts that come first in the entries of an index.
func (f *file) keys(root int64) ([]string, error) {
	var keys []string
	err := f.walk(root, 0, indexInner, indexLeaf, func(no int64, b []byte, head int64) error {
		inner := int64(0)
		if b[head] == indexInner {
			inner = 4
		}
		return f.cells(no, b, head, func(at int64) (bool, error) {
			size, n := varint(b, at+inner)
			values, ok, err := f.payload(b, at+inner+n, size, false)
			if ok && len(values) > 0 {
				if s, isText := values[0].(string); isText && len(keys) < maxKeys {
					keys = append(keys, s)
				}
			}
			return ok, err
		})
	})
	return keys, err
}

// walk calls visit for the pages of a tree, each once, whatever they lead to. Pages of another kind,
// and those that another tree holds, are bad.
func (f *file) walk(no int64, depth int, inner, leaf byte, visit func(no int64, b []byte, head int64) error) error {
	b, err := f.page(no)
	if err != nil {
		return err
	}
	head := int64(0)
	if no == 1 {
		head = 100
	}
	if b == nil || f.seen[no] || depth > maxDepth || b[head] != inner && b[head] != leaf {
		f.bad[no] = true
		return nil
	}
	f.seen[no] = true
	if err := visit(no, b, head); err != nil || b[head] == leaf {
		return err
	}
	err = f.cells(no, b, head, func(at int64) (bool, error) {
		return true, f.walk(int64(binary.BigEndian.Uint32(b[at:])), depth+1, inner, leaf, visit)
	})
	if err != nil {
		return err
	}
	return f.walk(int64(binary.BigEndian.Uint32(b[head+8:])), depth+1, inner, leaf, visit)
}

// cells calls f with the place of each cell of a page; f says whether it is sound.
func (f *file) cells(no int64, b []byte, head int64, cell func(at int64) (bool, error)) error {
	array := head + 8
	if b[head] == indexInner || b[head] == tableInner {
		array += 4
	}
	n := int64(binary.BigEndian.Uint16(b[head+3:]))
	if array+2*n > f.usable {
		f.bad[no] = true
		n = (f.usable - array) / 2
	}
	for i := range n {
		at := int64(binary.BigEndian.Uint16(b[array+2*i:]))
		if at < array || at > f.usable-4 {
			f.bad[no] = true
			continue
		}
		ok, err := cell(at)
		if err != nil {
			return err
		}
		if !ok {
			f.bad[no] = true
		}
	}
	return nil
}

// leaf returns the rows of one leaf of a table that are to be kept.
func (f *file) leaf(no int64, b []byte, head int64, keep func([]any) bool) ([]Row, error) {
	f.seen[no] = true
	var rows []Row
	err := f.cells(no, b, head, func(at int64) (bool, error) {
		size, n := varint(b, at)
		number, m := varint(b, at+n)
		values, ok, err := f.payload(b, at+n+m, size, true)
		if ok && len(values) > 0 && keep(values) {
			rows = append(rows, Row{Number: number, Values: values})
		}
		return ok, err
	})
	return rows, err
}
