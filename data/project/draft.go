package project

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"jejak/data/project/lite"
	"jejak/data/project/row"
)

// stageName is the name of the copy, in the working copy's folder, that what is the working copy's
// own is taken out of.
const stageName = "stage" + Extension

// snapshot writes a compact copy of the working copy to the file at to, without anything that was
// deleted and without the history, and returns how many edits are in it. It goes through
// connections of its own, so that Keep can go on. There are two copies, because what is dropped
// from one leaves its bytes there.
func (f *File) snapshot(to string) (edits int64, err error) {
	stage := filepath.Join(f.folder.Path(), stageName)
	remove := func() error {
		if err := f.options.disk.Remove(stage); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := remove(); err != nil {
		return 0, workError(f.path, err)
	}
	defer func() { err = errors.Join(err, remove()) }()
	conn, err := lite.Connect(f.work(), lite.Snapshot)
	if err != nil {
		return 0, workError(f.path, err)
	}
	err = errors.Join(conn.Exec("VACUUM INTO ?", stage), conn.Close())
	if err != nil {
		return 0, workError(f.path, err)
	}
	if conn, err = lite.Connect(stage, lite.Stage); err != nil {
		return 0, workError(f.path, err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	own, _, _, err := readOwn(conn)
	if err != nil {
		return 0, workError(f.path, err)
	}
	if err := conn.Exec(dropOwnSchema); err != nil {
		return 0, workError(f.path, err)
	}
	if err := dropAssets(conn); err != nil {
		return 0, workError(f.path, err)
	}
	return own.edits, conn.Exec("VACUUM INTO ?", to)
}

// finish makes a copy ready to be published: a revision of its own, made from that of base, the
// digest, and a last look at whether it is sound. It returns its meta row.
func finish(draft string, base row.Meta) (row.Meta, error) {
	conn, err := lite.Connect(draft, lite.Draft)
	if err != nil {
		return row.Meta{}, err
	}
	m, err := finishOn(conn, base)
	return m, errors.Join(err, conn.Close())
}

func finishOn(conn *lite.Conn, base row.Meta) (row.Meta, error) {
	if err := conn.Exec(`UPDATE "meta" SET "rev" = ?, "base_rev" = ?`, newRev(), base.Rev); err != nil {
		return row.Meta{}, err
	}
	version, err := conn.Number("PRAGMA user_version")
	if err != nil {
		return row.Meta{}, err
	}
	found, err := readContents(conn, int(version))
	if err != nil {
		return row.Meta{}, err
	}
	found.Meta.Digest = found.Digest
	if err := conn.Exec(`UPDATE "meta" SET "digest" = ?`, found.Digest); err != nil {
		return row.Meta{}, err
	}
	return found.Meta, verify(conn, found)
}

// dropAssets deletes the assets that no row refers to. Columns of newer versions that refer to assets
// are found by their foreign keys.
func dropAssets(conn *lite.Conn) error {
	names, err := lite.Tables(conn)
	if err != nil {
		return err
	}
	var uses []string
	for _, table := range names {
		err := conn.Each("PRAGMA foreign_key_list("+lite.Quoted(table)+")", func(v []driver.Value) error {
			parent, _ := v[2].(string)
			from, _ := v[3].(string)
			if strings.EqualFold(parent, "asset") && from != "" {
				uses = append(uses, fmt.Sprintf(`NOT EXISTS (SELECT 1 FROM %s AS "user" WHERE "user".%s = "asset"."hash")`, lite.Quoted(table), lite.Quoted(from)))
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if len(uses) == 0 {
		return nil
	}
	return conn.Exec(`DELETE FROM "asset" WHERE ` + strings.Join(uses, " AND "))
}

// metaOf reads what the file at path says of itself.
func metaOf(path string) (row.Meta, error) {
	src, info, err := openRegular(path)
	if err != nil {
		return row.Meta{}, err
	}
	_, err = readHeader(src, info, path)
	if err := errors.Join(err, src.Close()); err != nil {
		return row.Meta{}, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), deadline(info.Size()))
	defer cancel()
	conn, err := lite.Untrusted(ctx, path)
	if err != nil {
		return row.Meta{}, err
	}
	m, err := row.ReadMeta(conn)
	if err := errors.Join(err, conn.Close()); err != nil {
		return row.Meta{}, asOpenError(path, err)
	}
	return m, nil
}
