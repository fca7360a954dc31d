package editor

import "jejak/data/journey"

// reveals brings what is selected first into sight after an edit that went well.
func (e *Editor) reveals(err error) error {
	if err == nil && len(e.selection.refs) > 0 {
		e.revealLater(e.selection.refs[0])
	}
	return err
}

// revealLater brings a record into sight as soon as a scene shows it in its new place.
func (e *Editor) revealLater(ref journey.Ref) { e.reveal = ref }
