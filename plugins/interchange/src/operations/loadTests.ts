import { defaultLocale, type FolderProblem, type TestSettings, testSettingsSchema } from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import type { FolderBank, FolderItem, FolderQuestion, FolderTest, WrittenTest } from '../domain/courseFolder/types.ts'
import { exportQuestion, type MediumNames } from '../questions/exportQuestion.ts'
import { questionKeys } from '../questions/questionKeys.ts'
import { loadCategories } from './categories.ts'
import { partId } from './digest.ts'
import type { ExportableType, Texts } from './exportTypes.ts'
import { findAll } from './findAll.ts'
import { giftFormOf } from './giftFormOf.ts'
import { loadQuestions, type StoredRow } from './loadQuestions.ts'
import { accessCodeOf, type BankPlaces, type TestRow, testRowSchema, writtenName } from './storedTest.ts'

export type LoadedTest = { id: string; test: FolderTest }
export type LoadedTests = { byLesson: ReadonlyMap<string, LoadedTest[]>; banks: FolderBank[] }

/**
 * The tests of these lessons by lesson, and the files of the course's bank. A test is GIFT where GIFT says all of it, and
 * YAML otherwise. What cannot be exported is reported.
 */
export async function loadTests({
  req,
  slug,
  lessons,
  questionTypes,
  media,
  problems,
}: {
  req: OperationRequest
  slug: string
  lessons: { id: string; title: Texts; slug: string }[]
  questionTypes: ReadonlyMap<string, ExportableType>
  media: MediumNames
  problems: FolderProblem[]
}): Promise<LoadedTests> {
  const where = { lesson: { in: lessons.map((lesson) => lesson.id) } }
  const rows = (await findAll({ req, collection: 'tests', where })).map((row) => testRowSchema.parse(row))
  const tests = rows.sort((one, two) => (one.key < two.key ? -1 : 1))
  const items = tests.flatMap((test) => test.items ?? [])
  const named = items.flatMap((item) => (item.blockType === 'fixedQuestion' ? [item.question] : []))
  const drawTags = items.flatMap((item) => (item.blockType === 'draw' && item.tags.length > 0 ? [item.tags] : []))
  const questions = await loadQuestions({ req, ids: [...new Set(named)], slug, drawTags })
  const categories = await loadCategories(req)
  const bank = placeInBank({ questions, named, slug })

  const toFolder = ({ row, sourceKey, file }: { row: StoredRow; sourceKey: string; file: string }): FolderQuestion | null => {
    const [stored] = row.body
    const type = stored && questionTypes.get(stored.blockType)
    // The rows of a question that will be stored anew need no ids.
    const idFor = row.sourceKey === sourceKey ? (part: number) => partId(`${sourceKey} ${part}`) : null
    const exported = type && exportQuestion({ type, version: row.typeVersion, stored, language: defaultLocale, idFor, media })
    if (!exported?.ok) {
      const reason = exported ? exported.error.message : `its type ${stored?.blockType ?? ''} is not installed`
      problems.push({ severity: 'warning', code: 'QUESTION_NOT_EXPORTED', file, message: `${row.name}: ${reason}` })
      return null
    }
    const category = row.category ? categories.get(row.category) : undefined
    const { name, tags } = row
    const base = { name, tags, difficulty: row.difficulty ?? undefined, category, retired: row.retired ?? false }
    return { ...exported.value, ...base, line: 1 }
  }

  const byLesson = new Map<string, LoadedTest[]>()
  for (const test of tests) {
    const lesson = lessons.find((one) => one.id === test.lesson)
    const base = { key: test.key, placement: test.placement, settings: changedSettings(test.settings) }
    const gift = giftFormOf({ test, questions, bank, questionTypes, nameFor: nameFor({ test, lesson }) })
    const form = gift ?? writtenForm({ test, questions, bank, toFolder, nameFor: nameFor({ test, lesson }) })
    byLesson.set(test.lesson, [...(byLesson.get(test.lesson) ?? []), { id: test.id, test: { ...base, ...form } }])
  }
  return { byLesson, banks: banksOf({ questions, bank, slug, toFolder }) }
}

/** Of the bank are the questions that a file of it made, those that several tests have, and those that only draws take. */
function placeInBank({
  questions,
  named,
  slug,
}: {
  questions: ReadonlyMap<string, StoredRow>
  named: string[]
  slug: string
}): BankPlaces {
  const places = new Map<string, { bank: string; name: string }>()
  const taken = new Set<string>()
  const place = (row: StoredRow, bank: string) => {
    let name = row.name
    for (let copy = 2; taken.has(name); copy += 1) name = `${row.name} (${copy})`
    taken.add(name)
    places.set(row.id, { bank, name })
  }
  for (const row of questions.values()) {
    const [course, folder, bank, rest] = row.sourceKey?.split('/') ?? []
    if (course === slug && folder === 'questions' && bank && rest !== undefined) place(row, bank)
  }
  for (const row of questions.values()) {
    const uses = named.filter((one) => one === row.id).length
    if (!places.has(row.id) && uses !== 1) place(row, uses > 1 ? 'shared' : 'drawn')
  }
  return places
}

type ToFolder = (input: { row: StoredRow; sourceKey: string; file: string }) => FolderQuestion | null

function banksOf({
  questions,
  bank: places,
  slug,
  toFolder,
}: {
  questions: ReadonlyMap<string, StoredRow>
  bank: BankPlaces
  slug: string
  toFolder: ToFolder
}): FolderBank[] {
  const banks = [...new Set(Array.from(places.values(), ({ bank }) => bank))].sort()
  return banks.map((bank) => {
    const rows = [...questions.values()].filter((row) => places.get(row.id)?.bank === bank)
    const exported = rows.flatMap((row) => {
      const name = places.get(row.id)?.name ?? row.name
      const sourceKey = `${slug}/questions/${bank}/${name}`
      const question = toFolder({ row, sourceKey, file: `questions/${bank}.yaml` })
      return question ? [{ ...question, name }] : []
    })
    return { name: bank, questions: exported.sort((one, two) => (one.name < two.name ? -1 : 1)) }
  })
}

function writtenForm({
  test,
  questions,
  bank,
  toFolder,
  nameFor,
}: {
  test: TestRow
  questions: ReadonlyMap<string, StoredRow>
  bank: BankPlaces
  toFolder: ToFolder
  nameFor: (ordinal: number) => string
}): WrittenTest {
  const rows = (test.items ?? []).flatMap((item) => {
    const row = item.blockType === 'fixedQuestion' ? questions.get(item.question) : undefined
    return row && !bank.has(row.id) ? [row] : []
  })
  const base = test.sourceKey ?? ''
  const names = rows.map((row, ordinal) => writtenName({ row, base, ordinal, nameFor }))
  const keys = questionKeys({ base, names })
  const items = (test.items ?? []).flatMap((item): FolderItem[] => {
    if (item.blockType === 'section') return [{ kind: 'section', title: item.title, instructions: item.instructions }]
    const mark = item.maxMark
    if (item.blockType === 'draw') {
      const { count, tags, types, difficultyFrom, difficultyTo, preferUnseen } = item
      const difficulty = { difficultyFrom: difficultyFrom ?? undefined, difficultyTo: difficultyTo ?? undefined }
      return [{ kind: 'draw', mark, count, tags, types, ...difficulty, preferUnseen: preferUnseen ?? false }]
    }
    const named = bank.get(item.question)
    if (named) return [{ kind: 'named', name: named.name, mark, line: 1 }]
    const at = rows.findIndex((row) => row.id === item.question)
    const row = rows[at]
    const question = row && toFolder({ row, sourceKey: keys[at] ?? '', file: `${test.key}.yaml` })
    return question ? [{ kind: 'question', mark, question: { ...question, name: names[at] } }] : []
  })
  return {
    form: 'yaml',
    title: test.title,
    accessCode: accessCodeOf(test.settings),
    overallFeedback: test.overallFeedback,
    items,
  }
}

function nameFor({ test, lesson }: { test: TestRow; lesson: { title: Texts; slug: string } | undefined }) {
  const title = lesson?.title[defaultLocale] ?? lesson?.slug ?? ''
  return (ordinal: number) => `${title} – ${test.key} ${ordinal + 1}`.slice(0, 400)
}

/** Only what differs from the defaults is written. */
function changedSettings(stored: unknown): Partial<TestSettings> {
  const settings = testSettingsSchema.catch(testSettingsSchema.parse({})).parse(stored)
  const defaults: Record<string, unknown> = testSettingsSchema.parse({})
  const differs = (key: string, value: unknown) => JSON.stringify(value) !== JSON.stringify(defaults[key])
  // What is shown after submission is read as shown later too where nothing says otherwise, so all are written together.
  const isReviewChanged = differs('reviewAfterSubmit', settings.reviewAfterSubmit)
  const changed = Object.entries(settings).filter(
    ([key, value]) => differs(key, value) || (isReviewChanged && key.startsWith('review') && key !== 'reviewDuring'),
  )
  return Object.fromEntries(changed)
}
