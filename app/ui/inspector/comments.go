package inspector

import (
	"strconv"
	"strings"
	"time"

	"jejak/app/ui/look"
	"jejak/data/edit"
	"jejak/data/journey"
)

// comments are the remarks on what is shown, and a field for another one.
func (g *group) comments() {
	in := g.in
	var known belongings[journey.Comment]
	list := func(p journey.Project) []journey.ID {
		at := in.one()
		return known.of(p.Comments, at, func() []journey.Comment { return p.CommentsAt(at) })
	}
	note := func(p journey.Project) string {
		open := 0
		for _, id := range list(p) {
			if c, _ := p.Comments.Get(id); !c.Resolved {
				open++
			}
		}
		return some(open)
	}
	g.section("comments", false, note, func(g *group) {
		g.rows(list, in.remark)
		f := look.NewField("", 2, in.line()-24, nil).Tight()
		in.join(f)
		f.Ask = true
		f.SetPlaceHolder(in.t("inspector.comments.write"))
		f.Escape = func() {
			f.Put("")
			in.o.Focus()
		}
		send := look.NewButton(look.Outlined, "", in.t("inspector.comments.add"), nil)
		say := func() {
			if in.comment(f.Text, "") == nil {
				f.Put("")
				in.o.Focus()
			}
		}
		send.OnTapped = say
		f.Commit(func(string) { say() })
		f.OnChanged = func(s string) { send.SetEnabled(strings.TrimSpace(s) != "") }
		send.SetEnabled(false)
		drafts, about := map[journey.Ref]string{}, in.one() // what was begun stays with what it is about
		g.update = append(g.update, func(journey.Project) {
			if now := in.one(); now != about {
				drafts[about], about = f.Text, now
				f.Put(drafts[now])
			}
		})
		g.fits = append(g.fits, f.SetWidth)
		g.add(look.Gap(4), f.Framed(), look.Gap(2), send)
	})
}

// comment adds a remark to what is shown, or an answer to one.
func (in *Inspector) comment(text string, reply journey.ID) error {
	if text = strings.TrimSpace(text); text == "" {
		return nil
	}
	author := ""
	if in.o.Author != nil {
		author = in.o.Author()
	}
	at, now := in.one(), int(in.o.Now().UnixMilli())
	return in.o.Change(edit.Label{Key: edit.LabelAddComment, Count: 1}, func(tx *edit.Tx) error {
		var err error
		if reply != "" {
			_, err = edit.AddReply(tx, reply, author, text, now)
		} else {
			_, err = edit.AddComment(tx, at, author, text, now)
		}
		return err
	})
}

// remark is one comment.
func (in *Inspector) remark(g *group, id journey.ID) {
	s := just[journey.Comment](g, id)
	who := look.NewLabel("", look.SmallSize, look.Medium, look.Ink)
	when := look.NewLabel("", look.SmallSize, look.Regular, look.Second)
	g.add(newEnds(look.VBox(0, who, when), in.remove(in.t("inspector.comments.remove"), edit.Label{Key: edit.LabelRemove, Count: 1},
		journey.Ref{Kind: journey.KindComment, ID: id})))
	g.update = append(g.update, func(p journey.Project) {
		if len(s.now) == 0 {
			return
		}
		c := s.now[0]
		name := c.Author
		if name == "" {
			name = in.t("inspector.comments.nobody")
		}
		if to, ok := p.Comments.Get(c.ReplyID); ok && to.Author != "" {
			name += " → " + to.Author
		}
		who.SetText(name)
		when.SetText(in.day(c.Created))
	})
	text(g, s, "comment", 2, func(c *journey.Comment) *string { return &c.Text })
	check(g, s, "resolved", func(c *journey.Comment) *bool { return &c.Resolved })
	var f *look.Field
	f = look.NewField("", 1, in.line()-24, func(v string) {
		if in.comment(v, id) == nil {
			f.Put("")
		}
	})
	f.Ask = true
	f.SetPlaceHolder(in.t("inspector.comments.reply"))
	f.After = in.o.Focus
	in.join(f)
	g.fits = append(g.fits, f.SetWidth)
	g.add(f.Framed())
}

// day is a moment, in Unix milliseconds, as a day; empty for none.
func (in *Inspector) day(ms int) string {
	if ms == 0 {
		return ""
	}
	t := time.UnixMilli(int64(ms)).In(in.o.Now().Location())
	return strconv.Itoa(t.Day()) + " " + in.t("map.mon."+strconv.Itoa(int(t.Month()))) + " " + strconv.Itoa(t.Year())
}
