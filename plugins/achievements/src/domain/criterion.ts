import { type EventData, type EventName, type Locale, type LocalizedText, parseRuleArgs } from '@lectern/content-schemas'
import type { ExplainedRule, RuleKind } from '@lectern/kernel'
import type { z } from 'zod'

/** A fact that may bring a learner nearer. `at` is when it happened (ISO, UTC). */
export type Fact<Name extends EventName = EventName> = {
  [One in Name]: { name: One; data: EventData<One>; at: string }
}[Name]

/** How far it is: met when `done` has reached `of`. */
export type Progress = { done: number; of: number }

/**
 * A condition that is followed from event to event. Its state is JSON and all it knows: `step` is pure and never looks
 * anything up. `shape` changes when stored states of before cannot be gone on with.
 */
export type Criterion = ExplainedRule & {
  on: readonly EventName[]
  shape: string
  /** Levels of rules inside rules. */
  depth: number
  /** How many learners can get it at all; null for any number. */
  places: number | null
  /** The state after a fact; `state` null is the beginning. What is not a state of this criterion is begun anew. */
  step: (change: { state: unknown; fact: Fact }) => unknown
  progress: (state: unknown) => Progress
}

/** One kind of criterion. `on` names the events that can move it; empty for a combination, which is moved by its parts. */
export type CriterionKind = RuleKind<Criterion> & { on: readonly EventName[] }

/** A kind of criterion: typed arguments, typed state, and the events that move it. */
export function defineCriterion<Args, State, Name extends EventName>({
  code,
  label,
  args: schema,
  state: stateSchema,
  start,
  on,
  explain,
  step,
  progress,
  places,
}: {
  code: string
  label: LocalizedText
  args: z.ZodType<Args>
  state: z.ZodType<State>
  start: State
  on: readonly Name[]
  explain: (explained: { args: Args; locale: Locale }) => string
  step: (change: { args: Args; state: State; fact: Fact<Name> }) => State
  progress: (measured: { args: Args; state: State }) => Progress
  places?: (args: Args) => number
}): CriterionKind {
  const names: readonly EventName[] = on
  const read = (state: unknown): State => {
    const parsed = stateSchema.safeParse(state)
    return parsed.success ? parsed.data : start
  }
  return {
    code,
    label,
    args: schema,
    on,
    parse: (stored) => {
      const parsed = parseRuleArgs({ schema, args: stored })
      if (!parsed.ok) return parsed
      const args = parsed.value
      return {
        ok: true,
        value: {
          on,
          shape: code,
          depth: 1,
          places: places ? places(args) : null,
          explain: (locale) => explain({ args, locale }),
          // The check of the name is what makes the fact one of those that `step` takes.
          step: ({ state, fact }) =>
            names.includes(fact.name) ? step({ args, state: read(state), fact: fact as Fact<Name> }) : read(state),
          progress: (state) => progress({ args, state: read(state) }),
        },
      }
    },
  }
}

/** Whether the criterion is met. */
export function isMet({ done, of }: Progress): boolean {
  return done >= of
}
