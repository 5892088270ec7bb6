import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapNodeSchema, gapsIn } from './gapNodes.ts'
import { markersOf, renderGapText } from './gapText.ts'

const render = (text: string) =>
  renderGapText({ text, gapOf: ({ name, occurrence }) => (name === 'none' ? undefined : `${name}#${occurrence}`) })

describe('renderGapText', () => {
  it.each([
    ['a [[1]] b', [{ html: 'a ' }, { gap: '1#0' }, { html: ' b' }]],
    ['[[1]][[1]]', [{ gap: '1#0' }, { gap: '1#1' }]],
    ['**[[x]]** & *y*', [{ tag: 'strong', children: [{ gap: 'x#0' }] }, { html: ' &amp; <em>y</em>' }]],
    ['`f([[1]])`', [{ tag: 'code', children: [{ html: 'f(' }, { gap: '1#0' }, { html: ')' }] }]],
    ['\\[[1]] [[none]] [[a b]]', [{ html: '[[1]] [[none]] [[a b]]' }]],
    ['[see [[1]]](https://example.org)', [{ tag: 'span', children: [{ html: 'see ' }, { gap: '1#0' }] }]],
    ['<b>[[1]]</b>', [{ html: '&lt;b&gt;' }, { gap: '1#0' }, { html: '&lt;/b&gt;' }]],
    ['\ue0000\ue001', [{ html: '0' }]],
  ])('%s', (text, nodes) => {
    expect(render(text)).toEqual(nodes)
  })

  it('keeps paragraphs, lists and tables around their gaps', () => {
    expect(render('one\n\n- a [[1]]\n- b')).toEqual([
      { html: '<p>one</p>\n' },
      { tag: 'ul', children: [{ tag: 'li', children: [{ html: 'a ' }, { gap: '1#0' }] }, { html: '\n<li>b</li>\n' }] },
    ])
    expect(gapsIn(render('| a | b |\n|---|---|\n| [[1]] | [[2]] |'))).toEqual(['1#0', '2#0'])
  })

  it('shows whatever is written as nodes of the view, each gap at most once, without scripts', () => {
    const word = fc.constantFrom(
      '[[1]]',
      '[[2]]',
      '**',
      '`',
      '\n\n',
      '> ',
      '- ',
      '| ',
      '<script>',
      '![[[1]]](x "[[2]]")',
      '](y)',
      'text',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const nodes = render(words.join(''))
        const gaps = gapsIn(nodes)
        expect(gaps.length).toBe(new Set(gaps).size)
        expect(nodes.map((node) => gapNodeSchema.parse(node))).toEqual(nodes)
        expect(JSON.stringify(nodes)).not.toContain('<script')
        expect(JSON.stringify(nodes)).not.toMatch(/[\ue000\ue001]/)
      }),
      { numRuns: 300 },
    )
  })

  it('does not nest without end', () => {
    expect(gapsIn(render(`${'> '.repeat(300)}[[1]]`))).toEqual(['1#0'])
  })
})

describe('markersOf', () => {
  it('names the markers in order, with repetitions', () => {
    expect(markersOf('[[b]] [[a]] \\[[c]] [[b]] [[столица]] [d]')).toEqual(['b', 'a', 'b', 'столица'])
  })
})
