// Package torture is the tests of what a project file must survive: kills, power cuts, failing
// disks, copies taken at any moment, damage, malice, and other people. There is nothing in it
// but tests. They are short unless the environment has JEJAK_SOAK=1, as "make soak" sets it.
package torture
