package journey

// Rank orders siblings. It is a fractional key: between any two ranks there is another. Keys
// have an integer part whose first letter tells its length, so that appending or prepending n
// times costs O(log n) characters, and a fraction for insertions between (the scheme described
// by David Greenspan, "Implementing Fractional Indexing", 2020). Ranks compare as bytes. The
// empty Rank sorts before all others.
type Rank string
