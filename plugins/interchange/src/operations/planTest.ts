import { type GiftQuestion, type Locale, locales } from '@lectern/content-schemas'
import type { FolderItem, FolderLesson, FolderTest, GiftTest, WrittenTest } from '../domain/courseFolder/types.ts'
import { giftToBody } from '../domain/questions/giftToBody.ts'
import { questionKeys } from '../questions/questionKeys.ts'
import { partId } from './digest.ts'
import { type PlannedQuestion, planQuestion } from './planQuestion.ts'
import { idFor } from './saveDocument.ts'
import type { StoreContext } from './storeContext.ts'

/** A test and its own questions as they will be stored. `items` are rows of the test's list. */
export type PlannedTest = {
  test: FolderTest
  testId: string
  testKey: string
  title: Partial<Record<Locale, string>>
  accessCode: string | undefined
  overallFeedback: Record<string, unknown>[]
  questions: PlannedQuestion[]
  items: Record<string, unknown>[]
}

type PlanInput = { test: FolderTest; lessonKey: string; lesson: FolderLesson; context: StoreContext }
type Entry = { item: Record<string, unknown>; question?: PlannedQuestion }

/** Null, and a warning (TEST_EMPTY), when nothing of the test can be stored. Questions that no type takes are reported. */
export async function planTest({ test, lessonKey, lesson, context }: PlanInput): Promise<PlannedTest | null> {
  const testKey = `${lessonKey}.${test.key}`
  const file = `${lessonKey.split('/').slice(1).join('/')}.${test.key}.${test.form}`
  const entries =
    test.form === 'gift'
      ? giftEntries({ test, testKey, file, nameFor: nameIn({ lesson, test, context }), context })
      : await writtenEntries({ test, testKey, nameFor: nameIn({ lesson, test, context }), context })
  if (!entries.some(({ item }) => item.blockType !== 'section')) {
    const message = 'The test was left out: it has no question that could be imported.'
    context.problems.push({ severity: 'warning', code: 'TEST_EMPTY', file, message })
    return null
  }
  return {
    test,
    testId: idFor(context.known.tests.get(testKey)),
    testKey,
    title: titleOf({ test, lesson }),
    accessCode: test.form === 'yaml' ? test.accessCode : undefined,
    overallFeedback: (test.form === 'yaml' ? test.overallFeedback : []).map((band, at) => ({
      id: partId(`band ${testKey} ${at}`),
      ...band,
    })),
    questions: entries.flatMap(({ question }) => question ?? []),
    items: entries.map(({ item }) => item),
  }
}

type NameFor = (ordinal: number) => string

/** What a question without a name of its own is called. */
function nameIn({ lesson, test, context }: Pick<PlanInput, 'lesson' | 'test' | 'context'>): NameFor {
  const title = lesson.text[context.course.language]?.title ?? lesson.slug
  return (ordinal) => `${title} – ${test.key} ${ordinal + 1}`.slice(0, 400)
}

function giftEntries({
  test,
  testKey,
  file,
  nameFor,
  context,
}: {
  test: GiftTest
  testKey: string
  file: string
  nameFor: NameFor
  context: StoreContext
}): Entry[] {
  const { course, known, questionTypes, problems } = context
  const own = test.text[course.language]?.questions ?? []
  const keys = questionKeys({ base: testKey, names: own.map(({ name }) => name) })
  return own.flatMap((question, ordinal): Entry[] => {
    const sourceKey = keys[ordinal] ?? ''
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
    const name = (question.name ?? nameFor(ordinal)).slice(0, 400)
    const tags = question.tags.filter((tag) => !tag.startsWith('id:'))
    const data = { name, type, typeVersion, text, tags, body: [{ ...body, id: partId(sourceKey) }] }
    return [fixedEntry({ question: { sourceKey, id: idFor(known.questions.get(sourceKey)), data }, mark: 1 })]
  })
}

async function writtenEntries({
  test,
  testKey,
  nameFor,
  context,
}: {
  test: WrittenTest
  testKey: string
  nameFor: NameFor
  context: StoreContext
}): Promise<Entry[]> {
  const written = test.items.flatMap((item) => (item.kind === 'question' ? [item.question] : []))
  const keys = questionKeys({ base: testKey, names: written.map(({ name }) => name) })
  const entries: Entry[] = []
  for (const [at, item] of test.items.entries()) {
    if (item.kind !== 'question') {
      entries.push(...rowOf({ item, id: partId(`item ${testKey} ${at}`), context }))
      continue
    }
    const ordinal = written.indexOf(item.question)
    const sourceKey = keys[ordinal] ?? ''
    const question = await planQuestion({ question: item.question, sourceKey, name: nameFor(ordinal), context })
    if (question) entries.push(fixedEntry({ question, mark: item.mark }))
  }
  return entries
}

function fixedEntry({ question, mark }: { question: PlannedQuestion; mark: number }): Entry {
  const id = partId(`item ${question.sourceKey}`)
  return { question, item: { id, blockType: 'fixedQuestion', question: question.id, maxMark: mark } }
}

function rowOf({
  item,
  id,
  context,
}: {
  item: Exclude<FolderItem, { kind: 'question' }>
  id: string
  context: StoreContext
}): Entry[] {
  if (item.kind === 'section') {
    return [{ item: { id, blockType: 'section', title: item.title, instructions: item.instructions } }]
  }
  if (item.kind === 'named') {
    const question = context.bankIds.get(item.name)
    return question === undefined ? [] : [{ item: { id, blockType: 'fixedQuestion', question, maxMark: item.mark } }]
  }
  const { count, tags, difficultyFrom = null, difficultyTo = null, types, preferUnseen, mark } = item
  return [{ item: { id, blockType: 'draw', count, maxMark: mark, tags, difficultyFrom, difficultyTo, types, preferUnseen } }]
}

/** A test that says no title of its own is about its lesson. */
function titleOf({ test, lesson }: { test: FolderTest; lesson: FolderLesson }): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const own = test.form === 'gift' ? test.text[locale]?.title : test.title[locale]
      const isThere = test.form === 'gift' ? test.text[locale] !== undefined : lesson.text[locale] !== undefined
      if (own === undefined && !isThere) return []
      return [[locale, (own ?? lesson.text[locale]?.title ?? test.key).slice(0, 400)]]
    }),
  )
}

function inEveryLanguage(test: GiftTest, ordinal: number): Partial<Record<Locale, GiftQuestion>> {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const question = test.text[locale]?.questions[ordinal]
      return question ? [[locale, question]] : []
    }),
  )
}
