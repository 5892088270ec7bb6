import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { type Join, toMarkdown, type Unsafe } from 'mdast-util-to-markdown'
import type { RichTextInput } from './types.ts'
import { createWriteContext } from './writeContext.ts'
import { toRootContent } from './writeFlow.ts'

/**
 * Rich text as Markdown. Total: nodes it does not know give their children. Inverse to `markdownToRichText` on all that
 * function makes; a trailing line feed ends a text that is not empty.
 */
export function richTextToMarkdown(input: RichTextInput): string {
  const children = toRootContent(input.richText, createWriteContext(input))
  if (children.length === 0) return ''
  return toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      bulletOther: '*',
      emphasis: '_',
      strong: '*',
      fences: true,
      resourceLink: true,
      rule: '-',
      listItemIndent: 'one',
      join: [joinAlert],
      extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
      unsafe: [...literalAddresses, noteLikeLabel],
    },
  )
}

/** Beyond what the GFM extension escapes: literal addresses may go on with any character, an escaped one too. */
const literalAddresses: Unsafe[] = [
  { character: '.', before: '[Ww]{3}', inConstruct: 'phrasing' },
  { character: ':', before: '(?:[Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Xx][Mm][Pp][Pp])', inConstruct: 'phrasing' },
  { character: '@', before: '[+\\-.\\w]', inConstruct: 'phrasing' },
]

/** The text of a link that begins like the label of a footnote would be read as a reference to one. */
const noteLikeLabel: Unsafe = { character: '^', before: '\\[', inConstruct: 'phrasing' }

/** GitHub reads the text of an alert on the line right below its marker. */
const joinAlert: Join = (left, right, parent) => {
  if (parent.type !== 'blockquote' || parent.children[0] !== left || left.type !== 'paragraph') return undefined
  const first = left.children[0]
  const isMarker = first?.type === 'html' && first.value.startsWith('[!')
  return isMarker && right.type === 'paragraph' ? 0 : undefined
}
