package edit

import "jejak/data/journey"

// AddImage adds a picture; its ID is given anew. The data is not looked into.
func AddImage(tx *Tx, img journey.Image) (journey.ID, error) {
	img.ID = tx.NewID()
	if err := putChecked(tx, "add image", nil, img); err != nil {
		return "", err
	}
	return img.ID, nil
}

// RemoveImage removes a picture, also from the cards and personas that show it.
func RemoveImage(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindImage, id) }
