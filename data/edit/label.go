package edit

import (
	"strings"

	"jejak/assets/words"
)

// Label says what a step of the history does, in the words of the person: "Move 3 cards".
type Label struct {
	Key   string // one of the keys below, or another of assets/words
	Count int    // how many records, for the plural; 0 counts as 1
	Name  string // of the record it is about, where there is one
}

// Text returns the label in a language, in lower case so that it can follow "Undo". A long name is
// cut.
func (l Label) Text(w *words.Table) string {
	if l.Key == "" {
		return ""
	}
	n := l.Count
	if n == 0 {
		n = 1
	}
	const longest = 32 // characters; it stands in a menu
	name := strings.Join(strings.Fields(l.Name), " ")
	if runes := []rune(name); len(runes) > longest {
		name = string(runes[:longest-1]) + "…"
	}
	return w.N(l.Key, n, words.Args{"Name": name})
}

// The keys of labels. Those of cards in the plural, paste and remove count.
const (
	LabelAddMap          = "history.addMap"
	LabelMoveMap         = "history.moveMap"
	LabelRemoveMap       = "history.removeMap"
	LabelAddStage        = "history.addStage"
	LabelMoveStage       = "history.moveStage"
	LabelRemoveStage     = "history.removeStage"
	LabelAddStep         = "history.addStep"
	LabelMoveStep        = "history.moveStep"
	LabelRemoveStep      = "history.removeStep"
	LabelAddLane         = "history.addLane"
	LabelMoveLane        = "history.moveLane"
	LabelRemoveLane      = "history.removeLane"
	LabelAddCard         = "history.addCard"
	LabelMoveCards       = "history.moveCards"
	LabelRemoveCards     = "history.removeCards"
	LabelDuplicateCards  = "history.duplicateCards"
	LabelPaste           = "history.paste"
	LabelRename          = "history.rename"
	LabelText            = "history.text"
	LabelUpdate          = "history.update"
	LabelRemove          = "history.remove"
	LabelEmotion         = "history.emotion"
	LabelAddPoint        = "history.addPoint"
	LabelRemovePoint     = "history.removePoint"
	LabelAddLink         = "history.addLink"
	LabelRemoveLink      = "history.removeLink"
	LabelMoveLink        = "history.moveLink"
	LabelLinkKind        = "history.linkKind"
	LabelWidth           = "history.width"
	LabelHeight          = "history.height"
	LabelSpan            = "history.span"
	LabelChannel         = "history.channel"
	LabelAddPersona      = "history.addPersona"
	LabelMovePersona     = "history.movePersona"
	LabelRemovePersona   = "history.removePersona"
	LabelAddChannel      = "history.addChannel"
	LabelRemoveChannel   = "history.removeChannel"
	LabelAddTag          = "history.addTag"
	LabelAddImage        = "history.addImage"
	LabelAddMetric       = "history.addMetric"
	LabelAddMeasurement  = "history.addMeasurement"
	LabelAddAction       = "history.addAction"
	LabelMoveAction      = "history.moveAction"
	LabelAddComment      = "history.addComment"
	LabelImport          = "history.import"
	LabelTemplate        = "history.template"
	LabelProjectSettings = "history.project"
	LabelCurves          = "history.curves"
)
