import type { Locale } from '@lectern/content-schemas'
import type { QuestionRendererProps } from '@lectern/kernel/site'
import { Html, HtmlBlock } from './Html.tsx'
import { WholeReview } from './Review.tsx'
import { findRow, RowReview } from './RowReview.tsx'
import { optionByRow, type RowChoices, withRowChoice } from './rowChoices.ts'
import './rows.css'

type SelectRowsProps = Pick<
  QuestionRendererProps<unknown, RowChoices>,
  'id' | 'response' | 'onChange' | 'disabled' | 'review'
> & {
  locale: Locale
  stem: string
  legend: string
  /** What a row without an option says. */
  empty: string
  rows: { id: string; html: string }[]
  options: { id: string; text: string }[]
}

/** Rows with one native select each, the review of a row below it. */
export function SelectRows(props: SelectRowsProps) {
  const { id, locale, stem, legend, empty, rows, options, response, onChange, disabled, review } = props
  const locked = disabled || review !== null
  const chosen = optionByRow(response ?? { choices: [] })
  return (
    <div className="q q-rows">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={stem} />
      <fieldset className="q-field" aria-describedby={`${id}-stem`} disabled={locked}>
        <legend className="q-legend">{legend}</legend>
        {rows.map((row) => {
          const control = `${id}-${row.id}`
          const found = findRow({ row: row.id, review })
          return (
            <div key={row.id} className="q-row">
              <label className="q-row-text" htmlFor={control}>
                <Html className="q-row-html" html={row.html} />
              </label>
              <select
                className="q-control q-row-select"
                id={control}
                name={control}
                value={chosen.get(row.id) ?? ''}
                disabled={locked}
                aria-describedby={found ? `${control}-review` : undefined}
                onChange={(event) => onChange(withRowChoice({ response, row: row.id, option: event.currentTarget.value }))}
              >
                <option value="">{empty}</option>
                {options.map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.text}
                  </option>
                ))}
              </select>
              <RowReview id={`${control}-review`} found={found} locale={locale} />
            </div>
          )
        })}
      </fieldset>
      <WholeReview review={review} locale={locale} />
    </div>
  )
}
