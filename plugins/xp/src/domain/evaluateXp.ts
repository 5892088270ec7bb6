import type { Draft, Earlier, XpEvent, XpRule } from './xpRule.ts'

/** A rule in force: which one, in which version, and what it does. */
export type RuleInForce = { rule: string; version: number; code: string; effect: XpRule }

/** What a modifier made of a grant. */
export type Step = { code: string; version: number; rule: string; points: number }

/** A line for the ledger. `points` 0 is kept too: it says that the day's limit was reached, and the source is used up. */
export type Grant = Draft & { version: number; code: string; steps: Step[] }

/**
 * What one event gives one learner. `today` are the grants of the same local day so far, in order; `known` are the pairs
 * `<rule> <source>` that the ledger has already, which give nothing again. Pure: the same input gives the same lines.
 */
export function evaluateXp({
  event,
  rules,
  today,
  known,
}: {
  event: XpEvent
  rules: readonly RuleInForce[]
  today: readonly Earlier[]
  known: ReadonlySet<string>
}): Grant[] {
  const grants: Grant[] = []
  for (const { given, ...inForce } of givenBy({ event, rules })) {
    if (given.points <= 0 || known.has(ledgerKey({ rule: inForce.rule, source: given.source }))) continue
    const draft: Draft = { ...given, rule: inForce.rule, base: given.points, at: event.at }
    grants.push({ ...modifyDraft({ draft, rules, today: [...today, ...grants] }), version: inForce.version, code: inForce.code })
  }
  return grants
}

/** What the granting rules give for an event before any modifier, in the order of the rules. */
export function givenBy({ event, rules }: { event: XpEvent; rules: readonly RuleInForce[] }) {
  return rules.flatMap(({ effect, ...inForce }) => {
    const given = effect.kind === 'grant' ? effect.give(event) : null
    return given ? [{ ...inForce, given }] : []
  })
}

/** Sends a grant through the modifiers in their order. */
export function modifyDraft({
  draft,
  rules,
  today,
}: {
  draft: Draft
  rules: readonly RuleInForce[]
  today: readonly Earlier[]
}): Draft & { steps: Step[] } {
  const modifiers = rules
    .flatMap(({ effect, ...inForce }) => (effect.kind === 'modifier' ? [{ ...inForce, effect }] : []))
    .sort((left, right) => left.effect.order - right.effect.order || (left.rule < right.rule ? -1 : 1))
  const steps: Step[] = []
  let { points } = draft
  for (const { effect, rule, version, code } of modifiers) {
    const left = Math.max(0, effect.modify({ draft: { ...draft, points }, today }))
    if (left !== points) steps.push({ code, rule, version, points: left })
    points = left
  }
  return { ...draft, points, steps }
}

/** Rule and source together are what a learner gets once. */
export function ledgerKey({ rule, source }: { rule: string; source: string }): string {
  return `${rule} ${source}`
}
