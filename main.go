// Jejak draws customer journey maps. Without a command it opens its window; the commands do the
// same work without one.
package main

import (
	"os"

	"jejak/app/cli"
	"jejak/app/ui"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, ui.Run))
}
