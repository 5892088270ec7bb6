import type { RichTextNode } from '@lectern/content-schemas'
import { describe, expect, it } from 'vitest'
import { markdownToRichText, maxMarkdownBytes } from './markdownToRichText.ts'

describe('markdownToRichText', () => {
  it('makes a block of a picture alone in its paragraph, with its link, caption and width', () => {
    expect(blocks('![a](p.png "Cap")')).toMatchObject([{ blockType: 'image', url: 'p.png', alt: 'a', caption: 'Cap' }])
    expect(blocks('[![a](p.png)](x.md)')).toMatchObject([{ blockType: 'image', url: 'p.png', href: 'x.md' }])
    expect(blocks('<p align="center"><img src="p.png" width="40"></p>')).toMatchObject([{ blockType: 'image', width: 40 }])
  })

  it('keeps a picture in running text inside its line', () => {
    const [paragraph] = nodes('before ![a](p.png) after')
    expect(paragraph?.children?.map(({ type }) => type)).toEqual(['text', 'inlineBlock', 'text'])
  })

  it('stores a medium when the resolver knows the file', () => {
    const result = markdownToRichText({ markdown: '![a](p.png)', resolveImage: () => ({ media: 'm1' }) })
    expect(result).toMatchObject({ ok: true, value: { richText: { root: { children: [{ fields: { media: 'm1' } }] } } } })
  })

  it('reads a GitHub alert as a callout, but not an escaped one', () => {
    expect(blocks('> [!WARNING]\n> Hot.\n>\n> - x')).toMatchObject([{ blockType: 'callout', kind: 'warning' }])
    expect(nodes('> \\[!WARNING]\n> Hot.')[0]?.type).toBe('quote')
  })

  it('keeps code inside a list item between its two paragraphs', () => {
    const [list] = nodes('1. one\n\n   ```py\n   x\n   ```\n\n   two\n\n   three')
    const types = list?.children?.[0]?.children?.map(({ type }) => type)
    expect(types).toEqual(['text', 'block', 'text', 'linebreak', 'linebreak', 'text'])
  })

  it('turns formatting tags into formats and keeps unknown tags as text', () => {
    expect(texts('H<sub>2</sub>O and <kbd>Ctrl</kbd>, <your key>')).toEqual(['H', '2', 'O and ', 'Ctrl', ', <your key>'])
  })

  it('drops scripts, handlers, frames and javascript addresses with a warning on the line', () => {
    const markdown =
      'a\n\n<div onclick="x()">b<script>alert(1)</script></div>\n\n<iframe src="https://x.example"></iframe>\n\n[t](javascript:alert(1)) <a href=" java\nscript:x">u</a>'
    const result = markdownToRichText({ markdown })
    if (!result.ok) throw new Error(result.error.code)
    expect(JSON.stringify(result.value.richText)).not.toMatch(/script|onclick|iframe|alert/i)
    expect(result.value.problems.map(({ code, line }) => `${code}:${line}`)).toEqual([
      'HTML_REMOVED:3',
      'HTML_REMOVED:3',
      'HTML_REMOVED:5',
      'URL_UNSAFE:7',
      'URL_UNSAFE:7',
    ])
  })

  it('reads lectern markers and drops other comments silently', () => {
    expect(blocks('<!-- lectern:test pre -->\n\n<!-- note to self -->')).toMatchObject([{ blockType: 'test', test: 'pre' }])
  })

  it('aligns the cells of a table by column and fills short rows', () => {
    const [table] = nodes('| a | b |\n| :-: | - |\n| c |')
    const cells = table?.children?.map((row) => row.children?.map((cell) => cell.children?.[0]?.format))
    expect(cells).toEqual([
      ['center', ''],
      ['center', ''],
    ])
  })

  it('gives the same ids for the same text', () => {
    expect(nodes('[a](b)\n\n```\nx\n```')).toEqual(nodes('[a](b)\n\n```\nx\n```'))
  })

  it('tells what it links to, with lines', () => {
    const result = markdownToRichText({ markdown: '\n[a](b.md)\n\n![c](d.png)' })
    expect(result).toMatchObject({ value: { links: [{ url: 'b.md', line: 2 }], images: [{ url: 'd.png', line: 4 }] } })
  })
})

describe('hostile Markdown', () => {
  it('refuses a text over the limit', () => {
    expect(markdownToRichText({ markdown: 'я'.repeat(maxMarkdownBytes / 2 + 1) })).toMatchObject({
      error: { code: 'MARKDOWN_TOO_LARGE' },
    })
  })

  it.each([
    ['quotes', '> '.repeat(20_000)],
    ['quotes without spaces', '>'.repeat(200_000)],
    ['lists on one line', '- '.repeat(20_000)],
    ['lists by indentation', Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')],
    ['emphasis', '*a '.repeat(400) + ' a*'.repeat(400)],
  ])('refuses %s nested beyond the limit', (_, markdown) => {
    expect(markdownToRichText({ markdown })).toMatchObject({ ok: false, error: { code: 'MARKDOWN_TOO_DEEP' } })
  })

  it('refuses HTML nested beyond what its parser bears', () => {
    const markdown = '<div>'.repeat(50_000)
    expect(markdownToRichText({ markdown: `${'<div>'.repeat(1_000)}` })).toMatchObject({ error: { code: 'MARKDOWN_TOO_DEEP' } })
    expect(markdownToRichText({ markdown })).toMatchObject({ ok: false })
  })

  it.each([
    ['brackets', '['.repeat(2_000_000)],
    ['emphasis marks', '*a_'.repeat(1_000_000)],
    ['tags', '<b>'.repeat(1_000_000)],
    ['code marks', Array.from({ length: 2_000 }, (_, n) => '`'.repeat(n)).join(' ')],
  ])('refuses a paragraph of a great many %s at once', (_, markdown) => {
    expect(markdownToRichText({ markdown })).toMatchObject({ ok: false, error: { code: 'MARKDOWN_TOO_COMPLEX' } })
  })

  it.each([
    ['open brackets', '['.repeat(10_000)],
    ['open pictures', '!['.repeat(10_000)],
    ['emphasis marks', '*a_'.repeat(3_000)],
    ['open tags', '<b>'.repeat(10_000)],
    ['half tags', '<a '.repeat(10_000)],
    ['open comments', '<!--'.repeat(10_000)],
    ['unclosed HTML blocks', '<div>\n\n'.repeat(20_000)],
    ['short lines', 'a\n'.repeat(50_000)],
  ])('reads many %s in bounded time', (_, markdown) => {
    const started = performance.now()
    markdownToRichText({ markdown })
    expect(performance.now() - started).toBeLessThan(8_000)
  })
})

function nodes(markdown: string): RichTextNode[] {
  const result = markdownToRichText({ markdown })
  if (!result.ok) throw new Error(result.error.code)
  return result.value.richText.root.children ?? []
}

function blocks(markdown: string): unknown[] {
  return nodes(markdown).map(({ fields }) => fields)
}

function texts(markdown: string): unknown[] {
  return nodes(markdown).flatMap((node) => (node.children ?? []).map(({ text }) => text))
}
