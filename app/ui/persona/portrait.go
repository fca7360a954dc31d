package persona

import (
	"bytes"
	"image"
	"os"

	"jejak/data/picture"
)

// Portrait reads a file as a picture that a project would keep. A *picture.Error says what is the matter
// with the picture. It takes its time: not for the goroutine of a window.
func Portrait(path string) (image.Image, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > picture.MaxBytes {
		return nil, &picture.Error{Reason: picture.Bytes}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	pic, err := picture.Decode(data)
	if err != nil {
		return nil, err
	}
	img, _, err := image.Decode(bytes.NewReader(pic.Data))
	return img, err
}
