//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejak/app/ui/watch"
	"jejak/data/journey/journeytest"
)

// BenchmarkMemory is what the whole process takes, in MB, with a map of so many touchpoints open, and
// how long the window takes until all in sight is sharp: opened-MB is what it takes then, used-MB
// after zooming in and out and selecting all, each when it was left alone for some seconds, and
// peak-MB the most it took at any time. Where there is no graphics card, as under Xvfb, some 100 MB
// of it belong to what draws in its stead, textures included; MB-of-GL is that code alone.
func BenchmarkMemory(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path := save(b, journeytest.Big(n), filepath.Join(b.TempDir(), "big.jejak"))
			for b.Loop() {
				begin := time.Now()
				p := launch(b, path)
				p.until("the map", func(s watch.Seen) bool { return s.Open })
				b.ReportMetric(time.Since(begin).Seconds(), "s-to-map")
				time.Sleep(8 * time.Second)
				b.ReportMetric(p.memory("VmRSS"), "opened-MB")
				for range 6 {
					p.key("ctrl+equal")
					p.rest()
				}
				p.key("ctrl+a", "Escape", "shift+1")
				p.rest()
				time.Sleep(8 * time.Second) // what is not in use goes back some time after the last thing that was done
				b.ReportMetric(p.memory("VmRSS"), "used-MB")
				b.ReportMetric(p.memory("VmHWM"), "peak-MB")
				b.ReportMetric(p.graphics(), "MB-of-GL")
				p.kill()
			}
		})
	}
}

// memory is a line of what the system tells of the process, in MB.
func (p *program) memory(name string) float64 {
	p.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			kb, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				p.t.Fatal(err)
			}
			return float64(kb) / 1024
		}
	}
	p.t.Fatalf("the system does not tell %s", name)
	return 0
}

// graphics is what the libraries that paint in place of a graphics card take of it, their code alone,
// in MB.
func (p *program) graphics() float64 {
	p.t.Helper()
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps", p.cmd.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	sum, counts := 0, false
	for line := range strings.Lines(string(maps)) {
		fields := strings.Fields(line)
		switch {
		case len(fields) >= 5 && strings.Contains(fields[0], "-"):
			name := fields[len(fields)-1]
			counts = strings.Contains(name, "libLLVM") || strings.Contains(name, "swrast") || strings.Contains(name, "gallium")
		case counts && fields[0] == "Rss:":
			kb, err := strconv.Atoi(fields[1])
			if err != nil {
				p.t.Fatal(err)
			}
			sum += kb
		}
	}
	return float64(sum) / 1024
}
