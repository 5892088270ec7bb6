/** Marks in one paragraph; the parser's time grows with their square. */
export const maxMarks = 10_000

/** Counts `*`, `_`, `~`, `[`, `<` and backticks per run of lines that are not blank, fenced code left out. Linear. */
export function hasTooManyMarks(markdown: string): boolean {
  let marks = 0
  let fence = ''
  let start = 0
  while (start < markdown.length) {
    const end = markdown.indexOf('\n', start)
    const stop = end === -1 ? markdown.length : end
    const head = markdown.slice(start, Math.min(stop, start + 200)).trimStart()
    const mark = /^(?:```|~~~)/.exec(head)?.[0] ?? ''
    if (fence === '' && mark !== '') fence = mark
    else if (fence !== '' && mark === fence) fence = ''
    else if (head === '') marks = 0
    else if (fence === '') {
      for (let index = start; index < stop; index += 1) {
        if ('*_~[<`'.includes(markdown.charAt(index))) marks += 1
      }
      if (marks > maxMarks) return true
    }
    start = stop + 1
  }
  return false
}
