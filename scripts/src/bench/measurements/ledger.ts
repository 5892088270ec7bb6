import { openSessions } from '../createLearners.ts'
import { fillLedger } from '../fillLedger.ts'
import { openConnection } from '../httpConnection.ts'
import { createInstallation } from '../installation.ts'
import type { Figure, Measurement } from '../measurement.ts'
import { quantile } from '../quantile.ts'
import { importTestCourse } from '../testTaking.ts'

const people = 100_000
const linesEach = 50
/** Learners who ask, spread over the whole list. */
const asking = 200

export const ledger: Measurement = {
  name: 'ledger',
  summary: 'Points and leaderboards of 100,000 learners with a ledger of five million lines.',
  seconds: 240,
  run: async (bench) => {
    const installation = await createInstallation({ bench, name: 'ledger' })
    const { course } = await importTestCourse({ installation })
    const learners = Math.round((people * bench.duration(100)) / 100)
    await fillLedger({ database: installation.database, learners, lines: linesEach, course })
    const { rows } = await installation.database.query<{ id: string }>(
      `select "learner_id" as id from "xp_totals" order by "total" desc, "learner_id"`,
    )
    const step = Math.max(1, Math.floor(rows.length / asking))
    const chosen = await openSessions({ installation, users: rows.filter((_, index) => index % step === 0).map(({ id }) => id) })
    const connection = await openConnection({ port: await installation.startApi() })
    bench.cleanUp.later(async () => connection.close())
    const measure = async (path: string): Promise<number[]> => {
      const times: number[] = []
      for (const round of [0, 1, 2])
        for (const { cookie } of chosen) {
          const { status, ms, body } = await connection.ask({ method: 'GET', path: `/api/learn/${path}`, cookie })
          if (status !== 200) throw new Error(`${path} was answered ${status}: ${body.toString().slice(0, 200)}`)
          // The first round opens connections and fills caches.
          if (round > 0) times.push(ms)
        }
      return times
    }
    const figures = (times: number[], atMost: number): Figure[] => [
      { value: quantile({ values: times, share: 0.5 }), unit: 'ms', text: 'p50' },
      { value: quantile({ values: times, share: 0.99 }), unit: 'ms', text: 'p99', target: { atMost } },
    ]
    const on = `${learners * linesEach} lines of ${learners} learners; whole calls over HTTP with the session, one after the other, by ${chosen.length} learners spread over the list`
    return [
      { what: 'My points', on, figures: figures(await measure('xp'), 5) },
      { what: 'My ledger, newest page', on, figures: figures(await measure('xp/ledger'), 20) },
      { what: 'Leaderboard of everybody', on, figures: figures(await measure('xp/boards?board=site'), 20) },
      { what: 'Leaderboard of a course', on, figures: figures(await measure(`xp/boards?board=course/${course}`), 20) },
      { what: 'League of the week', on, figures: figures(await measure('xp/boards?board=league'), 20) },
    ]
  },
}
