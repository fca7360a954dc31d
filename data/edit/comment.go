package edit

import "jejak/data/journey"

// AddComment anchors a remark to a record of any kind but a comment. created is in Unix
// milliseconds.
func AddComment(tx *Tx, at journey.Ref, author, text string, created int) (journey.ID, error) {
	c := journey.Comment{ID: tx.NewID(), At: at, Author: author, Text: text, Created: created}
	if err := putChecked(tx, "add comment", nil, c); err != nil {
		return "", err
	}
	return c.ID, nil
}

// AddReply answers a comment; the answer is anchored where the comment is.
func AddReply(tx *Tx, commentID journey.ID, author, text string, created int) (journey.ID, error) {
	const do = "add reply"
	to, err := find[journey.Comment](tx, do, commentID)
	if err != nil {
		return "", err
	}
	c := journey.Comment{ID: tx.NewID(), At: to.At, ReplyID: to.ID, Author: author, Text: text, Created: created}
	if err := putChecked(tx, do, nil, c); err != nil {
		return "", err
	}
	return c.ID, nil
}

// RemoveComment removes a comment with the answers to it.
func RemoveComment(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindComment, id) }
