import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SnapshotCourse, SnapshotLesson } from '@lectern/content-schemas'
import { snapshotManifestSchema } from '@lectern/content-schemas'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildSite } from './buildSite.ts'
import { writeFixture, writeRecords } from './fixture.ts'
import { block, document, paragraph } from './fixtureText.ts'

const unbroken = 'x'.repeat(400)
const markup = '<script>alert(1)</script><img src=x onerror=alert(2)> & "quotes" \'single\' ]]> {a} {b}'
const marks = '🦉 \u202Eesrever\u202C \u0000nul عنوان'
const hostile = `${markup} ${marks} ${unbroken}`
/** Two megabytes of text in one lesson. */
const long = 'Words that go on and on. '.repeat(84_000)

const out = join(mkdtempSync(join(tmpdir(), 'lectern-hostile-')), 'site')
const readPage = (page: string): string => readFileSync(join(out, page), 'utf8')
const course = 'courses/reading-the-weather'

type Change<Record> = (record: Record) => Record

/** Rewrites every record of a language, with digests that fit, as a CMS that says such things would write it. */
function rewrite({
  dir,
  courses,
  lessons,
}: {
  dir: string
  courses: Change<SnapshotCourse>
  lessons: Change<SnapshotLesson>
}): void {
  const read = (name: string) =>
    readFileSync(join(dir, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  const files = [
    writeRecords({ dir, name: 'courses.en.ndjson', records: read('courses.en.ndjson').map(courses) }),
    writeRecords({ dir, name: 'lessons.en.ndjson', records: read('lessons.en.ndjson').map(lessons) }),
  ]
  const path = join(dir, 'manifest.json')
  const manifest = snapshotManifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const others = manifest.files.filter(({ name }) => !files.some((file) => file.name === name))
  writeFileSync(path, JSON.stringify({ ...manifest, files: [...others, ...files] }))
}

const lostPicture = block({ blockType: 'image', media: 'gone', mediaRef: null, caption: markup })
const lostTest = block({ blockType: 'test', test: 'gone', testRef: null })
const badLink = { type: 'link', fields: { url: 'javascript:alert(3)' }, children: [{ type: 'text', text: 'press me' }] }

describe('a snapshot that says what nobody expects', () => {
  beforeAll(async () => {
    const dir = await writeFixture()
    rewrite({
      dir,
      courses: (record) => ({
        ...record,
        title: hostile,
        summary: hostile,
        authors: [hostile],
        tags: [hostile],
        licence: hostile,
        modules: record.modules.map((module) => ({
          ...module,
          title: hostile,
          lessons: module.lessons.map((lesson) => ({ ...lesson, title: hostile, summary: hostile })),
        })),
      }),
      lessons: (record) => ({
        ...record,
        title: hostile,
        body:
          record.slug === 'wind'
            ? document(paragraph(long))
            : document(paragraph(hostile), lostPicture, lostTest, paragraph(badLink), block({ blockType: 'teleporter' }), {
                type: 'unheard-of',
              }),
      }),
    })
    await buildSite({ snapshot: dir, out })
  })

  it.each([
    'en/index.html',
    'en/courses/index.html',
    `en/${course}/index.html`,
    `en/${course}/sky/clouds/index.html`,
    'en/new/index.html',
  ])('shows markup of a title as text on %s', (page) => {
    // Within quotes a bracket opens nothing.
    const html = readPage(page).replaceAll(/="[^"]*"/g, '')
    expect(html).toContain('&lt;script&gt;alert(1)')
    expect(html).not.toContain('<script>alert')
    expect(html).not.toMatch(/<img[^>]+onerror/)
  })

  it('gives search engines data that no title can break out of', () => {
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(readPage(`en/${course}/index.html`))?.[1] ?? ''
    expect(JSON.stringify(JSON.parse(data))).toContain('alert(1)')
  })

  it('says what is missing in the place where it is missing, and goes on', () => {
    const html = readPage(`en/${course}/sky/clouds/index.html`)
    expect(html).toContain('A file that belongs here is missing.')
    expect(html).toContain('cannot be shown here (teleporter)')
    expect(html).toContain('cannot be shown here (unheard-of)')
  })

  it('follows no address that runs something', () => {
    expect(readPage(`en/${course}/sky/clouds/index.html`)).toContain('press me')
    expect(readPage(`en/${course}/sky/clouds/index.html`)).not.toContain('href="javascript:')
  })

  it('renders a lesson of two megabytes whole', () => {
    expect(readPage(`en/${course}/sky/wind/index.html`)).toContain(long.trim())
  })

  it('writes an index, a feed and a map that can be read', () => {
    const index = JSON.parse(readPage('en/files/search.json'))
    expect(index.entries.length).toBeGreaterThan(4)
    const addresses = [...readPage('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/gs)].map(([, address]) => address)
    expect(addresses.length).toBeGreaterThan(10)
    for (const address of addresses) expect(address).toMatch(/^http:\/\/127\.0\.0\.1:4000\/[a-z0-9/-]*$/)
  })
})
