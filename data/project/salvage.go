package project

import (
	"errors"
	"slices"

	"github.com/google/uuid"

	"jejak/data/journey"
	"jejak/data/project/mend"
	"jejak/data/project/rescue"
)

// Loss is one thing that Salvage could not save as it was.
type Loss = mend.Loss

// Salvage returns what can be read from the project file at path, made sound, however damaged it
// is, and what was lost; no Loss means that the file is sound. It writes nothing anywhere. The
// error is an *OpenError for what holds nothing that can be saved, and for a file that only a newer
// version of the program may read.
func Salvage(path string) (journey.Project, []Loss, error) {
	p, err := Read(path)
	if err == nil {
		p, losses := mend.Project(p, newRecordID)
		return p, losses, nil
	}
	var why *OpenError
	if !errors.As(err, &why) || !slices.Contains([]Reason{NotProject, NotOurs, Damaged, Newer}, why.Reason) {
		return journey.Project{}, nil, err
	}
	src, info, openErr := openRegular(path)
	if openErr != nil {
		return journey.Project{}, nil, openErr
	}
	var schema []string
	for _, m := range migrations {
		schema = append(schema, m.sql)
	}
	sorted, readErr := rescue.Read(src, info.Size(), schema)
	if closeErr := src.Close(); readErr == nil {
		readErr = closeErr
	}
	if readErr != nil {
		return journey.Project{}, nil, openError(path, Unreadable, readErr)
	}
	if why.Reason == Newer && sorted.MinReader > int64(Version) || len(sorted.Records) == 0 {
		return journey.Project{}, nil, err
	}
	p, losses := sorted.Project(newRecordID)
	return p, losses, nil
}

func newRecordID() journey.ID { return journey.ID(uuid.NewString()) }
