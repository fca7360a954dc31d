package journey

// Field rules for all records: the json tag is also the column of the project file. Allowed
// field types are string and types based on it, int, float64, *float64 (nil: no value), bool,
// []byte, []ID and Ref (stored as two columns, NAME_kind and NAME_id). Dates are "YYYY-MM-DD" or empty;
// instants are Unix milliseconds, 0 for none. An optional reference is the empty ID.

// Info is what is said of the project as a whole. A project has exactly one.
type Info struct {
	ID       ID     `json:"id"`
	Title    string `json:"title"`
	Owner    string `json:"owner"`
	Language string `json:"language"` // "en" or "id": the language of the fixed words on its maps
	Palette  string `json:"palette"`  // name of a palette of canvas/style; empty: the default
	Version  string `json:"version"`  // the user's own words, such as "version 7"
	Date     string `json:"date"`
	Note     string `json:"note"`
}

// Image is a picture kept in the project.
type Image struct {
	ID     ID     `json:"id"`
	Name   string `json:"name"`
	Alt    string `json:"alt"`   // what is to be seen, for those who cannot
	Media  string `json:"media"` // "image/png" or "image/jpeg"
	Width  int    `json:"width"` // pixels
	Height int    `json:"height"`
	Data   []byte `json:"data"`
}

// Tag is a word cards can be grouped by.
type Tag struct {
	ID    ID     `json:"id"`
	Rank  Rank   `json:"rank"`
	Name  string `json:"name"`
	Color string `json:"color"` // "#RRGGBB" or empty
}

// Channel is a way in which customer and company meet.
type Channel struct {
	ID        ID        `json:"id"`
	Rank      Rank      `json:"rank"`
	Name      string    `json:"name"`
	Icon      string    `json:"icon"` // name of an icon of assets/icons; empty: by the name
	Reach     Reach     `json:"reach"`
	Ownership Ownership `json:"ownership"`
	Cost      string    `json:"cost"`    // the user's words
	Revenue   string    `json:"revenue"` // the user's words
	Note      string    `json:"note"`
}

// Persona is a customer as the project imagines or found them.
type Persona struct {
	ID           ID     `json:"id"`
	Rank         Rank   `json:"rank"`
	Name         string `json:"name"`
	Summary      string `json:"summary"` // one line: "Commutes 11 km a day, 29"
	Quote        string `json:"quote"`   // without quotation marks
	Age          string `json:"age"`
	Occupation   string `json:"occupation"`
	Background   string `json:"background"`
	Goals        string `json:"goals"`
	Needs        string `json:"needs"`
	Motivations  string `json:"motivations"`
	Frustrations string `json:"frustrations"`
	Technology   string `json:"technology"`
	Segment      string `json:"segment"` // market segment and its size
	ChannelIDs   []ID   `json:"channel_ids"`
	ImageID      ID     `json:"image_id"`
	Color        string `json:"color"` // "#RRGGBB" or empty: by the order on the map
	Basis        Basis  `json:"basis"`
	Source       string `json:"source"`
}

// Metric defines something that can be measured; its values are Measurements.
type Metric struct {
	ID        ID        `json:"id"`
	Rank      Rank      `json:"rank"`
	Name      string    `json:"name"`
	Standard  Standard  `json:"standard"`
	Unit      string    `json:"unit"` // such as "%", "min", "of 5"
	Min       *float64  `json:"min"`
	Max       *float64  `json:"max"`
	Direction Direction `json:"direction"`
	Decimals  int       `json:"decimals"` // digits shown behind the decimal mark, 0 to 4
	Formula   string    `json:"formula"`
}

// Map is one journey map.
type Map struct {
	ID           ID       `json:"id"`
	Rank         Rank     `json:"rank"`
	Title        string   `json:"title"`
	Type         MapType  `json:"type"`
	Scenario     string   `json:"scenario"`
	Expectations string   `json:"expectations"`
	Author       string   `json:"author"`
	Version      string   `json:"version"`
	Date         string   `json:"date"`
	Cycle        bool     `json:"cycle"` // the last stage leads to the first
	Form         MapForm  `json:"form"`
	PairID       ID       `json:"pair_id"`    // the map this one is compared with
	PairRole     PairRole `json:"pair_role"`  // what that map is to this one
	DerivedID    ID       `json:"derived_id"` // the map this one was built on
	Palette      string   `json:"palette"`    // empty: the project's
	Review       string   `json:"review"`     // date on which the team will look at the map again
}

// Appearance puts a persona on a map.
type Appearance struct {
	ID        ID   `json:"id"`
	MapID     ID   `json:"map_id"`
	PersonaID ID   `json:"persona_id"`
	Rank      Rank `json:"rank"`
	Hidden    bool `json:"hidden"`
	Focused   bool `json:"focused"`
}

// Stage is a phase of the journey: a column of the map.
type Stage struct {
	ID      ID      `json:"id"`
	MapID   ID      `json:"map_id"`
	Rank    Rank    `json:"rank"`
	Title   string  `json:"title"`
	Goal    string  `json:"goal"` // what the customer wants to reach in it
	Outcome Outcome `json:"outcome"`
	Band    Band    `json:"band"`
	Note    string  `json:"note"`
	Color   string  `json:"color"` // "#RRGGBB" or empty: by the order
	Width   float64 `json:"width"` // points; 0: by the style sheet
}

// Step divides a stage.
type Step struct {
	ID      ID      `json:"id"`
	StageID ID      `json:"stage_id"`
	Rank    Rank    `json:"rank"`
	Title   string  `json:"title"`
	Note    string  `json:"note"`
	Width   float64 `json:"width"` // points; 0: by the style sheet
}

// Lane is a row of the map.
type Lane struct {
	ID        ID            `json:"id"`
	MapID     ID            `json:"map_id"`
	Rank      Rank          `json:"rank"`
	LaneKind  LaneKind      `json:"lane_kind"`
	Title     string        `json:"title"`
	Hint      string        `json:"hint"`       // second voice under the title
	Height    float64       `json:"height"`     // points; 0: by its content
	PersonaID ID            `json:"persona_id"` // empty: all personas
	Hidden    bool          `json:"hidden"`
	Line      BlueprintLine `json:"line"` // drawn below the lane
}

// Card is one thing said in one cell. In a touchpoints lane it is a touchpoint.
type Card struct {
	ID             ID       `json:"id"`
	MapID          ID       `json:"map_id"`
	StageID        ID       `json:"stage_id"`
	StepID         ID       `json:"step_id"` // empty: the stage as a whole
	LaneID         ID       `json:"lane_id"`
	Rank           Rank     `json:"rank"`
	Span           int      `json:"span"` // columns covered; 0 and 1 both mean one
	Title          string   `json:"title"`
	Text           string   `json:"text"`
	Icon           string   `json:"icon"`
	Color          string   `json:"color"` // "#RRGGBB" or empty
	TagIDs         []ID     `json:"tag_ids"`
	ChannelID      ID       `json:"channel_id"`
	Owner          string   `json:"owner"`
	Link           string   `json:"link"` // a web address
	Evidence       Evidence `json:"evidence"`
	Source         string   `json:"source"`
	Verified       string   `json:"verified"` // date of the last check
	Severity       int      `json:"severity"` // of a pain: 0 not said, 1 mild … 3 severe
	Impact         int      `json:"impact"`   // 0 not said, 1 … 5
	Value          int      `json:"value"`    // of an opportunity: 0 not said, 1 … 5
	Effort         int      `json:"effort"`   // of an opportunity: 0 not said, 1 … 5
	GoalID         ID       `json:"goal_id"`  // the stage whose goal it serves
	Purpose        string   `json:"purpose"`  // of a touchpoint
	Outcome        Outcome  `json:"outcome"`  // whether the purpose is met
	MomentOfTruth  bool     `json:"moment_of_truth"`
	LoyaltyBreaker bool     `json:"loyalty_breaker"`
	ImageID        ID       `json:"image_id"`
}

// Point is how a persona feels at one moment: one point of their curve.
type Point struct {
	ID        ID      `json:"id"`
	MapID     ID      `json:"map_id"`
	PersonaID ID      `json:"persona_id"`
	At        Ref     `json:"at"`    // a touchpoint (card), a step or a stage
	Value     float64 `json:"value"` // −2 very negative … +2 very positive
	Note      string  `json:"note"`
}

// Link joins two cards of one map.
type Link struct {
	ID       ID       `json:"id"`
	MapID    ID       `json:"map_id"`
	FromID   ID       `json:"from_id"`
	ToID     ID       `json:"to_id"`
	LinkKind LinkKind `json:"link_kind"`
	Label    string   `json:"label"` // the condition of a branch, or a remark
}

// Measurement is one value of a metric, at a map, a stage or a card.
type Measurement struct {
	ID       ID       `json:"id"`
	MetricID ID       `json:"metric_id"`
	At       Ref      `json:"at"`
	Value    *float64 `json:"value"`
	Target   *float64 `json:"target"`
	Date     string   `json:"date"`
	Source   string   `json:"source"`
}

// Action is something the team will do about what the map shows.
type Action struct {
	ID         ID     `json:"id"`
	Rank       Rank   `json:"rank"`
	Title      string `json:"title"`
	Note       string `json:"note"`
	Owner      string `json:"owner"`
	Department string `json:"department"`
	Status     Status `json:"status"`
	Due        string `json:"due"`
	CardID     ID     `json:"card_id"` // the pain point or opportunity it answers
}

// Comment is a remark anchored to any record.
type Comment struct {
	ID       ID     `json:"id"`
	At       Ref    `json:"at"`
	ReplyID  ID     `json:"reply_id"` // the comment it answers
	Author   string `json:"author"`
	Text     string `json:"text"`
	Created  int    `json:"created"` // Unix milliseconds
	Resolved bool   `json:"resolved"`
}
