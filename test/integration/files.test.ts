import { readdirSync } from 'node:fs'
import { request as httpRequest, type Server } from 'node:http'
import path from 'node:path'
import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { attemptReviewSchema, attemptSchema, handedFileSchema } from '@lectern/content-schemas'
import { createLearnerHandler, serve, sqlOf } from '@lectern/kernel'
import { countQueries } from '@lectern/kernel/testing'
import { skipPublishing } from '@lectern/publishing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, publish, type TestCourse } from '../support/createCourse.ts'

let cms: TestCms
let course: TestCourse
let handler: (request: Request) => Promise<Response>
let server: Server
let port = 0
beforeAll(async () => {
  cms = await startTestCms()
  handler = createLearnerHandler({ payload: cms.payload })
  course = await courseWithFiles()
  server = await serve({ handler, port: 0 })
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await cms.stop()
})

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const program = Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000\u0004\u0000'.padEnd(400, '\u0000'), 'latin1')

/** A question for three files of at most 100 kB, and one of single choice. */
async function courseWithFiles(): Promise<TestCourse> {
  const made = await createCourse({ cms })
  const common = { overrideAccess: true, depth: 0, locale: 'en', context: { [skipPublishing]: true } } as const
  const body = {
    blockType: 'file-upload',
    stem: 'Hand in your notes.',
    groups: ['pdf', 'images', 'text'],
    maxMegabytes: 0.1,
    maxFiles: 3,
    markerNotes: 'CANARY notes',
  }
  const question = await cms.payload.create({
    collection: 'questions',
    data: { name: 'Notes', body: [body], _status: 'published' },
    ...common,
  })
  await cms.payload.update({
    collection: 'tests',
    id: made.test,
    data: {
      items: [question.id, made.questions[0]].map((id) => ({ blockType: 'fixedQuestion', question: id, maxMark: 1 })),
      _status: 'published',
    },
    ...common,
  })
  await publish({ cms, course: made.course })
  return made
}

type Begun = { user: TestUser; attempt: string }

async function begun(user?: TestUser): Promise<Begun> {
  const learner = user ?? (await cms.createUser({ roles: ['learner'] }))
  await cms.learn({ method: 'POST', path: `/courses/${course.course}/enrol`, user: learner })
  const { json } = await cms.learn({ method: 'POST', path: `/tests/${course.test}/attempts`, user: learner })
  return { user: learner, attempt: attemptSchema.parse(json).attempt }
}

type Sent = Begun & { name?: string; bytes?: Buffer; item?: string; headers?: Record<string, string> }

async function send({ user, attempt, name = 'notes.pdf', bytes = pdf, item = 'q1', headers = {} }: Sent) {
  const url = `http://lectern.test/api/learn/attempts/${attempt}/items/${item}/files?${new URLSearchParams({ name })}`
  const response = await handler(
    new Request(url, {
      method: 'POST',
      headers: {
        cookie: user.cookie,
        'content-type': 'application/octet-stream',
        'content-length': String(bytes.byteLength),
        ...headers,
      },
      body: new Uint8Array(bytes),
    }),
  )
  return { status: response.status, json: await response.json() }
}

async function sent(begin: Begun): Promise<string> {
  return handedFileSchema.parse((await send(begin)).json).id
}

function save({ user, attempt, revision = 1, response }: Begun & { revision?: number; response: unknown }) {
  return cms.learn({ method: 'PUT', path: `/attempts/${attempt}/responses/q1`, user, body: { revision, response } })
}

function submit({ user, attempt }: Begun) {
  return cms.learn({ method: 'POST', path: `/attempts/${attempt}/submit`, user })
}

function remove({ user, attempt, file }: Begun & { file: string }) {
  return cms.learn({ method: 'DELETE', path: `/attempts/${attempt}/items/q1/files/${file}`, user })
}

function download({ user, attempt, file }: Begun & { file: string }) {
  return cms.learn({ method: 'GET', path: `/attempts/${attempt}/files/${file}`, user })
}

async function rows(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await sqlOf({ payload: cms.payload })).rows({ text, values })
}

/** Names of the files on the disk. */
function onDisk(): string[] {
  const folder = path.join(String(process.env.LECTERN_DATA), 'uploads')
  return readdirSync(folder, { recursive: true }).map((entry) => path.basename(String(entry)))
}

describe('handing in a file', () => {
  it('keeps it privately, says what it is, and shows it with the attempt', async () => {
    const begin = await begun()
    const { status, json } = await send({ ...begin, name: '../Notes\u202e from May.PDF' })
    expect([status, json]).toMatchObject([200, { name: 'Notes from May.pdf', bytes: pdf.byteLength }])
    const { json: attempt } = await cms.learn({ method: 'GET', path: `/attempts/${begin.attempt}`, user: begin.user })
    expect(attemptSchema.parse(attempt).items.map(({ files }) => files)).toEqual([[json], null])
    expect(onDisk()).toContain(json.id)
    const media = await cms.payload.count({ collection: 'media', overrideAccess: true })
    expect(media.totalDocs).toBe(0)
  })

  it.each([
    ['a program under another name', { bytes: program }, 415, 'FILE_TYPE_MISMATCH'],
    ['a program with its own name', { name: 'setup.exe', bytes: program }, 415, 'FILE_TYPE_NOT_ALLOWED'],
    [
      'a page under the name of a picture',
      { name: 'a.png', bytes: Buffer.from('<script>alert(1)</script>') },
      415,
      'FILE_TYPE_MISMATCH',
    ],
    ['a program under the name of a text', { name: 'a.txt', bytes: program }, 415, 'FILE_TYPE_MISMATCH'],
    ['an empty file', { bytes: Buffer.alloc(0) }, 400, 'FILE_EMPTY'],
    ['a file that is too large', { bytes: Buffer.alloc(100_001, '%PDF-1.7 ') }, 413, 'FILE_TOO_LARGE'],
    ['more bytes than were announced', { headers: { 'content-length': '10' } }, 413, 'FILE_TOO_LARGE'],
    ['fewer bytes than were announced', { headers: { 'content-length': '5000' } }, 400, 'UPLOAD_INTERRUPTED'],
    ['a length that is no number', { headers: { 'content-length': 'many' } }, 411, 'FILE_LENGTH_REQUIRED'],
    ['a name of which nothing is left', { name: '\u202e..' }, 400, 'FILE_NAME_INVALID'],
    ['a name without an ending', { name: 'pdf' }, 415, 'FILE_TYPE_NOT_ALLOWED'],
    ['a file for a question that takes none', { item: 'q2' }, 409, 'ITEM_TAKES_NO_FILES'],
    ['a file for a question that is not there', { item: 'q9' }, 404, 'ITEM_NOT_IN_ATTEMPT'],
    ['a request from another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'CROSS_SITE'],
  ])('refuses %s with a code and leaves nothing behind', async (_, change, status, code) => {
    const begin = await begun()
    const answer = await send({ ...begin, ...change })
    expect([answer.status, answer.json]).toMatchObject([status, { error: { code } }])
    expect(await rows(`select 1 from "attempt_files" where "attempt_id" = $1`, [begin.attempt])).toEqual([])
    expect(onDisk().filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('takes drawings and texts that say anything, because they are never shown', async () => {
    const begin = await begun()
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const { status, json } = await send({ ...begin, name: 'a.svg', bytes: drawing })
    const { response } = await download({ ...begin, file: json.id })
    expect([status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'application/octet-stream',
      drawing.toString(),
    ])
  })

  it('is only for the learner whose attempt it is, and for nobody who is not signed in', async () => {
    const begin = await begun()
    const stranger = await begun()
    const other = await send({ ...begin, user: stranger.user })
    const visitor = await send({ ...begin, user: { id: '', email: '', cookie: '' } })
    expect([other, visitor]).toMatchObject([
      { status: 404, json: { error: { code: 'ATTEMPT_NOT_FOUND' } } },
      { status: 401, json: { error: { code: 'NOT_SIGNED_IN' } } },
    ])
  })

  it('lets of twenty files at once exactly as many in as the question takes', async () => {
    const begin = await begun()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(begin)))
    const codes = answers.map(({ json }) => json.error?.code ?? 'stored').sort()
    expect(codes).toEqual([...Array.from({ length: 17 }, () => 'FILES_TOO_MANY'), 'stored', 'stored', 'stored'])
  })

  it('lets of fifty files at once, over several attempts, no more in than the quota has room for', async () => {
    const user = await cms.createUser({ roles: ['learner'] })
    const begins: Begun[] = []
    for (let at = 0; at < 17; at += 1) {
      const begin = await begun(user)
      await rows(`update "attempts" set "state" = 'submitted' where "id" = $1`, [begin.attempt])
      begins.push(begin)
    }
    await rows(`update "attempts" set "state" = 'in-progress' where "learner_id" = $1`, [user.id])
    const used = 1_000_000_000 - 10 * pdf.byteLength
    await rows(
      `insert into "attempt_files" ("id", "name", "learner_id", "attempt_id", "item", "bytes", "state") values (gen_random_uuid(), 'old', $1, $2, 'q9', $3, 'stored')`,
      [user.id, begins[0]?.attempt, used],
    )
    const calls = Array.from({ length: 50 }, (__, at) => begins[at % begins.length]).filter((begin) => begin !== undefined)
    const answers = await Promise.all(calls.map((begin) => send(begin)))
    const stored = answers.filter(({ status }) => status === 200)
    const refused = answers.filter(({ json }) => json.error?.code === 'FILE_QUOTA_EXCEEDED')
    expect([stored.length, refused.length]).toEqual([10, 40])
  })

  it('costs a fixed number of statements', async () => {
    const begin = await begun()
    await send(begin)
    const { statements } = await countQueries(() => send(begin))
    expect(statements.length).toBeLessThanOrEqual(13)
  })

  it('is over when the attempt is', async () => {
    const begin = await begun()
    const file = await sent(begin)
    await submit(begin)
    const [late, gone] = [await send(begin), await remove({ ...begin, file })]
    expect([late.json, gone.json]).toMatchObject([{ error: { code: 'ATTEMPT_CLOSED' } }, { error: { code: 'ATTEMPT_CLOSED' } }])
  })

  it('is over when the time is, and marks the attempt', async () => {
    const begin = await begun()
    await rows(`update "attempts" set "due_at" = now() - interval '1 minute' where "id" = $1`, [begin.attempt])
    expect((await send(begin)).json).toMatchObject({ error: { code: 'ATTEMPT_CLOSED' } })
    expect(await rows(`select "state" from "attempts" where "id" = $1`, [begin.attempt])).toEqual([{ state: 'graded' }])
  })
})

describe('over a connection', () => {
  function post({ user, attempt, body, length, end }: Begun & { body: Buffer; length: number; end: boolean }): Promise<string> {
    return new Promise((resolve) => {
      const call = httpRequest({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/api/learn/attempts/${attempt}/items/q1/files?name=a.txt`,
        headers: { cookie: user.cookie, 'content-type': 'text/plain', 'content-length': length },
      })
      call.on('response', async (response) => {
        const chunks: Buffer[] = []
        for await (const chunk of response) chunks.push(chunk)
        resolve(Buffer.concat(chunks).toString())
      })
      call.on('error', (error) => resolve(error.message))
      call.write(body, () => {
        if (end) call.end()
        else call.destroy()
      })
    })
  }

  it('goes through as it comes', async () => {
    const begin = await begun()
    const body = Buffer.alloc(99_000, 'words ')
    const json = JSON.parse(await post({ ...begin, body, length: body.length, end: true }))
    const answer = await fetch(`http://127.0.0.1:${port}/api/learn/attempts/${begin.attempt}/files/${json.id}`, {
      headers: { cookie: begin.user.cookie },
    })
    expect([answer.headers.get('content-length'), Buffer.from(await answer.arrayBuffer()).equals(body)]).toEqual(['99000', true])
  })

  it('tells one who sends far too much so before it has all come', async () => {
    const begin = await begun()
    const body = Buffer.alloc(3_000_000, 'words ')
    expect(JSON.parse(await post({ ...begin, body, length: body.length, end: true }))).toMatchObject({
      error: { code: 'FILE_TOO_LARGE' },
    })
  })

  it('leaves nothing of a file whose sender went away', async () => {
    const begin = await begun()
    await post({ ...begin, body: Buffer.from('half of'), length: 50_000, end: false })
    const waiting = () => rows(`select 1 from "attempt_files" where "attempt_id" = $1`, [begin.attempt])
    await expect.poll(waiting).toEqual([])
    expect(onDisk().filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('a response with files', () => {
  it('is saved, waits for a person, and shows the files in the review', async () => {
    const begin = await begun()
    const file = await sent(begin)
    expect((await save({ ...begin, response: { files: [file], comment: 'Here.' } })).json).toMatchObject({ saved: true })
    const { json } = await submit(begin)
    const review = attemptReviewSchema.parse(json)
    expect(review).toMatchObject({
      state: 'submitted',
      items: [{ state: 'ungraded', files: [{ id: file }], response: { files: [file] } }, { files: null }],
    })
    // No verdict before the person's: it may turn out either way.
    expect(review).not.toHaveProperty('passed')
    expect(review).not.toHaveProperty('percent')
    expect(JSON.stringify(json)).not.toContain('CANARY')
  })

  it('cannot name a file of another learner, of another attempt, of nobody, or one that was removed', async () => {
    const begin = await begun()
    const stranger = await begun()
    const earlier = await begun()
    const gone = await sent(begin)
    await remove({ ...begin, file: gone })
    const files = [await sent(stranger), await sent(earlier), '0199f0a0-0000-7000-8000-000000000001', gone]
    const answers = await Promise.all(files.map((file) => save({ ...begin, response: { files: [file], comment: '' } })))
    expect(answers.map(({ json }) => json)).toMatchObject(
      files.map(() => ({ error: { code: 'RESPONSE_INVALID', details: { item: 'q1', reason: 'FILE_UNKNOWN' } } })),
    )
    const last = { item: 'q1', revision: 9, response: { files: [gone], comment: '' } }
    const { json } = await cms.learn({
      method: 'POST',
      path: `/attempts/${begin.attempt}/submit`,
      user: begin.user,
      body: { responses: [last] },
    })
    expect(json).toMatchObject({ error: { details: { reason: 'FILE_UNKNOWN' } } })
  })

  it('loses the files that it does not name once the attempt is closed', async () => {
    const begin = await begun()
    const [kept, left] = [await sent(begin), await sent(begin)]
    await save({ ...begin, response: { files: [kept], comment: '' } })
    await submit(begin)
    await cms.runJobs()
    expect(await rows(`select "id" from "attempt_files" where "attempt_id" = $1`, [begin.attempt])).toEqual([{ id: kept }])
    expect([onDisk().includes(kept), onDisk().includes(left)]).toEqual([true, false])
  })
})

describe('taking a file back', () => {
  it('makes room at once, and its bytes go with the next job', async () => {
    const begin = await begun()
    const files = [await sent(begin), await sent(begin), await sent(begin)]
    const answers = await Promise.all(Array.from({ length: 5 }, () => remove({ ...begin, file: String(files[0]) })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404])
    expect((await send(begin)).status).toBe(200)
    await cms.runJobs()
    expect(onDisk().includes(String(files[0]))).toBe(false)
  })

  it('is for its owner only', async () => {
    const begin = await begun()
    const stranger = await begun()
    const file = await sent(begin)
    const answers = [await remove({ ...begin, user: stranger.user, file }), await remove({ ...stranger, file })]
    expect(answers.map(({ json }) => json)).toMatchObject([
      { error: { code: 'ATTEMPT_NOT_FOUND' } },
      { error: { code: 'FILE_NOT_FOUND' } },
    ])
  })
})

describe('a file that never arrived', () => {
  it('is taken away by the job that was made with it', async () => {
    const begin = await begun()
    const file = await sent(begin)
    await rows(`update "attempt_files" set "state" = 'arriving' where "id" = $1`, [file])
    await rows(`update "graphile_worker"."_private_jobs" set "run_at" = now() where "key" = $1`, [`grading.drop-file:${file}`])
    await cms.runJobs()
    expect(await rows(`select 1 from "attempt_files" where "id" = $1`, [file])).toEqual([])
    expect(onDisk().includes(file)).toBe(false)
  })

  it('is left alone by that job when it has arrived', async () => {
    const begin = await begun()
    const file = await sent(begin)
    await rows(`update "graphile_worker"."_private_jobs" set "run_at" = now() where "key" = $1`, [`grading.drop-file:${file}`])
    await cms.runJobs()
    expect((await download({ ...begin, file })).status).toBe(200)
  })
})

describe('a download', () => {
  it('is an attachment that no browser opens and nobody stores', async () => {
    const begin = await begun()
    const { json } = await send({ ...begin, name: 'Отчёт "5".pdf' })
    const { response } = await download({ ...begin, file: json.id })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="5.pdf"; filename*=UTF-8''%D0%9E%D1%82%D1%87%D1%91%D1%82%205.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true)
  })

  it('is not for another learner, not under another attempt, and not for a visitor', async () => {
    const begin = await begun()
    const stranger = await begun()
    const file = await sent(begin)
    const answers = [
      await download({ ...begin, user: stranger.user, file }),
      await download({ ...stranger, file }),
      await download({ ...begin, user: { id: '', email: '', cookie: '' }, file }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 401])
  })

  it('is for staff who may see the attempt, and for no learner, by the address of the admin', async () => {
    const begin = await begun()
    const file = await sent(begin)
    const path = `/attempt-files/${file}/download`
    const people = [
      await cms.createUser({ roles: ['instructor'] }),
      await cms.createUser({ roles: ['moderator'] }),
      begin.user,
      undefined,
    ]
    const answers = await Promise.all(people.map((user) => cms.rest({ method: 'GET', path, ...(user ? { user } : {}) })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403])
    expect(answers[0]?.headers.get('content-disposition')).toContain('attachment')
    const user = await cms.createUser({ roles: ['admin'] })
    const none = await cms.rest({ method: 'GET', path: '/attempt-files/nothing/download', user })
    expect(none.status).toBe(404)
  })
})
