package project

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/uuid"
)

// Publish makes target the file that holds what the working copy holds, at the latest moment that
// is whole when it begins. The target is replaced in one step, and is left as it is if anything
// fails. If it is the file that was opened or last published and somebody else changed it since,
// it is not replaced either (Changed). Writes may go on meanwhile. Errors are *SaveError.
func (f *File) Publish(target string) error {
	f.publishing.Lock()
	defer f.publishing.Unlock()
	f.mu.Lock()
	open, path, base := f.conn != nil, f.path, f.meta
	f.mu.Unlock()
	if !open {
		return saveError(target, NoWorkspace, errClosed)
	}
	real, mode, err := examine(target)
	if err != nil {
		return err
	}
	if path != target {
		base.rev = "" // another file than the one this is based on: replaced whatever it holds
	}
	published, err := f.publish(real, mode, base)
	if err != nil {
		return asSaveError(target, err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.path, f.meta = target, published
	err = f.conn.exec(`UPDATE "meta" SET "rev" = ?, "base_rev" = ?`, published.rev, published.baseRev)
	if err != nil {
		return workError(target, err)
	}
	return nil
}

// examine tells what Publish will replace: the file at the end of links, and its permissions, 0 if
// there is none.
func examine(target string) (real string, mode os.FileMode, err error) {
	real, err = filepath.EvalSymlinks(target)
	if errors.Is(err, fs.ErrNotExist) {
		return target, 0, nil
	}
	if err != nil {
		return "", 0, asSaveError(target, err)
	}
	info, err := os.Stat(real)
	switch {
	case err != nil:
		return "", 0, asSaveError(target, err)
	case info.IsDir():
		return "", 0, saveError(target, Directory, nil)
	case !info.Mode().IsRegular():
		return "", 0, saveError(target, NotRegular, nil)
	case info.Mode().Perm()&0o222 == 0:
		return "", 0, saveError(target, ReadOnly, nil) // a rename would replace it all the same
	}
	w, err := os.OpenFile(real, os.O_WRONLY, 0)
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return "", 0, asSaveError(target, err)
	}
	return real, info.Mode().Perm(), nil
}

// publish replaces the file at target and returns the meta row that it has now.
func (f *File) publish(target string, mode os.FileMode, base meta) (published meta, err error) {
	dir, name := filepath.Split(target)
	draft := filepath.Join(dir, "."+name+"."+uuid.NewString()+".tmp~")
	disk := f.options.disk
	if err := disk.Create(draft, 0o666); err != nil {
		return meta{}, fmt.Errorf("make a temporary file beside it: %w", err)
	}
	defer func() {
		if err != nil {
			if e := disk.Remove(draft); e != nil && !errors.Is(e, fs.ErrNotExist) {
				err = errors.Join(err, e)
			}
		}
	}()
	if err := f.snapshot(draft); err != nil {
		return meta{}, fmt.Errorf("copy the project: %w", err)
	}
	if published, err = finish(draft, f.published()); err != nil {
		return meta{}, fmt.Errorf("make the copy ready: %w", err)
	}
	if mode != 0 {
		// Some shares refuse this; a file with the usual permissions is better than none.
		if err := disk.Chmod(draft, mode); err != nil && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, errors.ErrUnsupported) {
			return meta{}, err
		}
	}
	if err := disk.Sync(draft); err != nil {
		return meta{}, err
	}
	if base.rev != "" {
		if err := checkBase(target, base.rev); err != nil {
			return meta{}, err
		}
	}
	if err := disk.Rename(draft, target); err != nil {
		return meta{}, err
	}
	return published, disk.SyncFolder(filepath.Clean(dir + "."))
}

// published returns the meta row of the last published state.
func (f *File) published() meta {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.meta
}

// snapshot writes a compact copy of the working copy, without anything that was deleted, through a
// connection of its own, so that Writes can go on.
func (f *File) snapshot(to string) error {
	conn, err := connect(f.work(), setSnapshot)
	if err != nil {
		return err
	}
	uri, err := fileURI(to)
	if err == nil {
		err = conn.exec("VACUUM INTO ?", uri)
	}
	return errors.Join(err, conn.close())
}

// finish turns a copy of the working copy into a file to be published, and verifies it.
func finish(draft string, base meta) (meta, error) {
	conn, err := connect(draft, setDraft)
	if err != nil {
		return meta{}, err
	}
	m, err := finishOn(conn, base)
	return m, errors.Join(err, conn.close())
}

func finishOn(conn *connection, base meta) (meta, error) {
	removed, err := dropAssets(conn)
	if err != nil {
		return meta{}, err
	}
	if err := conn.exec(`UPDATE "meta" SET "rev" = ?, "base_rev" = ?`, uuid.NewString(), base.rev); err != nil {
		return meta{}, err
	}
	if removed {
		if err := conn.exec("VACUUM"); err != nil { // what was deleted must not be in the file
			return meta{}, err
		}
	}
	version, err := conn.number("PRAGMA user_version")
	if err != nil {
		return meta{}, err
	}
	found, err := readContents(conn, int(version))
	if err != nil {
		return meta{}, err
	}
	found.meta.digest = found.digest
	if err := conn.exec(`UPDATE "meta" SET "digest" = ?`, found.digest); err != nil {
		return meta{}, err
	}
	return found.meta, verify(conn, found)
}

// dropAssets deletes the assets that no row refers to, and reports whether there were any. Columns of
// newer versions that refer to assets are found by their foreign keys.
func dropAssets(conn *connection) (bool, error) {
	names, err := tables(conn)
	if err != nil {
		return false, err
	}
	var uses []string
	for _, table := range names {
		err := conn.each("PRAGMA foreign_key_list("+quoted(table)+")", func(v []driver.Value) error {
			parent, _ := v[2].(string)
			from, _ := v[3].(string)
			if strings.EqualFold(parent, "asset") && from != "" {
				uses = append(uses, fmt.Sprintf(`NOT EXISTS (SELECT 1 FROM %s AS "user" WHERE "user".%s = "asset"."hash")`, quoted(table), quoted(from)))
			}
			return nil
		})
		if err != nil {
			return false, err
		}
	}
	if len(uses) == 0 {
		return false, nil
	}
	if err := conn.exec(`DELETE FROM "asset" WHERE ` + strings.Join(uses, " AND ")); err != nil {
		return false, err
	}
	n, err := conn.number("SELECT changes()")
	return n > 0, err
}

// checkBase reports Changed if the file at target is not the published state rev. A file that is gone is
// no hindrance: the work goes where its owner wants it.
func checkBase(target, rev string) error {
	src, info, err := openRegular(target)
	if err == nil {
		_, err = readHeader(src, info, target)
		err = errors.Join(err, src.Close())
	}
	var found meta
	if err == nil {
		var conn *connection
		if conn, err = connectUntrusted(target); err == nil {
			found, err = readMeta(conn)
			err = errors.Join(err, conn.close())
		}
	}
	var gone *OpenError
	switch {
	case errors.As(err, &gone) && gone.Reason == Missing:
		return nil
	case err != nil:
		return saveError(target, Changed, err)
	case found.rev != rev:
		return saveError(target, Changed, fmt.Errorf("it holds the state %s, not %s", found.rev, rev))
	}
	return nil
}
