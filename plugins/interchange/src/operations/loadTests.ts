import {
  defaultLocale,
  type FolderProblem,
  type GiftQuestion,
  locales,
  type TestSettings,
  testSettingsSchema,
} from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import { z } from 'zod'
import type { FolderTest } from '../domain/courseFolder/types.ts'
import type { ExportableType } from './exportTypes.ts'
import { findAll } from './findAll.ts'

const id = z.coerce.string()
const testSchema = z.object({
  id,
  key: z.string(),
  title: z.record(z.string(), z.string().nullish()).nullish(),
  lesson: id,
  placement: z.enum(['before', 'after', 'embedded']),
  items: z.array(z.looseObject({ question: id.optional() })).nullish(),
  settings: testSettingsSchema.catch(testSettingsSchema.parse({})),
})
const questionSchema = z.object({
  id,
  name: z.string(),
  typeVersion: z.number(),
  body: z.array(z.looseObject({ blockType: z.string() })).min(1),
})
type Question = z.infer<typeof questionSchema>

export type LoadedTest = { id: string; test: FolderTest }

/** The tests of these lessons by lesson, their questions as GIFT in every language. What GIFT cannot say is reported. */
export async function loadTests({
  req,
  lessons,
  questionTypes,
  problems,
}: {
  req: OperationRequest
  lessons: string[]
  questionTypes: ReadonlyMap<string, ExportableType>
  problems: FolderProblem[]
}): Promise<ReadonlyMap<string, LoadedTest[]>> {
  const tests = (await findAll({ req, collection: 'tests', where: { lesson: { in: lessons } } })).map((one) =>
    testSchema.parse(one),
  )
  const wanted = tests.flatMap(({ items }) => (items ?? []).flatMap(({ question }) => question ?? []))
  const rows = wanted.length === 0 ? [] : await findAll({ req, collection: 'questions', where: { id: { in: wanted } } })
  const questions = new Map(rows.map((row) => questionSchema.parse(row)).map((question) => [question.id, question]))
  const byLesson = new Map<string, LoadedTest[]>()
  for (const test of tests.sort((one, two) => (one.key < two.key ? -1 : 1))) {
    const own = (test.items ?? []).flatMap(({ question }) => (question ? (questions.get(question) ?? []) : []))
    const text = textsOf({ test, questions: own, questionTypes, problems })
    const { id: testId, key, placement } = test
    if ((test.items ?? []).some(({ question }) => question === undefined)) {
      const message = 'its draws and sections are left out: GIFT has only questions'
      problems.push({ severity: 'warning', code: 'DRAWS_NOT_EXPORTED', file: key, message })
    }
    const loaded = { id: testId, test: { key, placement, settings: changedSettings(test.settings), text } }
    byLesson.set(test.lesson, [...(byLesson.get(test.lesson) ?? []), loaded])
  }
  return byLesson
}

function textsOf({
  test,
  questions,
  questionTypes,
  problems,
}: {
  test: z.infer<typeof testSchema>
  questions: Question[]
  questionTypes: ReadonlyMap<string, ExportableType>
  problems: FolderProblem[]
}): FolderTest['text'] {
  const exported = questions.flatMap((question) => {
    const gift = toGift({ question, questionTypes, file: test.key, problems })
    return gift ? [gift] : []
  })
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const isOwn = locale === defaultLocale
      const isTranslated = exported.length > 0 && exported.every(({ translated }) => translated.includes(locale))
      if (!isOwn && !isTranslated) return []
      const title = test.title?.[locale] ?? undefined
      return [
        [locale, { title: title === test.key ? undefined : title, questions: exported.map(({ inLocale }) => inLocale(locale)) }],
      ]
    }),
  )
}

type Exported = { translated: string[]; inLocale: (locale: (typeof locales)[number]) => GiftQuestion }

function toGift({
  question,
  questionTypes,
  file,
  problems,
}: {
  question: Question
  questionTypes: ReadonlyMap<string, ExportableType>
  file: string
  problems: FolderProblem[]
}): Exported | null {
  const warn = (code: string, message: string) =>
    problems.push({ severity: 'warning', code, file, message: `${question.name}: ${message}` })
  const [body] = question.body
  const type = body && questionTypes.get(body.blockType)
  const gift = type?.interchange?.gift
  const upgraded = type?.schema.upgrade({ from: question.typeVersion, body })
  const authored = upgraded?.ok ? type?.schema.authored.safeParse(upgraded.value) : undefined
  if (!gift || !authored?.success) {
    warn('QUESTION_NOT_EXPORTED', gift ? 'its stored body cannot be read' : 'GIFT has no such questions')
    return null
  }
  const { lost } = gift.toGift(authored.data, { locale: defaultLocale })
  if (lost.length > 0) warn('QUESTION_LOSES', lost.join(', '))
  const stem = body?.stem
  return {
    translated:
      typeof stem === 'object' && stem !== null ? Object.entries(stem).flatMap(([locale, text]) => (text ? [locale] : [])) : [],
    inLocale: (locale) => ({
      ...gift.toGift(authored.data, { locale }).question,
      name: question.name,
      category: undefined,
      tags: [],
      line: 1,
    }),
  }
}

/** Only what differs from the defaults is written. */
function changedSettings(settings: TestSettings): Partial<TestSettings> {
  const defaults: Record<string, unknown> = testSettingsSchema.parse({})
  const differs = (key: string, value: unknown) => JSON.stringify(value) !== JSON.stringify(defaults[key])
  // What is shown after submission is read as shown later too where nothing says otherwise, so all are written together.
  const isReviewChanged = differs('reviewAfterSubmit', settings.reviewAfterSubmit)
  const changed = Object.entries(settings).filter(
    ([key, value]) => differs(key, value) || (isReviewChanged && key.startsWith('review') && key !== 'reviewDuring'),
  )
  return Object.fromEntries(changed)
}
