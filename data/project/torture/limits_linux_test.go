package torture

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// meter measures what one piece of work costs this process.
type meter struct{ cpu time.Duration }

func startMeter() (meter, error) {
	// From here on the peak of the memory is counted anew (proc(5)).
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		return meter{}, err
	}
	cpu, err := usedCPU()
	return meter{cpu}, err
}

// stop returns the time that processors worked and the peak of the memory, in bytes.
func (m meter) stop() (cpu time.Duration, peak int64, err error) {
	now, err := usedCPU()
	if err != nil {
		return 0, 0, err
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, 0, err
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	line, _, _ := strings.Cut(rest, "\n")
	kilobytes, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(line), " kB"), 10, 64)
	if err != nil {
		return 0, 0, fmt.Errorf("the peak of the memory is %q: %w", line, err)
	}
	return now - m.cpu, kilobytes << 10, nil
}

func usedCPU() (time.Duration, error) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0, err
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), nil
}
