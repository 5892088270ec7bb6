import { inTransaction, newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { xpErrors } from '../errors.ts'
import { lockTotals } from './lockTotals.ts'
import { readSettings } from './readSettings.ts'
import { refillScores } from './refillScores.ts'

export type ShownAs = 'name' | 'initials'

/**
 * Puts a learner on the boards, with all points that there are, or changes how the learner is shown there.
 * Throws BOARDS_OFF.
 */
export async function joinBoards({
  req,
  learner,
  shownAs,
}: {
  req: OperationRequest
  learner: string
  shownAs: ShownAs
}): Promise<void> {
  await inTransaction(req, async () => {
    const { boards } = await readSettings({ req })
    if (!boards.enabled) throw xpErrors.boardsOff()
    if (!(await lockTotals({ req, learner }))) return
    const sql = await sqlOf(req)
    await sql.rows({
      name: 'xp.join',
      text: `insert into "xp_board_members" ("id", "learner_id", "shown_as", "league", "joined_at") values ($1, $2, $3, 1, now())
             on conflict ("learner_id") do update set "shown_as" = excluded."shown_as"`,
      values: [newId(), learner, shownAs],
    })
    await refillScores({ req, learner })
  })
}

/** Takes a learner off all boards at once; nothing of it is kept. */
export async function leaveBoards({ req, learner }: { req: OperationRequest; learner: string }): Promise<void> {
  await inTransaction(req, async () => {
    await lockTotals({ req, learner })
    const sql = await sqlOf(req)
    for (const table of ['xp_league_places', 'xp_scores', 'xp_board_members'])
      await sql.rows({ text: `delete from "${table}" where "learner_id" = $1`, values: [learner] })
  })
}
