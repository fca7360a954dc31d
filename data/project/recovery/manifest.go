package recovery

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Manifest says whose a Folder is. It does not change with every edit: how many of those there
// are, the working copy itself knows.
type Manifest struct {
	Session string    `json:"session"` // the name of the folder
	User    string    `json:"user"`
	Host    string    `json:"host"`
	PID     int       `json:"pid"`
	Started time.Time `json:"started"`
	Path    string    `json:"path"`    // the user's file, "" if there is none yet
	Targets []string  `json:"targets"` // every file that was or was to be written, for the sweep
}

const manifestName = "manifest.json"

func readManifest(folder string) (Manifest, error) {
	var m Manifest
	b, err := os.ReadFile(filepath.Join(folder, manifestName))
	if err == nil {
		err = json.Unmarshal(b, &m)
	}
	if err != nil {
		return Manifest{}, fmt.Errorf("read the manifest of a working copy: %w", err)
	}
	return m, nil
}

// withTarget returns m with one more target.
func (m Manifest) withTarget(target string) Manifest {
	if !slices.Contains(m.Targets, target) {
		m.Targets = append(slices.Clone(m.Targets), target)
	}
	return m
}
