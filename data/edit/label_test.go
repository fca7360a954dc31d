package edit

import (
	"strings"
	"testing"

	"jejak/assets/words"
)

func TestLabelText(t *testing.T) {
	for _, c := range []struct {
		label  Label
		en, id string
	}{
		{Label{Key: LabelMoveCards, Count: 3}, "move 3 cards", "pemindahan 3 kartu"},
		{Label{Key: LabelMoveCards, Count: 1, Name: "Chat"}, "move card “Chat”", "pemindahan kartu “Chat”"},
		{Label{Key: LabelMoveCards}, "move card", "pemindahan kartu"},
		{Label{Key: LabelAddStage}, "add stage", "penambahan tahap"},
		{Label{Key: LabelRename, Name: "two\nlines"}, "rename “two lines”", "penggantian nama “two lines”"},
		{Label{Key: LabelRename, Name: strings.Repeat("é", 50)}, "rename “" + strings.Repeat("é", 31) + "…”", "penggantian nama “" + strings.Repeat("é", 31) + "…”"},
		{Label{}, "", ""},
	} {
		if got := c.label.Text(words.In("en")); got != c.en {
			t.Errorf("en: %q, want %q", got, c.en)
		}
		if got := c.label.Text(words.In("id")); got != c.id {
			t.Errorf("id: %q, want %q", got, c.id)
		}
	}
}

// Every key of the history gives a text in every language, for one and for several.
func TestEveryLabelHasWords(t *testing.T) {
	labels := 0
	for _, lang := range words.Languages {
		keys, err := words.Keys(lang)
		if err != nil {
			t.Fatal(err)
		}
		for key := range keys {
			if !strings.HasPrefix(key, "history.") || strings.HasPrefix(key, "history.refused.") {
				continue
			}
			labels++
			for _, n := range []int{0, 1, 2, 5} {
				s := Label{Key: key, Count: n, Name: "N"}.Text(words.In(lang))
				if s == "" || strings.ContainsAny(s, "[<{") {
					t.Errorf("%s %s for %d: %q", lang, key, n, s)
				}
			}
		}
	}
	if labels < 2*len(labelKeys) {
		t.Errorf("%d labels in the tables, %d in this package", labels, len(labelKeys))
	}
	for _, key := range labelKeys {
		if s := (Label{Key: key}).Text(words.In("en")); strings.Contains(s, "[") {
			t.Errorf("no words for %s", key)
		}
	}
}

// labelKeys are those of this package; assets/words finds the ones that nobody uses.
var labelKeys = []string{
	LabelAddMap, LabelMoveMap, LabelRemoveMap, LabelAddStage, LabelMoveStage, LabelRemoveStage, LabelAddStep,
	LabelMoveStep, LabelRemoveStep, LabelAddLane, LabelMoveLane, LabelRemoveLane, LabelAddCard, LabelMoveCards,
	LabelRemoveCards, LabelDuplicateCards, LabelPaste, LabelRename, LabelText, LabelUpdate, LabelRemove, LabelEmotion,
	LabelAddPoint, LabelRemovePoint, LabelAddLink, LabelRemoveLink, LabelAddPersona, LabelMovePersona,
	LabelRemovePersona, LabelAddChannel, LabelRemoveChannel, LabelAddTag, LabelAddImage, LabelAddMetric,
	LabelAddMeasurement, LabelAddAction, LabelMoveAction, LabelAddComment, LabelImport, LabelTemplate, LabelProjectSettings,
	LabelMoveLink, LabelLinkKind, LabelWidth, LabelHeight, LabelSpan, LabelChannel, LabelCurves,
}
