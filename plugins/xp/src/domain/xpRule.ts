import { type EventData, type EventName, type Locale, type LocalizedText, parseRuleArgs } from '@lectern/content-schemas'
import type { ExplainedRule, RuleKind } from '@lectern/kernel'
import type { z } from 'zod'

/** A fact that may earn points. `at` is when it happened (ISO, UTC). */
export type XpEvent<Name extends EventName = EventName> = {
  [One in Name]: { id: string; name: One; data: EventData<One>; at: string }
}[Name]

/** What a rule gives. `source` is what for: one learner gets one grant of a rule for one source. */
export type Given = { points: number; source: string; course: string | null }

/** A grant on its way into the ledger. `points` is what is left of `base` after the modifiers so far. */
export type Draft = Given & { rule: string; base: number; at: string }

/** A grant of the same learner on the same day that comes before this one. */
export type Earlier = { rule: string; points: number; course: string | null }

/** What a rule does: it gives points for an event, or it changes what others give. */
export type XpRule = ExplainedRule &
  (
    | { kind: 'grant'; give: (event: XpEvent) => Given | null }
    | {
        kind: 'modifier'
        /** Lower ones come first: multiply, then diminish, then cap. */
        order: number
        /** What is left of the points of a grant; never below 0. */
        modify: (change: { draft: Draft; today: readonly Earlier[] }) => number
      }
  )

/** One kind of XP rule. `on` names the events by which points can be earned; empty for a modifier. */
export type XpRuleKind = RuleKind<XpRule> & { on: readonly EventName[] }

type Common<Args> = {
  code: string
  label: LocalizedText
  args: z.ZodType<Args>
  explain: (explained: { args: Args; locale: Locale }) => string
}

/** A kind of rule that gives points for the events in `on`. Null, or 0 points, gives nothing. */
export function defineXpGrant<Args, Name extends EventName>({
  give,
  on,
  ...common
}: Common<Args> & {
  on: readonly Name[]
  give: (given: { args: Args; event: XpEvent<Name> }) => Given | null
}): XpRuleKind {
  const names: readonly EventName[] = on
  return defineKind({
    ...common,
    on,
    toRule: (args) => ({
      kind: 'grant',
      // The check of the name is what makes the event one of those that `give` takes.
      give: (event) => (names.includes(event.name) ? give({ args, event: event as XpEvent<Name> }) : null),
    }),
  })
}

/** A kind of rule that changes what the others give. */
export function defineXpModifier<Args>({
  order,
  modify,
  ...common
}: Common<Args> & {
  order: number
  modify: (change: { args: Args; draft: Draft; today: readonly Earlier[] }) => number
}): XpRuleKind {
  return defineKind({
    ...common,
    on: [],
    toRule: (args) => ({ kind: 'modifier', order, modify: (change) => modify({ args, ...change }) }),
  })
}

type Effect = XpRule extends infer One ? (One extends unknown ? Omit<One, 'explain'> : never) : never

function defineKind<Args>({
  code,
  label,
  args: schema,
  on,
  explain,
  toRule,
}: Common<Args> & { on: readonly EventName[]; toRule: (args: Args) => Effect }): XpRuleKind {
  return {
    code,
    label,
    args: schema,
    on,
    parse: (stored) => {
      const parsed = parseRuleArgs({ schema, args: stored })
      if (!parsed.ok) return parsed
      const args = parsed.value
      return { ok: true, value: { ...toRule(args), explain: (locale: Locale) => explain({ args, locale }) } }
    },
  }
}
