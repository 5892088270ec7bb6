import {
  defaultCompletionRule,
  type FolderProblem,
  failure,
  type GiftQuestion,
  type Locale,
  type Result,
  testSettingsSchema,
} from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import { gapTextToCloze } from '../domain/catalog/gapText.ts'
import { type CatalogLesson, type CatalogQuestion, parseRecord, toCatalogSlug } from '../domain/catalog/records.ts'
import { markdownToRichText } from '../domain/markdown/markdownToRichText.ts'
import { giftToBody, type QuestionTypes, type StoredQuestion, toStored } from '../domain/questions/giftToBody.ts'
import { partId } from './digest.ts'
import { findKnown, type Imported, idFor, type Status, saveDocument } from './saveDocument.ts'
import type { CatalogModule } from './storeCatalogOutline.ts'

export type StoredCounts = { created: number; updated: number; unchanged: number }
export type CatalogBatch = { file: string; lines: { number: number; text: string; digest: string }[] }
export type StoredBatch = { counts: StoredCounts; problems: FolderProblem[]; unsupported: Record<string, number> }

export function emptyCounts(): StoredCounts {
  return { created: 0, updated: 0, unchanged: 0 }
}

type Batch = {
  req: OperationRequest
  batch: CatalogBatch
  modules: ReadonlyMap<string, CatalogModule>
  questionTypes: QuestionTypes
  locale: Locale
  status: Status
}
type Entry = { lesson: CatalogLesson; sourceKey: string; module: CatalogModule; number: number; digest: string }

type Note = (problem: { line: number; code: string; message: string; severity?: FolderProblem['severity'] }) => void
type Save = (document: {
  collection: 'lessons' | 'tests' | 'questions'
  sourceKey: string
  contentHash: string
  data: Record<string, unknown>
}) => Promise<string>

/** Writes the lessons of one batch with their tests and questions; a lesson whose line is known is left as it is. */
export async function storeCatalogBatch(input: Batch): Promise<StoredBatch> {
  const stored: StoredBatch = { counts: emptyCounts(), problems: [], unsupported: {} }
  const note: Note = ({ line, code, message, severity = 'warning' }) =>
    stored.problems.push({ severity, code, file: input.batch.file, line, message })
  const entries = await readEntries({ input, stored, note })
  if (entries.length === 0) return stored
  const save = await createSave({ input, entries, stored })
  for (const entry of entries) {
    const { sourceKey, digest } = entry
    const lesson = await save({
      collection: 'lessons',
      sourceKey,
      contentHash: digest,
      data: lessonFields({ entry, locale: input.locale, note }),
    })
    const questions = await storeQuestions({ entry, input, stored, note, save })
    if (questions.length > 0) {
      await save({
        collection: 'tests',
        sourceKey: `${sourceKey}.post`,
        contentHash: digest,
        data: testFields({ entry, lesson, questions, locale: input.locale }),
      })
    }
  }
  return stored
}

/** The lessons of the batch that are not stored as they are. */
async function readEntries({ input, stored, note }: { input: Batch; stored: StoredBatch; note: Note }): Promise<Entry[]> {
  const { req, batch, modules } = input
  const where = { contentHash: { in: batch.lines.map(({ digest }) => digest) } }
  const known = new Set(
    Array.from((await findKnown({ req, collection: 'lessons', where })).values(), ({ contentHash }) => contentHash),
  )
  return batch.lines.flatMap(({ number, text, digest }): Entry[] => {
    if (known.has(digest)) {
      stored.counts.unchanged += 1
      return []
    }
    const record = parseRecord(text)
    const module = record?.kind === 'lesson' ? modules.get(record.module) : undefined
    if (record?.kind !== 'lesson') {
      note({ line: number, code: 'RECORD_INVALID', message: 'The line is no record of a catalogue.', severity: 'error' })
    } else if (!module)
      note({ line: number, code: 'MODULE_MISSING', message: `There is no module ${record.module}.`, severity: 'error' })
    else return [{ lesson: record, module, number, digest, sourceKey: `${module.sourceKey}/${record.id}` }]
    return []
  })
}

async function createSave({ input, entries, stored }: { input: Batch; entries: Entry[]; stored: StoredBatch }): Promise<Save> {
  const { req, status } = input
  const withTests = entries.filter(({ lesson }) => lesson.questions.length > 0)
  const questionKeys = withTests.flatMap((entry) => entry.lesson.questions.map((_, at) => questionKeyOf(entry, at)))
  const find = (collection: Imported, keys: string[]) => findKnown({ req, collection, where: { sourceKey: { in: keys } } })
  const known = {
    lessons: await find(
      'lessons',
      entries.map(({ sourceKey }) => sourceKey),
    ),
    tests: await find(
      'tests',
      withTests.map(({ sourceKey }) => `${sourceKey}.post`),
    ),
    questions: await find('questions', questionKeys),
  }
  return async ({ collection, sourceKey, contentHash, data }) => {
    const before = known[collection].get(sourceKey)
    const id = idFor(before)
    const saved = await saveDocument({ req, collection, id, known: before, data: { ...data, sourceKey, contentHash }, status })
    stored.counts[saved] += 1
    return id
  }
}

/** Writes the questions that an installed type takes, counts the others, and answers the ids. */
async function storeQuestions({
  entry,
  input,
  stored,
  note,
  save,
}: {
  entry: Entry
  input: Batch
  stored: StoredBatch
  note: Note
  save: Save
}): Promise<string[]> {
  const ids: string[] = []
  for (const [at, question] of entry.lesson.questions.entries()) {
    const sourceKey = questionKeyOf(entry, at)
    const converted = toBody({ question, sourceKey, input, line: entry.number })
    if (converted.ok) {
      const { type, typeVersion, text, body } = converted.value
      const name = `${entry.lesson.title} ${at + 1}`.slice(0, 400)
      const data = { name, type, typeVersion, text, body: [{ ...body, id: partId(sourceKey) }] }
      ids.push(await save({ collection: 'questions', sourceKey, contentHash: entry.digest, data }))
      continue
    }
    stored.unsupported[question.type] = (stored.unsupported[question.type] ?? 0) + 1
    if (question.type === 'single') note({ line: entry.number, code: converted.error.code, message: converted.error.message })
  }
  return ids
}

function questionKeyOf({ sourceKey }: Entry, at: number): string {
  return `${sourceKey}.post/${at + 1}`
}

function testFields({
  entry,
  lesson,
  questions,
  locale,
}: {
  entry: Entry
  lesson: string
  questions: string[]
  locale: Locale
}): Record<string, unknown> {
  const items = questions.map((question, at) => ({
    id: partId(`${entry.sourceKey} ${at}`),
    blockType: 'fixedQuestion',
    question,
    maxMark: 1,
  }))
  return {
    key: 'post',
    title: { [locale]: entry.lesson.title.slice(0, 400) },
    lesson,
    course: entry.module.course,
    placement: 'after',
    items,
    settings: testSettingsSchema.parse({}),
  }
}

function lessonFields({ entry, locale, note }: { entry: Entry; locale: Locale; note: Note }): Record<string, unknown> {
  const { lesson, module, number } = entry
  const embed = lesson.videoId
    ? `<!-- lectern:embed ${JSON.stringify({ url: `https://www.youtube.com/watch?v=${encodeURIComponent(lesson.videoId)}` })} -->\n\n`
    : ''
  const body = markdownToRichText({ markdown: embed + lesson.body })
  if (!body.ok) note({ line: number, code: body.error.code, message: body.error.message })
  else for (const { code, message } of body.value.problems) note({ line: number, code, message })
  return {
    slug: toCatalogSlug(lesson.slug),
    course: module.course,
    module: module.id,
    order: lesson.order,
    kind: 'lesson',
    minutes: null,
    preview: false,
    completion: defaultCompletionRule,
    title: { [locale]: lesson.title.trim().slice(0, 400) || lesson.slug },
    summary: {},
    body: body.ok ? { [locale]: body.value.richText } : {},
  }
}

/** A single choice is what GIFT calls choices; a gap text has no counterpart there and goes to its type directly. */
function toBody({
  question,
  sourceKey,
  input: { questionTypes: types, locale },
  line,
}: {
  question: CatalogQuestion
  sourceKey: string
  input: Batch
  line: number
}): Result<StoredQuestion> {
  const idFor = (part: number) => partId(`${sourceKey} ${part}`)
  if (question.type === 'blanks') {
    const cloze = types.get('cloze')
    if (!cloze) return failure({ code: 'QUESTION_UNSUPPORTED', message: 'No installed question type takes gap texts.' })
    return toStored(cloze, gapTextToCloze({ text: question.text, blanks: question.blanks, locale, idFor }))
  }
  const answers: GiftQuestion['answers'] = {
    kind: 'choices',
    answers: question.options.map((text, at) => ({
      mark: at === question.correct ? '=' : '~',
      weight: undefined,
      text,
      feedback: question.feedback?.[at] ?? undefined,
    })),
  }
  const gift: GiftQuestion = {
    name: undefined,
    format: 'markdown',
    stem: question.text,
    answers,
    generalFeedback: undefined,
    category: undefined,
    tags: [],
    line,
  }
  return giftToBody({ questions: { [locale]: gift }, language: locale, types, idFor })
}
