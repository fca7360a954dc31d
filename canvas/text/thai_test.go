package text

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestThaiBreaks: by hand; a bar stands where the spelling shows that a syllable begins.
func TestThaiBreaks(t *testing.T) {
	for _, want := range []string{
		"ฉัน|รัก|ภา|ษา|ไทย",
		"ลูก|ค้า|เปรียบ|เทียบรา|คา|ก่อนตัด|สิน|ใจซื้อ|สิน|ค้า",
		"โทรศัพท์อย่างรวด|เร็ว|และ|เป็น|มิตร",
		"ร้าน|ค้าอยู่|ไกลจาก|บ้าน|และ|ไม่มี|ที่จอดรถ",  // อ leads ย: not between them
		"วัน|นี้อา|กาศร้อนมาก|เรา|จึง|สั่ง|กา|แฟ|เย็น", // ั has a consonant behind it
		"เว็บ|ไซต์",
		"ฟิล์ม ปาล์ม", // a silent letter inside a syllable
		"หมูหนี",      // ห leads: not before น; and before ห the spelling could be read in two ways
		"ต่าง ๆ|นา|นา",
		"price รา|คา 50 บาท",
		"ไทยมี abcไทย",
	} {
		s := strings.ReplaceAll(want, "|", "")
		var b strings.Builder
		last := 0
		for _, at := range thaiBreaks(s) {
			b.WriteString(s[last:at] + "|")
			last = int(at)
		}
		if got := b.String() + s[last:]; got != want {
			t.Errorf("breaks are\n %s, want\n %s", got, want)
		}
	}
}

// TestThaiLinesEndAtSyllables: a narrow column is filled with whole syllables.
func TestThaiLinesEndAtSyllables(t *testing.T) {
	const s = "แผนที่การเดินทางของลูกค้าช่วยให้เห็นปัญหาและโอกาส"
	may := map[int]bool{0: true, len(s): true}
	for _, at := range thaiBreaks(s) {
		may[int(at)] = true
	}
	p := NewLibrary().Break(s, Spec{Size: 10}, 60)
	if len(p.Lines) < 3 {
		t.Fatalf("%d lines", len(p.Lines))
	}
	for _, l := range p.Lines {
		if !may[l.Start] {
			t.Errorf("a line begins inside a syllable: %q | %q", s[:l.Start], s[l.Start:])
		}
	}
}

// TestThaiBreaksAreBetweenLetters: whatever the letters, a break is never before a sign that
// belongs to the letter before it, and never behind a vowel that belongs to the one after it.
func TestThaiBreaksAreBetweenLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune("กขคงจนมยรลวสหอะาำิีึืุูเแโใไ่้์็ัๆฯ a")), 0, 30, -1).Draw(t, "text")
		last := int32(0)
		for _, at := range thaiBreaks(s) {
			after := []rune(s[at:])[0]
			before := []rune(s[:at])
			if at <= last || thaiAboveBelow(after) || thaiTone(after) || thaiVowelAfter(after) || after == thaiKaran || thaiLeading(before[len(before)-1]) {
				t.Fatalf("a break in %q at %d", s, at)
			}
			last = at
		}
	})
}
