import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { defaultLocale, type FolderProblem, type Locale } from '@lectern/content-schemas'
import { inTransaction, type OperationRequest } from '@lectern/kernel'
import { readCatalog } from '../catalog/readCatalog.ts'
import { type CatalogRecord, parseRecord } from '../domain/catalog/records.ts'
import type { QuestionTypes } from '../domain/questions/giftToBody.ts'
import type { Status } from './saveDocument.ts'
import { type CatalogBatch, emptyCounts, type StoredCounts, storeCatalogBatch } from './storeCatalogBatch.ts'
import { storeCatalogOutline } from './storeCatalogOutline.ts'

export type CatalogReport = StoredCounts & {
  /** Questions of kinds that no installed type takes, by kind. */
  unsupported: Record<string, number>
  /** The first hundred; `problemCount` counts all. */
  problems: FolderProblem[]
  problemCount: number
  courses: string[]
}

/** Lessons in one transaction, and transactions at a time: what an interruption may cost, and what two cores can use. */
const batchSize = 250
const parallel = 4

/**
 * Imports a catalogue of courses from NDJSON (packed or not), reading it line by line: first courses and modules, then
 * lessons in batches of their own transaction. It can be interrupted and started again: lines that are stored already are
 * skipped by their digest. Nothing is removed. `locale` is the language of the texts. Throws when the file cannot be read.
 */
export async function importCatalog({
  req,
  file,
  questionTypes,
  locale = defaultLocale,
  status = 'published',
  onProgress = () => undefined,
}: {
  req: OperationRequest
  file: string
  questionTypes: QuestionTypes
  locale?: Locale
  status?: Status
  onProgress?: (progress: { lessons: number }) => void
}): Promise<CatalogReport> {
  const report: CatalogReport = { ...emptyCounts(), unsupported: {}, problems: [], problemCount: 0, courses: [] }
  const name = basename(file)
  const note = (problem: FolderProblem) => {
    report.problemCount += 1
    if (report.problems.length < 100) report.problems.push(problem)
  }
  const outline = await inTransaction({ payload: req.payload }, async (inner) =>
    storeCatalogOutline({ req: inner, records: outlineOf({ file, name, note }), locale, status }),
  )
  report.courses = outline.courses
  addCounts(report, outline.counts)

  const running = new Set<Promise<void>>()
  let lessons = 0
  const start = async (lines: CatalogBatch['lines']) => {
    while (running.size >= parallel) await Promise.race(running)
    const work = inTransaction({ payload: req.payload }, (inner) =>
      storeCatalogBatch({ req: inner, batch: { lines, file: name }, modules: outline.modules, questionTypes, locale, status }),
    ).then((stored) => {
      addCounts(report, stored.counts)
      for (const problem of stored.problems) note(problem)
      for (const [kind, count] of Object.entries(stored.unsupported))
        report.unsupported[kind] = (report.unsupported[kind] ?? 0) + count
      lessons += lines.length
      onProgress({ lessons })
    })
    running.add(work)
    work.finally(() => running.delete(work)).catch(() => undefined)
  }
  let lines: CatalogBatch['lines'] = []
  for await (const { number, text } of readCatalog(file)) {
    if (!text.startsWith('{"kind":"lesson"') && !/"kind":\s*"lesson"/.test(text.slice(0, 200))) continue
    lines.push({ number, text, digest: digestOfLine({ text, locale, status }) })
    if (lines.length === batchSize) {
      await start(lines)
      lines = []
    }
  }
  if (lines.length > 0) await start(lines)
  await Promise.all(running)
  return report
}

/** Courses and modules only; they are a small part of a catalogue. */
async function* outlineOf({
  file,
  name,
  note,
}: {
  file: string
  name: string
  note: (problem: FolderProblem) => void
}): AsyncGenerator<Exclude<CatalogRecord, { kind: 'lesson' }>> {
  for await (const { number, text } of readCatalog(file)) {
    if (/^\{"kind":\s*"lesson"/.test(text)) continue
    const record = parseRecord(text)
    if (!record)
      note({
        severity: 'error',
        code: 'RECORD_INVALID',
        file: name,
        line: number,
        message: 'The line is no record of a catalogue.',
      })
    else if (record.kind !== 'lesson') yield record
  }
}

function digestOfLine({ text, locale, status }: { text: string; locale: Locale; status: Status }): string {
  return createHash('sha256').update(`1 ${locale} ${status} `).update(text).digest('hex')
}

function addCounts(report: StoredCounts, counts: StoredCounts): void {
  report.created += counts.created
  report.updated += counts.updated
  report.unchanged += counts.unchanged
}
