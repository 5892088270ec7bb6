import type { PhrasingContent } from 'mdast'
import { escapeHtml } from './html.ts'
import { isKnownTag, readTag } from './tags.ts'

/** Running Markdown text as HTML, for the inside of a tag that is kept as HTML. Null when it holds what HTML would lose. */
export function phrasingToHtml(nodes: PhrasingContent[]): string | null {
  let html = ''
  for (const node of nodes) {
    const part = nodeToHtml(node)
    if (part === null) return null
    html += part
  }
  return html
}

function nodeToHtml(node: PhrasingContent): string | null {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value)
    case 'html': {
      const tag = readTag(node.value)
      if (!tag) return ''
      return isKnownTag(tag.name) ? node.value : escapeHtml(node.value)
    }
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`
    case 'break':
      return '<br>'
    case 'emphasis':
      return wrap('em', node.children)
    case 'strong':
      return wrap('strong', node.children)
    case 'delete':
      return wrap('del', node.children)
    default:
      return null
  }
}

function wrap(tag: string, children: PhrasingContent[]): string | null {
  const inner = phrasingToHtml(children)
  return inner === null ? null : `<${tag}>${inner}</${tag}>`
}
