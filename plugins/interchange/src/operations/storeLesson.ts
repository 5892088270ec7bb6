import {
  defaultCompletionRule,
  type GiftQuestion,
  type Locale,
  locales,
  type RichText,
  testSettingsSchema,
} from '@lectern/content-schemas'
import type { FolderLesson, FolderTest } from '../domain/courseFolder/types.ts'
import { mapReferences } from '../domain/markdown/mapReferences.ts'
import { giftToBody } from '../domain/questions/giftToBody.ts'
import { partId } from './digest.ts'
import { idFor } from './saveDocument.ts'
import type { StoreContext } from './storeContext.ts'
import { textOf } from './textOf.ts'

/** Writes a lesson, then the questions of its tests, then the tests. */
export async function storeLesson({
  lesson,
  order,
  moduleKey,
  moduleId,
  context,
}: {
  lesson: FolderLesson
  order: number
  moduleKey: string
  moduleId: string
  context: StoreContext
}): Promise<void> {
  const { known, courseId, save } = context
  const sourceKey = `${moduleKey}/${lesson.slug}`
  const id = idFor(known.lessons.get(sourceKey))
  const tests = lesson.tests.map((test) => ({ test, ...planTest({ test, lessonKey: sourceKey, lesson, context }) }))
  const testIds = new Map(
    tests.flatMap(({ test, questions, testId }) => (questions.length > 0 ? [[test.key, testId] as const] : [])),
  )
  const data = {
    slug: lesson.slug,
    course: courseId,
    module: moduleId,
    order,
    kind: lesson.kind,
    minutes: lesson.minutes ?? null,
    preview: lesson.preview ?? false,
    completion: lesson.completion ?? defaultCompletionRule,
    title: textOf(lesson.text, 'title'),
    summary: textOf(lesson.text, 'summary'),
    body: bodiesOf({ lesson, testIds, media: context.media }),
  }
  await save({ collection: 'lessons', sourceKey, id, data })
  for (const { test, testId, testKey, questions } of tests) {
    if (questions.length > 0) await storeTest({ test, lesson, testId, testKey, questions, lessonId: id, context })
  }
}

function bodiesOf({
  lesson,
  testIds,
  media,
}: {
  lesson: FolderLesson
  testIds: ReadonlyMap<string, string>
  media: ReadonlyMap<string, string>
}): Partial<Record<Locale, RichText>> {
  const references = { media: (name: string) => media.get(name.replace(/^sha256:/, '')), test: (key: string) => testIds.get(key) }
  return Object.fromEntries(
    locales.flatMap((locale) => (lesson.text[locale] ? [[locale, mapReferences(lesson.text[locale].body, references)]] : [])),
  )
}

type PlannedQuestion = { sourceKey: string; id: string; data: Record<string, unknown> }

/** The questions that an installed type takes; the others are reported. */
function planTest({
  test,
  lessonKey,
  lesson,
  context,
}: {
  test: FolderTest
  lessonKey: string
  lesson: FolderLesson
  context: StoreContext
}): {
  testId: string
  testKey: string
  questions: PlannedQuestion[]
} {
  const { known, course, questionTypes, problems } = context
  const testKey = `${lessonKey}.${test.key}`
  const own = test.text[course.language]?.questions ?? []
  const names = own.map(({ name }) => name)
  const file = `${lessonKey.split('/').slice(1).join('/')}.${test.key}.gift`
  const questions = own.flatMap((question, ordinal): PlannedQuestion[] => {
    const isUnique = question.name !== undefined && names.indexOf(question.name) === names.lastIndexOf(question.name)
    const sourceKey = `${testKey}/${isUnique ? question.name : ordinal + 1}`
    const stored = giftToBody({
      questions: inEveryLanguage(test, ordinal),
      language: course.language,
      types: questionTypes,
      idFor: (part) => partId(`${sourceKey} ${part}`),
    })
    if (!stored.ok) {
      problems.push({ severity: 'warning', code: stored.error.code, file, line: question.line, message: stored.error.message })
      return []
    }
    const { type, typeVersion, body, text } = stored.value
    const name = (question.name ?? `${lesson.text[course.language]?.title ?? lesson.slug} – ${test.key} ${ordinal + 1}`).slice(
      0,
      400,
    )
    const data = { name, type, typeVersion, text, body: [{ ...body, id: partId(sourceKey) }] }
    return [{ sourceKey, id: idFor(known.questions.get(sourceKey)), data }]
  })
  if (questions.length === 0)
    problems.push({
      severity: 'warning',
      code: 'TEST_EMPTY',
      file,
      message: 'The test was left out: it has no question that could be imported.',
    })
  return { testId: idFor(known.tests.get(testKey)), testKey, questions }
}

async function storeTest({
  test,
  lesson,
  testId,
  testKey,
  questions,
  lessonId,
  context,
}: {
  test: FolderTest
  lesson: FolderLesson
  testId: string
  testKey: string
  questions: PlannedQuestion[]
  lessonId: string
  context: StoreContext
}): Promise<void> {
  const { save, courseId } = context
  for (const question of questions) await save({ collection: 'questions', ...question })
  const title = Object.fromEntries(
    locales.flatMap((locale) => {
      const text = test.text[locale]
      // A test that says no title of its own is about its lesson.
      const words = text?.title ?? lesson.text[locale]?.title ?? test.key
      return text ? [[locale, words.slice(0, 400)]] : []
    }),
  )
  const items = questions.map(({ id, sourceKey }) => ({
    id: partId(`item ${sourceKey}`),
    blockType: 'fixedQuestion',
    question: id,
    maxMark: 1,
  }))
  const settings = testSettingsSchema.parse(test.settings)
  const data = { key: test.key, title, lesson: lessonId, course: courseId, placement: test.placement, items, settings }
  await save({ collection: 'tests', sourceKey: testKey, id: testId, data })
}

function inEveryLanguage(test: FolderTest, ordinal: number): Partial<Record<Locale, GiftQuestion>> {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const question = test.text[locale]?.questions[ordinal]
      return question ? [[locale, question]] : []
    }),
  )
}
