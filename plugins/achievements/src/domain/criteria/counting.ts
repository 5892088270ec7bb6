import { z } from 'zod'
import { defineCriterion } from '../criterion.ts'
import { count, counted, course, fits, none, plural, words } from './fields.ts'

/** Criteria that count: an event is handled once, so each one counts once. */

const lessons = {
  en: { one: 'lesson', other: 'lessons' },
  ru: { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' },
}
const courses = {
  en: { one: 'course', other: 'courses' },
  ru: { one: 'курс', few: 'курса', many: 'курсов', other: 'курса' },
}
const tests = {
  en: { one: 'test', other: 'tests' },
  ru: { one: 'тест', few: 'теста', many: 'тестов', other: 'теста' },
}

export const lessonsCompleted = defineCriterion({
  code: 'lessons-completed',
  label: { en: 'Lessons completed', ru: 'Пройдено уроков' },
  args: z.strictObject({ count, course }),
  state: counted,
  start: none,
  on: ['lesson.completed@1'],
  explain: ({ args, locale }) =>
    words({
      locale,
      en: `complete ${plural({ locale: 'en', value: args.count, forms: lessons.en })}`,
      ru: `пройдите ${plural({ locale: 'ru', value: args.count, forms: lessons.ru })}`,
    }),
  step: ({ args, state, fact }) => (fits({ wanted: args.course, given: fact.data.course }) ? { count: state.count + 1 } : state),
  progress: ({ args, state }) => ({ done: Math.min(state.count, args.count), of: args.count }),
})

export const coursesCompleted = defineCriterion({
  code: 'courses-completed',
  label: { en: 'Courses completed', ru: 'Пройдено курсов' },
  args: z.strictObject({ count: count.default(1), course }),
  state: counted,
  start: none,
  on: ['course.completed@1'],
  explain: ({ args, locale }) =>
    args.course === null
      ? words({
          locale,
          en: `complete ${plural({ locale: 'en', value: args.count, forms: courses.en })}`,
          ru: `пройдите ${plural({ locale: 'ru', value: args.count, forms: courses.ru })}`,
        })
      : words({ locale, en: 'complete this course', ru: 'пройдите этот курс' }),
  step: ({ args, state, fact }) => (fits({ wanted: args.course, given: fact.data.course }) ? { count: state.count + 1 } : state),
  progress: ({ args, state }) => {
    const of = args.course === null ? args.count : 1
    return { done: Math.min(state.count, of), of }
  },
})

export const testsPassed = defineCriterion({
  code: 'tests-passed',
  label: { en: 'Tests passed', ru: 'Сдано тестов' },
  args: z.strictObject({ count, course }),
  state: counted,
  start: none,
  on: ['attempt.graded@1'],
  explain: ({ args, locale }) =>
    words({
      locale,
      en: `pass ${plural({ locale: 'en', value: args.count, forms: tests.en })}`,
      ru: `сдайте ${plural({ locale: 'ru', value: args.count, forms: tests.ru })}`,
    }),
  step: ({ args, state, fact: { data } }) =>
    data.firstPass && fits({ wanted: args.course, given: data.course }) ? { count: state.count + 1 } : state,
  progress: ({ args, state }) => ({ done: Math.min(state.count, args.count), of: args.count }),
})

/** Answers that the asker marked as the one that helped. */
export const helpedOthers = defineCriterion({
  code: 'helped-others',
  label: { en: 'Helped others', ru: 'Помощь другим' },
  args: z.strictObject({ count }),
  state: counted,
  start: none,
  on: ['comment.accepted@1'],
  explain: ({ args, locale }) =>
    words({
      locale,
      en: `help others with ${plural({ locale: 'en', value: args.count, forms: { one: 'answer', other: 'answers' } })}`,
      ru: `помогите другим: ${plural({ locale: 'ru', value: args.count, forms: { one: 'ответ', few: 'ответа', many: 'ответов', other: 'ответа' } })}`,
    }),
  step: ({ state, fact: { data } }) => (data.author === data.by ? state : { count: state.count + 1 }),
  progress: ({ args, state }) => ({ done: Math.min(state.count, args.count), of: args.count }),
})

/** The first so many who complete a course, in the order in which their completions are handled. */
export const firstLearners = defineCriterion({
  code: 'first-learners',
  label: { en: 'Among the first to complete a course', ru: 'Среди первых, прошедших курс' },
  args: z.strictObject({
    places: z
      .int()
      .min(1)
      .max(100_000)
      .meta({ label: { en: 'Places', ru: 'Мест' } }),
    course: z.uuid().meta({ label: { en: 'Course', ru: 'Курс' }, relationTo: 'courses' }),
  }),
  state: counted,
  start: none,
  on: ['course.completed@1'],
  explain: ({ args, locale }) =>
    words({
      locale,
      en: `be among the first ${args.places} to complete the course`,
      ru: `окажитесь среди первых ${args.places}, кто пройдёт курс`,
    }),
  step: ({ args, state, fact }) => (fact.data.course === args.course ? { count: 1 } : state),
  progress: ({ state }) => ({ done: state.count, of: 1 }),
  places: ({ places }) => places,
})
