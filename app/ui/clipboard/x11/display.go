package x11

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// place is where an X server is.
type place struct {
	host   string // empty: this computer
	number int
}

type address struct{ network, address string }

// parseDisplay reads what the variable DISPLAY holds: ":0", "unix:0.0", "host:10.0".
func parseDisplay(s string) (place, error) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return place{}, fmt.Errorf("%q names no display", s)
	}
	number, _, _ := strings.Cut(s[i+1:], ".")
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || n > 59535 { // as a port it must be one
		return place{}, fmt.Errorf("%q names no display", s)
	}
	host := s[:i]
	if host == "unix" {
		host = ""
	}
	return place{host, n}, nil
}

func (p place) addresses() []address {
	if p.host != "" {
		return []address{{"tcp", net.JoinHostPort(strings.Trim(p.host, "[]"), strconv.Itoa(6000+p.number))}}
	}
	path := "/tmp/.X11-unix/X" + strconv.Itoa(p.number)
	return []address{{"unix", path}, {"unix", "@" + path}}
}

// cookie returns what the server is shown to be let in; nothing where no such thing is kept.
func (p place) cookie() (name string, data []byte) {
	path := os.Getenv("XAUTHORITY")
	if path == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", nil
		}
		path = filepath.Join(home, ".Xauthority")
	}
	file, err := os.ReadFile(path)
	if err != nil {
		return "", nil // many servers let in whoever is on this computer
	}
	host := p.host
	if host == "" || host == "localhost" {
		if host, err = os.Hostname(); err != nil {
			return "", nil
		}
	}
	return findCookie(file, host, p.number)
}

const magicCookie = "MIT-MAGIC-COOKIE-1"

// findCookie looks through an .Xauthority file for the display of a host: one for that host goes
// before one that does not say for which.
func findCookie(file []byte, host string, number int) (name string, data []byte) {
	const local, wild = 256, 65535
	best := 0
	for len(file) > 2 {
		family := binary.BigEndian.Uint16(file)
		file = file[2:]
		var fields [4][]byte // address, number, name, data
		for i := range fields {
			if len(file) < 2 {
				return name, data
			}
			n := int(binary.BigEndian.Uint16(file))
			if len(file) < 2+n {
				return name, data
			}
			fields[i], file = file[2:2+n], file[2+n:]
		}
		if string(fields[2]) != magicCookie || len(fields[1]) > 0 && string(fields[1]) != strconv.Itoa(number) {
			continue
		}
		fit := 1
		switch {
		case family == local && string(fields[0]) == host:
			fit = 3
		case family == wild:
			fit = 2
		}
		if fit > best {
			best, name, data = fit, magicCookie, bytes.Clone(fields[3])
		}
	}
	return name, data
}
