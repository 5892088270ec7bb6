import {
  defaultCompletionRule,
  type FolderProblem,
  type GiftQuestion,
  type Locale,
  testSettingsSchema,
} from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import { type CatalogLesson, type CatalogQuestion, toCatalogSlug } from '../domain/catalog/records.ts'
import { markdownToRichText } from '../domain/markdown/markdownToRichText.ts'
import { giftToBody, type QuestionTypes } from '../domain/questions/giftToBody.ts'
import { partId } from './digest.ts'
import { parseRecord } from './importCatalog.ts'
import { findKnown, type Imported, idFor, type KnownDocument, type Status, saveDocument } from './saveDocument.ts'
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

/** Writes the lessons of one batch with their tests and questions; a lesson whose line is known is left as it is. */
export async function storeCatalogBatch(input: Batch): Promise<StoredBatch> {
  const { req, batch, modules } = input
  const stored: StoredBatch = { counts: emptyCounts(), problems: [], unsupported: {} }
  const problem = (number: number, code: string, message: string, severity: 'error' | 'warning' = 'error') =>
    stored.problems.push({ severity, code, file: batch.file, line: number, message })
  const digests = new Map<string, KnownDocument>()
  for (const [key, known] of await findKnown({
    req,
    collection: 'lessons',
    where: { contentHash: { in: batch.lines.map(({ digest }) => digest) } },
  })) {
    if (known.contentHash !== null) digests.set(`${known.contentHash}`, { ...known, id: key })
  }
  const entries = batch.lines.flatMap(({ number, text, digest }): Entry[] => {
    if (digests.has(digest)) {
      stored.counts.unchanged += 1
      return []
    }
    const record = parseRecord(text)
    if (record?.kind !== 'lesson') {
      problem(number, 'RECORD_INVALID', 'The line is no record of a catalogue.')
      return []
    }
    const module = modules.get(record.module)
    if (module) return [{ lesson: record, module, number, digest, sourceKey: `${module.sourceKey}/${record.id}` }]
    problem(number, 'MODULE_MISSING', `There is no module ${record.module}.`)
    return []
  })
  if (entries.length === 0) return stored
  const known = {
    lessons: await findKnown({
      req,
      collection: 'lessons',
      where: { sourceKey: { in: entries.map(({ sourceKey }) => sourceKey) } },
    }),
    tests: await findKnown({
      req,
      collection: 'tests',
      where: { sourceKey: { in: entries.map(({ sourceKey }) => `${sourceKey}.post`) } },
    }),
    questions: await findKnown({
      req,
      collection: 'questions',
      where: {
        sourceKey: {
          in: entries.flatMap(({ lesson, sourceKey }) => lesson.questions.map((_, at) => `${sourceKey}.post/${at + 1}`)),
        },
      },
    }),
  }
  const save = async (
    collection: Exclude<Imported, 'courses' | 'modules'>,
    sourceKey: string,
    contentHash: string,
    data: Record<string, unknown>,
  ) => {
    const before = known[collection].get(sourceKey)
    const id = idFor(before)
    const document = { ...data, sourceKey, contentHash }
    stored.counts[await saveDocument({ req, collection, id, known: before, data: document, status: input.status })] += 1
    return id
  }
  for (const entry of entries) {
    const { lesson, sourceKey, number, digest, module } = entry
    const id = await save('lessons', sourceKey, digest, lessonFields({ entry, locale: input.locale, problem }))
    const questions: string[] = []
    for (const [at, question] of lesson.questions.entries()) {
      const questionKey = `${sourceKey}.post/${at + 1}`
      const body = toBody({ question, questionKey, input, line: number })
      if (!body.ok) {
        if (question.type === 'single') problem(number, body.error.code, body.error.message, 'warning')
        stored.unsupported[question.type] = (stored.unsupported[question.type] ?? 0) + 1
        continue
      }
      const name = `${lesson.title} ${at + 1}`.slice(0, 400)
      const { type, typeVersion, text } = body.value
      const data = { name, type, typeVersion, text, body: [{ ...body.value.body, id: partId(questionKey) }] }
      questions.push(await save('questions', questionKey, digest, data))
    }
    if (questions.length === 0) continue
    const items = questions.map((question, at) => ({
      id: partId(`${sourceKey} ${at}`),
      blockType: 'fixedQuestion',
      question,
      maxMark: 1,
    }))
    const title = { [input.locale]: lesson.title.slice(0, 400) }
    const settings = testSettingsSchema.parse({})
    await save('tests', `${sourceKey}.post`, digest, {
      key: 'post',
      title,
      lesson: id,
      course: module.course,
      placement: 'after',
      items,
      settings,
    })
  }
  return stored
}

function lessonFields({
  entry,
  locale,
  problem,
}: {
  entry: Entry
  locale: Locale
  problem: (number: number, code: string, message: string, severity: 'error' | 'warning') => void
}): Record<string, unknown> {
  const { lesson, module, number } = entry
  const embed = lesson.videoId
    ? `<!-- lectern:embed ${JSON.stringify({ url: `https://www.youtube.com/watch?v=${encodeURIComponent(lesson.videoId)}` })} -->\n\n`
    : ''
  const body = markdownToRichText({ markdown: embed + lesson.body })
  if (!body.ok) problem(number, body.error.code, body.error.message, 'warning')
  else for (const { code, message } of body.value.problems) problem(number, code, message, 'warning')
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

/** A single choice is what GIFT calls choices; a gap text has no counterpart there. */
function toBody({
  question,
  questionKey,
  input,
  line,
}: {
  question: CatalogQuestion
  questionKey: string
  input: Batch
  line: number
}) {
  const answers: GiftQuestion['answers'] =
    question.type === 'blanks'
      ? { kind: 'description' }
      : {
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
  const { questionTypes: types, locale } = input
  return giftToBody({ questions: { [locale]: gift }, language: locale, types, idFor: (part) => partId(`${questionKey} ${part}`) })
}
