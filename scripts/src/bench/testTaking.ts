import { join } from 'node:path'
import { attemptSchema } from '@lectern/content-schemas/learnerApi'
import { z } from 'zod'
import { type BenchLearner, createLearners } from './createLearners.ts'
import type { Answer, HttpConnection, Question } from './httpConnection.ts'
import { openConnection } from './httpConnection.ts'
import type { Installation } from './installation.ts'
import { writeTestCourse } from './writeTestCourse.ts'

/** An installation in which learners can take a test of ten questions over the learner interface. */
export type TestTaking = {
  port: number
  learners: BenchLearner[]
  start: (options: { connection: HttpConnection; learner: BenchLearner }) => Promise<OpenAttempt>
  saveOne: (options: { connection: HttpConnection; open: OpenAttempt; index: number }) => Promise<Answer>
  saveAll: (options: { connection: HttpConnection; open: OpenAttempt }) => Promise<Answer>
  submit: (options: { connection: HttpConnection; open: OpenAttempt }) => Promise<Answer>
  /** Starts an attempt for each of these learners, before what is measured. */
  startAll: (learners: BenchLearner[]) => Promise<OpenAttempt[]>
}
export type OpenAttempt = { attempt: string; learner: BenchLearner; responses: { item: string; response: unknown }[]; ms: number }

export const questionCount = 10
const courseOfImport = z.object({ ok: z.literal(true), report: z.object({ course: z.uuid() }) })
const choiceView = z.object({ options: z.array(z.object({ id: z.string() })).min(1) })

/** Imports the course with its one test. */
export async function importTestCourse({
  installation,
}: {
  installation: Installation
}): Promise<{ course: string; test: string }> {
  const folder = join(installation.data, 'course')
  writeTestCourse({ folder })
  const { last } = await installation.command({ name: 'import', input: { folder } })
  const { course } = courseOfImport.parse(last).report
  const { rows } = await installation.database.query<{ id: string }>('select "id" from "tests" where "course_id" = $1', [course])
  return { course, test: z.uuid().parse(rows[0]?.id) }
}

export async function prepareTestTaking({
  installation,
  learners: count,
}: {
  installation: Installation
  learners: number
}): Promise<TestTaking> {
  const { course, test } = await importTestCourse({ installation })
  const learners = await createLearners({ installation, course, count })
  const port = await installation.startApi()

  const ask = async (connection: HttpConnection, question: Question) => {
    const answer = await connection.ask(question)
    if (answer.status === 200) return answer
    throw new Error(`${question.method} ${question.path} was answered ${answer.status}: ${answer.body.toString().slice(0, 400)}`)
  }
  const start: TestTaking['start'] = async ({ connection, learner }) => {
    const answer = await ask(connection, {
      method: 'POST',
      path: `/api/learn/tests/${test}/attempts`,
      cookie: learner.cookie,
      body: {},
    })
    const { attempt, items } = attemptSchema.parse(JSON.parse(answer.body.toString()))
    const responses = items.map(({ item, type, view }) => ({ item, response: respond({ type, view }) }))
    return { attempt, learner, responses, ms: answer.ms }
  }
  const pathOf = ({ attempt }: OpenAttempt) => `/api/learn/attempts/${attempt}`
  return {
    port,
    learners,
    start,
    saveOne: ({ connection, open, index }) => {
      const chosen = open.responses[index]
      if (!chosen) throw new Error(`The attempt has no question ${index}.`)
      const { item, response } = chosen
      const path = `${pathOf(open)}/responses/${encodeURIComponent(item)}`
      return ask(connection, { method: 'PUT', path, cookie: open.learner.cookie, body: { revision: 1, response } })
    },
    saveAll: ({ connection, open }) =>
      ask(connection, {
        method: 'POST',
        path: `${pathOf(open)}/responses`,
        cookie: open.learner.cookie,
        body: { responses: open.responses.map((response) => ({ ...response, revision: 1 })) },
      }),
    submit: ({ connection, open }) =>
      ask(connection, { method: 'POST', path: `${pathOf(open)}/submit`, cookie: open.learner.cookie, body: {} }),
    async startAll(chosen) {
      const connection = await openConnection({ port })
      const open: OpenAttempt[] = []
      for (const learner of chosen) open.push(await start({ connection, learner }))
      connection.close()
      return open
    },
  }
}

/** Any response that can be marked; whether it is right makes no difference to the work. */
export function respond({ type, view }: { type: string; view: unknown }): unknown {
  if (type === 'true-false') return { value: true }
  if (type === 'short-text') return { text: 'Paris' }
  const option = choiceView.parse(view).options[0]?.id
  return type === 'multiple-choice' ? { options: [option] } : { option }
}
