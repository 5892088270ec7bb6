import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCourseFolder } from './readCourseFolder.ts'
import { readFolderFiles } from './readFolderFiles.ts'
import { writeCourseFolder } from './writeCourseFolder.ts'

const real = join(import.meta.dirname, '../../../../../shared/courses/iot-for-beginners')
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'course-'))
  put('course.yaml', 'slug: c\ntitle: C\nlanguage: en\nmodules:\n  - 01-a\n')
  put('01-a/module.yaml', 'title: A\n')
  put('01-a/01-x.md', '---\ntitle: X\nminutes: 3\n---\n\n[y](01-y.md#z) ![p](../images/p.png)\n')
  put('01-a/01-y.md', '---\ntitle: Y\n---\n\n[test](01-x.pre.gift)\n')
  put('01-a/01-x.pre.gift', '// Before\n\nQ {=a ~b}\n')
  put('images/p.png', 'png')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('readCourseFolder', () => {
  it('resolves links to lessons, tests and pictures', async () => {
    const { course, problems } = await readCourseFolder({ folder })
    expect(problems).toEqual([])
    const text = JSON.stringify(course)
    expect(text).toContain('"url":"lesson:c/a/y#z"')
    expect(text).toContain('"url":"lesson:c/a/x#test-pre"')
    expect(text).toMatch(/"media":"sha256:[0-9a-f]{64}"/)
    expect(course?.modules[0]?.lessons[0]?.tests).toMatchObject([
      { key: 'pre', placement: 'before', text: { en: { title: 'Before' } } },
    ])
  })

  it('reads a link in a translation to an original as one to the same lesson', async () => {
    put('i18n/ru/01-a/01-x.md', '---\ntitle: Икс\n---\n\n[y](../../../01-a/01-y.md) ![p](../../../images/p.png)\n')
    const { course, problems } = await readCourseFolder({ folder })
    expect(problems).toEqual([])
    expect(JSON.stringify(course?.modules[0]?.lessons[0]?.text.ru)).toContain('lesson:c/a/y')
  })

  it.each([
    ['course.yaml', 'slug: c\ntitle: a: b\n', 'YAML_INVALID', 2],
    ['course.yaml', 'slug: c\ntitle: C\nlanguage: en\ncolour: red\nmodules: [01-a]\n', 'FRONT_MATTER_UNKNOWN_KEY', 4],
    ['course.yaml', 'slug: c\ntitle: C\nlanguage: en\nmodules: [01-a, 02-b]\n', 'MODULE_MISSING', undefined],
    ['course.yaml', 'slug: c\ntitle: C\nlanguage: xx\nmodules: [01-a]\n', 'LANGUAGE_NOT_INSTALLED', undefined],
    ['01-a/01-x.md', '---\ntitle: X\nauthor: me\n---\n', 'FRONT_MATTER_UNKNOWN_KEY', 3],
    ['01-a/01-x.md', '---\ntitle: X\nminutes: soon\n---\n', 'FIELD_INVALID', 3],
    ['01-a/01-x.md', '# X\n', 'FRONT_MATTER_MISSING', 1],
    ['01-a/01-x.md', '---\ntitle: X\n---\n\n[a](02-gone.md)\n', 'LINK_TO_NOWHERE', 5],
    ['01-a/01-x.md', '---\ntitle: X\n---\n\n![a](../images/gone.png)\n', 'LINK_TO_NOWHERE', 5],
    ['01-a/01-x.md', '---\ntitle: X\n---\n![a](../../../../../etc/passwd)\n', 'LINK_OUTSIDE_FOLDER', 4],
    ['01-a/01-x.md', '---\ntitle: X\n---\n![a](%2e%2e/../../etc/passwd)\n', 'LINK_OUTSIDE_FOLDER', 4],
    ['01-a/01-x.md', '---\ntitle: X\n---\n<!-- lectern:test post -->\n', 'LINK_TO_NOWHERE', undefined],
    ['01-a/01-x.md', '---\ntitle: X\n---\n<script>x</script>\n', 'HTML_REMOVED', 4],
    ['01-a/01-x.pre.gift', 'Q {\n', 'GIFT_UNCLOSED_BRACE', 1],
    ['01-a/02-x.md', '---\ntitle: X\n---\n', 'SLUG_DUPLICATE', undefined],
    ['01-a/Ünïcode.md', '---\ntitle: X\n---\n', 'SLUG_INVALID', undefined],
    ['01-a/03-z.pre.gift', 'Q {}\n', 'TEST_WITHOUT_LESSON', undefined],
    ['i18n/ru/01-a/09-z.md', '---\ntitle: X\n---\n', 'TRANSLATION_WITHOUT_DEFAULT', undefined],
    ['i18n/ru/01-a/01-x.pre.gift', 'Q {}\n\nR {}\n', 'TRANSLATION_MISMATCH', undefined],
    ['i18n/de/01-a/01-x.md', '---\ntitle: X\n---\n', 'LOCALE_NOT_INSTALLED', undefined],
    ['02-b/module.yaml', 'title: B\n', 'MODULE_NOT_LISTED', undefined],
  ])('reports trouble in %s', async (path, text, code, line) => {
    put(path, text)
    const { problems } = await readCourseFolder({ folder })
    expect(problems.map((problem) => `${problem.code}:${problem.line}`)).toContain(`${code}:${line}`)
  })

  it('refuses links out of the folder and never reads them', async () => {
    symlinkSync('/etc/passwd', join(folder, 'images/q.png'))
    symlinkSync('/etc', join(folder, 'etc'))
    put('01-a/01-x.md', '---\ntitle: X\n---\n![a](../images/q.png)\n')
    const { course, problems, files } = await readCourseFolder({ folder })
    expect(problems.filter(({ code }) => code === 'LINK_OUTSIDE_FOLDER').length).toBeGreaterThanOrEqual(3)
    expect(course?.media).toEqual([])
    expect([...files.values()].some((path) => path.includes('etc'))).toBe(false)
  })

  it('reports a file that is not UTF-8 or too large', async () => {
    writeFileSync(join(folder, '01-a/01-x.md'), Buffer.from([0x2d, 0xff, 0xfe]))
    put('01-a/01-y.md', 'a'.repeat(5 * 1024 * 1024 + 1))
    const { problems } = await readCourseFolder({ folder })
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['NOT_UTF8', 'FILE_TOO_LARGE']))
  })

  it('refuses an alias bomb', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
    ]
    put('course.yaml', `${bomb.join('\n')}\n`)
    const { course, problems } = await readCourseFolder({ folder })
    expect(course).toBeNull()
    expect(problems[0]?.code).toBe('YAML_INVALID')
  })
})

describe('writeCourseFolder', () => {
  it('writes what reads back equal, and the same bytes again', async () => {
    put('01-a/01-x.pre.gift', '// Before\n// lectern:settings {"maxAttempts":2}\n\n::n::Q {=a#f ~b}\n')
    put('i18n/ru/01-a/01-x.md', '---\ntitle: "Икс: да"\n---\n\n[y](../../../01-a/01-y.md)\n')
    put('i18n/ru/course.yaml', 'title: Ц\n')
    await expectRoundTrip(folder)
  })

  it('gives numbered names to what has none, in order', async () => {
    const { course, files } = await readCourseFolder({ folder })
    if (!course) throw new Error('no course')
    const [module] = course.modules
    if (!module) throw new Error('no module')
    const nameless = {
      ...course,
      modules: [{ ...module, name: '', lessons: [...module.lessons].reverse().map((lesson) => ({ ...lesson, name: '' })) }],
    }
    const target = join(folder, 'out')
    await writeCourseFolder({ course: nameless, media: mediaOf(files), folder: target })
    const again = await readCourseFolder({ folder: target })
    expect(again.problems).toEqual([])
    expect(again.course?.modules[0]?.lessons.map(({ name }) => name)).toEqual(['01-y', '02-x'])
  })

  it('removes lessons that are gone and refuses a folder of something else', async () => {
    const { course, files } = await readCourseFolder({ folder })
    if (!course) throw new Error('no course')
    const target = mkdtempSync(join(tmpdir(), 'course-'))
    cpSync(folder, target, { recursive: true })
    put('01-a/09-old.md', 'x', target)
    expect(await writeCourseFolder({ course, media: mediaOf(files), folder: target })).toMatchObject({
      ok: true,
      value: { removed: 1 },
    })
    expect(existsSync(join(target, '01-a/09-old.md'))).toBe(false)
    rmSync(join(target, 'course.yaml'))
    expect(await writeCourseFolder({ course, media: mediaOf(files), folder: target })).toMatchObject({
      error: { code: 'FOLDER_NOT_EMPTY' },
    })
    rmSync(target, { recursive: true })
  })

  it.skipIf(!existsSync(real))('holds for the whole real course (needs ../shared)', { timeout: 60_000 }, async () => {
    const { course } = await expectRoundTrip(real)
    expect(course?.modules.flatMap(({ lessons }) => lessons).length).toBe(112)
    expect(course?.modules.flatMap(({ lessons }) => lessons.flatMap(({ tests }) => tests)).length).toBe(48)
    expect(course?.media.length).toBe(163)
  })
})

async function expectRoundTrip(source: string) {
  const first = await readCourseFolder({ folder: source })
  expect(first.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  if (!first.course) throw new Error('no course')
  const one = join(folder, 'one')
  const two = join(folder, 'two')
  await writeCourseFolder({ course: first.course, media: mediaOf(first.files), folder: one })
  const second = await readCourseFolder({ folder: one })
  expect(second.problems).toEqual([])
  expect(withoutLines(second.course)).toEqual(withoutLines(first.course))
  if (!second.course) throw new Error('no course')
  await writeCourseFolder({ course: second.course, media: mediaOf(second.files), folder: two })
  expect((await readFolderFiles(two)).texts).toEqual((await readFolderFiles(one)).texts)
  return first
}

/** Lines of questions depend on the layout of their file. */
function withoutLines(course: unknown): unknown {
  return JSON.parse(JSON.stringify(course, (key, value) => (key === 'line' ? undefined : value)))
}

function mediaOf(files: ReadonlyMap<string, string>) {
  return async (sha256: string) => {
    const absolute = files.get(sha256)
    return absolute === undefined ? null : { absolute }
  }
}

function put(path: string, text: string, root = folder): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
