package project

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// TestOwnTablesAreRefused: what only a working copy has must not come in with a stranger's file.
func TestOwnTablesAreRefused(t *testing.T) {
	for _, sql := range []string{`CREATE TABLE "_step" (n INTEGER)`, `CREATE TABLE "_other" (n INTEGER)`, ownSchema} {
		path := saved(t, small())
		alter(t, path, sql)
		_, err := Open(path, WorkingIn(filepath.Join(t.TempDir(), "work")))
		var open *OpenError
		if !errors.As(err, &open) || open.Reason != Damaged || !strings.Contains(err.Error(), "schema") {
			t.Errorf("%s: %v", sql, err)
		}
	}
}
