import { z } from 'zod'
import { defineXpModifier } from '../xpRule.ts'
import { byLocale } from './byLocale.ts'
import { course, fitsCourse, pointsInWords } from './fields.ts'

/** For a time, everything counts `factor` times; rounded to whole points. */
export const bonusTime = defineXpModifier({
  code: 'bonus-time',
  label: { en: 'Time of double points', ru: 'Время двойных очков' },
  args: z.strictObject({
    from: z.iso.datetime().meta({ label: { en: 'From', ru: 'С' } }),
    to: z.iso.datetime().meta({ label: { en: 'Until', ru: 'До' } }),
    factor: z
      .number()
      .min(1)
      .max(10)
      .default(2)
      .meta({ label: { en: 'Times', ru: 'Во сколько раз' } }),
    course,
  }),
  order: 10,
  explain: ({ args, locale }) => {
    const moment = (iso: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso))
    return byLocale({
      locale,
      en: `points count ${args.factor} times from ${moment(args.from)} until ${moment(args.to)} (UTC)`,
      ru: `очки умножаются на ${args.factor} с ${moment(args.from)} до ${moment(args.to)} (UTC)`,
    })
  },
  modify: ({ args, draft }) => {
    const at = Date.parse(draft.at)
    const inside = Date.parse(args.from) <= at && at < Date.parse(args.to)
    return inside && fitsCourse({ wanted: args.course, given: draft.course })
      ? Math.round(draft.points * args.factor)
      : draft.points
  },
})

/** Of one rule, the grants of a day after the first `after` lose: each further one keeps `percent` of the one before. */
export const diminishingReturns = defineXpModifier({
  code: 'diminishing-returns',
  label: { en: 'Less and less on one day', ru: 'За день всё меньше' },
  args: z.strictObject({
    after: z
      .int()
      .min(1)
      .max(1000)
      .meta({ label: { en: 'In full: the first … of a rule', ru: 'Полностью: первые … по правилу' } }),
    percent: z
      .number()
      .min(0)
      .max(99)
      .meta({ label: { en: 'Then each keeps, in percent', ru: 'Потом каждое сохраняет, в процентах' } }),
  }),
  order: 20,
  explain: ({ args, locale }) =>
    byLocale({
      locale,
      en: `by one rule, the first ${args.after} of a day count in full; each further one keeps ${args.percent}% of the one before`,
      ru: `по одному правилу первые ${args.after} за день засчитываются полностью, каждое следующее сохраняет ${args.percent} % предыдущего`,
    }),
  modify: ({ args, draft, today }) => {
    const before = today.filter(({ rule }) => rule === draft.rule).length
    return Math.round(draft.points * (args.percent / 100) ** Math.max(0, before + 1 - args.after))
  },
})

/** No more than `points` a day, in the learner's time zone. */
export const dailyCap = defineXpModifier({
  code: 'daily-cap',
  label: { en: 'Most that a day can give', ru: 'Предел за день' },
  args: z.strictObject({
    points: z
      .int()
      .min(0)
      .max(1_000_000)
      .meta({ label: { en: 'Points a day', ru: 'Очков в день' } }),
    course,
  }),
  order: 30,
  explain: ({ args, locale }) =>
    byLocale({
      locale,
      en: `at most ${pointsInWords({ count: args.points, locale: 'en' })} a day`,
      ru: `не больше ${pointsInWords({ count: args.points, locale: 'ru' })} в день`,
    }),
  modify: ({ args, draft, today }) => {
    if (!fitsCourse({ wanted: args.course, given: draft.course })) return draft.points
    const counted = today.filter((earlier) => fitsCourse({ wanted: args.course, given: earlier.course }))
    const given = counted.reduce((sum, { points }) => sum + points, 0)
    return Math.min(draft.points, Math.max(0, args.points - given))
  },
})
