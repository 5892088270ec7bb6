import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildSite } from './buildSite.ts'
import { writeFixture } from './fixture.ts'

const out = join(mkdtempSync(join(tmpdir(), 'lectern-extension-')), 'site')
const readPage = (page: string): string => readFileSync(join(out, page), 'utf8')
const lesson = 'en/courses/reading-the-weather/sky/clouds/index.html'

describe('a site with an extension', () => {
  beforeAll(async () => {
    await buildSite({ snapshot: await writeFixture(), out, config: 'test/extension/astro.config.ts' })
  })

  it('has its page in every language, inside the frame of the site', () => {
    expect(readPage('en/badges/index.html')).toContain('<title>Badges · Lectern</title>')
    expect(readPage('en/badges/index.html')).toContain('content="What badges there are"')
    expect(readPage('ru/badges/index.html')).toContain('<h1>Значки</h1>')
    expect(readPage('ru/badges/index.html')).toContain('class="foot"')
  })

  it('makes a page for each entry', () => {
    expect(readPage('en/badges/of/reading-the-weather/index.html')).toMatch(/<h1 class="example-badge"[^>]*>reading-the-weather/)
    expect(readPage('en/badges/of/reading-the-weather/index.html')).toContain('content="noindex"')
  })

  it('renders its island, and gives the browser the script for it', () => {
    expect(readPage('en/badges/index.html')).toMatch(/<astro-island[^>]+component-url="\/_astro\/BadgeCounter/)
  })

  it('links to its page where it asked for that, for those it is meant for', () => {
    expect(readPage('ru/index.html')).toMatch(/<a(?: class="when-in"| href="\/ru\/badges\/"){2}>Значки<\/a>/)
    const foot = readPage('en/index.html').slice(readPage('en/index.html').indexOf('<footer'))
    expect(foot.indexOf('What badges there are')).toBeLessThan(foot.indexOf('New and revised'))
    expect(foot.indexOf('What badges there are')).toBeGreaterThan(0)
  })

  it('stands on the page of an author and knows the name', () => {
    expect(readPage('en/authors/ada-marsh/index.html')).toContain('Letters for Ada Marsh reach us.')
  })

  it('stands in its slots and knows the course and the lesson', () => {
    expect(readPage(lesson)).toMatch(/<aside class="toc-margin">.*<p data-example="clouds">Badges<\/p>\s*<\/aside>/s)
    expect(readPage('ru/courses/reading-the-weather/index.html')).toContain('<p data-example="reading-the-weather">Значки</p>')
  })

  it('replaces a component and wraps the one that was there', () => {
    expect(readPage('ru/courses/tides-and-shores/index.html')).toMatch(/<div data-wrapped>\s*<p class="fallback">/)
  })

  it('joins its styles to the one stylesheet', () => {
    const sheets = [...readPage(lesson).matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(([, file]) => file ?? '')
    expect(sheets).toHaveLength(1)
    expect(readPage(sheets[0] ?? '')).toContain('.example-badge')
  })
})
