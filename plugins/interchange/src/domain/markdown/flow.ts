import type { RichTextNode } from '@lectern/content-schemas'
import type { Blockquote, Code, List, ListItem, RootContent, Table } from 'mdast'
import { readAlert } from './alert.ts'
import { asParagraph } from './asParagraph.ts'
import type { ReadContext } from './context.ts'
import { maxNesting } from './depth.ts'
import { convertFormulaBlock } from './formula.ts'
import { convertHtmlBlock } from './htmlBlock.ts'
import { toInlineNodes } from './inline.ts'
import {
  blockNode,
  headingNode,
  linebreakNode,
  listItemNode,
  listNode,
  paragraphNode,
  quoteNode,
  rootNode,
  ruleNode,
  tableCellNode,
  tableNode,
  tableRowNode,
} from './nodes.ts'
import { normalizeInline } from './normalizeInline.ts'
import { splitAtDoubleBreaks } from './splitAtDoubleBreaks.ts'
import { guardDepth } from './tooDeep.ts'

/** Blocks of the document, of a quote, an item, a footnote: paragraphs stay paragraphs. */
export function toFlowNodes(nodes: readonly RootContent[], context: ReadContext, depth: number): RichTextNode[] {
  guardDepth(depth, maxNesting + 10)
  return nodes.flatMap((node) => toFlow(node, context, depth))
}

function toFlow(node: RootContent, context: ReadContext, depth: number): RichTextNode[] {
  switch (node.type) {
    case 'paragraph':
      return asParagraph(toInlineNodes(node.children, context))
    case 'heading': {
      const children = toInlineNodes(node.children, context)
      return children.length === 0 ? [] : [headingNode({ level: node.depth, children })]
    }
    case 'thematicBreak':
      return [ruleNode()]
    case 'code':
      return [codeBlock(node, context)]
    case 'html':
      return convertHtmlBlock(node, context)
    case 'blockquote':
      return convertQuote(node, context, depth)
    case 'list':
      return [convertList(node, context, depth)]
    case 'table':
      return [convertTable(node, context)]
    case 'math':
      return convertFormulaBlock(node, context)
    default:
      return []
  }
}

function codeBlock(node: Code, context: ReadContext): RichTextNode {
  return blockNode({
    id: context.idFor(`code ${node.value}`),
    blockType: 'code',
    ...(node.lang ? { language: node.lang } : {}),
    ...(node.meta ? { meta: node.meta } : {}),
    code: node.value,
  })
}

function convertQuote(node: Blockquote, context: ReadContext, depth: number): RichTextNode[] {
  const alert = readAlert(node, context.source)
  if (alert) {
    const id = context.idFor(`callout ${alert.kind}`)
    const content = rootNode(toFlowNodes(alert.children, context, depth + 1))
    const title = alert.title ? { title: alert.title } : {}
    return [blockNode({ id, blockType: 'callout', kind: alert.kind, ...title, content })]
  }
  const children = joinParagraphs(toFlowNodes(node.children, context, depth + 1))
  return children.length === 0 ? [] : [quoteNode(children)]
}

function convertList(node: List, context: ReadContext, depth: number): RichTextNode {
  const start = node.ordered ? (node.start ?? 1) : 1
  const items = node.children.map((item, index) => convertItem({ item, value: start + index, context, depth: depth + 1 }))
  const hasChecks = items.some((item) => item.checked !== undefined)
  const listType = node.ordered ? 'number' : hasChecks ? 'check' : 'bullet'
  return listNode({ listType, start, children: items })
}

function convertItem({
  item,
  value,
  context,
  depth,
}: {
  item: ListItem
  value: number
  context: ReadContext
  depth: number
}): RichTextNode {
  const flow = toFlowNodes(item.children, context, depth + 1)
  const startsWithText = flow[0]?.type === 'paragraph' && item.children[0]?.type === 'paragraph'
  const checked = typeof item.checked === 'boolean' && startsWithText ? item.checked : undefined
  return listItemNode({ value, checked, children: joinParagraphs(flow) })
}

/** Lexical's quotes and items hold running text directly: paragraphs that meet are parted by two line breaks. */
function joinParagraphs(flow: RichTextNode[]): RichTextNode[] {
  const result: RichTextNode[] = []
  let previousWasText = false
  for (const node of flow.flatMap(splitParagraph)) {
    const isText = node.type === 'paragraph'
    if (isText && previousWasText) result.push(linebreakNode(), linebreakNode())
    if (isText) result.push(...(node.children ?? []))
    else result.push(node)
    previousWasText = isText
  }
  return result
}

function splitParagraph(node: RichTextNode): RichTextNode[] {
  if (node.type !== 'paragraph') return [node]
  return splitAtDoubleBreaks(node.children ?? []).flatMap((part) => asParagraph(normalizeInline(part)))
}

function convertTable(node: Table, context: ReadContext): RichTextNode {
  const columns = Math.max(...node.children.map((row) => row.children.length))
  const rows = node.children.map((row, rowIndex) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const children = toInlineNodes(row.children[column]?.children ?? [], context)
      const paragraph = paragraphNode({ children, align: node.align?.[column] ?? '' })
      return tableCellNode({ header: rowIndex === 0, children: [paragraph] })
    })
    return tableRowNode(cells)
  })
  return tableNode(rows)
}
