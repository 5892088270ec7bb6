import pg from 'pg'
import { z } from 'zod'
import { waitUntil } from '../../processes.ts'
import { createInstallation } from '../installation.ts'
import { openLoop } from '../load.ts'
import type { Measurement } from '../measurement.ts'
import { quantile } from '../quantile.ts'
import { prepareTestTaking } from '../testTaking.ts'

const attemptsPerSecond = 20
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
    const count = attemptsPerSecond * bench.duration(20)
    const installation = await createInstallation({ bench, name: 'commit-to-effect' })
    const taking = await prepareTestTaking({ installation, learners: count })
    await installation.startWorker()
    await installation.database.query(triggers)

    const graded = new Map<string, number>()
    const times: number[] = []
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

    await openLoop({
      port: taking.port,
      perSecond: attemptsPerSecond,
      count,
      ask: async ({ connection, index }) => {
        const learner = taking.learners[index]
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
    return [
      {
        what: 'Commit to effect',
        on: `from the commit of a submission to the commit of the progress that follows, through event, queue and worker; ${count} learners, ${attemptsPerSecond} whole attempts a second at random`,
        figures: [
          { value: quantile({ values: times, share: 0.5 }), unit: 'ms', text: 'p50' },
          { value: quantile({ values: times, share: 0.99 }), unit: 'ms', text: 'p99' },
        ],
      },
    ]
  },
}
