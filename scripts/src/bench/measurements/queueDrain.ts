import { waitUntil } from '../../processes.ts'
import { createInstallation } from '../installation.ts'
import type { Measurement } from '../measurement.ts'

const fullCount = 200_000
/** Milliseconds. */
const drainLimit = 900_000

/** Marked attempts of tests without a lesson: their handler has nothing to do, so that the queue itself is measured. */
const fill = `
  with stored as (
    insert into "events" ("id", "name", "key", "data", "occurred_at")
    select gen_random_uuid(), 'attempt.graded@1', 'bench ' || n, jsonb_build_object(
             'attempt', gen_random_uuid(), 'learner', gen_random_uuid(), 'test', gen_random_uuid(), 'course', gen_random_uuid(), 'lesson', null,
             'testKey', 'post', 'percent', 100, 'passed', true, 'at', '2026-01-01T00:00:00.000Z'), now()
    from generate_series($1::int, $2::int) n
    returning "id"
  ), specs as (
    select array_agg(('deliver learning.record-test-result',
      json_build_object('event', "id", 'handler', 'learning.record-test-result', 'attempt', 1, 'lane', null),
      null, null, 25::smallint, null, 0::smallint, array['learning.record-test-result'])::graphile_worker.job_spec) as all from stored
  )
  select count(*) from specs, graphile_worker.add_jobs(specs.all)`

export const queueDrain: Measurement = {
  name: 'queue-drain',
  summary: 'How fast one worker empties a queue of 200,000 deliveries.',
  seconds: 150,
  run: async (bench) => {
    const count = Math.round((fullCount * bench.duration(100)) / 100)
    const installation = await createInstallation({ bench, name: 'queue-drain' })
    const { database } = installation
    const step = 10_000
    for (let from = 1; from <= count; from += step) await database.query(fill, [from, Math.min(count, from + step - 1)])
    await database.query('vacuum analyze')
    await installation.startWorker()
    const began = performance.now()
    const before = await receipts()
    const drained = await waitUntil({
      limit: drainLimit,
      interval: 500,
      check: async () => ((await receipts()) >= count ? 'yes' : 'again'),
    })
    const seconds = (performance.now() - began) / 1000
    if (!drained) throw new Error(`Of ${count} deliveries ${await receipts()} were done.`)
    return [
      {
        what: 'A queue that has filled up',
        on: `${count} deliveries to a handler that does nothing, one worker process; each is handed out, committed with its receipt, and removed`,
        figures: [{ value: (count - before) / seconds, unit: '/s', text: 'deliveries', target: { atLeast: 400 } }],
      },
    ]

    async function receipts(): Promise<number> {
      const { rows } = await database.query<{ n: number }>('select count(*)::int as n from "event_receipts"')
      return rows[0]?.n ?? 0
    }
  },
}
