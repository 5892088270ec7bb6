import pg from 'pg'
import { z } from 'zod'
import { waitUntil } from '../../processes.ts'
import { createInstallation } from '../installation.ts'
import { openLoop } from '../load.ts'
import type { Measurement, Row } from '../measurement.ts'
import { quantile } from '../quantile.ts'
import { prepareTestTaking } from '../testTaking.ts'

/** Whole attempts a second, of three calls each: as on a busy day, and near what one machine of two cores can do at all. */
const rates = [20, 100]
const channel = 'lectern_bench'
/** Milliseconds. */
const effectLimit = 30_000

/** PostgreSQL tells of both commits itself, over one connection and in the order in which they happened. */
const triggers = `
  create function bench_notify() returns trigger language plpgsql as
    $$ begin perform pg_notify('${channel}', tg_argv[0] || ' ' || new."learner_id"); return null; end $$;
  create trigger bench_graded after update on "attempts" for each row
    when (old."state" <> 'graded' and new."state" = 'graded') execute function bench_notify('graded');
  create trigger bench_progress after insert on "lesson_progress" for each row execute function bench_notify('progress');`

export const commitToEffect: Measurement = {
  name: 'commit-to-effect',
  summary: 'From the commit of a submission to the progress that follows from it.',
  seconds: 45,
  run: async (bench) => {
    const installation = await createInstallation({ bench, name: 'commit-to-effect' })
    const duration = bench.duration(15)
    const taking = await prepareTestTaking({ installation, learners: rates.reduce((sum, rate) => sum + rate * duration, 0) })
    await installation.startWorker()
    await installation.database.query(triggers)

    const graded = new Map<string, number>()
    let times: number[] = []
    const listener = new pg.Client({ connectionString: z.string().parse(installation.env.DATABASE_URL) })
    await listener.connect()
    bench.cleanUp.later(() => listener.end())
    listener.on('notification', ({ payload = '' }) => {
      const [kind, learner = ''] = payload.split(' ')
      const now = performance.now()
      if (kind === 'graded') graded.set(learner, now)
      else times.push(now - (graded.get(learner) ?? Number.NaN))
    })
    await listener.query(`listen ${channel}`)

    const rows: Row[] = []
    const learners = [...taking.learners]
    for (const perSecond of rates) {
      const count = perSecond * duration
      const chosen = learners.splice(0, count)
      times = []
      await openLoop({
        port: taking.port,
        perSecond,
        count,
        ask: async ({ connection, index }) => {
          const learner = chosen[index]
          if (!learner) throw new Error('There are too few learners.')
          const open = await taking.start({ connection, learner })
          await taking.saveAll({ connection, open })
          await taking.submit({ connection, open })
        },
      })
      const all = await waitUntil({
        limit: effectLimit,
        interval: 50,
        check: async () => (times.length === count ? 'yes' : 'again'),
      })
      if (!all) throw new Error(`Of ${count} submissions ${times.length} had their effect.`)
      rows.push({
        what: `Commit to effect, ${perSecond} attempts a second`,
        on: `from the commit of a submission to the commit of the progress that follows, through event, queue and worker; ${count} whole attempts at random; sender, API, worker and database on the same machine`,
        figures: [
          { value: quantile({ values: times, share: 0.5 }), unit: 'ms', text: 'p50' },
          { value: quantile({ values: times, share: 0.99 }), unit: 'ms', text: 'p99' },
        ],
      })
    }
    return rows
  },
}
