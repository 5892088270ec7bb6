import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildSite } from './buildSite.ts'
import { secretSentence, writeFixture } from './fixture.ts'

const siteRoot = fileURLToPath(new URL('..', import.meta.url))
const workspace = mkdtempSync(join(tmpdir(), 'lectern-site-'))
const out = join(workspace, 'site')
const lessonPage = 'en/courses/reading-the-weather/sky/clouds/index.html'
const lockedPage = 'courses/tides-and-shores/moon/tide-tables/index.html'

const readPage = (page: string): string => readFileSync(join(out, page), 'utf8')
const pages = (): string[] => globSync('**/*.html', { cwd: out })
const zipped = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length

/** Names of the scripts that a page loads before anyone acts, with what they import statically. */
function scriptsOf(page: string): Set<string> {
  const found = new Set<string>()
  const follow = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    const code = readFileSync(join(out, '_astro', name), 'utf8')
    for (const match of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) follow(match[1] ?? '')
  }
  for (const match of readPage(page).matchAll(/<script type="module" src="\/_astro\/([^"]+)"/g)) follow(match[1] ?? '')
  return found
}

/** Stylesheets that a page loads; question types bring theirs when they are shown. */
function sheetsOf(page: string): string[] {
  return [...readPage(page).matchAll(/<link rel="stylesheet" href="\/(_astro\/[^"]+)"/g)].map(([, file]) => file ?? '')
}

/** Without the one style that Astro itself writes beside an island. */
function ownMarkup(page: string): string {
  return readPage(page).replaceAll(/<style>astro-island[^<]*<\/style>/g, '')
}

describe('a built site', () => {
  beforeAll(async () => {
    await buildSite({ snapshot: await writeFixture(), out })
  })

  it('holds no text of a protected lesson in the public output', () => {
    const files = globSync('**/*.{html,xml,txt,js,css}', { cwd: out })
    const leaking = files.filter((file) => Object.values(secretSentence).some((sentence) => readPage(file).includes(sentence)))
    expect(leaking).toEqual([])
    expect(globSync('**/media/diary-sheet.pdf', { cwd: out })).toEqual(['media/diary-sheet.pdf'])
  })

  it.each(['en', 'ru'])('puts the protected lesson beside the public output, %s', (locale) => {
    expect(existsSync(join(out, locale, lockedPage))).toBe(false)
    expect(readFileSync(join(`${out}-protected`, locale, lockedPage), 'utf8')).toContain(secretSentence.en)
    expect(readPage('sitemap.xml')).not.toContain('tide-tables')
  })

  it('lists what is protected', () => {
    const manifest = JSON.parse(readFileSync(join(workspace, 'site-manifest.json'), 'utf8'))
    expect(manifest.public).toBe(pages().length)
    expect(manifest.protected).toEqual([
      '/en/courses/tides-and-shores/media/diary-sheet.pdf',
      '/en/courses/tides-and-shores/moon/tide-tables/',
      '/ru/courses/tides-and-shores/media/diary-sheet.pdf',
      '/ru/courses/tides-and-shores/moon/tide-tables/',
    ])
  })

  it('links only to what is there', () => {
    const isThere = (path: string): boolean => {
      const file = decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path)
      return [out, `${out}-protected`].some((folder) => existsSync(join(folder, file)))
    }
    const broken = pages().flatMap((page) => {
      const addresses = [...readPage(page).matchAll(/(?:href|src)="(\/[^"#?]*)/g)].map((match) => match[1] ?? '')
      return addresses.filter((path) => !isThere(path)).map((path) => `${page} → ${path}`)
    })
    expect(broken).toEqual([])
  })

  it('has an id for every link within a page', () => {
    const broken = pages().flatMap((page) => {
      const html = readPage(page)
      const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => decodeURIComponent(match[1] ?? ''))
      return anchors.filter((id) => !html.includes(`id="${id}"`)).map((id) => `${page} #${id}`)
    })
    expect(broken).toEqual([])
  })

  it('runs no inline script and style that the policy of netlify.toml does not name', () => {
    const policy = readFileSync(join(siteRoot, '../netlify.toml'), 'utf8')
    const unnamed = pages().flatMap((page) => {
      const inline = [...readPage(page).matchAll(/<(script|style)((?:\s[^>]*)?)>([\s\S]*?)<\/\1>/g)]
      return inline
        .filter((match) => !/\bsrc=|application\/(?:ld\+)?json/.test(match[2] ?? '') && match[3] !== '')
        .map(
          (match) =>
            `'sha256-${createHash('sha256')
              .update(match[3] ?? '')
              .digest('base64')}'`,
        )
        .filter((digest) => !policy.includes(digest))
        .map((digest) => `${page} needs ${digest}`)
    })
    expect(unnamed).toEqual([])
    expect(pages().filter((page) => /<[^>]+ (?:style|on[a-z]+)="/.test(readPage(page)))).toEqual([])
  })

  it('has one stylesheet of at most 12 KB', () => {
    const sheets = sheetsOf(lessonPage)
    expect(sheets).toHaveLength(1)
    expect(zipped(readPage(sheets[0] ?? ''))).toBeLessThanOrEqual(12 * 1024)
  })

  it('links from the page of a test no stylesheet of a question type', () => {
    const tests = pages().filter((page) => /^en\/tests\//.test(page))
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.map(sheetsOf)).toEqual(tests.map(() => sheetsOf(lessonPage)))
  })

  it('gives everyone who wrote a course a page that leads to it', () => {
    const course = readPage('en/courses/reading-the-weather/index.html')
    const [address = ''] = /en\/authors\/[a-z0-9-]+\//.exec(course) ?? []
    expect(readPage(`${address}index.html`)).toContain('href="/en/courses/reading-the-weather/"')
  })

  it('shows the legal notice and the words about an author that the site settings have', () => {
    expect(readPage('en/imprint/index.html')).toMatch(
      /Run by the weather station\.<\/p>\s*<p>Write to &lt;station@example\.org&gt;\./,
    )
    expect(readPage('ar/imprint/index.html')).toContain('<p lang="en" dir="ltr">Run by the weather station.</p>')
    expect(readPage('ru/index.html')).toContain('href="/ru/imprint/"')
    expect(readPage('en/authors/ada-marsh/index.html')).toContain('<p>Watches clouds.</p>')
  })

  it('says every page in valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
    const reports = await Promise.all(
      pages().map(async (page) => ({ page, report: await validator.validateString(ownMarkup(page)) })),
    )
    const faults = reports.flatMap(({ page, report }) =>
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${page}:${line} ${ruleId}: ${message}`),
      ),
    )
    expect(faults).toEqual([])
  })

  it.each(['en', 'ru', 'ar'])('has a picture with the title for links to a course, %s', async (locale) => {
    const address = `/covers/${locale}/reading-the-weather.png`
    expect(readPage(`${locale}/courses/reading-the-weather/index.html`)).toContain(
      `property="og:image" content="http://127.0.0.1:4000${address}"`,
    )
    expect(await sharp(join(out, address)).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  })

  it.each(['en', 'ru', 'ar'])('has a feed of courses, %s', (locale) => {
    const feed = readPage(`${locale}/feed.xml`)
    expect(feed).toContain(`<language>${locale}</language>`)
    expect(feed).toContain(`<link>http://127.0.0.1:4000/${locale}/courses/reading-the-weather/</link>`)
    expect(readPage(`${locale}/index.html`)).toContain(`type="application/rss+xml" href="/${locale}/feed.xml"`)
  })

  it('tells search engines what a lesson is, what it belongs to, and which tests it has', () => {
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(readPage(lessonPage))?.[1] ?? ''
    expect(JSON.parse(data)['@graph']).toMatchObject([
      { '@type': 'LearningResource', isPartOf: { '@type': 'Course' }, hasPart: [{ '@type': 'Quiz' }] },
      { '@type': 'BreadcrumbList' },
    ])
  })

  it('leads from a language to the same page, or to the course of a lesson that is not written in it', () => {
    expect(readPage(lessonPage)).toContain('href="/ar/courses/reading-the-weather/sky/clouds/" lang="ar"')
    expect(readPage('en/courses/tides-and-shores/moon/why-tides/index.html')).toContain(
      'href="/ar/courses/tides-and-shores/" lang="ar"',
    )
  })

  it('reads Arabic from the right, and what is not Arabic from the left', () => {
    expect(readPage('ar/courses/tides-and-shores/index.html')).toMatch(
      /<html lang="ar" dir="rtl".*<h1 lang="en" dir="ltr">Tides/s,
    )
  })

  it('gives a lesson page of at most 20 KB of HTML and CSS', () => {
    const html = readPage(lessonPage)
    const css = sheetsOf(lessonPage)
    const markup = zipped(html) + zipped(readPage(css[0] ?? ''))
    expect(markup).toBeLessThanOrEqual(20 * 1024)
  })

  it.each(['en/index.html', 'en/courses/index.html', 'en/courses/reading-the-weather/index.html', lessonPage])(
    'ships at most 6 KB of script with %s',
    (page) => {
      const bytes = [...scriptsOf(page)].reduce((sum, name) => sum + zipped(readFileSync(join(out, '_astro', name))), 0)
      expect(scriptsOf(page).size).toBeGreaterThan(0)
      expect(bytes).toBeLessThanOrEqual(6 * 1024)
    },
  )

  it('ships preact instead of react', () => {
    const code = globSync('_astro/*.js', { cwd: out }).map(readPage).join('')
    const markers = ['Minified React error', 'unstable_scheduleCallback', '__REACT_DEVTOOLS_GLOBAL_HOOK__']
    expect(markers.filter((marker) => code.includes(marker))).toEqual([])
    expect(code.includes('isPropagationStopped')).toBe(true)
  })

  it('offers a page to search engines only in languages it is written in', () => {
    const translated = readPage('en/courses/reading-the-weather/index.html')
    expect(translated).toContain('hreflang="ru" href="http://127.0.0.1:4000/ru/courses/reading-the-weather/"')
    const fallenBack = readPage('ru/courses/tides-and-shores/index.html')
    expect(fallenBack).toContain('<link rel="canonical" href="http://127.0.0.1:4000/en/courses/tides-and-shores/"')
    expect(fallenBack).toContain('<h1 lang="en">Tides and shores</h1>')
    expect(fallenBack).toContain('class="fallback"')
  })
})

describe('a build that fails', () => {
  it('leaves the site that is there as it is', async () => {
    const before = readPage('en/index.html')
    await expect(buildSite({ snapshot: join(workspace, 'nowhere'), out })).rejects.toThrow(/SNAPSHOT_MISSING/)
    expect(readPage('en/index.html')).toBe(before)
  })
})
