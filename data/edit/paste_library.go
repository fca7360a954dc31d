package edit

import (
	"crypto/sha256"

	"jejak/data/edit/record"
	"jejak/data/fragment"
	"jejak/data/journey"
)

// library finds or adds what the copied records name: who is wanted must be known before those
// the wanted name in turn.
func (p *pasting) library() error {
	f, to := p.f.Project(), p.tx.project
	needed := p.needed()
	personas, err := shared(p, needed, f.PersonasInOrder(), to.PersonasInOrder(), func(r journey.Persona) string { return fragment.NameKey(r.Name) })
	if err != nil {
		return err
	}
	for _, r := range personas {
		journey.EachReference(r, func(ref journey.Reference) { needed[ref.To] = true })
	}
	p.pictures(needed)
	tags, err := shared(p, needed, f.TagsInOrder(), to.TagsInOrder(), func(r journey.Tag) string { return fragment.NameKey(r.Name) })
	if err != nil {
		return err
	}
	channels, err := shared(p, needed, f.ChannelsInOrder(), to.ChannelsInOrder(), func(r journey.Channel) string { return fragment.NameKey(r.Name) })
	if err != nil {
		return err
	}
	metrics, err := shared(p, needed, f.MetricsInOrder(), to.MetricsInOrder(), metricKey)
	if err != nil {
		return err
	}
	putAll(p, tags)
	putAll(p, channels)
	putAll(p, metrics)
	for _, r := range personas {
		r.ChannelIDs = p.freshIDs(journey.KindChannel, r.ChannelIDs)
		r.ImageID = p.freshID(journey.KindImage, r.ImageID)
		p.put(r)
	}
	return nil
}

func putAll[T journey.Record](p *pasting, list []T) {
	for _, r := range list {
		p.put(r)
	}
}

// metricKey is empty for a metric that nobody could tell from others.
func metricKey(r journey.Metric) string {
	if r.Standard == journey.OwnMetric && fragment.NameKey(r.Name) == "" {
		return ""
	}
	return string(r.Standard) + "\n" + fragment.NameKey(r.Name)
}

// needed lists what records of the map name, those aside that are just around.
func (p *pasting) needed() map[journey.Ref]bool {
	needed := map[journey.Ref]bool{}
	for rec := range p.f.Project().Unordered() {
		switch rec.Kind() {
		case journey.KindPersona, journey.KindAppearance:
			continue
		case journey.KindLane:
			if !p.copied(journey.RefTo(rec)) {
				continue
			}
		}
		journey.EachReference(rec, func(r journey.Reference) { needed[r.To] = true })
	}
	return needed
}

// shared finds for each needed record of f the one of the project that is it: by ID, else by what
// key returns, where that is not empty. None stands for two, or a card might carry a tag twice.
// The others get new IDs and ranks and are returned, to be put once what they name is known.
func shared[T journey.Record](p *pasting, needed map[journey.Ref]bool, of, have []T, key func(T) string) ([]T, error) {
	byID, byKey := map[journey.ID]T{}, map[string]journey.ID{}
	for _, r := range have {
		byID[r.RecordID()] = r
	}
	taken := map[journey.ID]bool{}
	var others []T
	for _, r := range of {
		if !needed[journey.RefTo(r)] {
			continue
		}
		if _, ok := byID[r.RecordID()]; ok {
			p.fresh[journey.RefTo(r)] = r.RecordID()
			taken[r.RecordID()] = true
			continue
		}
		others = append(others, r)
	}
	for _, r := range have {
		if k := key(r); k != "" && byKey[k] == "" && !taken[r.RecordID()] {
			byKey[k] = r.RecordID()
		}
	}
	missing := others[:0]
	for _, r := range others {
		k := key(r)
		if id := byKey[k]; k != "" && id != "" {
			p.fresh[journey.RefTo(r)] = id
			delete(byKey, k)
			continue
		}
		missing = append(missing, r)
	}
	return renewed(p, missing, have)
}

// renewed returns records of f under new IDs, ranked after those that are there.
func renewed[T journey.Record](p *pasting, list, have []T) ([]T, error) {
	if len(list) == 0 {
		return nil, nil
	}
	ranks, err := rankBefore(p.tx, doPaste, have, "", len(list))
	if err != nil {
		return nil, err
	}
	for i, r := range list {
		list[i] = journey.WithRank(record.WithID(r, p.renew(r)), ranks[i]).(T)
	}
	return list, nil
}

// pictures finds or adds the needed pictures. One that shows the same is the same, whatever it is
// called.
func (p *pasting) pictures(needed map[journey.Ref]bool) {
	var have map[[sha256.Size]byte]journey.ID
	for _, img := range p.f.Project().ImagesInOrder() {
		if !needed[journey.RefTo(img)] {
			continue
		}
		if have == nil {
			have = map[[sha256.Size]byte]journey.ID{}
			for _, old := range p.tx.project.ImagesInOrder() {
				if sum := sha256.Sum256(old.Data); have[sum] == "" || old.ID == img.ID {
					have[sum] = old.ID
				}
			}
		}
		ref, sum := journey.RefTo(img), sha256.Sum256(img.Data)
		if id := have[sum]; id != "" {
			p.fresh[ref] = id
			continue
		}
		img.ID = p.renew(img)
		have[sum] = img.ID
		p.put(img)
	}
}
