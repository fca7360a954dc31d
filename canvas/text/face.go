// Package text turns strings into shaped, broken lines: measured once, painted anywhere.
package text
