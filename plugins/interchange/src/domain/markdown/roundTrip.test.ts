import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { RichTextNode } from '@lectern/content-schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownToRichText } from './markdownToRichText.ts'
import { richTextToMarkdown } from './richTextToMarkdown.ts'

const shared = join(import.meta.dirname, '../../../../../../shared')
const course = join(shared, 'courses/iot-for-beginners')
const catalogue = join(shared, 'catalogs/freecodecamp/uk.ndjson.gz')

describe('reading Markdown and writing it again', { timeout: 60_000 }, () => {
  it('gives an equal tree and is a fixpoint from then on, for documents composed of every construct', () => {
    fc.assert(
      fc.property(documents(), (markdown) => expectRoundTrip(markdown)),
      { numRuns: 300 },
    )
  })

  it('gives an equal tree for any line noise', () => {
    const noise = fc.array(
      fc.constantFrom(
        ...'*_~`[]()!<>&|#-+=>:.\\"\'$^@/ \n\n\t'.split(''),
        'a',
        'b',
        'я',
        '1',
        '    ',
        'www.',
        'http://',
        '[^1]',
        '<b>',
        '</b>',
        '💁',
        '<br>',
        '|-|\n',
        '[^1]:',
        '[^a_b]',
        '\n\n[^1]: x',
        '$$\n',
        '$x$',
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(noise, (parts) => expectRoundTrip(parts.join(''))),
      { numRuns: 2500 },
    )
  })

  it('loses no text of a document without HTML', () => {
    fc.assert(
      fc.property(words(), words(), words(), (one, two, three) => {
        const markdown = `# ${one}\n\n- **${two}**\n\n  \`\`\`x\n  ${three}\n  \`\`\`\n\n> ${one}\n>\n> | ${two} |\n> | - |\n> | ${three} |\n`
        const text = plainText(read(markdown).root)
        expect(text.replace(/\s+/g, '')).toBe([one, two, three, one, two, three].join('').replace(/\s+/g, ''))
      }),
    )
  })

  it.skipIf(!existsSync(course))('holds for every lesson of the course (needs ../shared)', () => {
    const files = globSync('**/*.md', { cwd: course }).sort()
    expect(files.length).toBeGreaterThan(400)
    for (const file of files) expectRoundTrip(readFileSync(join(course, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
  })

  it.skipIf(!existsSync(catalogue))('holds for a thousand lessons of the catalogue (needs ../shared)', () => {
    const bodies = lessonBodies().filter((_, index) => index % 16 === 0)
    expect(bodies.length).toBeGreaterThan(1000)
    for (const body of bodies) expectRoundTrip(body)
  })
})

function read(markdown: string) {
  const result = markdownToRichText({ markdown })
  if (!result.ok) throw new Error(result.error.code)
  return result.value.richText
}

function expectRoundTrip(markdown: string): void {
  const tree = read(markdown)
  const written = richTextToMarkdown({ richText: tree })
  const again = read(written)
  expect(again).toEqual(tree)
  expect(richTextToMarkdown({ richText: again })).toBe(written)
}

function plainText(node: RichTextNode): string {
  const own = node.text ?? (typeof node.fields?.code === 'string' ? node.fields.code : '')
  return own + (node.children ?? []).map(plainText).join(' ')
}

function lessonBodies(): string[] {
  const lines = gunzipSync(readFileSync(catalogue)).toString('utf8').trimEnd().split('\n')
  return lines.flatMap((line) => {
    const record: unknown = JSON.parse(line)
    const isLesson = typeof record === 'object' && record !== null && 'body' in record && typeof record.body === 'string'
    return isLesson ? [String(record.body)] : []
  })
}

function words(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom('alpha', 'beta', 'урок', 'x1', 'née', '漢字', '2nd'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(' '))
}

/** Documents of every construct, nested, with hostile fragments of text in between. */
function documents(): fc.Arbitrary<string> {
  const raw = fc.constantFrom(
    'a*b',
    '_x',
    '1. y',
    '# z',
    '&amp;',
    '&#32;',
    '<u>u</u>',
    'H<sub>2</sub>O',
    '<kbd>K</kbd>',
    '<your key>',
    '[^1]',
    'https://a.example/b',
    'a@b.example',
    '\\*',
    '`c`',
    '``a`b``',
    '<!-- c -->',
    '<abbr title="t|u">ab</abbr>',
    '<img src="p.png" width="40">',
    'a|b',
    '💁',
    '<br>',
    '&nbsp;',
    '<script>x</script>',
    '![](u.png)',
    '<mark>m',
    '</b>',
    '$5',
    '$x^2$',
    '$a\\$b$',
    '$$y$$',
    '$x$<!-- -->$y$',
    '$x$&#53;',
    '[^n-1]',
    '[^a_b]',
    '\\[^1]',
    '[^1]&#58; x',
  )
  const text = fc.array(fc.oneof(words(), raw), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
  const styled = fc
    .tuple(fc.constantFrom('**', '_', '~~', '***', '', '<u>'), text, fc.constantFrom(' ', '', 'x', '.'))
    .map(([mark, inner, tail]) => `${mark}${inner}${mark === '<u>' ? '</u>' : mark}${tail}`)
  const link = fc
    .tuple(text, fc.constantFrom('b.md#c', 'https://x.example/a_b(c)', '#д', '<a b>'))
    .map(([label, url]) => `[${label.replaceAll(/[[\]]/g, '')}](${url})`)
  const line = fc.array(fc.oneof(text, styled, link), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
  const { block } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n\n')),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      line,
      fc.tuple(line, line).map(([one, two]) => `${one}\\\n${two}`),
      fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([depth, one]) => `${'#'.repeat(depth)} ${one}`),
      fc.constantFrom(
        '---',
        '```py title=x\na\n\nb\n```',
        '    code\n',
        '![alt](a.png "cap")',
        '[![a](b.png)](c.md)',
        '<details>\n<summary>s</summary>\n<p>t</p>\n</details>',
        '<!-- lectern:test pre -->',
        '<!-- lectern:embed {"url":"https://v.example/1"} -->',
        '<!-- lectern:download {"file":"a.zip","label":"L"} -->',
        '<p align="center"><img src="x.png" width="9"></p>',
        '[^1]: note',
        '[^1]: *note* [^1] and [^n-1]',
        '[^n-1]: - a\n    - b\n\n    two $x$',
        '[^a_b]: ```\n    code\n    ```',
        '[^n-1]:',
        '[^1]: | a |\n    | - |\n    | b |',
        '$$\na\n\n- b\n$$',
        '$$\nunclosed',
        '$$ x = 1 $$',
        '<pre>\na\n\nb</pre>',
        '~~~\n```\n~~~',
        '<div>\n\n*x*\n\n</div>',
        '***',
      ),
      fc.tuple(line, line).map(([one, two]) => `| ${one} | ${two} |\n| :- | -: |\n| ${two} | ${one} | x |`),
      tie('blocks').map((inner) => inner.replace(/^/gm, '> ')),
      fc
        .tuple(fc.constantFrom('NOTE', 'TIP', 'WARNING', 'note'), fc.constantFrom('', ' Title'), tie('blocks'))
        .map(([kind, title, inner]) => `> [!${kind}]${title}\n${inner.replace(/^/gm, '> ')}`),
      fc
        .tuple(
          fc.constantFrom('- ', '* ', '1. ', '7) ', '- [ ] ', '- [x] '),
          fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }),
        )
        .map(([mark, items]) =>
          items
            .map((inner) => mark + inner.replace(/\n/g, `\n${' '.repeat(mark.startsWith('- [') ? 2 : mark.length)}`))
            .join('\n'),
        ),
    ),
  }))
  return fc.array(block, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n\n'))
}
