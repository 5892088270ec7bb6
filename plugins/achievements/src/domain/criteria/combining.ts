import type { LocalizedText } from '@lectern/content-schemas'
import { failure, type Locale, parseRuleArgs, type Result, storedRuleSchema, success } from '@lectern/content-schemas'
import { z } from 'zod'
import { type Criterion, type CriterionKind, isMet, type Progress } from '../criterion.ts'
import { words } from './fields.ts'

/** Rules nest at most this deep, so that following and explaining them stay bounded. */
const maxDepth = 4

const partsSchema = z.strictObject({
  of: z
    .array(storedRuleSchema)
    .min(1)
    .max(10)
    .meta({ label: { en: 'Parts', ru: 'Части' }, rules: true }),
})
const stateSchema = z.object({ parts: z.array(z.unknown()) }).catch({ parts: [] })

export const allOf = defineCombination({
  code: 'all-of',
  label: { en: 'All of these', ru: 'Всё из этого' },
  explain: ({ parts, locale }) => parts.join(words({ locale, en: ' and ', ru: ' и ' })),
  progress: (parts) => {
    const [only] = parts
    return parts.length === 1 && only ? only : { done: parts.filter(isMet).length, of: parts.length }
  },
})

export const anyOf = defineCombination({
  code: 'any-of',
  label: { en: 'One of these', ru: 'Одно из этого' },
  explain: ({ parts, locale }) => parts.join(words({ locale, en: ' or ', ru: ' или ' })),
  progress: (parts) => parts.toSorted((left, right) => right.done / right.of - left.done / left.of)[0] ?? { done: 0, of: 1 },
})

export const noneOf = defineCombination({
  code: 'none-of',
  label: { en: 'None of these', ru: 'Ничего из этого' },
  explain: ({ parts, locale }) => words({ locale, en: `not: ${parts.join(' or ')}`, ru: `не: ${parts.join(' или ')}` }),
  progress: (parts) => ({ done: parts.some(isMet) ? 0 : 1, of: 1 }),
})

/** A criterion made of others, which keep their states side by side. */
function defineCombination({
  code,
  label,
  explain,
  progress,
}: {
  code: string
  label: LocalizedText
  explain: (explained: { parts: string[]; locale: Locale }) => string
  progress: (parts: Progress[]) => Progress
}): CriterionKind {
  return {
    code,
    label,
    args: partsSchema,
    on: [],
    parse: (stored, kinds) => {
      const args = parseRuleArgs({ schema: partsSchema, args: stored })
      if (!args.ok) return args
      const parts: Criterion[] = []
      for (const part of args.value.of) {
        const kind = kinds.get(part.code)
        const parsed: Result<Criterion> = kind
          ? kind.parse(part.args, kinds)
          : failure({ code: 'RULE_KIND_UNKNOWN', message: `No installed plugin has the rule ${part.code}.` })
        if (!parsed.ok) return parsed
        parts.push(parsed.value)
      }
      const depth = 1 + Math.max(...parts.map((part) => part.depth))
      if (depth > maxDepth) return failure({ code: 'RULE_TOO_DEEP', message: `Rules nest at most ${maxDepth} deep.` })
      const places = parts.flatMap((part) => part.places ?? [])
      return success({
        on: [...new Set(parts.flatMap(({ on }) => on))],
        shape: `${code}(${parts.map(({ shape }) => shape).join()})`,
        depth,
        places: places.length > 0 ? Math.min(...places) : null,
        explain: (locale) => explain({ parts: parts.map((part) => part.explain(locale)), locale }),
        step: ({ state, fact }) => {
          const before = stateSchema.parse(state).parts
          return { parts: parts.map((part, at) => part.step({ state: before[at] ?? null, fact })) }
        },
        progress: (state) => {
          const before = stateSchema.parse(state).parts
          return progress(parts.map((part, at) => part.progress(before[at] ?? null)))
        },
      })
    },
  }
}
