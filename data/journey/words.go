package journey

// The closed vocabularies of the field. Each is stored as its text, so the values must not
// change; the empty value always means "not said". What a person reads for them comes from the
// translation table.

// MapType says what a map shows.
type MapType string

// The four types of map, as in the field's standard literature.
const (
	CurrentState     MapType = "current state"
	DayInTheLife     MapType = "day in the life"
	FutureState      MapType = "future state"
	ServiceBlueprint MapType = "service blueprint"
)

// MapTypes lists the valid map types.
var MapTypes = []MapType{CurrentState, DayInTheLife, FutureState, ServiceBlueprint}

// MapForm says how a map is drawn.
type MapForm string

// The forms.
const (
	FormRow  MapForm = ""     // stages side by side, lanes below each other
	FormRing MapForm = "ring" // stages round a circle, for a journey that begins again
)

// MapForms lists the valid forms of a map.
var MapForms = []MapForm{FormRow, FormRing}

// PairRole says what the map that a map is paired with is to it.
type PairRole string

// The roles.
const (
	PairAsIs    PairRole = ""        // the journey as it is now, which this one is to become of
	PairPlanned PairRole = "planned" // the journey as planned, of which this one is what happened
)

// PairRoles lists the valid roles of the other map of a pair.
var PairRoles = []PairRole{PairAsIs, PairPlanned}

// Band groups stages around the purchase.
type Band string

// The bands.
const (
	NoBand     Band = ""
	BandBefore Band = "before"
	BandDuring Band = "during"
	BandAfter  Band = "after"
)

// Bands lists the valid bands.
var Bands = []Band{NoBand, BandBefore, BandDuring, BandAfter}

// Outcome tells whether a goal or purpose is met.
type Outcome string

// The outcomes.
const (
	OutcomeUnknown Outcome = ""
	OutcomeMet     Outcome = "met"
	OutcomePartly  Outcome = "partly"
	OutcomeUnmet   Outcome = "unmet"
)

// Outcomes lists the valid outcomes.
var Outcomes = []Outcome{OutcomeUnknown, OutcomeMet, OutcomePartly, OutcomeUnmet}

// LaneKind says what a lane holds, and with it how its cards look.
type LaneKind string

// The kinds of lanes.
const (
	LaneTouchpoints   LaneKind = "touchpoints"
	LaneChannels      LaneKind = "channels"
	LaneActions       LaneKind = "actions"
	LaneThoughts      LaneKind = "thoughts"
	LaneEmotions      LaneKind = "emotions"
	LaneQuotes        LaneKind = "quotes"
	LanePains         LaneKind = "pain points"
	LaneOpportunities LaneKind = "opportunities"
	LaneMetrics       LaneKind = "metrics"
	LaneImages        LaneKind = "images"
	LaneText          LaneKind = "text"
	LaneEvidence      LaneKind = "physical evidence"
	LaneFrontstage    LaneKind = "frontstage"
	LaneBackstage     LaneKind = "backstage"
	LaneSupport       LaneKind = "support"
)

// LaneKinds lists the valid kinds of lanes.
var LaneKinds = []LaneKind{
	LaneTouchpoints, LaneChannels, LaneActions, LaneThoughts, LaneEmotions, LaneQuotes, LanePains,
	LaneOpportunities, LaneMetrics, LaneImages, LaneText, LaneEvidence, LaneFrontstage,
	LaneBackstage, LaneSupport,
}

// BlueprintLine is one of the three lines of a service blueprint, drawn below a lane.
type BlueprintLine string

// The lines.
const (
	NoLine                  BlueprintLine = ""
	LineOfInteraction       BlueprintLine = "interaction"
	LineOfVisibility        BlueprintLine = "visibility"
	LineOfInternalInteracts BlueprintLine = "internal interaction"
)

// BlueprintLines lists the valid lines.
var BlueprintLines = []BlueprintLine{NoLine, LineOfInteraction, LineOfVisibility, LineOfInternalInteracts}

// Reach tells whether a channel is online or offline.
type Reach string

// The reaches.
const (
	ReachUnknown Reach = ""
	ReachOnline  Reach = "online"
	ReachOffline Reach = "offline"
)

// Reaches lists the valid reaches.
var Reaches = []Reach{ReachUnknown, ReachOnline, ReachOffline}

// Ownership tells how a company comes by a channel. "organic" and "earned" are one thing.
type Ownership string

// The ownerships.
const (
	OwnershipUnknown Ownership = ""
	OwnershipPaid    Ownership = "paid"
	OwnershipEarned  Ownership = "earned"
	OwnershipOwned   Ownership = "owned"
)

// Ownerships lists the valid ownerships.
var Ownerships = []Ownership{OwnershipUnknown, OwnershipPaid, OwnershipEarned, OwnershipOwned}

// Evidence tells how sure a card is.
type Evidence string

// The degrees of evidence.
const (
	EvidenceUnknown   Evidence = ""
	EvidenceAsserted  Evidence = "asserted"
	EvidenceEvidenced Evidence = "evidenced"
	EvidenceInferred  Evidence = "inferred"
)

// Evidences lists the valid degrees of evidence.
var Evidences = []Evidence{EvidenceUnknown, EvidenceAsserted, EvidenceEvidenced, EvidenceInferred}

// LinkKind says what a link between two cards means.
type LinkKind string

// The kinds of links.
const (
	LinkNext          LinkKind = "next"
	LinkLoopBack      LinkKind = "loop back"
	LinkBranch        LinkKind = "branch"
	LinkChannelSwitch LinkKind = "channel switch"
)

// LinkKinds lists the valid kinds of links.
var LinkKinds = []LinkKind{LinkNext, LinkLoopBack, LinkBranch, LinkChannelSwitch}

// Standard names a built-in metric; the empty Standard is a metric of the user's own.
type Standard string

// The built-in metrics.
const (
	OwnMetric      Standard = ""
	CSAT           Standard = "CSAT"
	NPS            Standard = "NPS"
	CES            Standard = "CES"
	ConversionRate Standard = "conversion rate"
	RepurchaseRate Standard = "repurchase rate"
)

// Standards lists the valid standards.
var Standards = []Standard{OwnMetric, CSAT, NPS, CES, ConversionRate, RepurchaseRate}

// Direction tells which side of a target is the good one.
type Direction string

// The directions.
const (
	HigherIsBetter Direction = "higher"
	LowerIsBetter  Direction = "lower"
)

// Directions lists the valid directions.
var Directions = []Direction{HigherIsBetter, LowerIsBetter}

// Status is how far an action has come.
type Status string

// The statuses.
const (
	StatusIdea    Status = "idea"
	StatusPlanned Status = "planned"
	StatusDoing   Status = "doing"
	StatusDone    Status = "done"
	StatusDropped Status = "dropped"
)

// Statuses lists the valid statuses.
var Statuses = []Status{StatusIdea, StatusPlanned, StatusDoing, StatusDone, StatusDropped}

// Basis tells whether a persona was made up or came from research.
type Basis string

// The bases.
const (
	BasisUnknown    Basis = ""
	BasisFictional  Basis = "fictional"
	BasisResearched Basis = "researched"
)

// Bases lists the valid bases.
var Bases = []Basis{BasisUnknown, BasisFictional, BasisResearched}
