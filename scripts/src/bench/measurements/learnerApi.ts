import { countStatements } from '../countStatements.ts'
import { openConnection } from '../httpConnection.ts'
import { createInstallation } from '../installation.ts'
import { closedLoop, openLoop } from '../load.ts'
import type { Bench, Figure, Measurement, Row } from '../measurement.ts'
import { quantile } from '../quantile.ts'
import { type OpenAttempt, prepareTestTaking, questionCount, type TestTaking } from '../testTaking.ts'

const savesPerSecond = 100
const submitsPerSecond = 20
const connections = 8
/** More than are used twice soon: the attempts that a learner has made make the next start dearer. */
const learnerCount = 2000
const setting = 'the API process alone, without the worker; sender, API and database on the same machine'

export const learnerApi: Measurement = {
  name: 'learner-api',
  summary: 'Saving, submitting and whole attempts over the learner interface.',
  seconds: 110,
  run: async (bench) => {
    const installation = await createInstallation({ bench, name: 'learner-api' })
    const taking = await prepareTestTaking({ installation, learners: learnerCount })
    const seconds = bench.duration(20)
    const learners = taking.learners.slice(0, Math.max(submitsPerSecond * seconds, (savesPerSecond * seconds) / questionCount))
    const open = await taking.startAll(learners)
    const statements = await countOfSaveAndSubmit({ taking, installation })
    await warmUp({ bench, taking, learners: taking.learners.slice(learners.length) })
    return [
      await saving({ taking, open, seconds }),
      await submitting({ taking, open: open.slice(0, submitsPerSecond * seconds) }),
      await wholeAttempts({ bench, taking, batch: true }),
      await wholeAttempts({ bench, taking, batch: false }),
      ...statements,
    ]
  },
}

async function saving({ taking, open, seconds }: { taking: TestTaking; open: OpenAttempt[]; seconds: number }): Promise<Row> {
  const times = await openLoop({
    port: taking.port,
    perSecond: savesPerSecond,
    count: savesPerSecond * seconds,
    ask: async ({ connection, index }) => {
      const attempt = pick({ open, index })
      await taking.saveOne({ connection, open: attempt, index: Math.floor(index / open.length) % questionCount })
    },
  })
  return {
    what: `Saving a response, ${savesPerSecond} a second`,
    on: `${times.length} first responses of ${open.length} attempts arriving at random, timed from when each was due; ${setting}`,
    figures: latencies({ times, p99: 50 }),
  }
}

async function submitting({ taking, open }: { taking: TestTaking; open: OpenAttempt[] }): Promise<Row> {
  const connection = await openConnection({ port: taking.port })
  for (const attempt of open) await taking.saveAll({ connection, open: attempt })
  connection.close()
  const times = await openLoop({
    port: taking.port,
    perSecond: submitsPerSecond,
    count: open.length,
    ask: async ({ connection, index }) => {
      await taking.submit({ connection, open: pick({ open, index }) })
    },
  })
  return {
    what: `Submitting an attempt, ${submitsPerSecond} a second`,
    on: `${times.length} attempts with ${questionCount} saved responses, marked and reviewed in the answer; arrivals and setting as above`,
    figures: latencies({ times, p99: 50 }),
  }
}

/** Start, save all, submit: by one learner after the other on each connection. */
async function wholeAttempts({ bench, taking, batch }: { bench: Bench; taking: TestTaking; batch: boolean }): Promise<Row> {
  const times: number[] = []
  let next = 0
  const seconds = bench.duration(15)
  const turns = await closedLoop({
    port: taking.port,
    connections,
    seconds,
    turn: async (connection) => {
      const learner = pick({ open: taking.learners, index: next++ })
      const open = await taking.start({ connection, learner })
      times.push(open.ms)
      if (batch) times.push((await taking.saveAll({ connection, open })).ms)
      else for (const index of open.responses.keys()) times.push((await taking.saveOne({ connection, open, index })).ms)
      times.push((await taking.submit({ connection, open })).ms)
    },
  })
  const p99 = quantile({ values: times, share: 0.99 })
  const saves = batch ? 'saved in one call' : `${questionCount} single saves`
  return {
    what: `Whole attempts, ${saves}`,
    on: `start, ${questionCount} questions answered, submit; ${connections} connections without pause for ${seconds} s; ${setting}`,
    figures: [
      { value: turns / seconds, unit: '/s', text: 'attempts', target: { atLeast: batch ? 350 : 80 } },
      { value: p99, unit: 'ms', text: 'p99 of a call', ...(batch ? {} : { target: { atMost: 60 } }) },
    ],
    ...(batch ? { peer: 'Moodle 4.5 through its web services, on the same class of machine: 22 attempts/s' } : {}),
  }
}

async function countOfSaveAndSubmit({
  taking,
  installation,
}: {
  taking: TestTaking
  installation: Parameters<typeof countStatements>[0]['installation']
}): Promise<Row[]> {
  const connection = await openConnection({ port: taking.port })
  const learner = taking.learners.at(-1)
  if (!learner) throw new Error('There are no learners.')
  const open = await taking.start({ connection, learner })
  const save = await countStatements({ installation, work: () => taking.saveOne({ connection, open, index: 0 }) })
  const submit = await countStatements({ installation, work: () => taking.submit({ connection, open }) })
  connection.close()
  return [
    {
      what: 'SQL statements of a call',
      on: 'counted by PostgreSQL, with that of the session and with begin and commit; the paper of the attempt is remembered from its start',
      figures: [
        { value: save, unit: 'statements', text: 'save' },
        { value: submit, unit: 'statements', text: 'submit' },
      ],
    },
  ]
}

/** What a process compiles and remembers in its first seconds is not its usual speed. `learners` have no attempt open that is measured. */
async function warmUp({
  bench,
  taking,
  learners,
}: {
  bench: Bench
  taking: TestTaking
  learners: TestTaking['learners']
}): Promise<void> {
  let next = 0
  await closedLoop({
    port: taking.port,
    connections,
    seconds: bench.duration(8),
    turn: async (connection) => {
      const open = await taking.start({ connection, learner: pick({ open: learners, index: next++ }) })
      await taking.saveOne({ connection, open, index: 0 })
      await taking.saveAll({ connection, open })
      await taking.submit({ connection, open })
    },
  })
}

function latencies({ times, p99 }: { times: number[]; p99: number }): Figure[] {
  return [
    { value: quantile({ values: times, share: 0.5 }), unit: 'ms', text: 'p50' },
    { value: quantile({ values: times, share: 0.99 }), unit: 'ms', text: 'p99', target: { atMost: p99 } },
  ]
}

function pick<T>({ open, index }: { open: readonly T[]; index: number }): T {
  const found = open.at(index % open.length)
  if (found === undefined) throw new Error('There is nothing to take.')
  return found
}
