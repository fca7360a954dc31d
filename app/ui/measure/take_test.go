package measure

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/edit"
	edits "jejak/data/edit/measure"
	"jejak/data/exchange/values"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// taking is the dialog over a document.
type taking struct {
	*Take
	doc    *edit.Document
	done   int
	closed int
}

func take(t *testing.T, lang, text string) *taking {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	win := test.NewTempWindow(t, look.Gap(1))
	win.Resize(fyne.NewSize(1200, 860))
	table, err := values.Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r := &taking{doc: edit.NewDocument(shop(), journeytest.IDs())}
	r.Take = OpenTake(TakeOptions{
		Canvas: win.Canvas(), Words: words.In(lang), Project: r.doc.Project(), MapID: "m", Today: today, Name: "in.csv",
		Change: func(l edit.Label, f func(*edit.Tx) error) error { _, err := r.doc.Do(l, f); return err },
		Done:   func(n int) { r.done = n }, Closed: func() { r.closed++ },
	}, table)
	return r
}

func (r *taking) press(name fyne.KeyName) { r.key(&fyne.KeyEvent{Name: name}) }

// tell is the rows that are listed: what becomes of each, and what is said of it.
func (r *taking) tell() string {
	row := newTakenRow(r.Take)
	var list []string
	for _, x := range r.rows {
		row.set(x)
		note, _ := row.note()
		if x.Fate == values.Refused {
			list = append(list, fmt.Sprint(x.Line, " ", row.cells(), ": ", note))
		} else {
			list = append(list, strings.TrimSpace(fmt.Sprint(x.Line, " ", x.Fate, " ", row.value(), " ", note)))
		}
	}
	return strings.Join(list, "\n")
}

const sheet = "Stage;Satisfaction;Joy;Date\nBuy;86,5;;1/5/2026\nBuy;101;3;2/5/2026\nNowhere;1;;2/5/2026\n"

func TestWhatBecomesOfATable(t *testing.T) {
	r := take(t, "en", sheet)
	want := "2 changes 85 → 86 % \n3 adds 101 % 101 % is more than this metric can be: 0 to 100 %.\n4 Nowhere · 1 · 2/5/2026: The map has no stage “Nowhere”."
	if got := r.tell(); strings.ReplaceAll(got, " \n", "\n") != strings.ReplaceAll(want, " \n", "\n") {
		t.Errorf("got\n%s", got)
	}
	if r.primary.Text != "Import 2 values" || r.note.Text() != "One value does not fit and is left out." || r.tabs[4].Text != "Do not fit  1" {
		t.Errorf("%q, %q, %q", r.primary.Text, r.note.Text(), r.tabs[4].Text)
	}
	r.tabs[4].Tapped(nil)
	if len(r.rows) != 1 {
		t.Errorf("%d rows do not fit", len(r.rows))
	}
	r.press(fyne.KeyReturn)
	p := r.doc.Project()
	v, _ := p.Measurements.Get("v2")
	l, _ := r.doc.UndoLabel()
	if r.done != 2 || r.closed != 1 || *v.Value != 86.5 || p.Measurements.Len() != 5 || l.Key != edits.LabelImport || l.Count != 2 {
		t.Errorf("%d done, closed %d, %v, %+v", r.done, r.closed, *v.Value, l)
	}
	r.doc.Undo()
	if _, more := r.doc.UndoLabel(); more || !journey.Between(r.doc.Project(), shop()).IsEmpty() {
		t.Error("one step back does not undo it")
	}
}

func TestMappingIsChanged(t *testing.T) {
	r := take(t, "en", sheet)
	find(t, r.columnItems(2), "Values of", "Recommendation (NPS)").Run()
	if got := len(r.plan.Made); got != 1 || r.plan.Count(values.Adds) != 2 {
		t.Errorf("%d are made, %d added", got, r.plan.Count(values.Adds))
	}
	find(t, r.columnItems(1), "Leave out").Run()
	if r.plan.Count(values.Adds) != 1 || r.plan.Count(values.Changes) != 0 {
		t.Errorf("without the first column:\n%s", r.tell())
	}
	find(t, r.columnItems(1), "Stage").Run()
	if r.mapping.Columns[0].Field != values.Nothing {
		t.Error("the stage stands in two columns")
	}
	r.press(fyne.KeyEscape)
	r.press(fyne.KeyEscape)
	if _, edited := r.doc.UndoLabel(); edited || r.closed != 1 || r.done != 0 {
		t.Errorf("Esc took it over: closed %d", r.closed)
	}
}

func TestNumbersAndDatesAreReadAsToldTo(t *testing.T) {
	r := take(t, "id", "CSAT\tBuy\t1.234\t03/04/2026\n")
	for _, c := range []struct {
		press *look.Button
		want  string
	}{{r.marks[1], "1.234 2026-04-03"}, {r.marks[2], "1234 2026-04-03"}, {r.orders[2], "1234 2026-03-04"}} {
		c.press.Tapped(nil)
		if row := r.plan.Rows[0]; fmt.Sprint(*row.Value, " ", row.Date) != c.want {
			t.Errorf("%v %s, want %s", *row.Value, row.Date, c.want)
		}
	}
	if r.primary.Text != "Impor 1 nilai" || r.mapping.Header {
		t.Errorf("%q, header %v", r.primary.Text, r.mapping.Header)
	}
}

func TestNothingFits(t *testing.T) {
	r := take(t, "en", "Stage,CSAT\nNowhere,5\n")
	if !r.primary.Disabled() {
		t.Error("nothing can be imported, and is offered")
	}
	r.press(fyne.KeyReturn)
	if r.closed != 0 {
		t.Error("Enter closes")
	}
}
