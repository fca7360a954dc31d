package project

import "jejak/data/project/disk"

// Disk is what a File does to the file system beside SQLite's own work.
type Disk = disk.Disk
