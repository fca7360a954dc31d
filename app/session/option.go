package session

import (
	"time"

	"jejak/data/journey"
	"jejak/data/project"
)

// Option changes how a Session works.
type Option func(*options)

type options struct {
	root   string
	disk   project.Disk
	now    func() time.Time
	newID  func() journey.ID
	idle   time.Duration // 0: no autosave
	look   bool
	copy   bool
	anyway bool
}

// usualIdle is how long nothing must be edited before the user's file is saved by itself.
const usualIdle = 3 * time.Second

func optionsOf(list []Option) options {
	o := options{now: time.Now, idle: usualIdle}
	for _, set := range list {
		set(&o)
	}
	return o
}

// project returns the options of the project file.
func (o options) project() []project.Option {
	list := []project.Option{project.WorkingIn(o.root)}
	if o.disk != nil {
		list = append(list, project.WithDisk(o.disk))
	}
	if o.copy {
		list = append(list, project.AsCopy())
	}
	return list
}

// WorkingIn keeps the working copy in a new folder under root instead of the user's cache folder.
func WorkingIn(root string) Option { return func(o *options) { o.root = root } }

// WithDisk has d change the file system instead of the real one, for tests that make steps fail.
func WithDisk(d project.Disk) Option { return func(o *options) { o.disk = d } }

// WithClock has now tell the time instead of time.Now. It is called from the Session's goroutines.
func WithClock(now func() time.Time) Option { return func(o *options) { o.now = now } }

// WithIDs has newID name new records instead of random UUIDs.
func WithIDs(newID func() journey.ID) Option { return func(o *options) { o.newID = newID } }

// Autosave saves the user's file when nothing was edited for that long, instead of 3 seconds.
func Autosave(idle time.Duration) Option { return func(o *options) { o.idle = idle } }

// Manual leaves saving the user's file to Save and SaveAs. The working copy holds every edit at
// once all the same.
func Manual() Option { return func(o *options) { o.idle = 0 } }

// ReadOnly opens a file to look at, whoever else has it open. It can be saved elsewhere alone.
func ReadOnly() Option { return func(o *options) { o.look = true } }

// Copy opens what a file holds as a new project that has no file yet, whoever else has it open.
func Copy() Option { return func(o *options) { o.copy = true } }

// Anyway opens a file to work on though somebody else has it open. Neither can overwrite what the
// other has saved since.
func Anyway() Option { return func(o *options) { o.anyway = true } }
