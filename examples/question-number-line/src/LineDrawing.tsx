import type { Locale } from '@lectern/content-schemas'
import { formatPlace } from './line.ts'
import type { NumberLineView } from './schema.ts'

/** Units of the drawing. The line begins and ends `edge` from the sides, so that its first and last number have room. */
const width = 600
const edge = 30
const height = 84
const lineAt = 40

type LineDrawingProps = {
  view: Pick<NumberLineView, 'min' | 'max' | 'labels'>
  locale: Locale
  value: number | null
  /** Where the point belongs, once that may be seen. */
  answer: number | null
}

/** The line with its numbers and the point. Everything in it is said in words beside it, so it is hidden from readers of the page. */
export function LineDrawing({ view: { min, max, labels }, locale, value, answer }: LineDrawingProps) {
  const x = (place: number): number => edge + ((place - min) / (max - min)) * (width - 2 * edge)
  return (
    <svg className="q-line-drawing" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <path className="q-line-axis" d={`M${edge} ${lineAt}H${width - edge}`} />
      {labels.map((label) => (
        <g key={label}>
          <path className="q-line-tick" d={`M${x(label)} ${lineAt - 9}v18`} />
          <text className="q-line-label" x={x(label)} y={lineAt + 34} textAnchor="middle">
            {formatPlace({ value: label, unit: '', locale })}
          </text>
        </g>
      ))}
      {answer === null ? null : <circle className="q-line-answer" cx={x(answer)} cy={lineAt} r="13" />}
      {value === null ? null : <path className="q-line-point" d={`M${x(value)} ${lineAt - 3}l-10 -20q10 -12 20 0z`} />}
    </svg>
  )
}
