import { type AttemptItem, certaintySchema, type Locale } from '@lectern/content-schemas'
import { inTransaction, type OperationRequest, type SqlRunner, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { behaviours, stampOf } from '../domain/behaviours.ts'
import { graderVersion, markItem } from '../domain/markAttempt.ts'
import { earnedBy, isSettled, isTried, type Try, triesAllowed } from '../domain/tries.ts'
import { gradingErrors } from '../errors.ts'
import { checkFiles } from '../files/checkFiles.ts'
import { triesSchema } from './attemptRow.ts'
import { type LoadedItem, type LoadedPaper, loadPaper } from './loadPaper.ts'
import { readAttempt } from './readAttempt.ts'
import { refuseOtherPages } from './saveResponses.ts'
import { type GivenResponse, type ParsedResponse, parseResponses, storeResponses } from './storeResponses.ts'

/**
 * Saves the response to one question and marks it at once: that is a try, and a question that is right or has no tries left
 * is settled. Each revision of a response is tried once, however often it is sent; an older one than the stored changes
 * nothing. What cannot be marked, and a blank, costs no try. Answers the question as it then is.
 *
 * Throws ATTEMPT_NOT_FOUND, ITEM_NOT_IN_ATTEMPT, RESPONSE_INVALID, RESPONSE_BLANK, CHECK_NOT_ALLOWED, ITEM_LOCKED,
 * QUESTION_PASSED, QUESTION_NOT_REACHED or ATTEMPT_CLOSED.
 */
export async function checkItem({
  req,
  attempt,
  learner,
  given,
  locale,
}: {
  req: OperationRequest
  attempt: string
  learner: string
  given: GivenResponse
  locale: Locale
}): Promise<AttemptItem> {
  const paper = await loadPaper({ req, attempt, learner })
  if (!paper) throw gradingErrors.attemptNotFound()
  const [response] = parseResponses({ paper, given: [given] })
  const question = paper.items.find(({ item }) => item === given.item)
  if (!question || !response) throw gradingErrors.itemNotInAttempt(given.item)
  if (
    triesAllowed({ rules: paper.settings, hints: question.loaded.hints.length }) === 0 ||
    question.loaded.type.marked !== undefined
  )
    throw gradingErrors.checkNotAllowed()
  if (response.response === null) throw gradingErrors.responseBlank(given.item)
  await checkFiles({ req, attempt, paper, responses: [response] })
  const isOpen = await inTransaction(req, () => tryOnce({ req, attempt, paper, question, response }))
  // Reading closes an attempt whose time is over.
  const { items } = await readAttempt({ req, attempt, learner, locale })
  if (!isOpen) throw gradingErrors.attemptClosed()
  const checked = items.find(({ item }) => item === given.item)
  if (!checked) throw gradingErrors.itemNotInAttempt(given.item)
  return checked
}

const storedSchema = z.object({
  revision: z.coerce.number(),
  response: z.unknown(),
  certainty: certaintySchema.nullable(),
  tries: triesSchema,
  locked: z.boolean(),
  now: z.date(),
})

/** One try in one transaction: the lock on the row of the response lets one after the other look. False: the attempt is closed. */
async function tryOnce({
  req,
  attempt,
  paper,
  question,
  response,
}: {
  req: OperationRequest
  attempt: string
  paper: LoadedPaper
  question: LoadedItem
  response: ParsedResponse
}): Promise<boolean> {
  const { item, revision } = response
  const outcome = await storeResponses({
    req,
    attempt,
    learner: paper.learner,
    paper,
    responses: [response],
    during: 'in-progress',
  })
  if (outcome?.state !== 'in-progress' || outcome.late) return false
  const sql = await sqlOf(req)
  if (outcome.saved[item] === undefined) refuseOtherPages({ items: [item], page: outcome.page, paper })
  const rows = await sql.rows({
    name: 'grading.lockResponse',
    text: `select "revision", "response", "certainty"::int as certainty, "tries", "locked_at" is not null as locked, now() as now
           from "responses" where "attempt_id" = $1 and "item" = $2 for update`,
    values: [attempt, item],
  })
  if (!rows[0]) throw gradingErrors.questionPassed(item)
  const stored = storedSchema.parse(rows[0])
  if (stored.revision > revision || stored.tries.some((known) => known.revision === revision)) return true
  if (stored.locked) throw gradingErrors.itemLocked(item)
  if (stored.revision < revision) throw gradingErrors.questionPassed(item)
  const rules = paper.settings
  const given = { tries: stored.tries, revision, response: stored.response, certainty: stored.certainty }
  const last = stored.tries.at(-1)
  if (last && isTried({ rules, given })) {
    // The same once more: no try, but this revision is checked now.
    await writeTries({ sql, attempt, item, tries: stored.tries.with(-1, { ...last, revision }), settled: false })
    return true
  }
  const { highest } = behaviours[rules.behaviour]
  const earn = earnedBy({ rules, given })
  const marked = markItem({ ...question, ...question.loaded, response: stored.response, earn, highest })
  if (marked.own === null) throw gradingErrors.checkNotAllowed()
  const tried: Try = {
    at: stored.now.toISOString(),
    revision,
    response: stored.response,
    certainty: stored.certainty,
    fraction: marked.own,
    state: marked.state,
    mark: marked.mark,
    graderVersion,
    behaviour: stampOf(rules.behaviour),
  }
  const tries = [...stored.tries, tried]
  const settled = isSettled({ rules, hints: question.loaded.hints.length, tries })
  await writeTries({ sql, attempt, item, tries, settled })
  return true
}

async function writeTries({
  sql,
  attempt,
  item,
  tries,
  settled,
}: {
  sql: SqlRunner
  attempt: string
  item: string
  tries: Try[]
  settled: boolean
}): Promise<void> {
  await sql.rows({
    name: 'grading.storeTry',
    text: `update "responses" set "tries" = $3, "locked_at" = case when $4 then now() end, "updated_at" = now()
           where "attempt_id" = $1 and "item" = $2`,
    values: [attempt, item, JSON.stringify(tries), settled],
  })
}
