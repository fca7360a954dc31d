package journey

// Kind and RecordID make Info a Record.
func (r Info) Kind() Kind   { return KindInfo }
func (r Info) RecordID() ID { return r.ID }

// Kind and RecordID make Image a Record.
func (r Image) Kind() Kind   { return KindImage }
func (r Image) RecordID() ID { return r.ID }

// Kind and RecordID make Tag a Record.
func (r Tag) Kind() Kind   { return KindTag }
func (r Tag) RecordID() ID { return r.ID }

// Kind and RecordID make Channel a Record.
func (r Channel) Kind() Kind   { return KindChannel }
func (r Channel) RecordID() ID { return r.ID }

// Kind and RecordID make Persona a Record.
func (r Persona) Kind() Kind   { return KindPersona }
func (r Persona) RecordID() ID { return r.ID }

// Kind and RecordID make Metric a Record.
func (r Metric) Kind() Kind   { return KindMetric }
func (r Metric) RecordID() ID { return r.ID }

// Kind and RecordID make Map a Record.
func (r Map) Kind() Kind   { return KindMap }
func (r Map) RecordID() ID { return r.ID }

// Kind and RecordID make Appearance a Record.
func (r Appearance) Kind() Kind   { return KindAppearance }
func (r Appearance) RecordID() ID { return r.ID }

// Kind and RecordID make Stage a Record.
func (r Stage) Kind() Kind   { return KindStage }
func (r Stage) RecordID() ID { return r.ID }

// Kind and RecordID make Step a Record.
func (r Step) Kind() Kind   { return KindStep }
func (r Step) RecordID() ID { return r.ID }

// Kind and RecordID make Lane a Record.
func (r Lane) Kind() Kind   { return KindLane }
func (r Lane) RecordID() ID { return r.ID }

// Kind and RecordID make Card a Record.
func (r Card) Kind() Kind   { return KindCard }
func (r Card) RecordID() ID { return r.ID }

// Kind and RecordID make Point a Record.
func (r Point) Kind() Kind   { return KindPoint }
func (r Point) RecordID() ID { return r.ID }

// Kind and RecordID make Link a Record.
func (r Link) Kind() Kind   { return KindLink }
func (r Link) RecordID() ID { return r.ID }

// Kind and RecordID make Measurement a Record.
func (r Measurement) Kind() Kind   { return KindMeasurement }
func (r Measurement) RecordID() ID { return r.ID }

// Kind and RecordID make Action a Record.
func (r Action) Kind() Kind   { return KindAction }
func (r Action) RecordID() ID { return r.ID }

// Kind and RecordID make Comment a Record.
func (r Comment) Kind() Kind   { return KindComment }
func (r Comment) RecordID() ID { return r.ID }
