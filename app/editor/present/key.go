package present

import "jejak/app/editor/action"

// keys are what keys mean; remote controls send PageUp, PageDown, F5 and a full stop.
var keys = map[action.Key]Command{
	action.KeyRight: Next, action.KeySpace: Next, action.KeyPageDown: Next, action.KeyReturn: Next, "N": Next,
	action.KeyLeft: Back, action.KeyPageUp: Back, action.KeyBackspace: Back,
	action.KeyHome: First, action.KeyEnd: Last, action.KeyUp: Up, action.KeyDown: Down,
	"F": Free, "B": Black, ".": Black, action.KeyEscape: Leave, "F5": Leave,
}

// Press follows a key and returns the command it stood for; Nothing if it stands for none, or for a
// stage that there is not. A digit frames that stage, 0 the whole map.
func (s *Show) Press(k action.Key) (c Command, changed bool) {
	if len(k) == 1 && k[0] >= '0' && k[0] <= '9' {
		return Nothing, s.Go(int(k[0] - '0'))
	}
	c = keys[k]
	return c, s.Do(c)
}
