import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { Installation } from './installation.ts'

export type BenchLearner = { id: string; cookie: string }

/** Seconds that a session lasts. */
const lifetime = 3600

/**
 * Learners with an open session and an enrolment in the course, written straight into the tables: signing in hashes the
 * password, on purpose slowly, and is not what is measured.
 */
export async function createLearners({
  installation,
  course,
  count,
}: {
  installation: Installation
  course: string
  count: number
}): Promise<BenchLearner[]> {
  const people = Array.from({ length: count }, () => randomUUID())
  const insert = (text: string, further: unknown[] = []) =>
    installation.database.query(`with p as (select * from unnest($1::uuid[]) as p(id)) ${text}`, [people, ...further])
  await insert(`insert into "users" ("id", "name", "email") select id, 'Learner', id || '@example.org' from p`)
  await insert(
    `insert into "users_roles" ("order", "parent_id", "value", "id") select 1, id, 'learner', gen_random_uuid() from p`,
  )
  await insert(
    `insert into "enrolments" ("id", "learner_id", "course_id", "edition", "state", "percent", "enrolled_at")
     select gen_random_uuid(), p.id, e."course_id", e."id", 'active', 0, now()
     from p join "editions" e on e."course_id" = $2 and e."current"`,
    [course],
  )
  await installation.database.query('analyze')
  return openSessions({ installation, users: people })
}

/** Opens a session for each of these users. */
export async function openSessions({
  installation,
  users,
}: {
  installation: Installation
  users: string[]
}): Promise<BenchLearner[]> {
  const sessions = users.map((id) => ({ id, session: randomUUID() }))
  await installation.database.query(
    `insert into "users_sessions" ("_order", "_parent_id", "id", "created_at", "expires_at")
     select 1, id, session, now(), now() + interval '${lifetime} seconds' from unnest($1::uuid[], $2::text[]) as p(id, session)`,
    [users, sessions.map(({ session }) => session)],
  )
  return sessions.map(({ id, session }) => ({
    id,
    cookie: `payload-token=${signToken({ id, session, secret: installation.payloadSecret })}`,
  }))
}

/** A token as Payload makes them: HS256 with the digest of the installation's secret. */
function signToken({ id, session, secret }: { id: string; session: string; secret: string }): string {
  const now = Math.floor(Date.now() / 1000)
  const header = { alg: 'HS256', typ: 'JWT', authVersion: 1 }
  const claims = { id, collection: 'users', email: `${id}@example.org`, sid: session, iat: now, exp: now + lifetime }
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const key = createHash('sha256').update(secret).digest('hex').slice(0, 32)
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}
