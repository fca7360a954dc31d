package insight

import "jejak/data/journey"

// Rule names what a Finding is about. "insight.rule." + Rule is the key of its title in
// assets/words, "insight.say." + Rule that of a finding's sentence.
type Rule string

// The rules, with what their findings hold. Where nothing is said of Value, Than, Outcome or
// Answered, it is zero.
const (
	// Refs: the point, what it stands at, the persona. Value: the feeling.
	RuleLow Rule = "low"
	// Refs: the point fallen to, what it stands at, what the point before stands at, the persona.
	// Value and Than: the feeling there and before.
	RuleDrop Rule = "drop"
	// Refs: the stage fallen to, the stage before, the persona. Value and Than: the mean feelings.
	RuleStageDrop Rule = "stageDrop"
	// Refs: the card. Value: its weight. Sorted by it.
	RulePain Rule = "pain"
	// Refs: the stage. Outcome: partly or unmet. Value: its touchpoints that meet their purpose,
	// Than: those of which it is said whether they do.
	RuleGoal Rule = "goal"
	// Refs: the touchpoint, its stage. Outcome: partly or unmet.
	RulePurpose Rule = "purpose"
	// Refs: the touchpoint.
	RuleChannelless Rule = "channelless"
	// Refs: the channel, its only touchpoint.
	RuleOnce Rule = "once"
	// Refs: the stage.
	RuleBare Rule = "bare"
	// Refs: the stage, its only channel.
	RuleSingle Rule = "single"
	// Refs: the stage, the channel that serves before and after it.
	RuleHole Rule = "hole"
	// Refs: the channel, the persona that prefers it.
	RuleMissed Rule = "missed"
	// Refs: the card. Answered: an action answers it.
	RuleBreaker Rule = "breaker"
	// Refs: the card.
	RuleAsserted Rule = "asserted"
	// Refs: the card.
	RuleSourceless Rule = "sourceless"
	// Refs: the card. Value: days since it was verified.
	RuleStale Rule = "stale"
	// Refs: the action, the card it answers if there is one. Value: days. Sorted by it.
	RuleOverdue Rule = "overdue"
	// Refs: the card.
	RuleAimless Rule = "aimless"
	// Refs: the card. Value: its value, Than: its effort. Sorted by priority.
	RuleQuickWin Rule = "quickWin"
	// Refs: the measurement, what it was measured at, the metric. Value and Than: value and target.
	RuleTarget Rule = "target"
	// Refs: the stage where they stay behind, the next stage, the measurement, the metric.
	// Value: percent.
	RuleDropOff Rule = "dropOff"
)

// Rules lists the rules in the order in which a Report tells of them.
var Rules = []Rule{
	RuleLow, RuleDrop, RuleStageDrop, RuleBreaker, RulePain, RuleGoal, RulePurpose, RuleChannelless, RuleOnce,
	RuleBare, RuleSingle, RuleHole, RuleMissed, RuleTarget, RuleDropOff, RuleOverdue, RuleQuickWin, RuleAimless,
	RuleAsserted, RuleSourceless, RuleStale,
}

// Finding is one thing that a map tells.
type Finding struct {
	Rule     Rule
	Refs     []journey.Ref // what it names, what it is about first; never empty
	Value    float64
	Than     float64 // what Value is held against
	Outcome  journey.Outcome
	Answered bool
}

// findings are those of one stage or map, by rule.
type findings map[Rule][]Finding

func (f findings) add(found Finding) { f[found.Rule] = append(f[found.Rule], found) }
