// Package e2e drives the program in a real window: xdotool moves the pointer and types, and what is
// asserted is what the saved file holds afterwards. It holds tests alone. Run them under a display
// of their own:
//
//	xvfb-run -a -s "-screen 0 1600x1000x24 -noreset" go test -tags e2e ./app/ui/e2e
//
// Nothing here waits for a time that ought to be enough. The program is built with the tag e2e, and
// answers on its standard output when it has come to rest: all that was pressed and typed is done,
// laid out and painted (see package watch). What happens in its own time, a file that
// saves itself, is asked for again and again until it has happened.
package e2e
