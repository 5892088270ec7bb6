import type { RichTextNode } from '@lectern/content-schemas'
import { describe, expect, it } from 'vitest'
import { block, document, heading, link, paragraph, text } from '../../test/fixtureText.ts'
import { en } from '../i18n/en.ts'
import type { RichTextContext } from './context.ts'
import { escapeHtml } from './escapeHtml.ts'
import { createHighlight } from './highlight.ts'
import { renderRichText } from './renderRichText.ts'
import { safeUrl } from './safeUrl.ts'
import { sanitizeHtml } from './sanitizeHtml.ts'

const targets = { lessonUrl: (path: string) => `/en/courses/${path}/` }
const context: RichTextContext = {
  ...targets,
  locale: 'en',
  messages: en.richtext,
  units: en.units,
  mediaUrl: (file) => `/media/${file}`,
  testUrl: (id) => `/en/tests/${id}/`,
  highlight: ({ code }) => escapeHtml(code),
}
const render = (...nodes: RichTextNode[]) => renderRichText({ richText: document(...nodes), context })

describe('renderRichText', () => {
  it('escapes text, whatever it looks like', () => {
    expect(render(paragraph('<img src=x onerror=alert(1)> & "quotes"')).html).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;</p>',
    )
  })

  it('nests formats and keeps code innermost', () => {
    expect(render(paragraph(text('x', 1 | 2 | 16))).html).toBe('<p><em><strong><code>x</code></strong></em></p>')
  })

  it('gives headings unique ids and a table of contents', () => {
    const { html, contents } = render(heading(1, 'What is it?'), heading(2, 'What is it?'), heading(3, 'Что это такое?'))
    expect(contents).toEqual([
      { id: 'what-is-it', text: 'What is it?', level: 2 },
      { id: 'what-is-it-1', text: 'What is it?', level: 2 },
      { id: 'что-это-такое', text: 'Что это такое?', level: 3 },
    ])
    expect(html).toContain('<h2 id="what-is-it">')
  })

  it('never gives two headings one id, also when a heading is named like a numbered one', () => {
    const { contents } = render(heading(2, 'A'), heading(2, 'A 1'), heading(2, 'A'), heading(2, 'A'))
    expect(new Set(contents.map(({ id }) => id)).size).toBe(4)
  })

  it('turns lesson links into addresses of its language', () => {
    expect(render(paragraph(link('lesson:a/b/c#part', 'see'))).html).toBe('<p><a href="/en/courses/a/b/c/#part">see</a></p>')
  })

  it('keeps the words of a link whose address is refused', () => {
    expect(render(paragraph(link('javascript:alert(1)', 'see'))).html).toBe('<p>see</p>')
  })

  it('sets a formula as MathML without script, style or source', () => {
    const { html } = render(
      paragraphOf(inline({ blockType: 'formula', tex: '\\frac{n}{m}' })),
      block({ blockType: 'formula', tex: 'a<b' }),
    )
    expect(html).toContain('<p><math><mrow><mfrac><mi>n</mi><mi>m</mi></mfrac></mrow></math></p>')
    expect(html).toContain(
      '<span class="formula"><math display="block"><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></math></span>',
    )
    expect(html).not.toMatch(/style=|annotation|<script/)
  })

  it.each(['\\frac{', '\\def\\a{\\a\\a}\\a', '{'.repeat(4999), `${'x'.repeat(100_000)}`])(
    'shows TeX that cannot be set as its bounded source: %.20s',
    (tex) => {
      const { html } = render(paragraphOf(inline({ blockType: 'formula', tex })))
      expect(html).toContain('<code class="formula-source"')
      expect(html.length).toBeLessThan(1000)
    },
  )

  it('makes no link of TeX', () => {
    const { html } = render(paragraphOf(inline({ blockType: 'formula', tex: '\\href{javascript:alert(1)}{x}' })))
    expect(html).not.toContain('href=')
  })

  it('puts a note beside the block that refers to it, numbers notes in order, and lists them once more for paper', () => {
    const { html } = render(
      paragraphOf(text('a'), note({ label: 'x', content: document(paragraph('first')) }), text(' b')),
      paragraphOf(note({ content: document(paragraph('second')) }), note({ label: 'x' })),
    )
    expect(html).toContain(
      'href="#note-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup> b</p><div class="notes"><aside class="note" id="note-1"',
    )
    expect(html.match(/<aside /g)).toHaveLength(2)
    expect(html.match(/href="#note-1"/g)).toHaveLength(2)
    expect(html.match(/id="ref-1"/g)).toHaveLength(1)
    expect(html).toContain('<ol class="notes-printed"><li><p>first</p></li><li><p>second</p></li></ol>')
  })

  it('survives a note that holds itself and a label that stands for nothing', () => {
    const self = note({ label: 'x', content: document(paragraphOf(note({ label: 'x', content: document(paragraph('in')) }))) })
    const { html } = render(paragraphOf(self, note({ label: '<y>' }), note({})))
    expect(html.match(/<aside /g)).toHaveLength(1)
    expect(html).toContain('<sup>&lt;y&gt;</sup>')
  })

  it('shows a notice for an unknown node and goes on', () => {
    const { html } = render({ type: 'hologram' }, paragraph('after'))
    expect(html).toContain('class="notice"')
    expect(html).toContain('<p>after</p>')
  })

  it('escapes the name of an unknown node', () => {
    expect(render({ type: '<script>' }).html).not.toContain('<script>')
  })

  it('shows a notice for a block whose fields do not fit', () => {
    expect(render(block({ blockType: 'callout', kind: 'shout' })).html).toContain('class="notice"')
  })

  it('escapes attributes of pictures and the addresses of files', () => {
    const mediaRef = {
      id: '1',
      file: 'a"b.png',
      mimeType: 'image/png',
      filesize: 1,
      width: 100,
      height: 50,
      alt: '"><b>',
      sizes: [],
    }
    const { html } = render(block({ blockType: 'image', mediaRef }))
    expect(html).toContain('alt="&quot;&gt;&lt;b&gt;"')
    expect(html).toContain('src="/media/a&quot;b.png"')
    expect(html).toContain('width="100" height="50"')
  })

  it('puts a nested list inside the item before it', () => {
    const item = (...children: RichTextNode[]): RichTextNode => ({ type: 'listitem', children })
    const inner: RichTextNode = { type: 'list', listType: 'bullet', children: [item(text('b'))] }
    const { html } = render({ type: 'list', listType: 'bullet', children: [item(text('a')), item(inner)] })
    expect(html).toBe('<ul><li>a<ul><li>b</li></ul></li></ul>')
  })

  it('makes header rows a head and wraps the table for scrolling', () => {
    const cell = (value: string, headerState: number): RichTextNode => ({
      type: 'tablecell',
      headerState,
      children: [paragraph(value)],
    })
    const rows = [
      { type: 'tablerow', children: [cell('h', 1)] },
      { type: 'tablerow', children: [cell('d', 0)] },
    ]
    const { html } = render({ type: 'table', children: rows })
    expect(html).toContain('<thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td>d</td></tr></tbody>')
    expect(html).toContain('class="scroll"')
  })

  it('gives each table a name of its own', () => {
    const table: RichTextNode = { type: 'table', children: [] }
    expect([...render(table, table).html.matchAll(/aria-label="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Table 1',
      'Table 2',
    ])
  })

  it('colours code by class and loses no character', async () => {
    const highlight = await createHighlight({ languages: ['javascript', 'no-such-language'] })
    const code = 'const a = "<b>" // & more\n\nlet b'
    const html = highlight({ code, language: 'JavaScript' })
    expect(html).toContain('<i class="s">')
    expect(html).not.toContain('style=')
    const words = html.replace(/<\/?i[^>]*>/g, '')
    expect(words).toBe(escapeHtml(code))
    expect(highlight({ code: '<x>', language: 'no-such-language' })).toBe('&lt;x&gt;')
  })
})

describe('safeUrl', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'lesson:../../admin',
    'file:///etc/passwd',
    'https://',
    '',
  ])('refuses %j', (url) => {
    expect(safeUrl({ url, targets })).toBeNull()
  })

  it.each(['https://example.org/a?b=c', 'http://example.org', 'mailto:a@example.org', '#part', '/media/x.pdf'])(
    'allows %j',
    (url) => {
      expect(safeUrl({ url, targets })).toBe(url)
    },
  )
})

describe('sanitizeHtml', () => {
  it.each([
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<script>alert(1)</script>a', 'a'],
    ['<script>alert(1)', ''],
    ['<iframe src="https://evil.example"></iframe>a', 'a'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="&#106;avascript:alert(1)">a</a>', '<a>a</a>'],
    ['<img src=x onerror=alert(1)>', '<img>'],
    ['<svg><style><img src=x></style></svg>b', 'b'],
    ['<scr<script>ipt>alert(1)</script>', '&lt;scr'],
    ['<details open><summary>s</summary>t</details>', '<details open><summary>s</summary>t</details>'],
    ['<b>left open', '<b>left open</b>'],
    ['</div></div>a', 'a'],
    ['a < b &amp; c', 'a &lt; b &amp; c'],
    ['<p title="a>b">x</p>', '<p>x</p>'],
    ['<p style="position:fixed">x</p>', '<p>x</p>'],
  ])('%j becomes %j', (html, expected) => {
    expect(sanitizeHtml({ html, targets })).toBe(expected)
  })
})

function inline(fields: Record<string, unknown>): RichTextNode {
  return { type: 'inlineBlock', fields }
}

function note(fields: Record<string, unknown>): RichTextNode {
  return inline({ blockType: 'footnote', ...fields })
}

function paragraphOf(...children: RichTextNode[]): RichTextNode {
  return { type: 'paragraph', children }
}
