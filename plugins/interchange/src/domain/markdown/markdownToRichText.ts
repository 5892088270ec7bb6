import { failure, type Result, success } from '@lectern/content-schemas'
import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast'
import { type Extension, fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { gfm } from 'micromark-extension-gfm'
import { math } from 'micromark-extension-math'
import { createReadContext, type ReadContext } from './context.ts'
import { isTooDeep, maxNesting } from './depth.ts'
import { dollarFormula } from './dollarFormula.ts'
import { toFlowNodes } from './flow.ts'
import { convertUnused, createFootnotes } from './footnotes.ts'
import { hasTooManyMarks, maxMarks } from './marks.ts'
import { rootNode } from './nodes.ts'
import { TooDeepError } from './tooDeep.ts'
import type { MarkdownDocument, MarkdownInput } from './types.ts'

/** Bytes of UTF-8. */
export const maxMarkdownBytes = 5 * 1024 * 1024

const micromarkExtensions = [gfm(), math({ singleDollarTextMath: false }), dollarFormula()]
const mdastExtensions = [...withoutTransforms(gfmFromMarkdown()), mathFromMarkdown()]

/**
 * Markdown (CommonMark, GFM with footnotes, formulas, GitHub alerts, lectern markers) as the rich text that the CMS stores. The same input gives
 * the same output, ids included. Writing the result with `richTextToMarkdown` and reading it again gives an equal tree.
 * Failures: MARKDOWN_TOO_LARGE (over 5 MB), MARKDOWN_TOO_DEEP (quotes, lists or emphasis nest over 100 deep),
 * MARKDOWN_TOO_COMPLEX (a paragraph with over 10,000 marks).
 * Problems are warnings: HTML_REMOVED, URL_UNSAFE, LINK_EMPTY, MARKER_INVALID, MARKER_INLINE, FOOTNOTE_EMPTY, FOOTNOTE_NESTED,
 * FOOTNOTE_UNUSED, FOOTNOTE_DUPLICATE, FORMULA_INVALID, FORMULA_TOO_LONG, FORMULA_EMPTY, FORMULA_UNCLOSED.
 */
export function markdownToRichText(input: MarkdownInput): Result<MarkdownDocument> {
  const { markdown } = input
  if (markdown.length > maxMarkdownBytes || Buffer.byteLength(markdown) > maxMarkdownBytes) {
    return failure({ code: 'MARKDOWN_TOO_LARGE', message: `The text is larger than ${maxMarkdownBytes} bytes.` })
  }
  const tooDeep = failure({ code: 'MARKDOWN_TOO_DEEP', message: `The text nests more than ${maxNesting} levels deep.` })
  if (isTooDeep(markdown)) return tooDeep
  if (hasTooManyMarks(markdown)) {
    return failure({ code: 'MARKDOWN_TOO_COMPLEX', message: `A paragraph has more than ${maxMarks} marks of emphasis or links.` })
  }
  const tree = parseMarkdown(markdown)
  const { definitions, footnotes } = collectDefinitions(tree)
  const context: ReadContext = createReadContext({
    input,
    definitions,
    footnotes: createFootnotes(footnotes),
    toFlow: (nodes) => toFlowNodes(nodes, context, 0),
  })
  try {
    const body = toFlowNodes(tree.children, context, 0)
    const unused = convertUnused(context)
    const richText = rootNode([...body, ...unused])
    const { problems, links, images } = context
    return success({ richText, problems, links, images })
  } catch (error) {
    if (error instanceof TooDeepError) return tooDeep
    throw error
  }
}

export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: micromarkExtensions, mdastExtensions })
}

/**
 * The tokenizer already finds literal addresses; the transform that mdast-util-gfm adds finds them in escaped text too,
 * so that a text with an escaped address could not be written back.
 */
function withoutTransforms(extensions: Extension[]): Extension[] {
  return extensions.map(({ transforms, ...extension }) => extension)
}

/** Definitions of links and of footnotes, wherever they stand. */
function collectDefinitions(tree: Root): { definitions: ReadonlyMap<string, Definition>; footnotes: FootnoteDefinition[] } {
  const definitions = new Map<string, Definition>()
  const footnotes: FootnoteDefinition[] = []
  const open: RootContent[] = [...tree.children].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'footnoteDefinition') footnotes.push(node)
    if (node.type === 'definition') {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
    } else if ('children' in node && node.type !== 'paragraph' && node.type !== 'table') {
      for (const child of [...node.children].reverse()) open.push(child)
    }
  }
  return { definitions, footnotes }
}
