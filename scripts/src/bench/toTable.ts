import { type Figure, isMet, type Row, type Unit } from './measurement.ts'

const header = ['Measured', 'On what, and what is included', 'Result', 'Target', 'Elsewhere']

/** The rows as a Markdown table. A missed target is said in bold. */
export function toTable(rows: Row[]): string {
  const lines = [header, header.map(() => '---'), ...rows.map(toCells)]
  return `${lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')}\n`
}

function toCells(row: Row): string[] {
  const start = [row.what, row.on]
  if ('skipped' in row) return [...start, `skipped: ${row.skipped}`, '', row.peer ?? '']
  const results = row.figures.map((figure) => {
    const text = named({ figure, text: amount(figure) })
    return isMet(figure) ? text : `**${text} (missed)**`
  })
  const targets = row.figures.flatMap((figure) => toTarget(figure) ?? [])
  return [...start, results.join('<br>'), targets.join('<br>'), row.peer ?? '']
}

function toTarget(figure: Figure): string | null {
  const { target, unit } = figure
  if (!target) return null
  const [sign, value] = 'atMost' in target ? ['≤', target.atMost] : ['≥', target.atLeast]
  return named({ figure, text: `${sign} ${amount({ value, unit })}` })
}

function named({ figure, text }: { figure: Figure; text: string }): string {
  return figure.text ? `${figure.text} ${text}` : text
}

function amount({ value, unit }: { value: number; unit: Unit }): string {
  const text = toDigits(value)
  if (unit === '' || unit === 'statements') return text
  return unit === '/s' ? `${text}/s` : `${text} ${unit}`
}

/** Three digits that mean something. */
function toDigits(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
