import { renderMarkdown } from '@lectern/kernel/question'
import { type GapNode, gapTags } from './gapNodes.ts'

const markerPattern = /\\?\[\[([\p{L}\p{N}_-]{1,32})\]\]/gu
const namePattern = /^[\p{L}\p{N}_-]{1,32}$/u
/** A gap on its way through Markdown. The two characters are for private use and mean nothing to it; authors' own are taken out. */
const token = /\ue000(\d+)\ue001/g
const reserved = /[\ue000\ue001]/g
const voidTags = ['br', 'hr', 'img', 'input']
/** White space between these is no text, and React would refuse it. */
const structural = ['table', 'thead', 'tbody', 'tr', 'ul', 'ol']
/** An element deeper than this does not hold its gaps itself: its parent does. */
const maxDepth = 30

export function isMarkerName(name: string): boolean {
  return namePattern.test(name)
}

/** The names in the markers of a Markdown text, in order, with repetitions. `\[[1]]` is no marker. */
export function markersOf(text: string): string[] {
  return [...text.matchAll(markerPattern)].flatMap(([marker, name]) => (marker.startsWith('\\') || !name ? [] : [name]))
}

/**
 * Markdown with markers → nodes. `gapOf` gives the gap for the n-th marker of a name (n from 0), or undefined to show
 * the marker as text.
 */
export function renderGapText({
  text,
  gapOf,
}: {
  text: string
  gapOf: (marker: { name: string; occurrence: number }) => string | undefined
}): GapNode[] {
  const gaps: string[] = []
  const counts = new Map<string, number>()
  const markdown = text.replace(reserved, '').replace(markerPattern, (marker: string, name: string) => {
    if (marker.startsWith('\\')) return marker
    const occurrence = counts.get(name) ?? 0
    counts.set(name, occurrence + 1)
    const gap = gapOf({ name, occurrence })
    if (gap === undefined) return marker
    gaps.push(gap)
    return `\ue000${gaps.length - 1}\ue001`
  })
  return toNodes({ html: renderMarkdown(markdown), gaps })
}

type Frame = { tag: string; open: string; children: GapNode[]; hasGap: boolean }

/** The HTML is that of `renderMarkdown`: every element is closed, and `<` and `>` stand in tags only. */
function toNodes({ html, gaps }: { html: string; gaps: string[] }): GapNode[] {
  const root: Frame = { tag: '', open: '', children: [], hasGap: false }
  const stack = [root]
  const top = () => stack.at(-1) ?? root
  for (const piece of html.match(/<[^>]*>|[^<]+/g) ?? []) {
    const [, slash, tag = ''] = /^<(\/?)([a-z][a-z0-9]*)/.exec(piece) ?? []
    if (slash === undefined) addText({ frame: top(), text: piece, gaps })
    else if (slash === '' && voidTags.includes(tag)) addHtml(top(), piece.replace(token, ''))
    else if (slash === '') stack.push({ tag, open: piece.replace(token, ''), children: [], hasGap: false })
    else if (stack.length > 1) close({ frame: stack.pop() ?? root, parent: top(), depth: stack.length })
  }
  return root.children
}

function close({ frame, parent, depth }: { frame: Frame; parent: Frame; depth: number }): void {
  if (!frame.hasGap) {
    addHtml(parent, `${frame.open}${htmlOf(frame.children)}</${frame.tag}>`)
    return
  }
  parent.hasGap = true
  const children = structural.includes(frame.tag)
    ? frame.children.filter((child) => !('html' in child) || child.html.trim() !== '')
    : frame.children
  if (depth > maxDepth) parent.children.push(...children)
  else parent.children.push({ tag: gapTags.includes(frame.tag) ? frame.tag : 'span', children })
}

function addText({ frame, text, gaps }: { frame: Frame; text: string; gaps: string[] }): void {
  // A split by a pattern with one group gives text and group in turns.
  text.split(token).forEach((piece, at) => {
    const gap = at % 2 === 1 ? gaps[Number(piece)] : undefined
    if (gap === undefined) addHtml(frame, piece)
    else {
      frame.children.push({ gap })
      frame.hasGap = true
    }
  })
}

function addHtml(frame: Frame, html: string): void {
  const last = frame.children.at(-1)
  if (last && 'html' in last) last.html += html
  else if (html !== '') frame.children.push({ html })
}

function htmlOf(children: GapNode[]): string {
  return children.map((child) => ('html' in child ? child.html : '')).join('')
}
