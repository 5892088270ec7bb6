import { defaultCompletionRule, type Locale, locales, type RichText, testSettingsSchema } from '@lectern/content-schemas'
import type { FolderLesson } from '../domain/courseFolder/types.ts'
import { mapReferences } from '../domain/markdown/mapReferences.ts'
import { type PlannedTest, planTest } from './planTest.ts'
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
  const tests: PlannedTest[] = []
  for (const test of lesson.tests) {
    const planned = await planTest({ test, lessonKey: sourceKey, lesson, context })
    if (planned) tests.push(planned)
  }
  const testIds = new Map(tests.map(({ test, testId }) => [test.key, testId]))
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
  for (const planned of tests) await storeTest({ planned, lessonId: id, context })
}

function bodiesOf({
  lesson,
  testIds,
  media,
}: {
  lesson: FolderLesson
  testIds: ReadonlyMap<string, string>
  media: StoreContext['media']
}): Partial<Record<Locale, RichText>> {
  const references = {
    media: (name: string) => media.get(name.replace(/^sha256:/, ''))?.id,
    test: (key: string) => testIds.get(key),
  }
  return Object.fromEntries(
    locales.flatMap((locale) => (lesson.text[locale] ? [[locale, mapReferences(lesson.text[locale].body, references)]] : [])),
  )
}

async function storeTest({
  planned: { test, testId, testKey, title, accessCode, overallFeedback, questions, items },
  lessonId,
  context: { save, courseId },
}: {
  planned: PlannedTest
  lessonId: string
  context: StoreContext
}): Promise<void> {
  for (const question of questions) await save({ collection: 'questions', ...question })
  const settings = { ...testSettingsSchema.parse(test.settings), ...(accessCode === undefined ? {} : { accessCode }) }
  const place = { key: test.key, lesson: lessonId, course: courseId, placement: test.placement }
  const data = { ...place, title, items, settings, overallFeedback }
  await save({ collection: 'tests', sourceKey: testKey, id: testId, data })
}
