package journey

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Project is everything one file holds. It is an immutable value: copy it freely, read it from
// any goroutine, and get a changed one from With, Without or Apply.
type Project struct {
	Infos        Table[Info]
	Images       Table[Image]
	Tags         Table[Tag]
	Channels     Table[Channel]
	Personas     Table[Persona]
	Metrics      Table[Metric]
	Maps         Table[Map]
	Appearances  Table[Appearance]
	Stages       Table[Stage]
	Steps        Table[Step]
	Lanes        Table[Lane]
	Cards        Table[Card]
	Points       Table[Point]
	Links        Table[Link]
	Measurements Table[Measurement]
	Actions      Table[Action]
	Comments     Table[Comment]
}

// Info returns what is said of the project as a whole; the zero Info if there is none yet.
func (p Project) Info() Info {
	var found Info
	for in := range p.Infos.All() {
		if found.ID == "" || in.ID < found.ID {
			found = in
		}
	}
	return found
}

// Get returns the record that ref points at.
func (p Project) Get(ref Ref) (Record, bool) {
	t := tableOf(ref.Kind)
	if t == nil {
		return nil, false
	}
	return t.get(p, ref.ID)
}

// Has reports whether ref points at a record that is there.
func (p Project) Has(ref Ref) bool {
	t := tableOf(ref.Kind)
	return t != nil && t.has(p, ref.ID)
}

// With returns p with rec put in, in place of one of the same kind and ID if there is one.
// It panics on a Record type that this package does not define: that is a mistake in the program.
func (p Project) With(rec Record) Project {
	t := tableOf(rec.Kind())
	if t == nil {
		panic(fmt.Sprintf("journey: unknown kind of record %T", rec))
	}
	return t.with(p, rec)
}

// Without returns p without the record that ref points at.
func (p Project) Without(ref Ref) Project {
	t := tableOf(ref.Kind)
	if t == nil {
		return p
	}
	return t.without(p, ref.ID)
}

// Records yields every record, parents before what refers to them, by ID within a kind.
func (p Project) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, k := range Kinds {
			recs := tableOf(k).list(p)
			slices.SortFunc(recs, func(a, b Record) int {
				return strings.Compare(string(a.RecordID()), string(b.RecordID()))
			})
			for _, rec := range recs {
				if !yield(rec) {
					return
				}
			}
		}
	}
}

// Unordered yields every record, parents before what refers to them, in no order within a kind.
func (p Project) Unordered() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, k := range Kinds {
			for rec := range p.OfKind(k) {
				if !yield(rec) {
					return
				}
			}
		}
	}
}

// OfKind yields the records of one kind, in no order.
func (p Project) OfKind(k Kind) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		if t := tableOf(k); t != nil {
			t.all(p, yield)
		}
	}
}

// Len returns the number of records of all kinds.
func (p Project) Len() int {
	n := 0
	for _, k := range Kinds {
		n += tableOf(k).len(p)
	}
	return n
}

// FromRecords builds a Project of many records at once. Of two records of one kind and ID the
// later stays.
func FromRecords(recs []Record) Project {
	byKind := map[Kind][]Record{}
	for _, rec := range recs {
		byKind[rec.Kind()] = append(byKind[rec.Kind()], rec)
	}
	var p Project
	for k, list := range byKind {
		if t := tableOf(k); t != nil {
			p = t.fill(p, list)
		}
	}
	return p
}

// access is how generic code reaches the table of one kind.
type access interface {
	get(p Project, id ID) (Record, bool)
	has(p Project, id ID) bool
	with(p Project, rec Record) Project
	without(p Project, id ID) Project
	all(p Project, yield func(Record) bool)
	list(p Project) []Record
	len(p Project) int
	fill(p Project, recs []Record) Project
	zero() Record
}

type accessor[T Record] struct {
	field func(*Project) *Table[T]
}

func (a accessor[T]) get(p Project, id ID) (Record, bool) {
	rec, ok := a.field(&p).Get(id)
	return rec, ok
}

func (a accessor[T]) has(p Project, id ID) bool { return a.field(&p).Has(id) }

func (a accessor[T]) with(p Project, rec Record) Project {
	t := a.field(&p)
	*t = t.With(rec.(T))
	return p
}

func (a accessor[T]) without(p Project, id ID) Project {
	t := a.field(&p)
	*t = t.Without(id)
	return p
}

func (a accessor[T]) all(p Project, yield func(Record) bool) {
	for rec := range a.field(&p).each() {
		if !yield(*rec) {
			return
		}
	}
}

func (a accessor[T]) list(p Project) []Record {
	t := a.field(&p)
	recs := make([]Record, 0, t.Len())
	for rec := range t.All() {
		recs = append(recs, rec)
	}
	return recs
}

func (a accessor[T]) len(p Project) int { return a.field(&p).Len() }

func (a accessor[T]) fill(p Project, recs []Record) Project {
	typed := make([]T, 0, len(recs))
	for _, rec := range recs {
		typed = append(typed, rec.(T))
	}
	*a.field(&p) = TableOf(typed)
	return p
}

func (a accessor[T]) zero() Record {
	var z T
	return z
}

func tableOf(k Kind) access { return accessors[k] }

var accessors = map[Kind]access{
	KindInfo:        accessor[Info]{func(p *Project) *Table[Info] { return &p.Infos }},
	KindImage:       accessor[Image]{func(p *Project) *Table[Image] { return &p.Images }},
	KindTag:         accessor[Tag]{func(p *Project) *Table[Tag] { return &p.Tags }},
	KindChannel:     accessor[Channel]{func(p *Project) *Table[Channel] { return &p.Channels }},
	KindPersona:     accessor[Persona]{func(p *Project) *Table[Persona] { return &p.Personas }},
	KindMetric:      accessor[Metric]{func(p *Project) *Table[Metric] { return &p.Metrics }},
	KindMap:         accessor[Map]{func(p *Project) *Table[Map] { return &p.Maps }},
	KindAppearance:  accessor[Appearance]{func(p *Project) *Table[Appearance] { return &p.Appearances }},
	KindStage:       accessor[Stage]{func(p *Project) *Table[Stage] { return &p.Stages }},
	KindStep:        accessor[Step]{func(p *Project) *Table[Step] { return &p.Steps }},
	KindLane:        accessor[Lane]{func(p *Project) *Table[Lane] { return &p.Lanes }},
	KindCard:        accessor[Card]{func(p *Project) *Table[Card] { return &p.Cards }},
	KindPoint:       accessor[Point]{func(p *Project) *Table[Point] { return &p.Points }},
	KindLink:        accessor[Link]{func(p *Project) *Table[Link] { return &p.Links }},
	KindMeasurement: accessor[Measurement]{func(p *Project) *Table[Measurement] { return &p.Measurements }},
	KindAction:      accessor[Action]{func(p *Project) *Table[Action] { return &p.Actions }},
	KindComment:     accessor[Comment]{func(p *Project) *Table[Comment] { return &p.Comments }},
}

// ZeroOf returns an empty record of that kind, or nil for a kind that is not known.
func ZeroOf(k Kind) Record {
	t := tableOf(k)
	if t == nil {
		return nil
	}
	return t.zero()
}
