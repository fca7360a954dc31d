package thai

// Where the dictionary knows no word, the spelling itself shows where many syllables begin and end:
// vowels that are written before their consonant begin one, some signs end one, and a consonant
// between two vowels belongs to the second. syllables uses only such places; where the spelling can
// be read in two ways there is none.

const (
	firstLetter = 0x0e01
	lastLetter  = 0x0e4e

	maiHanAkat = 0x0e31
	saraA      = 0x0e30
	saraAA     = 0x0e32
	saraAM     = 0x0e33
	saraUEE    = 0x0e37
	oAng       = 0x0e2d
	hoHip      = 0x0e2b
	yoYak      = 0x0e22
	paiyannoi  = 0x0e2f
	maiyamok   = 0x0e46
	maitaikhu  = 0x0e47
	karan      = 0x0e4c
)

func isLetter(r rune) bool  { return r >= firstLetter && r <= lastLetter }
func consonant(r rune) bool { return r >= 0x0e01 && r <= 0x0e2e }
func leading(r rune) bool   { return r >= 0x0e40 && r <= 0x0e44 }
func tone(r rune) bool      { return r >= 0x0e48 && r <= 0x0e4b }
func aboveBelow(r rune) bool {
	return r >= 0x0e34 && r <= 0x0e3a || r == maiHanAkat || r == maitaikhu
}
func vowelAfter(r rune) bool { return r == saraA || r == saraAA || r == saraAM }
func needsFinal(r rune) bool {
	return r == maiHanAkat || r == maitaikhu || r == saraUEE
}
func bearsVowel(r rune) bool  { return aboveBelow(r) || tone(r) || vowelAfter(r) }
func secondOfTwo(r rune) bool { return r == 0x0e23 || r == 0x0e25 || r == 0x0e27 } // ร ล ว

// ledByHo: consonants of low class without a partner of high class; a silent ห stands before them.
func ledByHo(r rune) bool {
	switch r {
	case 0x0e07, 0x0e0d, 0x0e19, 0x0e21, 0x0e22, 0x0e23, 0x0e25, 0x0e27:
		return true
	}
	return false
}

// syllables calls yield with each place in run, all of it Thai letters, where by its spelling a
// syllable begins, in order.
func syllables(run []rune, yield func(at int)) {
	at := func(i int) rune {
		if i < 0 || i >= len(run) {
			return 0
		}
		return run[i]
	}
	// vowelBefore: the vowel sign that what ends before i was spoken with, past a tone mark.
	vowelBefore := func(i int) rune {
		i--
		if tone(at(i)) {
			i--
		}
		return at(i)
	}
	begins := func(i int) bool {
		r, before := at(i), at(i-1)
		switch {
		case i == 0 || i == len(run)-1 && !consonant(r):
			return false
		case leading(before):
			return false
		case leading(r):
			return true
		case !consonant(r) && r != oAng:
			return false
		case before == maiyamok || before == paiyannoi:
			return true
		}
		own := bearsVowel(at(i + 1)) // it is spoken with a vowel of its own
		switch {
		case !own && (before == saraA || before == saraAM):
			return i+1 < len(run)
		case !own:
			return false
		case before == saraA || before == saraAM || before == karan:
			return true
		case bearsVowel(before):
			v := before
			if tone(v) {
				v = vowelBefore(i)
			}
			return !needsFinal(v) && (aboveBelow(v) || vowelAfter(v)) && r != oAng
		case consonant(before) && bearsVowel(at(i-2)):
			// A consonant between a vowel and this one ends the syllable before, unless both begin one.
			cluster := secondOfTwo(r) || before == hoHip && ledByHo(r) || before == oAng && r == yoYak
			return !cluster || needsFinal(vowelBefore(i-1))
		}
		return false
	}
	for i := range run {
		if begins(i) {
			yield(i)
		}
	}
}
