import { z } from 'zod'
import { defineXpGrant } from '../xpRule.ts'
import { byLocale } from './byLocale.ts'
import { course, fitsCourse, points, pointsInWords } from './fields.ts'

const plain = z.strictObject({ points, course })

/** Points for each lesson that is completed. */
export const lessonCompleted = defineXpGrant({
  code: 'lesson-completed',
  label: { en: 'Lesson completed', ru: 'Урок пройден' },
  args: plain,
  on: ['lesson.completed@1'],
  explain: ({ args, locale }) =>
    byLocale({
      locale,
      en: `${pointsInWords({ count: args.points, locale: 'en' })} for each lesson completed`,
      ru: `${pointsInWords({ count: args.points, locale: 'ru' })} за каждый пройденный урок`,
    }),
  give: ({ args, event: { data } }) =>
    fitsCourse({ wanted: args.course, given: data.course })
      ? { points: args.points, source: `lesson/${data.lesson}`, course: data.course }
      : null,
})

export const courseCompleted = defineXpGrant({
  code: 'course-completed',
  label: { en: 'Course completed', ru: 'Курс пройден' },
  args: plain,
  on: ['course.completed@1'],
  explain: ({ args, locale }) =>
    byLocale({
      locale,
      en: `${pointsInWords({ count: args.points, locale: 'en' })} for each course completed`,
      ru: `${pointsInWords({ count: args.points, locale: 'ru' })} за каждый пройденный курс`,
    }),
  give: ({ args, event: { data } }) =>
    fitsCourse({ wanted: args.course, given: data.course })
      ? { points: args.points, source: `course/${data.course}`, course: data.course }
      : null,
})

/** Points for the first attempt at a test that passes and has at least `percent`; a test earns once. */
export const testPassed = defineXpGrant({
  code: 'test-passed',
  label: { en: 'Test passed', ru: 'Тест сдан' },
  args: plain.extend({
    percent: z
      .number()
      .min(0)
      .max(100)
      .default(0)
      .meta({ label: { en: 'With at least, in percent', ru: 'С результатом не меньше, в процентах' } }),
  }),
  on: ['attempt.graded@1'],
  explain: ({ args, locale }) =>
    byLocale({
      locale,
      en: `${pointsInWords({ count: args.points, locale: 'en' })} for each test passed${args.percent > 0 ? ` with at least ${args.percent}%` : ''}`,
      ru: `${pointsInWords({ count: args.points, locale: 'ru' })} за каждый сданный тест${args.percent > 0 ? ` с результатом не меньше ${args.percent} %` : ''}`,
    }),
  give: ({ args, event: { data } }) =>
    data.passed && data.percent >= args.percent && fitsCourse({ wanted: args.course, given: data.course })
      ? { points: args.points, source: `test/${data.test}`, course: data.course }
      : null,
})

/** An attempt of an event that was stored before attempts were numbered is never the first. */
export const firstTry = defineXpGrant({
  code: 'first-try',
  label: { en: 'Passed at the first try', ru: 'Сдан с первой попытки' },
  args: plain,
  on: ['attempt.graded@1'],
  explain: ({ args, locale }) =>
    byLocale({
      locale,
      en: `${pointsInWords({ count: args.points, locale: 'en' })} more for a test passed at the first try`,
      ru: `ещё ${pointsInWords({ count: args.points, locale: 'ru' })} за тест, сданный с первой попытки`,
    }),
  give: ({ args, event: { data } }) =>
    data.passed && data.number === 1 && fitsCourse({ wanted: args.course, given: data.course })
      ? { points: args.points, source: `test/${data.test}`, course: data.course }
      : null,
})

export const perfectScore = defineXpGrant({
  code: 'perfect-score',
  label: { en: 'Everything right', ru: 'Всё верно' },
  args: plain,
  on: ['attempt.graded@1'],
  explain: ({ args, locale }) =>
    byLocale({
      locale,
      en: `${pointsInWords({ count: args.points, locale: 'en' })} more for a test with everything right`,
      ru: `ещё ${pointsInWords({ count: args.points, locale: 'ru' })} за тест без единой ошибки`,
    }),
  give: ({ args, event: { data } }) =>
    data.passed && data.percent >= 100 && fitsCourse({ wanted: args.course, given: data.course })
      ? { points: args.points, source: `test/${data.test}`, course: data.course }
      : null,
})

/** Points for each day of a streak from the second on, and a bonus for each `every` days of it. */
export const streakDay = defineXpGrant({
  code: 'streak-day',
  label: { en: 'Day of a streak', ru: 'День серии' },
  args: z.strictObject({
    points,
    every: z
      .int()
      .min(2)
      .max(366)
      .default(7)
      .meta({ label: { en: 'Bonus after each … days', ru: 'Премия за каждые … дней' } }),
    bonus: z
      .int()
      .min(0)
      .max(100_000)
      .default(0)
      .meta({ label: { en: 'Bonus', ru: 'Премия' } }),
  }),
  on: ['streak.extended@1'],
  explain: ({ args: { points: each, every, bonus }, locale }) =>
    byLocale({
      locale,
      en: `${pointsInWords({ count: each, locale: 'en' })} for each day of a streak after the first${bonus > 0 ? `, and ${bonus} more after each ${every} days` : ''}`,
      ru: `${pointsInWords({ count: each, locale: 'ru' })} за каждый день серии после первого${bonus > 0 ? `, и ещё ${bonus} за каждые ${every} дн.` : ''}`,
    }),
  give: ({ args, event: { data } }) =>
    data.days < 2
      ? null
      : {
          points: args.points + (data.days % args.every === 0 ? args.bonus : 0),
          source: `day/${data.day}`,
          course: null,
        },
})

export const reviewWritten = defineXpGrant({
  code: 'review-written',
  label: { en: 'Review of a course written', ru: 'Написан отзыв о курсе' },
  args: plain,
  on: ['review.written@1'],
  explain: ({ args, locale }) =>
    byLocale({
      locale,
      en: `${pointsInWords({ count: args.points, locale: 'en' })} for the review of a course`,
      ru: `${pointsInWords({ count: args.points, locale: 'ru' })} за отзыв о курсе`,
    }),
  give: ({ args, event: { data } }) =>
    fitsCourse({ wanted: args.course, given: data.course })
      ? { points: args.points, source: `review/${data.course}`, course: data.course }
      : null,
})
