import { inTransaction, type OperationRequest, sqlOf } from '@lectern/kernel'
import { xpErrors } from '../errors.ts'
import { lockTotals } from './lockTotals.ts'
import { lastOf, readEntries, reverseEntries } from './reverseEntries.ts'

/**
 * Takes one line of a learner's ledger back, because somebody decided so and says why. Of several who do it at once, one does.
 * Throws NOT_FOUND, or ALREADY_REVERSED when the line is taken back already, takes another one back, or gave nothing.
 */
export async function reverseByHand({ req, id, note }: { req: OperationRequest; id: string; note: string }): Promise<void> {
  await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    const [found] = await sql.rows<{ learner: string }>({
      name: 'xp.entryLearner',
      text: `select "learner_id" as learner from "xp_ledger" where "id" = $1`,
      values: [id],
    })
    if (!found) throw xpErrors.entryNotFound()
    const { learner } = found
    const totals = await lockTotals({ req, learner })
    const { entries, reversals } = await readEntries({ req, learner, id })
    const [entry] = entries
    if (!totals || !entry) throw xpErrors.entryNotFound()
    const { last, given } = lastOf({ entry, reversals })
    if (!given || entry.reverses !== null || entry.points === 0) throw xpErrors.alreadyReversed()
    await reverseEntries({ req, learner, totals, entries: [last], event: 'by-hand', note, now: new Date().toISOString() })
  })
}
