import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parseSettings } from './env.ts'
import { type EmbeddedServer, startEmbeddedServer } from './postgres/embeddedServer.ts'
import { readRunningServer } from './postgres/runningServer.ts'
import { openDatabase } from './postgres.ts'
import { isAlive } from './processes.ts'

const query = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

describe('startEmbeddedServer', { timeout: 60_000 }, () => {
  // A temporary folder of mkdtemp is closed to other accounts, as a checkout below root's home is.
  let folder: string
  let server: EmbeddedServer | null = null
  const start = async () => {
    server = await startEmbeddedServer({ folder })
    return server
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-pg-'))
  })
  afterEach(async () => {
    await server?.stop()
    server = null
  })
  afterAll(() => {
    rmSync(realpathSync(join(folder, 'postgres')), { recursive: true })
    rmSync(folder, { recursive: true })
  })

  it('keeps what was written when it is stopped and started', async () => {
    const first = await start()
    await query(first.url, 'create table kept (x int)')
    await first.stop()
    const second = await start()
    expect(second.port).toBe(first.port)
    expect(await query(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }])
  })

  it('keeps the password where only the owner reads it', async () => {
    await start()
    expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600)
  })

  it('keeps durable commits', async () => {
    const { url } = await start()
    const rows = await query(url, "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit")
    expect(rows).toEqual([{ fsync: 'on', commit: 'on' }])
  })

  it('finds the server that a killed start left running', async () => {
    const first = await start()
    const second = await startEmbeddedServer({ folder })
    expect(second).toMatchObject({ reused: true, port: first.port })
  })

  it('starts after a crash although the old process number now belongs to another program', async () => {
    const { stop } = await start()
    await stop()
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const cluster = realpathSync(join(folder, 'postgres'))
    writeFileSync(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`)
    const again = await start()
    stranger.kill('SIGKILL')
    expect(again.reused).toBe(false)
    expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('recovers from being killed', async () => {
    const { url } = await start()
    await query(url, 'create table survived (x int)')
    const pid = readRunningServer({ cluster: realpathSync(join(folder, 'postgres')) })?.pid ?? 0
    spawnSync('kill', ['-9', String(pid)])
    await expect.poll(() => isAlive(pid)).toBe(false)
    const again = await start()
    expect(await query(again.url, 'select count(*)::int as n from survived')).toEqual([{ n: 0 }])
  })

  it('takes another port when its own is taken', async () => {
    const { stop, port } = await start()
    await stop()
    const { createServer } = await import('node:net')
    const squatter = createServer().listen(port, '127.0.0.1')
    const again = await start()
    squatter.close()
    expect(again.port).not.toBe(port)
    expect(JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')).port).toBe(again.port)
  })
})

describe('openDatabase', () => {
  it('says in one sentence that the named server does not answer, without its password', async () => {
    const settings = parseSettings({
      environment: {
        PAYLOAD_SECRET: 'Zk3v9Qm1xT7bN5cR2wL8yH4dJ6fG0sPa_uEiOoKq-Vn',
        LECTERN_ENTITLEMENT_SECRET: 'p0A9s8D7f6G5h4J3k2L1zXcVbNmQwErTyUiOpMnBvCx',
        DATABASE_URL: 'postgres://someone:hunter2@127.0.0.1:1/nowhere',
      },
      root: tmpdir(),
    })
    if (!settings.ok) throw new Error(settings.error.message)
    const refusal = await openDatabase({ settings: settings.value }).catch((error: Error) => error.message)
    expect(refusal).toMatch(/^DATABASE_URL: PostgreSQL at 127\.0\.0\.1:1\/nowhere does not let Lectern in \(.*\)\.$/)
    expect(refusal).not.toContain('hunter2')
  })
})
