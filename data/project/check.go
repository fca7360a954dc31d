package project

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/project/lite"
	"jejak/data/project/row"
)

// Problem is a kind of fault in a file.
type Problem string

// The kinds of faults.
const (
	BadPage      Problem = "page"      // SQLite finds the file's pages damaged
	BadReference Problem = "reference" // a row refers to one that is not there
	BadDigest    Problem = "digest"    // something was changed by other means than this program
	BadRows      Problem = "rows"      // tables, columns or rows are not what they must be
	BadContent   Problem = "content"   // the journey contradicts itself: see Finding.Content
)

// Problems lists every Problem.
var Problems = []Problem{BadPage, BadReference, BadDigest, BadRows, BadContent}

// Finding is one fault of a file.
type Finding struct {
	Problem Problem
	Detail  string           // in English, for those who want to know exactly
	Content *journey.Finding // for BadContent alone
}

// Text returns the finding as one line in a language.
func (f Finding) Text(w *words.Table) string {
	if f.Content != nil {
		return f.Content.Text(w)
	}
	return w.F("file."+string(f.Problem), words.Args{"Detail": f.Detail})
}

// maxFindings is how many faults of one sort Check lists.
const maxFindings = 100

// Check returns every fault it finds in the file at path, nil for a sound one. It reads a private
// copy that is gone afterwards, and writes nothing to path or beside it. The error is an
// *OpenError for what cannot be looked at at all: a missing file, another program's file, one of a
// newer version.
func Check(path string) ([]Finding, error) {
	var list []Finding
	err := withCopy(path, func(copied string, h header) error {
		ctx, cancel := context.WithTimeout(context.Background(), deadline(h.size))
		defer cancel()
		conn, err := lite.Untrusted(ctx, copied)
		if err != nil {
			return err
		}
		list, err = checkOn(conn, path, h)
		return errors.Join(err, conn.Close())
	})
	if err != nil {
		return nil, asOpenError(path, err)
	}
	return list, nil
}

func checkOn(conn *lite.Conn, path string, h header) ([]Finding, error) {
	if h.version > Version {
		if m, err := row.ReadMeta(conn); err != nil || m.MinReader > Version {
			return nil, openError(path, Newer, err)
		}
	}
	if _, err := lite.Tables(conn); err != nil {
		// What should not be there may compute for as long as it likes once something is read.
		return []Finding{{Problem: BadRows, Detail: err.Error()}}, nil
	}
	var list []Finding
	err := lite.Integrity(conn, maxFindings, func(s string) error {
		list = append(list, Finding{Problem: BadPage, Detail: s})
		return nil
	})
	if err != nil {
		// A page that stops the check itself is one more fault, not a reason to say nothing.
		list = append(list, Finding{Problem: BadPage, Detail: err.Error()})
	}
	found, err := readContents(conn, h.version)
	if errors.Is(err, row.ErrTooMany) {
		return nil, err
	}
	if err != nil {
		return append(list, Finding{Problem: BadRows, Detail: err.Error()}), nil
	}
	if found.Digest != found.Meta.Digest {
		list = append(list, Finding{Problem: BadDigest, Detail: "computed " + found.Digest})
	}
	if err := checkShape(conn, h.version); err != nil {
		list = append(list, Finding{Problem: BadRows, Detail: err.Error()})
	}
	list = append(list, checkReferences(conn)...)
	for _, c := range journey.Validate(found.Project) {
		list = append(list, Finding{Problem: BadContent, Detail: string(c.Code), Content: &c})
	}
	return list, nil
}

// errEnough ends a query early.
var errEnough = errors.New("enough")

func checkReferences(conn *lite.Conn) []Finding {
	var list []Finding
	err := conn.Each("PRAGMA foreign_key_check", func(v []driver.Value) error {
		if len(list) == maxFindings {
			return errEnough
		}
		list = append(list, Finding{Problem: BadReference, Detail: fmt.Sprintf("table %v, row %v, to table %v", v[0], v[1], v[2])})
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		list = append(list, Finding{Problem: BadReference, Detail: err.Error()})
	}
	return list
}
