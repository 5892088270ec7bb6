import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { createLearners } from '../bench/createLearners.ts'
import { createInstallation } from '../bench/installation.ts'
import type { Bench } from '../bench/measurement.ts'
import { importTestCourse } from '../bench/testTaking.ts'
import { freePort } from '../ports.ts'
import { startEmbeddedServer } from '../postgres/embeddedServer.ts'
import { waitUntil } from '../processes.ts'
import { createJournal, takeTest } from './learnerLoop.ts'
import { drawKills, type Plan, type Victim, victims } from './plan.ts'
import { keepProcesses, type Processes } from './processes.ts'
import { type KeptPromise, verifyJournal, verifyReceipts, verifyRecounts } from './verify.ts'

export type ChaosResult = {
  kills: Record<Victim, number>
  endedByItself: Record<string, number>
  attempts: number
  calls: { answered: number; again: number }
  /** From the last kill until the queue was empty. */
  settledSeconds: number
  promises: KeptPromise[]
}

/** Learners at once, and how many there are at most: each takes the test once. */
const atOnce = 6
const learnersPerSecond = 30
/** The kills may take so many times the planned seconds. */
const patience = 1.5
/** Milliseconds. */
const settleLimit = 300_000

/** An installation of its own under load, killed by the plan, and everything compared afterwards with what was promised. */
export async function runChaos({
  bench,
  plan,
  say,
}: {
  bench: Bench
  plan: Plan
  say: (line: string) => void
}): Promise<ChaosResult> {
  say('Preparing an installation of its own')
  const installation = await createInstallation({ bench, name: 'chaos' })
  const { course, test } = await importTestCourse({ installation })
  const learners = await createLearners({ installation, course, count: Math.ceil(plan.seconds * learnersPerSecond) })
  const port = await freePort()
  bench.cleanUp.later(async () => (await startEmbeddedServer({ folder: installation.data })).stop())
  const processes = keepProcesses({ data: installation.data, env: installation.env, port })
  bench.cleanUp.later(processes.stop)

  const journal = createJournal()
  const base = `http://127.0.0.1:${port}/api/learn`
  const over = new AbortController()
  const loops = Array.from({ length: atOnce }, async () => {
    for (let learner = learners.pop(); learner && !over.signal.aborted; learner = learners.pop()) {
      await takeTest({ base, test, learner, journal })
    }
  })
  const kills = await killAll({ processes, plan, say })
  over.abort()
  say('No more kills: waiting for the learners and the queue')
  const since = performance.now()
  await Promise.all(loops)
  const databaseUrl = z.string().parse(installation.env.DATABASE_URL)
  const database = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  database.on('error', () => {})
  bench.cleanUp.later(() => database.end())
  const unsettled = await settle({ database })
  const settledSeconds = (performance.now() - since) / 1000
  const endedByItself = processes.endedByItself()
  await processes.stop()
  say('Comparing')
  const { last } = await installation.command({ name: 'recount' })
  return {
    kills,
    endedByItself,
    attempts: journal.submitted.size,
    calls: journal.calls,
    settledSeconds,
    promises: [
      ...(await verifyJournal({ database, journal })),
      { what: 'Every delivery is over, and none has failed for good', checked: journal.submitted.size, broken: unsettled },
      await verifyReceipts({ database }),
      ...verifyRecounts({ answer: last }),
    ],
  }
}

async function killAll({
  processes,
  plan,
  say,
}: {
  processes: Processes
  plan: Plan
  say: (line: string) => void
}): Promise<Record<Victim, number>> {
  const counts: Record<Victim, number> = { api: 0, worker: 0, postgres: 0 }
  const began = performance.now()
  const end = began + plan.seconds * 1000 * patience
  let due = began
  for (const { victim, after } of drawKills(plan)) {
    due += after * 1000
    await delay(Math.max(0, due - performance.now()))
    // A process that is only being started is no victim: the kill waits until it works. On a slow machine that takes longer
    // than the plan says, and kills are left out rather than made for ever.
    while (!(await processes.kill(victim)) && performance.now() < end) await delay(20)
    if (performance.now() >= end) break
    counts[victim] += 1
    const sum = victims.reduce((total, each) => total + counts[each], 0)
    if (sum % 20 === 0) say(`${sum} of ${plan.kills} kills, ${Math.round((performance.now() - began) / 1000)} s`)
  }
  await delay(Math.max(0, began + plan.seconds * 1000 - performance.now()))
  return counts
}

/** Waits until the queue has nothing to do but what is meant for later; answers what is left of deliveries then. */
async function settle({ database }: { database: pg.Pool }): Promise<string[]> {
  const left = () =>
    database.query<{ text: string }>(
      `select format('%s is still in the queue after %s tries.', t."identifier", j."attempts") as text
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t."id" = j."task_id" where t."identifier" like 'deliver %'
       union all
       select format('%s has failed: %s', "handler", left("error", 200)) from "event_failures" where "state" <> 'resolved'`,
    )
  await waitUntil({
    limit: settleLimit,
    interval: 250,
    check: async () => {
      try {
        return (await left()).rows.length === 0 ? 'yes' : 'again'
      } catch {
        return 'again'
      }
    },
  })
  return (await left()).rows.map(({ text }) => text)
}
