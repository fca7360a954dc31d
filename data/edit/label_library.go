package edit

// The keys of labels of whole maps and of what the project has in store for all its maps.
const (
	LabelDuplicateMap     = "history.duplicateMap"
	LabelDuplicatePersona = "history.duplicatePersona"
	LabelPortrait         = "history.portrait"
	LabelPersonaOnMap     = "history.personaOnMap"
	LabelPersonaOffMap    = "history.personaOffMap"
	LabelMoveChannel      = "history.moveChannel"
	LabelMergeChannels    = "history.mergeChannels"
	LabelMoveTag          = "history.moveTag"
	LabelMergeTags        = "history.mergeTags"
	LabelRemoveTag        = "history.removeTag"
)
