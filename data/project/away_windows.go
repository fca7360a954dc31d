package project

import "syscall"

// awayErrors are those of a disk that was pulled out and of a share that is gone: path not found on
// a drive that is not ready, the network's errors, and a drive that does not exist.
var awayErrors = []syscall.Errno{15, 21, 51, 53, 54, 55, 59, 64, 67, 121, 1167, 1222, 1231}
