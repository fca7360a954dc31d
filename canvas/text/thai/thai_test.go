package thai

import (
	"bytes"
	"compress/gzip"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/lexicon"
)

// barred puts a bar into s at each break.
func barred(s string, breaks []int32) string {
	var b strings.Builder
	last := int32(0)
	for _, at := range breaks {
		b.WriteString(s[last:at] + "|")
		last = at
	}
	return b.String() + s[last:]
}

// TestBreaks: divided by hand, and where words are made of words as the dictionary has them.
func TestBreaks(t *testing.T) {
	for _, want := range []string{
		"ฉัน|รัก|ภาษา|ไทย",
		"ลูกค้า|เปรียบ|เทียบ|ราคา|ก่อน|ตัดสิน|ใจ|ซื้อ|สินค้า",
		"โทรศัพท์|อย่าง|รวดเร็ว|และ|เป็น|มิตร",
		"ร้าน|ค้า|อยู่|ไกล|จาก|บ้าน|และ|ไม่มี|ที่|จอด|รถ",
		"วัน|นี้|อากาศ|ร้อน|มาก|เรา|จึง|สั่ง|กาแฟ|เย็น",
		"แผนที่|การ|เดิน|ทาง|ของ|ลูกค้า|ช่วย|ให้|เห็น|ปัญหา|และ|โอกาส",
		"พนักงาน|ตอบ|คำถาม|ช้า|เกิน|ไป",
		"รอ|นาน|กว่า|สาม|สัปดาห์|จึง|ได้|รับ|ของ",
		"เขา|ก็|ไป|ณ|ที่|นั้น",
		"หมู|หนี",
		"ต่าง ๆ|นานา",
		"price ราคา 50 บาท",
		"ไทย|มี abcไทย",
		"แพก|เกจ",      // not in the dictionary: a consonant that is left over ends the word before it
		"เร็ก|กิวลาร์", // a letter that is not spoken begins nothing
		"ฟิล์ม ปาล์ม",  // … and stands inside a syllable
		"", "ก", "ๆ", "เ",
	} {
		s := strings.ReplaceAll(want, "|", "")
		if got := barred(s, Breaks(s)); got != want {
			t.Errorf("breaks are\n %s, want\n %s", got, want)
		}
	}
}

// TestSyllables: by hand; a bar stands where the spelling shows that a syllable begins.
func TestSyllables(t *testing.T) {
	for _, want := range []string{
		"ฉัน|รัก|ภา|ษา|ไทย",
		"ลูก|ค้า|เปรียบ|เทียบรา|คา|ก่อนตัด|สิน|ใจซื้อ|สิน|ค้า",
		"โทรศัพท์อย่างรวด|เร็ว|และ|เป็น|มิตร",
		"ร้าน|ค้าอยู่|ไกลจาก|บ้าน|และ|ไม่มี|ที่จอดรถ",  // อ leads ย: not between them
		"วัน|นี้อา|กาศร้อนมาก|เรา|จึง|สั่ง|กา|แฟ|เย็น", // ั has a consonant behind it
		"เว็บ|ไซต์",
		"ฟิล์ม",  // a silent letter inside a syllable
		"หมูหนี", // ห leads: not before น; and before ห the spelling could be read in two ways
	} {
		s := strings.ReplaceAll(want, "|", "")
		run := []rune(s)
		var breaks []int32
		syllables(run, func(at int) { breaks = append(breaks, int32(len(string(run[:at])))) })
		if got := barred(s, breaks); got != want {
			t.Errorf("syllables are\n %s, want\n %s", got, want)
		}
	}
}

// TestBreaksAreBetweenLetters: whatever the letters, a break is never before a sign that belongs to
// the letter before it, and never behind a vowel that belongs to the one after it.
func TestBreaksAreBetweenLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune("กขคงจณนมยรลวสหอะาำิีึืุูเแโใไ่้์็ัๆฯํฺๅ a")), 0, 40, -1).Draw(t, "text")
		last := int32(0)
		for _, at := range Breaks(s) {
			after := []rune(s[at:])[0]
			before := []rune(s[:at])
			if at <= last || !consonant(after) && !leading(after) || leading(before[len(before)-1]) {
				t.Fatalf("a break in %q at %d", s, at)
			}
			last = at
		}
	})
}

// TestWordsJoined: a text made of words of the dictionary is read without anything left over, and
// in no more words than it was made of.
func TestWordsJoined(t *testing.T) {
	d := dictionary()
	rapid.Check(t, func(t *rapid.T) {
		var made []rune
		var ends []int
		n := rapid.IntRange(1, 8).Draw(t, "words")
		for range n {
			i := rapid.IntRange(0, len(d.starts)-2).Filter(func(i int) bool { return d.starts[i+1]-d.starts[i] > 1 }).Draw(t, "word")
			ends = append(ends, len(made))
			for _, b := range d.letters[d.starts[i]:d.starts[i+1]] {
				made = append(made, rune(b)+firstLetter)
			}
		}
		for _, at := range ends {
			if !divides(made, at) {
				return // so these words can not meet
			}
		}
		if got := len(Breaks(string(made))) + 1; got > n {
			t.Fatalf("%q is read as %d words: %s", string(made), got, barred(string(made), Breaks(string(made))))
		}
	})
}

func TestPrefixes(t *testing.T) {
	d := dictionary()
	if n := len(d.starts) - 1; n < 26_000 {
		t.Fatalf("%d words", n)
	}
	var got []int
	d.prefixes([]rune("ตัดสินใจ"), func(n int) { got = append(got, n) })
	for _, n := range []int{3, 6} { // ตัด, ตัดสิน
		if !slices.Contains(got, n) {
			t.Errorf("words of %v letters, want %d among them", got, n)
		}
	}
	if !slices.IsSorted(got) || slices.Contains(got, 4) {
		t.Errorf("words of %v letters", got)
	}
}

// TestDictionaryIsSorted: the search relies on it.
func TestDictionaryIsSorted(t *testing.T) {
	d := dictionary()
	for i := 1; i+1 < len(d.starts); i++ {
		if bytes.Compare(d.letters[d.starts[i-1]:d.starts[i]], d.letters[d.starts[i]:d.starts[i+1]]) >= 0 {
			t.Fatalf("words %d and %d are not in order", i-1, i)
		}
	}
	if !strings.Contains(lexicon.ThaiLicence, "Unicode, Inc.") {
		t.Error("the licence is missing")
	}
}

func TestUnpackDamaged(t *testing.T) {
	for name, packed := range map[string][]byte{
		"empty": nil, "not gzip": []byte("กก\n"), "cut off": lexicon.Thai[:len(lexicon.Thai)/2],
	} {
		if _, err := unpack(packed); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte("\nกก\nabc\nกข"))
	if err != nil || w.Close() != nil {
		t.Fatal("packing failed")
	}
	d, err := unpack(b.Bytes())
	if err != nil || len(d.starts) != 3 {
		t.Errorf("%v, %v", d, err)
	}
}

func BenchmarkBreaks(b *testing.B) {
	s := strings.Repeat("ลูกค้าเปรียบเทียบราคาก่อนตัดสินใจซื้อสินค้า", 4)
	Breaks(s)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Breaks(s)
	}
}
