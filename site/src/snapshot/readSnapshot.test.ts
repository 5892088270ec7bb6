import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SnapshotManifest } from '@lectern/content-schemas'
import { beforeAll, describe, expect, it } from 'vitest'
import { secretSentence, writeFixture, writeRecords } from '../../test/fixture.ts'
import { readSnapshot } from './readSnapshot.ts'

let source: string
beforeAll(async () => {
  source = await writeFixture()
})

type Records = Record<string, unknown>[]

/** A copy of the fixture in which one file's records were changed; manifest and digests agree with the change. */
function changed({ name, change }: { name: string; change: (records: Records) => unknown[] }): string {
  const dir = mkdtempSync(join(tmpdir(), 'lectern-changed-'))
  const manifest: SnapshotManifest = JSON.parse(readFileSync(join(source, 'manifest.json'), 'utf8'))
  const files = manifest.files.map((file) => {
    const records: Records = readFileSync(join(source, file.name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    return writeRecords({ dir, name: file.name, records: file.name === name ? change(records) : records })
  })
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ ...manifest, files }))
  return dir
}

describe('readSnapshot', () => {
  it('reads courses, and a lesson by its place in the file', () => {
    const snapshot = readSnapshot({ dir: source })
    const russian = snapshot.of('ru')
    expect(russian.courses.map(({ slug }) => slug)).toEqual(['reading-the-weather', 'tides-and-shores'])
    expect(JSON.stringify(russian.readLesson('tides-and-shores/moon/tide-tables').body)).toContain(secretSentence.en)
    expect(russian.readLesson('reading-the-weather/sky/wind').title).toBe('Откуда берётся ветер')
    expect([...snapshot.codeLanguages]).toEqual(['python'])
  })

  it('names file, line and field of a broken record', () => {
    const dir = changed({
      name: 'lessons.en.ndjson',
      change: (records) => records.map((record, index) => (index === 2 ? { ...record, title: 7 } : record)),
    })
    expect(() => readSnapshot({ dir })).toThrow(/SNAPSHOT_BROKEN .*lessons\.en\.ndjson:3: title: /)
  })

  it('names file and line of a line that is not JSON', () => {
    const dir = changed({ name: 'courses.ru.ndjson', change: (records) => records })
    const file = join(dir, 'courses.ru.ndjson')
    writeFileSync(file, readFileSync(file, 'utf8').replace('{', '{{'))
    expect(() => readSnapshot({ dir })).toThrow(/SNAPSHOT_BROKEN .*courses\.ru\.ndjson:1: not JSON/)
  })

  it('refuses a file that differs from its digest', () => {
    const dir = changed({ name: '', change: (records) => records })
    const file = join(dir, 'courses.en.ndjson')
    writeFileSync(file, readFileSync(file, 'utf8').replace('Reading the weather', 'Reading the Weather'))
    expect(() => readSnapshot({ dir })).toThrow(/SNAPSHOT_DIGEST .*courses\.en\.ndjson/)
  })

  it('refuses a syllabus that lists a lesson which is not there', () => {
    const dir = changed({ name: 'lessons.en.ndjson', change: (records) => records.slice(1) })
    expect(() => readSnapshot({ dir })).toThrow(/SNAPSHOT_INCONSISTENT .*reading-the-weather\/sky\/clouds/)
  })

  it('refuses a second lesson at the same path', () => {
    const dir = changed({ name: 'lessons.en.ndjson', change: (records) => [...records, ...records.slice(0, 1)] })
    expect(() => readSnapshot({ dir })).toThrow(/SNAPSHOT_INCONSISTENT .*lessons\.en\.ndjson:7: second lesson/)
  })

  it('refuses a snapshot without a course', () => {
    const dir = mkdtempSync(join(tmpdir(), 'lectern-empty-'))
    const files = ['courses.en.ndjson', 'lessons.en.ndjson'].map((name) => writeRecords({ dir, name, records: [] }))
    const manifest = { version: 1, createdAt: '2026-01-05T10:00:00.000Z', locales: ['en'], defaultLocale: 'en', files }
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest))
    expect(() => readSnapshot({ dir })).toThrow(/SNAPSHOT_EMPTY/)
  })

  it('says so when there is no snapshot', () => {
    expect(() => readSnapshot({ dir: '/nowhere/at-all' })).toThrow(/SNAPSHOT_MISSING/)
  })
})
