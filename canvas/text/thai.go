package text

// Thai is written without blanks between words, and UAX #14 leaves its breaks to a dictionary (class
// SA). Without one, the spelling itself shows where many syllables begin and end: vowels that are
// written before their consonant begin one, some signs end one, and a consonant between two vowels
// belongs to the second. thaiBreaks uses only such places; where the spelling can be read in two
// ways there is none. A line may then end between two syllables of one word, never inside a syllable.

const (
	thaiMaiHanAkat = 0x0e31
	thaiSaraA      = 0x0e30
	thaiSaraAA     = 0x0e32
	thaiSaraAM     = 0x0e33
	thaiSaraUEE    = 0x0e37
	thaiOAng       = 0x0e2d
	thaiHoHip      = 0x0e2b
	thaiYoYak      = 0x0e22
	thaiPaiyannoi  = 0x0e2f
	thaiMaiyamok   = 0x0e46
	thaiMaitaikhu  = 0x0e47
	thaiKaran      = 0x0e4c
)

func isThai(r rune) bool        { return r >= 0x0e01 && r <= 0x0e4e }
func thaiConsonant(r rune) bool { return r >= 0x0e01 && r <= 0x0e2e }
func thaiLeading(r rune) bool   { return r >= 0x0e40 && r <= 0x0e44 }
func thaiTone(r rune) bool      { return r >= 0x0e48 && r <= 0x0e4b }
func thaiAboveBelow(r rune) bool {
	return r >= 0x0e34 && r <= 0x0e3a || r == thaiMaiHanAkat || r == thaiMaitaikhu
}
func thaiVowelAfter(r rune) bool { return r == thaiSaraA || r == thaiSaraAA || r == thaiSaraAM }
func thaiNeedsFinal(r rune) bool {
	return r == thaiMaiHanAkat || r == thaiMaitaikhu || r == thaiSaraUEE
}
func thaiBearsVowel(r rune) bool  { return thaiAboveBelow(r) || thaiTone(r) || thaiVowelAfter(r) }
func thaiSecondOfTwo(r rune) bool { return r == 0x0e23 || r == 0x0e25 || r == 0x0e27 } // ร ล ว

// thaiLedByHo: consonants of low class without a partner of high class; a silent ห stands before them.
func thaiLedByHo(r rune) bool {
	switch r {
	case 0x0e07, 0x0e0d, 0x0e19, 0x0e21, 0x0e22, 0x0e23, 0x0e25, 0x0e27:
		return true
	}
	return false
}

// thaiBreaks returns the byte offsets in s between two Thai letters where a line may end.
func thaiBreaks(s string) []int32 {
	type letter struct {
		r   rune
		off int
	}
	var breaks []int32
	var run []letter
	at := func(i int) rune {
		if i < 0 || i >= len(run) {
			return 0
		}
		return run[i].r
	}
	// vowelBefore: the vowel sign that what ends before i was spoken with, past a tone mark.
	vowelBefore := func(i int) rune {
		i--
		if thaiTone(at(i)) {
			i--
		}
		return at(i)
	}
	begins := func(i int) bool {
		r, before := at(i), at(i-1)
		switch {
		case i == 0 || i == len(run)-1 && !thaiConsonant(r):
			return false
		case thaiLeading(before):
			return false
		case thaiLeading(r):
			return true
		case !thaiConsonant(r) && r != thaiOAng:
			return false
		case before == thaiMaiyamok || before == thaiPaiyannoi:
			return true
		}
		own := thaiBearsVowel(at(i + 1)) // it is spoken with a vowel of its own
		switch {
		case !own && (before == thaiSaraA || before == thaiSaraAM):
			return i+1 < len(run)
		case !own:
			return false
		case before == thaiSaraA || before == thaiSaraAM || before == thaiKaran:
			return true
		case thaiBearsVowel(before):
			v := before
			if thaiTone(v) {
				v = vowelBefore(i)
			}
			return !thaiNeedsFinal(v) && (thaiAboveBelow(v) || thaiVowelAfter(v)) && r != thaiOAng
		case thaiConsonant(before) && thaiBearsVowel(at(i-2)):
			// A consonant between a vowel and this one ends the syllable before, unless both begin one.
			cluster := thaiSecondOfTwo(r) || before == thaiHoHip && thaiLedByHo(r) || before == thaiOAng && r == thaiYoYak
			return !cluster || thaiNeedsFinal(vowelBefore(i-1))
		}
		return false
	}
	flush := func() {
		for i := range run {
			if begins(i) {
				breaks = append(breaks, int32(run[i].off))
			}
		}
		run = run[:0]
	}
	for off, r := range s {
		if isThai(r) {
			run = append(run, letter{r, off})
		} else {
			flush()
		}
	}
	flush()
	return breaks
}
