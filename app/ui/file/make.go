package file

import (
	"bytes"

	"jejak/app/session"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// JSON starts a project that is written in JSON.
func (f *File) JSON(data []byte, name string) {
	f.Make(name, f.t("ui.new.failed"), func() (journey.Project, error) {
		p, _, err := exchange.ReadJSON(bytes.NewReader(data))
		if err != nil {
			return journey.Project{}, err
		}
		return exchange.Renew(p, nil), nil
	}, nil)
}

// Make leaves what is open, and starts a project that has no file yet. read makes it, then is called
// once it is shown and may be nil; failed is what a person is told above the trouble, if there is any.
func (f *File) Make(name, failed string, read func() (journey.Project, error), then func()) {
	f.Leave(func() {
		p, err := read()
		var s *session.Session
		if err == nil {
			s, err = session.New(p, f.savingOptions()...)
		}
		if err != nil {
			f.parting = nil
			f.fail(failed, err)
			return
		}
		f.use(s, name)
		if then != nil {
			then()
		}
	})
}
