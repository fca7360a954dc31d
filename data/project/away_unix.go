//go:build !windows

package project

import "syscall"

// awayErrors are those of a disk that was pulled out and of a share that is gone.
var awayErrors = []syscall.Errno{
	syscall.ESTALE, syscall.EHOSTDOWN, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.ENETUNREACH,
	syscall.ENOTCONN, syscall.ETIMEDOUT, syscall.ENODEV, syscall.ENXIO, syscall.ECONNRESET, syscall.ECONNABORTED,
}
