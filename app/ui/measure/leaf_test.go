package measure

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/editor/measure"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/app/ui/picture"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	edits "jejak/data/edit/measure"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

const today = "2026-11-22"

func num(v float64) *float64 { return &v }

func ref(kind journey.Kind, id journey.ID) journey.Ref { return journey.Ref{Kind: kind, ID: id} }

// shop is a map of two stages in which three things were measured.
func shop(more ...journey.Record) journey.Project {
	sat, cvr := journey.CSAT.Metric(), journey.ConversionRate.Metric()
	sat.ID, sat.Rank, sat.Name = "sat", "a", "Satisfaction"
	cvr.ID, cvr.Rank, cvr.Name = "cvr", "b", "Conversion"
	buy := ref(journey.KindStage, "buy")
	return journey.FromRecords(append([]journey.Record{
		journey.Info{ID: "i", Language: "en"},
		journey.Map{ID: "m", Rank: "a", Title: "Repair", Type: journey.CurrentState}, journey.Map{ID: "n", Rank: "b", Title: "Rental", Type: journey.CurrentState},
		journey.Stage{ID: "look", MapID: "m", Rank: "a", Title: "Look"}, journey.Stage{ID: "buy", MapID: "m", Rank: "b", Title: "Buy"},
		journey.Stage{ID: "rent", MapID: "n", Rank: "a", Title: "Rent"},
		journey.Lane{ID: "t", MapID: "m", Rank: "a", LaneKind: journey.LaneTouchpoints},
		journey.Card{ID: "pay", MapID: "m", StageID: "buy", LaneID: "t", Rank: "a", Title: "Pays"},
		sat, cvr,
		journey.Measurement{ID: "v1", MetricID: "sat", At: buy, Date: "2026-01-01", Value: num(60), Target: num(80), Source: "Survey"},
		journey.Measurement{ID: "v2", MetricID: "sat", At: buy, Date: "2026-05-01", Value: num(85), Target: num(80)},
		journey.Measurement{ID: "v3", MetricID: "cvr", At: ref(journey.KindStage, "look"), Date: "2026-05-01", Value: num(40)},
		journey.Measurement{ID: "v4", MetricID: "sat", At: ref(journey.KindStage, "rent"), Date: "2026-05-01", Value: num(140)},
	}, more...))
}

// rig is a leaf in a window of its own, beside an editor that draws at once.
type rig struct {
	*Leaf
	t      *testing.T
	doc    *edit.Document
	ed     *editor.Editor
	did    string // what the leaf asked of its window last
	copied string
}

func newRig(t *testing.T, lang string, p journey.Project) *rig {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	r := &rig{t: t, doc: edit.NewDocument(p, journeytest.IDs())}
	r.ed = editor.New(r.doc, editor.Options{Words: words.In(lang), Measurer: picture.Measurer(),
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) { done(picture.Of(p, id)) }})
	r.ed.Resize(geom.Size{W: 1200, H: 800}, 1)
	win := test.NewTempWindow(t, nil)
	did := func(s string) func() { return func() { r.did = s } }
	r.Leaf = New(Options{
		Editor: r.ed, Canvas: win.Canvas(), Words: words.In(lang), Today: func() string { return today },
		Change:  func(l edit.Label, f func(*edit.Tx) error) error { _, err := r.doc.Do(l, f); return err },
		Metrics: func(id journey.ID) { r.did = "metrics " + string(id) },
		Paste:   did("paste"), Copy: func(s string) { r.copied = s }, Import: did("import"), Export: did("export"),
		Show: func(at journey.Ref) { r.did = "show " + string(at.ID) }, Run: func(id editor.ActionID) { r.did = string(id) },
		Close: did("close"), Keep: func(State) {},
	}, State{})
	r.ed.Subscribe(r.Update)
	win.SetContent(r.Object())
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1000, 800))
	return r
}

func (r *rig) key(name fyne.KeyName) { r.table.TypedKey(&fyne.KeyEvent{Name: name}) }

// typed types into a field of the detail and leaves it.
func (r *rig) typed(field, text string) {
	f := r.detail.fields[field]
	r.o.Canvas.Focus(f)
	f.SetText(text)
	r.o.Canvas.Unfocus()
}

func (r *rig) value(id journey.ID) journey.Measurement {
	m, _ := r.doc.Project().Measurements.Get(id)
	return m
}

func (r *rig) step() string {
	l, _ := r.doc.UndoLabel()
	return l.Key
}

// tell is the table as it is read: heads with #, the chosen line with >.
func (r *rig) tell() string {
	var list []string
	for _, l := range r.Lines() {
		s := "# " + l.Metric.Name
		if !l.Head {
			s = l.Place
			if l.Key() == r.state.Key {
				s = "> " + s
			}
		}
		list = append(list, s)
	}
	return strings.Join(list, ", ")
}

func TestWalkingAndAllMaps(t *testing.T) {
	r := newRig(t, "en", shop())
	if got := r.tell(); got != "# Satisfaction, Buy, # Conversion, Look" || r.detail.object.Visible() {
		t.Fatalf("%s, detail seen: %v", got, r.detail.object.Visible())
	}
	r.key(fyne.KeyDown)
	r.key(fyne.KeyDown)
	if got := r.tell(); got != "# Satisfaction, Buy, # Conversion, > Look" || r.detail.title.Text() != "Conversion · Look" {
		t.Errorf("%s: %q", got, r.detail.title.Text())
	}
	r.all[1].Tapped(nil)
	if got := r.tell(); got != "# Satisfaction, Buy, Rent, # Conversion, > Look" || len(r.funnels.Objects) != 0 {
		t.Errorf("%s", got)
	}
	r.all[0].Tapped(nil)
	if len(r.funnels.Objects) == 0 {
		t.Error("the funnel of the map is not seen")
	}
	r.key(fyne.KeyEscape)
	if got := r.tell(); strings.Contains(got, ">") || r.detail.object.Visible() {
		t.Errorf("%s", got)
	}
	r.key(fyne.KeyEscape)
	if r.did != "close" {
		t.Errorf("Esc does %q", r.did)
	}
}

func TestHistoryIsEdited(t *testing.T) {
	r := newRig(t, "id", shop())
	r.Choose(measure.Key{Metric: "sat", At: ref(journey.KindStage, "buy")})
	if r.detail.chosen != "v2" || r.detail.fields["date"].Text != "1 Mei 2026" {
		t.Fatalf("in hand is %s, %q", r.detail.chosen, r.detail.fields["date"].Text)
	}
	r.typed("value", "85,5")
	r.typed("target", "90 %")
	r.typed("date", "2/6/2026")
	r.typed("source", "Survei")
	if m := r.value("v2"); *m.Value != 85.5 || *m.Target != 90 || m.Date != "2026-06-02" || m.Source != "Survei" || r.step() != edit.LabelUpdate {
		t.Errorf("%+v", m)
	}
	for range 4 {
		r.doc.Undo()
	}
	if m := r.value("v2"); *m.Value != 85 || *m.Target != 80 || m.Date != "2026-05-01" || r.step() != "" || r.detail.fields["value"].Text != "85" {
		t.Errorf("four steps back: %+v", m)
	}
	r.typed("value", "banyak")
	if r.detail.message.Text() != "“banyak” bukan angka." || r.detail.fields["value"].Text != "85" || r.step() != "" {
		t.Errorf("%q, %q", r.detail.message.Text(), r.detail.fields["value"].Text)
	}
	r.typed("date", "31/2/2026")
	if r.detail.message.Text() != "“31/2/2026” bukan tanggal." || r.step() != "" {
		t.Errorf("%q", r.detail.message.Text())
	}
	r.typed("target", "")
	if r.value("v2").Target != nil || r.detail.message.Text() != "" {
		t.Error("the target stays")
	}
	r.detail.choose("v1")
	if r.detail.fields["value"].Text != "60" {
		t.Errorf("in hand is %q", r.detail.fields["value"].Text)
	}
	r.key(fyne.KeyDelete)
	if r.doc.Project().Measurements.Has("v1") || r.detail.chosen != "v2" || r.step() != edit.LabelRemove {
		t.Errorf("in hand is %s", r.detail.chosen)
	}
	r.key(fyne.KeyInsert)
	m := r.value(r.detail.chosen)
	if m.Value != nil || m.Date != today || r.step() != edit.LabelAddMeasurement || r.o.Canvas.Focused() != fyne.Focusable(r.detail.fields["value"]) {
		t.Errorf("%+v", m)
	}
}

// A value that cannot be is told in words, in the language of the window.
func TestOutOfRangeIsTold(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "140 % is more than this metric can be: 0 to 100 %.", "id": "140 % lebih dari yang mungkin untuk metrik ini: 0 sampai 100 %.",
	} {
		r := newRig(t, lang, shop())
		r.all[1].Tapped(nil)
		r.Choose(measure.Key{Metric: "sat", At: ref(journey.KindStage, "rent")})
		if got := r.detail.about.Text(); got != want {
			t.Errorf("%q", got)
		}
	}
}

// find returns the item of a menu by what is on it.
func find(t *testing.T, items []menu.Item, path ...string) menu.Item {
	t.Helper()
	for _, it := range items {
		if it.Label == path[0] {
			if len(path) == 1 {
				return it
			}
			return find(t, it.Sub, path[1:]...)
		}
	}
	t.Fatalf("no %q among %d items", path[0], len(items))
	return menu.Item{}
}

func TestAddingAValue(t *testing.T) {
	r := newRig(t, "en", shop())
	find(t, r.metricItems(), "Satisfaction", "Buy", "Pays").Run()
	m := r.value(r.detail.chosen)
	if m.At != ref(journey.KindCard, "pay") || m.MetricID != "sat" || m.Date != today || r.o.Canvas.Focused() != fyne.Focusable(r.detail.fields["value"]) {
		t.Errorf("%+v", m)
	}
	find(t, r.metricItems(), "Satisfaction", "Buy", "Whole stage").Run()
	if m := r.value(r.detail.chosen); m.At != ref(journey.KindStage, "buy") || m.Target == nil || *m.Target != 80 {
		t.Errorf("the target is not taken over: %+v", m)
	}
	find(t, r.metricItems(), "Response time", "Whole map").Run()
	metric, _ := r.doc.Project().Metrics.Get(r.state.Key.Metric)
	if metric.Direction != journey.LowerIsBetter || r.state.Key.At != ref(journey.KindMap, "m") {
		t.Errorf("%+v", metric)
	}
	r.doc.Undo()
	if r.doc.Project().Metrics.Has(metric.ID) || r.detail.object.Visible() {
		t.Error("one step back leaves the metric")
	}
}

func TestNothingMeasuredYet(t *testing.T) {
	r := newRig(t, "en", journey.FromRecords([]journey.Record{journey.Info{ID: "i"}, journey.Map{ID: "m", Rank: "a", Type: journey.CurrentState},
		journey.Stage{ID: "s", MapID: "m", Rank: "a", Title: "Look"}}))
	if r.empty.Hidden {
		t.Fatal("nothing says what to do")
	}
	list := r.offered(r.project())
	if len(list) != len(edits.Offered) {
		t.Errorf("%d are offered", len(list))
	}
	find(t, r.placeItems(list[0]), "Look").Run()
	if !r.empty.Hidden || len(r.Lines()) != 2 || r.step() != edit.LabelAddMeasurement {
		t.Errorf("%s", r.tell())
	}
}

func TestKeysOfTheTable(t *testing.T) {
	r := newRig(t, "en", shop())
	for _, c := range []struct {
		s    fyne.Shortcut
		want string
	}{{&fyne.ShortcutPaste{}, "paste"}, {&fyne.ShortcutUndo{}, "edit.undo"}, {&fyne.ShortcutRedo{}, "edit.redo"}, {&fyne.ShortcutCut{}, ""}} {
		r.did = ""
		if r.table.TypedShortcut(c.s); r.did != c.want {
			t.Errorf("%s does %q", c.s.ShortcutName(), r.did)
		}
	}
	r.table.TypedShortcut(&fyne.ShortcutCopy{})
	if !strings.HasPrefix(r.copied, "Map\tStage\tTouchpoint\tMetric\t") || strings.Count(r.copied, "\n") != 3 {
		t.Errorf("copied is %q", r.copied)
	}
	r.pressed(r.Lines()[0], &look.Button{Icon: "edit"})
	if r.did != "metrics sat" {
		t.Errorf("the pencil does %q", r.did)
	}
}

// What may only be looked at stays as it is.
func TestLookingOnly(t *testing.T) {
	r := newRig(t, "en", shop())
	r.ed.SetLocked(true)
	r.Choose(measure.Key{Metric: "sat", At: ref(journey.KindStage, "buy")})
	r.key(fyne.KeyInsert)
	r.key(fyne.KeyDelete)
	r.key(fyne.KeyReturn)
	if r.step() != "" || !r.add.Disabled() || !r.detail.more.Disabled() || r.o.Canvas.Focused() == fyne.Focusable(r.detail.fields["value"]) {
		t.Errorf("%s, add %v", r.step(), r.add.Disabled())
	}
}

func TestTappingTheChartTakesAValueInHand(t *testing.T) {
	r := newRig(t, "en", shop())
	r.Choose(measure.Key{Metric: "sat", At: ref(journey.KindStage, "buy")})
	pos, size := r.detail.chart.box(r.detail.chart.Size())
	r.detail.chart.Tapped(&fyne.PointEvent{Position: pos.AddXY(0, size.Height)})
	if r.detail.chosen != "v1" {
		t.Errorf("in hand is %s", r.detail.chosen)
	}
	r.detail.chart.Tapped(&fyne.PointEvent{Position: pos.AddXY(size.Width/2, 0)})
	if r.detail.chosen != "v1" {
		t.Errorf("beside every value: in hand is %s", r.detail.chosen)
	}
	f := r.funnels.Objects[0].(*funnel)
	f.Tapped(&fyne.PointEvent{Position: fyne.NewPos(rowPad+f.step(f.Size().Width)+4, 60)})
	if r.did != "show buy" {
		t.Errorf("a stage of the funnel does %q", r.did)
	}
}

// A template names targets without values: what is measured first is of today.
func TestFirstValueIsOfToday(t *testing.T) {
	at := ref(journey.KindStage, "look")
	r := newRig(t, "en", shop(journey.Measurement{ID: "v9", MetricID: "sat", At: at, Target: num(90)}))
	r.Choose(measure.Key{Metric: "sat", At: at})
	r.typed("target", "95")
	if m := r.value("v9"); m.Date != "" || *m.Target != 95 {
		t.Errorf("%+v", m)
	}
	r.typed("value", "70")
	if m := r.value("v9"); m.Date != today || *m.Value != 70 {
		t.Errorf("%+v", m)
	}
}

// The buttons of the bar never lie on each other; words go before icons do.
func TestTheBarKeepsItsButtonsApart(t *testing.T) {
	r := newRig(t, "id", shop())
	b := r.bar
	for _, c := range []struct {
		width float32
		words int
	}{{1400, 3}, {b.left.MinSize().Width + b.right.MinSize().Width + barGap, 3}, {b.left.MinSize().Width + b.right.MinSize().Width, 2}, {430, 0}} {
		b.Layout(nil, fyne.NewSize(c.width, 36))
		n := 0
		for _, s := range b.shrink {
			if s.Text != "" {
				n++
			}
		}
		if end := b.left.Position().X + b.left.Size().Width; n != c.words || end > b.right.Position().X {
			t.Errorf("%v wide: %d with words; the left ends at %v, the right begins at %v", c.width, n, end, b.right.Position().X)
		}
	}
}

// Everything has room: nothing of the table reaches over something else, at any width.
func TestColumnsKeepApart(t *testing.T) {
	for width := float32(420); width < 2000; width += 37 {
		x, shown, room := places(width)
		last := room
		for i, c := range columns {
			if !shown[i] {
				continue
			}
			if x[i] < last || x[i]+c.width > width {
				t.Errorf("%v wide: %s at %v, the one before ends at %v", width, c.key, x[i], last)
			}
			last = x[i] + c.width
		}
		if room < 80 {
			t.Errorf("%v wide: %v for the place", width, room)
		}
	}
}
