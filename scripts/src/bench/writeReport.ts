import { readFileSync, writeFileSync } from 'node:fs'

const end = '<!-- end of results -->'

/** Replaces what stands between the two marks of the page; `command` is what writes it. Throws when the page has not got them. */
export function writeReport({ path, command, text }: { path: string; command: string; text: string }): void {
  const begin = `<!-- results: written by ${command} -->`
  const page = readFileSync(path, 'utf8')
  const [before, rest] = page.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`${path} has lost the marks between which the results stand.`)
  writeFileSync(path, `${before}${begin}\n\n${text}\n${end}${after}`)
}
