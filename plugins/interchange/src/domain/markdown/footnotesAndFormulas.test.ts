import { describe, expect, it } from 'vitest'
import { markdownToRichText } from './markdownToRichText.ts'
import { richTextToMarkdown } from './richTextToMarkdown.ts'

describe('footnotes', () => {
  it('hold their text where they are first referred to, and their label where again', () => {
    const { nodes, codes } = read('One[^a], again[^a].\n\n[^a]: The *note*.\n')
    expect(nodes).toMatchObject([
      {
        children: [
          { text: 'One' },
          { fields: { blockType: 'footnote', label: 'a', content: { root: { children: [{ type: 'paragraph' }] } } } },
          { text: ', again' },
          { fields: { blockType: 'footnote', label: 'a' } },
          { text: '.' },
        ],
      },
    ])
    expect(nodes[0]?.children?.[3]?.fields).not.toHaveProperty('content')
    expect(codes).toEqual([])
  })

  it('are written as they were', () => {
    const markdown = 'One[^a], two[^2].\n\n[^a]: The _note_ with $x$.\n\n    More of it.\n\n[^2]: - a\n    - b\n'
    expect(write(markdown)).toBe(markdown)
  })

  it.each([
    ['a note without text', 'a[^1]\n\n[^1]:\n', 'FOOTNOTE_EMPTY', 'a[^1]'],
    ['a note that refers to itself', 'a[^1]\n\n[^1]: see [^1]\n', 'FOOTNOTE_NESTED', 'see [^1]'],
    ['one label twice', 'a[^1]\n\n[^1]: one\n\n[^1]: two\n', 'FOOTNOTE_DUPLICATE', '[^1]: two'],
    ['a note that nothing refers to', 'a\n\n[^1]: one\n', 'FOOTNOTE_UNUSED', '[^1]: one'],
  ])('%s is named and loses no word', (_, markdown, code, kept) => {
    const { nodes, codes } = read(markdown)
    expect(codes).toContain(code)
    expect(JSON.stringify(nodes)).toContain(kept)
  })

  it('stand behind a link, not in it', () => {
    expect(read('[a[^1]](b.md)\n\n[^1]: n\n').nodes).toMatchObject([
      { children: [{ type: 'link' }, { fields: { blockType: 'footnote' } }] },
    ])
  })

  it('are not made of the text of a link that begins like a label', () => {
    const markdown = 'a[^1] and [\\^1](b.md)\n\n[^1]: n\n'
    expect(write(markdown)).toBe(markdown)
  })

  it('of an editor get free labels when written', () => {
    const note = (label?: string) => ({
      type: 'inlineBlock',
      fields: {
        blockType: 'footnote',
        label,
        content: { root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: 'n' }] }] } },
      },
    })
    const richText = {
      root: { type: 'root', children: [{ type: 'paragraph', children: [note(), note('a]b'), note('x'), note('X')] }] },
    }
    expect(richTextToMarkdown({ richText })).toContain('[^1][^2][^x][^X-2]')
  })
})

describe('formulas', () => {
  it('are blocks on their own and inline in a line; prices stay prices', () => {
    const { nodes } = read('It costs $5 or $6, $n/m$ for $x$.\n\n$$\na\n+ b\n$$\n\n$$c$$\n')
    expect(nodes).toMatchObject([
      {
        children: [
          { text: 'It costs $5 or $6, ' },
          { fields: { tex: 'n/m' } },
          { text: ' for ' },
          { fields: { tex: 'x' } },
          { text: '.' },
        ],
      },
      { type: 'block', fields: { blockType: 'formula', tex: 'a\n+ b' } },
      { type: 'block', fields: { blockType: 'formula', tex: 'c' } },
    ])
  })

  it('are written as they were', () => {
    const markdown = 'Is $\\frac{a}{b} \\_$ and $\\text{\\$}5$.\n\n$$\nx = 1\n$$\n'
    expect(write(markdown)).toBe(markdown)
  })

  it.each([
    ['\\frac{', 'FORMULA_INVALID'],
    ['x'.repeat(100_000), 'FORMULA_TOO_LONG'],
    ['{'.repeat(4000), 'FORMULA_INVALID'],
    ['\\def\\a{\\a\\a}\\a', 'FORMULA_INVALID'],
  ])('that cannot be set are named with their line: %.12s', (tex, code) => {
    const result = markdownToRichText({ markdown: `first\n\nsecond $${tex}$\n` })
    expect(result).toMatchObject({ ok: true, value: { problems: [{ code, line: 3, severity: 'warning' }] } })
  })

  it('that are not closed are kept as code, with a warning', () => {
    const { nodes, codes } = read('$$\nx\n\nmore text\n')
    expect(nodes).toMatchObject([{ fields: { blockType: 'code', language: 'tex', code: 'x\n\nmore text' } }])
    expect(codes).toEqual(['FORMULA_UNCLOSED'])
  })

  it('of an editor read back although they hold dollars, bars and a last backslash', () => {
    const formula = (tex: string) => ({ type: 'inlineBlock', fields: { blockType: 'formula', tex } })
    const richText = {
      root: { type: 'root', children: [{ type: 'paragraph', children: [formula('a$b'), formula('c\\'), formula('d|e')] }] },
    }
    const again = read(richTextToMarkdown({ richText })).nodes[0]?.children ?? []
    expect(again.map(({ fields }) => fields?.tex)).toEqual(['a\\$b', 'c\\{}', 'd|e'])
  })
})

function read(markdown: string) {
  const result = markdownToRichText({ markdown })
  if (!result.ok) throw new Error(result.error.code)
  const { richText, problems } = result.value
  return { nodes: richText.root.children ?? [], codes: problems.map(({ code }) => code) }
}

function write(markdown: string): string {
  const result = markdownToRichText({ markdown })
  if (!result.ok) throw new Error(result.error.code)
  return richTextToMarkdown({ richText: result.value.richText })
}
