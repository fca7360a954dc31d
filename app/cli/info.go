package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/project"
)

// infoFormat is the number of the shape of "info --json". Names are only ever added to it.
const infoFormat = 1

// projectInfo is what "info --json" prints.
type projectInfo struct {
	Format int       `json:"format"`
	Title  string    `json:"title"`
	Maps   []mapInfo `json:"maps"`
}

type mapInfo struct {
	Title    string      `json:"title"`
	Type     string      `json:"type"`
	Personas []string    `json:"personas"`
	Stages   []stageInfo `json:"stages"`
	Lanes    []laneInfo  `json:"lanes"`
}

type stageInfo struct {
	Title       string           `json:"title"`
	Touchpoints []touchpointInfo `json:"touchpoints"`
}

type touchpointInfo struct {
	Title    string             `json:"title"`
	Channel  string             `json:"channel"`  // empty: none
	Emotions map[string]float64 `json:"emotions"` // by persona; those who have a point at it
}

type laneInfo struct {
	Title string `json:"title"`
	Kind  string `json:"kind"`
	Cards int    `json:"cards"` // with the points of the curves, in a lane of emotions
}

// info prints what a project file holds.
func (c *call) info() error {
	p, err := project.Read(c.args[0])
	if err != nil {
		return err
	}
	described := describe(p)
	if c.options.json {
		enc := json.NewEncoder(c.stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(described)
	}
	t := &report{words: c.words, today: time.Now().Format(time.DateOnly)}
	t.line(0, "%s", described.Title)
	for i, m := range p.MapsInOrder() {
		t.about(p, m.ID, described.Maps[i])
	}
	_, err = c.stdout.Write([]byte(t.String()))
	return err
}

// describe gathers what a project holds, in the order of its maps.
func describe(p journey.Project) projectInfo {
	info := projectInfo{Format: infoFormat, Title: p.Info().Title, Maps: []mapInfo{}}
	for _, m := range p.MapsInOrder() {
		info.Maps = append(info.Maps, describeMap(p, m))
	}
	return info
}

func describeMap(p journey.Project, m journey.Map) mapInfo {
	x := journey.NewIndex(p, m.ID)
	info := mapInfo{Title: m.Title, Type: string(m.Type), Personas: []string{}, Stages: []stageInfo{}, Lanes: []laneInfo{}}
	feelings := map[journey.ID]map[string]float64{}
	taken := map[string]bool{}
	curves := map[journey.ID]int{}
	for _, a := range x.Appearances {
		persona, _ := p.Personas.Get(a.PersonaID)
		name := persona.Name
		for n := 2; taken[name]; n++ { // of two with one name, the second is "Sari (2)"
			name = fmt.Sprintf("%s (%d)", persona.Name, n)
		}
		taken[name] = true
		info.Personas = append(info.Personas, name)
		curves[a.PersonaID] = len(x.Points[a.PersonaID])
		for _, pt := range x.Points[a.PersonaID] {
			if pt.At.Kind != journey.KindCard {
				continue
			}
			if feelings[pt.At.ID] == nil {
				feelings[pt.At.ID] = map[string]float64{}
			}
			feelings[pt.At.ID][name] = pt.Value + 0 // no negative zero
		}
	}
	touch, cards := map[journey.ID]bool{}, map[journey.ID]int{}
	for _, l := range x.Lanes {
		touch[l.ID] = l.LaneKind == journey.LaneTouchpoints
	}
	touchpoints := map[journey.ID][]touchpointInfo{}
	for _, card := range x.CardsInOrder() {
		cards[card.LaneID]++
		if !touch[card.LaneID] {
			continue
		}
		channel, _ := p.Channels.Get(card.ChannelID)
		emotions := feelings[card.ID]
		if emotions == nil {
			emotions = map[string]float64{}
		}
		touchpoints[card.StageID] = append(touchpoints[card.StageID], touchpointInfo{card.Title, channel.Name, emotions})
	}
	for _, s := range x.Stages {
		list := touchpoints[s.ID]
		if list == nil {
			list = []touchpointInfo{}
		}
		info.Stages = append(info.Stages, stageInfo{s.Title, list})
	}
	for _, l := range x.Lanes {
		if l.LaneKind == journey.LaneEmotions {
			for id, n := range curves {
				if l.PersonaID == "" || l.PersonaID == id {
					cards[l.ID] += n
				}
			}
		}
		title := l.Title
		if title == "" {
			title = words.In(p.Info().Language).T("map.lane." + string(l.LaneKind))
		}
		info.Lanes = append(info.Lanes, laneInfo{title, string(l.LaneKind), cards[l.ID]})
	}
	return info
}

// report is a text for a person, indented by two spaces a level.
type report struct {
	strings.Builder
	words *words.Table
	today string // "YYYY-MM-DD"
}

func (t *report) line(level int, format string, args ...any) {
	t.WriteString(strings.TrimRight(strings.Repeat("  ", level)+line(fmt.Sprintf(format, args...)), " ") + "\n") // one line, whatever is in it
}

func (t *report) text(level int, key string, args words.Args) {
	t.line(level, "%s", t.words.F(key, args))
}

// about says what one map holds and what it tells.
func (t *report) about(p journey.Project, mapID journey.ID, m mapInfo) {
	w := t.words
	touchpoints := 0
	for _, s := range m.Stages {
		touchpoints += len(s.Touchpoints)
	}
	t.line(0, "")
	t.line(0, "%s (%s)", m.Title, w.T("map.type."+m.Type))
	t.line(1, "%s, %s, %s", w.N("cli.info.stages", len(m.Stages), nil), w.N("cli.info.touchpoints", touchpoints, nil), w.N("cli.info.lanes", len(m.Lanes), nil))
	if len(m.Personas) > 0 {
		t.text(1, "cli.info.personas", words.Args{"Names": strings.Join(m.Personas, ", ")})
	}
	for i, s := range m.Stages {
		t.line(1, "%d. %s", i+1, s.Title)
		for _, at := range s.Touchpoints {
			parts := []string{at.Title}
			if at.Channel != "" {
				parts = append(parts, "["+at.Channel+"]")
			}
			for _, name := range m.Personas {
				if v, ok := at.Emotions[name]; ok {
					parts = append(parts, fmt.Sprintf("%s %s", name, signed(v)))
				}
			}
			t.line(3, "%s", strings.Join(parts, "  "))
		}
	}
	for _, l := range m.Lanes {
		t.line(1, "%s: %d", l.Title, l.Cards)
	}
	t.insights(p, mapID)
}

// maxInsights is how many lines one heading of the report may have.
const maxInsights = 10

// insights tells what the rules have found, and how often each channel serves in which stage.
func (t *report) insights(p journey.Project, mapID journey.ID) {
	found := insight.Map(p, mapID, t.today)
	for _, rule := range insight.Rules {
		var lines []string
		for _, f := range found.Of(rule) {
			lines = append(lines, f.Text(p, t.words))
		}
		t.list(rule.Title(t.words), lines)
	}
	var channels []string
	for i, ch := range found.Coverage.Channels {
		var where []string
		for j, s := range found.Coverage.Stages {
			if n := found.Coverage.Counts[j][i]; n > 0 {
				where = append(where, fmt.Sprintf("%s %d", insight.Name(p, s, t.words), n))
			}
		}
		if len(where) > 0 {
			channels = append(channels, insight.Name(p, ch, t.words)+": "+strings.Join(where, ", "))
		}
	}
	t.list(t.words.T("insight.channels"), channels)
}

func (t *report) list(heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	t.line(1, "%s", heading)
	for i, l := range lines {
		if i == maxInsights {
			t.line(2, "%s", t.words.N("insight.more", len(lines)-i, nil))
			return
		}
		t.line(2, "%s", l)
	}
}

// signed writes a feeling as people read it: "+1.5", "−2", "0".
func signed(v float64) string {
	if v == 0 {
		return "0"
	}
	return strings.Replace(fmt.Sprintf("%+g", v), "-", "−", 1)
}
