/** Containers (quotes, lists) nest at most this deep; the parser's cost grows with lines × depth. */
export const maxNesting = 100

/**
 * Tells whether quotes and lists nest more than `maxNesting` deep, from the line prefixes alone and in linear time, so
 * that a bomb never reaches the parser. It may overestimate inside code, never by much.
 */
export function isTooDeep(markdown: string): boolean {
  /** Columns of the list markers that are open. */
  let open: number[] = []
  let index = 0
  while (index < markdown.length) {
    const end = markdown.indexOf('\n', index)
    const stop = end === -1 ? markdown.length : end
    const line = readPrefix(markdown, index, stop)
    if (!line.blank) {
      open = open.filter((column) => column < line.indent)
      open.push(...line.markers)
      if (line.quotes + open.length > maxNesting) return true
    }
    index = stop + 1
  }
  return false
}

type LinePrefix = { blank: boolean; indent: number; quotes: number; markers: number[] }

function readPrefix(text: string, start: number, stop: number): LinePrefix {
  const prefix: LinePrefix = { blank: true, indent: 0, quotes: 0, markers: [] }
  let position = start
  let column = 0
  let indentKnown = false
  while (position < stop) {
    const character = text[position]
    if (character === ' ' || character === '\r') column += 1
    else if (character === '\t') column += 4 - (column % 4)
    else {
      if (!indentKnown && character !== '>') {
        prefix.indent = column
        indentKnown = true
      }
      prefix.blank = false
      const width = markerWidth(text, position, stop)
      if (character === '>') prefix.quotes += 1
      else if (width > 0) prefix.markers.push(column)
      else return prefix
      column += Math.max(width, 1)
      position += Math.max(width, 1) - 1
      if (prefix.quotes + prefix.markers.length > maxNesting) return prefix
    }
    position += 1
  }
  return prefix
}

/** Length of the list marker at `position`, 0 when there is none. */
function markerWidth(text: string, position: number, stop: number): number {
  let end = position
  while (end < stop && end - position < 9 && isDigit(text.charCodeAt(end))) end += 1
  const mark = text[end]
  const isMarker = end === position ? mark === '-' || mark === '*' || mark === '+' : mark === '.' || mark === ')'
  const next = text[end + 1]
  const isAlone = end + 1 >= stop || next === ' ' || next === '\t' || next === '\r'
  return isMarker && isAlone ? end + 1 - position : 0
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
