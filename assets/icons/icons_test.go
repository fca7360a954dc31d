package icons

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

func TestEveryIconIsOneGridOneWeight(t *testing.T) {
	if len(Names()) < 20 {
		t.Fatalf("only %d icons", len(Names()))
	}
	for _, name := range Names() {
		data, err := SVG(name, "#123456")
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{`viewBox="0 0 24 24"`, `stroke-width="1.75"`, `stroke="#123456"`} {
			if !strings.Contains(string(data), want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
		d := xml.NewDecoder(bytes.NewReader(data))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
}

func TestUnknownIcon(t *testing.T) {
	if _, err := SVG("no such icon", "#000000"); err == nil {
		t.Error("want an error")
	}
}
