package journey

// ID names a record for ever. It is a UUID in its text form, is never reused, and is never
// shown to a person. The empty ID means "none".
type ID string

// Kind tells which sort of record an ID belongs to. Its values are the table names of the
// project file and the keys of the JSON exchange format, so they must not change.
type Kind string

// The kinds of records, parents before what refers to them.
const (
	KindInfo        Kind = "info"
	KindImage       Kind = "image"
	KindTag         Kind = "tag"
	KindChannel     Kind = "channel"
	KindPersona     Kind = "persona"
	KindMetric      Kind = "metric"
	KindMap         Kind = "map"
	KindAppearance  Kind = "appearance"
	KindStage       Kind = "stage"
	KindStep        Kind = "step"
	KindLane        Kind = "lane"
	KindCard        Kind = "card"
	KindPoint       Kind = "point"
	KindLink        Kind = "link"
	KindMeasurement Kind = "measurement"
	KindAction      Kind = "action"
	KindComment     Kind = "comment"
)

// Kinds lists every kind, parents before what refers to them: writing in this order never
// leaves a reference to something that is not there yet.
var Kinds = []Kind{
	KindInfo, KindImage, KindTag, KindChannel, KindPersona, KindMetric, KindMap, KindAppearance,
	KindStage, KindStep, KindLane, KindCard, KindPoint, KindLink, KindMeasurement, KindAction,
	KindComment,
}

// Ref points at a record of any kind. The zero Ref points at nothing.
type Ref struct {
	Kind Kind `json:"kind"`
	ID   ID   `json:"id"`
}

// IsZero reports whether r points at nothing.
func (r Ref) IsZero() bool { return r == Ref{} }

// Record is one fact with an ID. Records are plain struct values; a record that has been put
// into a Project is never changed in place, nor are the slices in it.
type Record interface {
	Kind() Kind
	RecordID() ID
}

// RefTo returns the Ref that points at rec.
func RefTo(rec Record) Ref { return Ref{Kind: rec.Kind(), ID: rec.RecordID()} }
