import { type Attempt, type HandedFile, type Locale, pageSizeOf, pickText } from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import { currentPage } from '../domain/currentPage.ts'
import { pageOf } from '../domain/pageOf.ts'
import { gradingErrors } from '../errors.ts'
import { listFiles } from '../files/listFiles.ts'
import { type AttemptRow, readAttemptRow, type StoredResponse } from './attemptRow.ts'
import { closeAttempt } from './closeAttempt.ts'
import { type LoadedPaper, loadPaper } from './loadPaper.ts'
import { type PublishedTest, testOfEdition } from './publishedTest.ts'
import { forwardPageSize } from './storeResponses.ts'
import { toCheck } from './toCheck.ts'
import { toItem } from './toItem.ts'

/** An attempt with its questions and what was answered so far. Throws ATTEMPT_NOT_FOUND. */
export async function readAttempt({
  req,
  attempt,
  learner,
  locale,
}: {
  req: OperationRequest
  attempt: string
  learner: string
  locale: Locale
}): Promise<Attempt> {
  const { row, responses, paper } = await readTouched({ req, attempt, learner })
  const test = await testOfEdition({ req, edition: row.edition, test: row.test_id })
  const files = await listFiles({ req, attempt, paper })
  return toAttempt({ row, responses, paper, test, files, locale })
}

/** What a learner sees of an attempt; while it goes forward only, the questions of the page where it stands. */
export function toAttempt({
  row,
  responses,
  paper,
  test,
  files = new Map(),
  locale,
}: {
  row: AttemptRow
  responses: ReadonlyMap<string, StoredResponse>
  paper: LoadedPaper
  test: PublishedTest
  files?: ReadonlyMap<string, HandedFile[]>
  locale: Locale
}): Attempt {
  const pageSize = row.state === 'in-progress' ? forwardPageSize(paper) : null
  const page = pageSize === null ? null : currentPage({ turnedTo: row.page, stored: [...responses.keys()], pageSize })
  const shown = paper.items.filter(({ item }) => pageSize === null || pageOf({ item, pageSize }) === page)
  return {
    ...headOf({ row, test, locale }),
    page,
    outline: paper.items.map(({ item }) => ({
      item,
      page: pageOf({ item, pageSize: pageSizeOf(row.settings) }),
      answered: (responses.get(item)?.response ?? null) !== null,
      flagged: row.flags.includes(item),
    })),
    items: shown.map((question) => {
      const stored = responses.get(question.item)
      const flagged = row.flags.includes(question.item)
      const check = row.state === 'in-progress' ? toCheck({ question, stored, settings: row.settings, locale }) : null
      return {
        ...toItem({ question, test, settings: row.settings, stored, flagged, files: files.get(question.item), locale }),
        check,
      }
    }),
  }
}

/** Reads an attempt; one whose time is over is closed and marked first, and read as it then is. */
export async function readTouched({ req, attempt, learner }: { req: OperationRequest; attempt: string; learner: string }) {
  const paper = await loadPaper({ req, attempt, learner })
  if (!paper) throw gradingErrors.attemptNotFound()
  const read = await readOwn({ req, attempt, learner, paper })
  if (read.row.state !== 'in-progress' || !read.row.late) return read
  await closeAttempt({ req, attempt, paper })
  return readOwn({ req, attempt, learner, paper })
}

/** What attempt and review say alike. */
export function headOf({
  row,
  test: { title },
  locale,
}: {
  row: AttemptRow
  test: PublishedTest
  locale: Locale
}): Omit<Attempt, 'items' | 'page' | 'outline'> {
  return {
    attempt: row.id,
    test: row.test_id,
    title: pickText({ text: title, locale }),
    state: row.state,
    number: row.number,
    startedAt: row.started_at,
    dueAt: row.due_at,
    now: row.now,
    settings: row.settings,
  }
}

async function readOwn({
  req,
  attempt,
  learner,
  paper,
}: {
  req: OperationRequest
  attempt: string
  learner: string
  paper: LoadedPaper
}) {
  const read = await readAttemptRow({ req, attempt, learner })
  if (!read) throw gradingErrors.attemptNotFound()
  return { ...read, paper }
}
