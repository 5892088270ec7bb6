import { z } from 'zod'
import { defineCriterion } from '../criterion.ts'
import { course, fits, plural, words } from './fields.ts'

/** Milliseconds. */
const dayLength = 86_400_000
/** Attempts whose percentages are remembered; the best ones stay. */
const remembered = 20

const dayForms = {
  en: { one: 'day', other: 'days' },
  ru: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
}

/** A result in a test; marks that are changed later change it too, up or down. */
export const scoreAtLeast = defineCriterion({
  code: 'score-at-least',
  label: { en: 'A result of at least', ru: 'Результат не меньше' },
  args: z.strictObject({
    percent: z
      .number()
      .min(1)
      .max(100)
      .meta({ label: { en: 'Percent', ru: 'Процентов' } }),
    course,
    test: z
      .uuid()
      .nullable()
      .default(null)
      .meta({ label: { en: 'Only in this test', ru: 'Только в этом тесте' }, relationTo: 'tests' }),
  }),
  state: z.object({ attempts: z.record(z.string(), z.number()) }),
  start: { attempts: {} },
  on: ['attempt.graded@1', 'attempt.regraded@1'],
  explain: ({ args, locale }) =>
    words({
      locale,
      en: `reach at least ${args.percent}% in ${args.test === null ? 'a test' : 'the test'}`,
      ru: `наберите не меньше ${args.percent} % в тесте`,
    }),
  step: ({ args, state, fact }) => {
    const { data } = fact
    if (!fits({ wanted: args.course, given: data.course }) || !fits({ wanted: args.test, given: data.test })) return state
    const percent = 'after' in data ? data.after.percent : data.percent
    const all = Object.entries({ ...state.attempts, [data.attempt]: percent })
    return { attempts: Object.fromEntries(all.sort(([, left], [, right]) => right - left).slice(0, remembered)) }
  },
  progress: ({ args, state }) => ({
    done: Math.min(args.percent, Math.floor(Math.max(0, ...Object.values(state.attempts)))),
    of: args.percent,
  }),
})

export const streakOfDays = defineCriterion({
  code: 'streak-of',
  label: { en: 'A streak of days', ru: 'Серия дней' },
  args: z.strictObject({
    days: z
      .int()
      .min(2)
      .max(3660)
      .meta({ label: { en: 'Days', ru: 'Дней' } }),
  }),
  state: z.object({ longest: z.int().min(0) }),
  start: { longest: 0 },
  on: ['streak.extended@1'],
  explain: ({ args, locale }) =>
    words({
      locale,
      en: `learn on ${plural({ locale: 'en', value: args.days, forms: dayForms.en })} in a row`,
      ru: `занимайтесь ${plural({ locale: 'ru', value: args.days, forms: dayForms.ru })} подряд`,
    }),
  step: ({ state, fact }) => ({ longest: Math.max(state.longest, fact.data.days) }),
  progress: ({ args, state }) => ({ done: Math.min(state.longest, args.days), of: args.days }),
})

export const levelReached = defineCriterion({
  code: 'level-reached',
  label: { en: 'A level', ru: 'Уровень' },
  args: z.strictObject({
    level: z
      .int()
      .min(2)
      .max(500)
      .meta({ label: { en: 'Level', ru: 'Уровень' } }),
  }),
  state: z.object({ level: z.int().min(1) }),
  start: { level: 1 },
  on: ['level.reached@1'],
  explain: ({ args, locale }) => words({ locale, en: `reach level ${args.level}`, ru: `достигните уровня ${args.level}` }),
  step: ({ state, fact }) => ({ level: Math.max(state.level, fact.data.level) }),
  progress: ({ args, state }) => ({ done: Math.min(state.level, args.level), of: args.level }),
})

/** Something done again after nothing was done for so many days. Facts that come late do not make a gap. */
export const comeback = defineCriterion({
  code: 'comeback',
  label: { en: 'Coming back after a break', ru: 'Возвращение после перерыва' },
  args: z.strictObject({
    days: z
      .int()
      .min(1)
      .max(3660)
      .meta({ label: { en: 'Days without learning', ru: 'Дней без занятий' } }),
  }),
  state: z.object({ last: z.iso.datetime().nullable(), back: z.boolean() }),
  start: { last: null, back: false },
  on: ['lesson.completed@1', 'attempt.graded@1'],
  explain: ({ args, locale }) =>
    words({
      locale,
      en: `come back after ${plural({ locale: 'en', value: args.days, forms: dayForms.en })} without learning`,
      ru: `вернитесь после перерыва: ${plural({ locale: 'ru', value: args.days, forms: dayForms.ru })}`,
    }),
  step: ({ args, state, fact }) => {
    const gap = state.last === null ? 0 : Date.parse(fact.at) - Date.parse(state.last)
    return {
      last: state.last === null || fact.at > state.last ? fact.at : state.last,
      back: state.back || gap >= args.days * dayLength,
    }
  },
  progress: ({ state }) => ({ done: state.back ? 1 : 0, of: 1 }),
})
