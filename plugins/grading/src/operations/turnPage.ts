import { type Attempt, type Locale, pageSizeOf } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { currentPage } from '../domain/currentPage.ts'
import { pageOf } from '../domain/pageOf.ts'
import { gradingErrors } from '../errors.ts'
import { isLate } from './attemptRow.ts'
import { readAttempt, readTouched } from './readAttempt.ts'
import { forwardPageSize } from './storeResponses.ts'

/**
 * Turns an attempt that goes forward only to the page after the one where it stands, and answers it with the questions of that
 * page. One statement compares and sets, so that of any number of calls at once the page is turned once; turning to where it stands
 * already, or to what has been passed, answers where it stands.
 *
 * Throws ATTEMPT_NOT_FOUND, ATTEMPT_CLOSED, PAGES_FREE where one may go about, PAGE_NOT_NEXT.
 */
export async function turnPage({
  req,
  attempt,
  learner,
  page,
  locale,
}: {
  req: OperationRequest
  attempt: string
  learner: string
  page: number
  locale: Locale
}): Promise<Attempt> {
  const { paper, row, responses } = await readTouched({ req, attempt, learner })
  const pageSize = forwardPageSize(paper)
  if (pageSize === null) throw gradingErrors.pagesFree()
  if (row.state !== 'in-progress') throw gradingErrors.attemptClosed()
  const at = currentPage({ turnedTo: row.page, stored: [...responses.keys()], pageSize })
  const last = pageOf({ item: `q${paper.items.length}`, pageSize: pageSizeOf(paper.settings) })
  if (page > at + 1 || page > last) throw gradingErrors.pageNotNext(page)
  if (page === at + 1) {
    const sql = await sqlOf(req)
    await sql.rows({
      name: 'grading.turnPage',
      text: `update "attempts" set "page" = $3, "updated_at" = now()
             where "id" = $1 and "learner_id" = $2 and "state" = 'in-progress' and coalesce("page", 0) < $3 and not ${isLate}`,
      values: [attempt, learner, page],
    })
  }
  return readAttempt({ req, attempt, learner, locale })
}
