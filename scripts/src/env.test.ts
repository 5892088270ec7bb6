import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSettings, parseSettings, rootFolder, settingsSchema } from './env.ts'

const secrets = {
  PAYLOAD_SECRET: 'Zk3v9Qm1xT7bN5cR2wL8yH4dJ6fG0sPa_uEiOoKq-Vn',
  LECTERN_ENTITLEMENT_SECRET: 'p0A9s8D7f6G5h4J3k2L1zXcVbNmQwErTyUiOpMnBvCx',
}
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-env-'))
})
afterEach(() => rmSync(root, { recursive: true }))

describe('parseSettings', () => {
  it('fills in the defaults', () => {
    const settings = parseSettings({ environment: { ...secrets, LECTERN_PORT: '', DATABASE_URL: ' ' }, root: '/srv/lectern' })
    expect(settings).toMatchObject({
      ok: true,
      value: {
        port: 4000,
        host: '127.0.0.1',
        siteUrl: 'http://127.0.0.1:4000',
        data: '/srv/lectern/.lectern',
        demo: true,
        databaseUrl: null,
      },
    })
  })

  it('takes a slash off the end of the public address', () => {
    const settings = parseSettings({ environment: { ...secrets, LECTERN_SITE_URL: 'https://learn.example.net/' }, root })
    expect(settings).toMatchObject({ ok: true, value: { siteUrl: 'https://learn.example.net' } })
  })

  it.each([
    ['LECTERN_PORT', 'four thousand'],
    ['LECTERN_PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/lectern'],
    ['LECTERN_DEMO', 'perhaps'],
  ])('names %s when it is %j', (name, value) => {
    const settings = parseSettings({ environment: { ...secrets, [name]: value }, root })
    expect(settings).toMatchObject({ ok: false, error: { code: 'SETTINGS_INVALID', message: expect.stringContaining(name) } })
  })
})

describe('loadSettings', () => {
  it('writes the missing secrets once, readable by the owner only', () => {
    const first = loadSettings({ root, environment: {} })
    expect(first.ok).toBe(true)
    expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600)
    expect(loadSettings({ root, environment: {} })).toEqual(first)
  })

  it('keeps what the file already says', () => {
    writeFileSync(join(root, '.env'), 'LECTERN_PORT=4100')
    expect(loadSettings({ root, environment: {} })).toMatchObject({ ok: true, value: { port: 4100 } })
    expect(readFileSync(join(root, '.env'), 'utf8')).toMatch(/^LECTERN_PORT=4100\nPAYLOAD_SECRET=/)
  })

  it('lets the environment win over the file', () => {
    writeFileSync(join(root, '.env'), 'LECTERN_PORT=4100\n')
    expect(loadSettings({ root, environment: { LECTERN_PORT: '4200' } })).toMatchObject({ ok: true, value: { port: 4200 } })
  })

  it('refuses to invent secrets in production', () => {
    const settings = loadSettings({ root, environment: { NODE_ENV: 'production' } })
    expect(settings).toMatchObject({ ok: false, error: { code: 'SECRET_MISSING' } })
  })
})

describe('.env.example', () => {
  const text = readFileSync(join(rootFolder, '.env.example'), 'utf8')

  it('names every variable and no other', () => {
    expect(Object.keys(parseEnv(text)).sort()).toEqual(Object.keys(settingsSchema.shape).sort())
  })

  it.each(Object.entries(settingsSchema.shape))('explains %s as the schema does', (name, schema) => {
    expect(text).toContain(`# ${schema.description}\n${name}=`)
  })
})
