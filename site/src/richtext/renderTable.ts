import type { RichTextNode } from '@lectern/content-schemas'
import { escapeHtml } from './escapeHtml.ts'
import type { RenderState } from './renderState.ts'

/** A table in a wrapper that scrolls by itself and can be reached by keyboard, so that the page never scrolls sideways. */
export function renderTable(node: RichTextNode, state: RenderState): string {
  const rows = (node.children ?? []).filter((row) => row.type === 'tablerow')
  const isHeader = (row: RichTextNode): boolean => {
    const cells = row.children ?? []
    return cells.length > 0 && cells.every((cell) => headerState(cell) & 1)
  }
  const bodyStart = rows.findIndex((row) => !isHeader(row))
  const headRows = bodyStart === -1 ? [] : rows.slice(0, bodyStart)
  const head = headRows.map((row) => renderRow({ row, state, head: true })).join('')
  const body = rows.slice(headRows.length).map((row) => renderRow({ row, state, head: false }))
  const label = escapeHtml(`${state.context.messages.table} ${state.nextTable()}`)
  const thead = head === '' ? '' : `<thead>${head}</thead>`
  // biome-ignore format: one line of HTML
  return `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>${thead}<tbody>${body.join('')}</tbody></table></div>`
}

/** Lexical: 0 plain, 1 header of a column (in a row), 2 header of a row, 3 both. */
function headerState(cell: RichTextNode): number {
  return typeof cell.headerState === 'number' ? cell.headerState : 0
}

function renderRow({ row, state, head }: { row: RichTextNode; state: RenderState; head: boolean }): string {
  const cells = (row.children ?? []).map((cell) => {
    const content = renderCell(cell, state)
    // An empty corner is no header of anything.
    const isHeader = headerState(cell) > 0 && content !== ''
    const tag = isHeader ? 'th' : 'td'
    const scope = isHeader ? ` scope="${head ? 'col' : 'row'}"` : ''
    return `<${tag}${scope}${span(cell, 'colSpan')}${span(cell, 'rowSpan')}>${content}</${tag}>`
  })
  return `<tr>${cells.join('')}</tr>`
}

/** A single paragraph needs no paragraph element of its own in a cell. */
function renderCell(cell: RichTextNode, state: RenderState): string {
  const [only, ...others] = cell.children ?? []
  return only?.type === 'paragraph' && others.length === 0 ? state.children(only) : state.children(cell)
}

function span(cell: RichTextNode, name: 'colSpan' | 'rowSpan'): string {
  const value = cell[name]
  return typeof value === 'number' && value > 1 ? ` ${name.toLowerCase()}="${Math.min(Math.trunc(value), 1000)}"` : ''
}
