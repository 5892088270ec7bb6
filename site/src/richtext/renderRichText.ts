import type { RichText, RichTextNode } from '@lectern/content-schemas'
import { textFormat } from '@lectern/content-schemas/richtext'
import type { RichTextContext, TocEntry } from './context.ts'
import { createSlugger } from './createSlugger.ts'
import { escapeHtml } from './escapeHtml.ts'
import { renderBlock } from './renderBlock.ts'
import { renderNoteList, withNotes } from './renderFootnotes.ts'
import { renderMedia } from './renderMedia.ts'
import { type RenderState, unknownNotice } from './renderState.ts'
import { renderTable } from './renderTable.ts'
import { isExternal, safeUrl } from './safeUrl.ts'

export type RenderedText = { html: string; contents: TocEntry[] }

/**
 * Lexical document → HTML. Pure: all text is escaped, addresses are checked, and a node that is not known becomes a small
 * visible notice. Headings start at level 2, because the page's title is the first level.
 */
export function renderRichText({ richText, context }: { richText: RichText; context: RichTextContext }): RenderedText {
  let tables = 0
  const state: RenderState = {
    context,
    nextTable: () => ++tables,
    slug: createSlugger(),
    contents: [],
    nested: false,
    notes: { open: [], all: [], numbers: new Map(), inside: false },
    children: (node) => (node.children ?? []).map((child) => renderNode(child, state)).join(''),
  }
  const blocks = (richText.root.children ?? []).map((node) => withNotes({ html: renderNode(node, state), state }))
  return { html: blocks.join('') + renderNoteList(state), contents: state.contents }
}

function renderNode(node: RichTextNode, state: RenderState): string {
  switch (node.type) {
    case 'root':
      return state.children(node)
    case 'paragraph': {
      const inner = state.children(node)
      return inner === '' ? '' : `<p>${inner}</p>`
    }
    case 'text':
      return renderText(node)
    case 'linebreak':
      return '<br>'
    case 'tab':
      return '\t'
    case 'heading':
      return renderHeading(node, state)
    case 'list':
      return renderList(node, state)
    case 'listitem':
      return `<li>${renderFlow(node.children ?? [], state)}</li>`
    case 'quote':
      return `<blockquote>${renderFlow(node.children ?? [], state, { wrapSingle: true })}</blockquote>`
    case 'link':
    case 'autolink':
      return renderLink(node, state)
    case 'horizontalrule':
      return '<hr>'
    case 'table':
      return renderTable(node, state)
    case 'block':
    case 'inlineBlock':
      return renderBlock(node, state)
    case 'upload':
      return renderMedia({ mediaRef: node.mediaRef ?? node.value, state })
    default:
      return `${unknownNotice(node.type, state.context)}${state.children(node)}`
  }
}

/** Innermost first: code is the innermost, so that its font is not lost. */
const formatTags: readonly (readonly [number, string])[] = [
  [textFormat.code, 'code'],
  [textFormat.subscript, 'sub'],
  [textFormat.superscript, 'sup'],
  [textFormat.bold, 'strong'],
  [textFormat.italic, 'em'],
  [textFormat.underline, 'u'],
  [textFormat.strikethrough, 's'],
  [textFormat.highlight, 'mark'],
]

function renderText(node: RichTextNode): string {
  const html = escapeHtml(node.text ?? '')
  const format = typeof node.format === 'number' ? node.format : 0
  if (format === 0 || html === '') return html
  return formatTags.reduce((inner, [bit, tag]) => (format & bit ? `<${tag}>${inner}</${tag}>` : inner), html)
}

function renderHeading(node: RichTextNode, state: RenderState): string {
  const inner = state.children(node)
  const text = plainText(node).trim()
  if (text === '') return ''
  const wanted = Number(/^h([1-6])$/.exec(String(node.tag))?.[1] ?? 2)
  const level = Math.max(2, wanted)
  const id = state.slug(text)
  if (!state.nested && (level === 2 || level === 3)) state.contents.push({ id, text, level })
  return `<h${level} id="${escapeHtml(id)}">${inner}</h${level}>`
}

function renderList(node: RichTextNode, state: RenderState): string {
  if (node.listType === 'check') {
    const items = (node.children ?? []).map((item) => {
      const done = item.checked === true
      const word = done ? state.context.messages.done : state.context.messages.notDone
      const box = `<span class="box" role="img" aria-label="${escapeHtml(word)}">${done ? '✓' : ''}</span>`
      return `<li>${box}<div>${renderFlow(item.children ?? [], state)}</div></li>`
    })
    return `<ul class="checks">${items.join('')}</ul>`
  }
  if (node.listType !== 'number') return `<ul>${renderItems(node, state)}</ul>`
  const start = typeof node.start === 'number' && node.start !== 1 ? ` start="${Math.trunc(node.start)}"` : ''
  return `<ol${start}>${renderItems(node, state)}</ol>`
}

/** Lexical keeps a nested list in an item of its own after the item it belongs to; HTML wants it inside that item. */
function renderItems(node: RichTextNode, state: RenderState): string {
  const items: string[] = []
  for (const item of node.children ?? []) {
    const inner = renderFlow(item.children ?? [], state)
    const onlyLists = (item.children ?? []).length > 0 && (item.children ?? []).every((child) => child.type === 'list')
    const previous = items.at(-1)
    if (onlyLists && previous !== undefined) items[items.length - 1] = previous + inner
    else items.push(inner)
  }
  return items.map((inner) => `<li>${inner}</li>`).join('')
}

function renderLink(node: RichTextNode, state: RenderState): string {
  const inner = state.children(node)
  const raw = node.fields?.url ?? node.url
  const url = typeof raw === 'string' ? safeUrl({ url: raw, targets: state.context }) : null
  if (url === null) return inner
  const title =
    typeof node.fields?.title === 'string' && node.fields.title !== '' ? ` title="${escapeHtml(node.fields.title)}"` : ''
  if (!isExternal(url)) return `<a href="${escapeHtml(url)}"${title}>${inner}</a>`
  const target = node.fields?.newTab === true ? ' target="_blank"' : ''
  const hint = target ? `<span class="hidden"> (${escapeHtml(state.context.messages.newTab)})</span>` : ''
  return `<a href="${escapeHtml(url)}" rel="noopener"${target}${title}>${inner}${hint}</a>`
}

const blockTypes = new Set(['paragraph', 'heading', 'list', 'quote', 'table', 'block', 'horizontalrule', 'upload'])

/**
 * What stands in a list item or a quote: text, with blocks beside it, and two line breaks where a paragraph ends. A single
 * run of text stays bare, as HTML's lists like it, unless `wrapSingle`.
 */
function renderFlow(nodes: RichTextNode[], state: RenderState, { wrapSingle = false } = {}): string {
  const parts: { inline: boolean; nodes: RichTextNode[] }[] = []
  for (const [index, node] of nodes.entries()) {
    const last = parts.at(-1)
    const inline = !blockTypes.has(node.type)
    const endsParagraph = node.type === 'linebreak' && nodes[index - 1]?.type === 'linebreak' && last?.inline === true
    if (endsParagraph) {
      last.nodes.pop()
      parts.push({ inline: true, nodes: [] })
    } else if (inline && last?.inline) last.nodes.push(node)
    else parts.push({ inline, nodes: [node] })
  }
  const filled = parts.filter((part) => part.nodes.length > 0)
  const wrap = wrapSingle || filled.filter((part) => part.inline).length > 1
  return filled
    .map((part) => ({ ...part, html: part.nodes.map((node) => renderNode(node, state)).join('') }))
    .map(({ inline, html }) => (inline && wrap ? `<p>${html}</p>` : html))
    .join('')
}

/** The words of a node without marks, for ids, contents and excerpts. */
export function plainText(node: RichTextNode): string {
  if (node.type === 'linebreak' || node.type === 'tab') return ' '
  return (node.text ?? '') + (node.children ?? []).map(plainText).join('')
}
