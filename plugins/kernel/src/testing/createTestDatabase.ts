import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Any number; the same in every test worker, so that one makes the template and the others wait for it. */
const templateLock = 743_920_117

/**
 * A database of its own for one test file, copied from a template that `prepare` filled once for this `fingerprint` (of
 * the migrations). `serverUrl` is that of a server on which databases may be created. Answers the new database's address.
 * The database goes with its server, which is a throwaway one.
 */
export async function createTestDatabase({
  serverUrl,
  fingerprint,
  prepare,
}: {
  serverUrl: string
  fingerprint: string
  prepare: (databaseUrl: string) => Promise<void>
}): Promise<string> {
  const template = `lectern_template_${fingerprint}`
  const name = `lectern_test_${randomBytes(6).toString('hex')}`
  await withClient({ url: serverUrl }, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const known = await client.query('select 1 from pg_database where datname = $1', [template])
    if (known.rowCount === 0) {
      const draft = `${template}_draft`
      await client.query(`drop database if exists "${draft}"`)
      await client.query(`create database "${draft}"`)
      await prepare(addressOf({ serverUrl, database: draft }))
      await client.query(`alter database "${draft}" rename to "${template}"`)
    }
    await client.query(`create database "${name}" template "${template}"`)
    await client.query('select pg_advisory_unlock($1)', [templateLock])
  })
  return addressOf({ serverUrl, database: name })
}

async function withClient({ url }: { url: string }, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function addressOf({ serverUrl, database }: { serverUrl: string; database: string }): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
