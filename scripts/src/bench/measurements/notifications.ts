import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { waitUntil } from '../../processes.ts'
import { createInstallation, type Installation } from '../installation.ts'
import type { Measurement, Row } from '../measurement.ts'
import { quantile } from '../quantile.ts'
import { startSmtpSink } from '../smtpSink.ts'

const fullCount = 50_000
/** Milliseconds. */
const fanOutLimit = 120_000

const people = `insert into "users" ("id", "name", "email", "locale", "time_zone")
  select gen_random_uuid(), 'Learner ' || n, 'learner-' || n || '@example.org', 'en', (array['UTC', 'Europe/Berlin', 'Asia/Almaty'])[1 + n % 3]
  from generate_series(1, $1::int) n`

/** What the inbox asks. */
const inbox = `select n."id", c."data" from "notifications" n join "notification_contents" c on c."id" = n."content_id"
  where n."learner_id" = $1 and n."in_app" order by n."id" desc limit 31`

export const notifications: Measurement = {
  name: 'notifications',
  summary: 'One announcement to 50,000 people: until it is in every inbox, and how fast its mails go out.',
  seconds: 120,
  run: async (bench) => {
    const seconds = bench.duration(60)
    const count = Math.round((fullCount * seconds) / 60)
    const installation = await createInstallation({ bench, name: 'notifications' })
    const sink = await startSmtpSink({ cleanUp: bench.cleanUp })
    await installation.database.query(people, [count])
    await installation.database.query('analyze')
    const announcement = await writeAnnouncement(installation)
    const worker = await installation.startWorker({ env: { LECTERN_SMTP_URL: sink.url } })
    const fanOut = await measureFanOut({ installation, announcement })
    const mails = await measureMails({ sink, worker, seconds: Math.min(seconds, 60), count })
    return [
      {
        what: 'An announcement to everyone',
        on: `${count} people in three time zones: from the press of the button to the commit with every inbox and every waiting mail; meanwhile one inbox after the other is read`,
        figures: [
          { value: fanOut.seconds, unit: 's', text: 'in all inboxes', target: { atMost: 30 } },
          { value: fanOut.readP99, unit: 'ms', text: 'reading an inbox meanwhile, p99' },
        ],
      },
      mails,
    ]
  },
}

async function writeAnnouncement({ database }: Installation): Promise<string> {
  const [id, author] = [randomUUID(), randomUUID()]
  await database.query(
    `insert into "users" ("id", "name", "email", "locale", "time_zone") values ($1, 'Author', 'author@example.org', 'en', 'UTC')`,
    [author],
  )
  await database.query(`insert into "announcements" ("id", "state", "author_id") values ($1, 'scheduled', $2)`, [id, author])
  await database.query(
    `insert into "announcements_locales" ("_parent_id", "_locale", "title", "body") values ($1, 'en', 'The library is open again', $2)`,
    [id, 'From Monday on all rooms are open as before. '.repeat(6)],
  )
  return id
}

async function measureFanOut({
  installation: { database },
  announcement,
}: {
  installation: Installation
  announcement: string
}): Promise<{ seconds: number; readP99: number }> {
  const { rows: readers } = await database.query<{ id: string }>('select "id" from "users" limit 200')
  const began = performance.now()
  await database.query(
    `select graphile_worker.add_job('notifications.publish-announcement', json_build_object('announcement', $1::text))`,
    [announcement],
  )
  const times: number[] = []
  const told = await waitUntil({
    limit: fanOutLimit,
    interval: 5,
    check: async () => {
      const start = performance.now()
      await database.query(inbox, [readers[times.length % readers.length]?.id])
      times.push(performance.now() - start)
      const { rows } = await database.query('select 1 from "announcements" where "id" = $1 and "recipients" is not null', [
        announcement,
      ])
      return rows.length > 0 ? 'yes' : 'again'
    },
  })
  if (!told) throw new Error('The announcement did not reach the inboxes.')
  return { seconds: (performance.now() - began) / 1000, readP99: quantile({ values: times, share: 0.99 }) }
}

async function measureMails({
  sink,
  worker,
  seconds,
  count,
}: {
  sink: { taken: () => number }
  worker: number
  seconds: number
  count: number
}): Promise<Row> {
  await waitUntil({ limit: 30_000, interval: 50, check: async () => (sink.taken() > 0 ? 'yes' : 'again') })
  const [first, began] = [sink.taken(), performance.now()]
  const memory: number[] = []
  while (performance.now() - began < seconds * 1000 && sink.taken() < count) {
    await delay(500)
    memory.push(residentMiB(worker))
  }
  const taken = sink.taken() - first
  const warm = Math.floor(memory.length / 3)
  return {
    what: 'Mails to a mail server',
    on: `${taken} of the announcement's mails, HTML and text, written by one worker process and taken by an SMTP server on the same machine; memory after the first third of the time and at its end`,
    figures: [
      { value: (taken / (performance.now() - began)) * 1000, unit: '/s', text: 'mails', target: { atLeast: 300 } },
      { value: memory[warm] ?? Number.NaN, unit: 'MiB', text: 'worker, warm' },
      { value: memory.at(-1) ?? Number.NaN, unit: 'MiB', text: 'worker, at the end' },
    ],
  }
}

function residentMiB(pid: number): number {
  const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kib ?? Number.NaN) / 1024
}
