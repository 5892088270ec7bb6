import type { Locale } from '@lectern/content-schemas'
import type { QuestionReview } from '@lectern/kernel/site'
import { Html, HtmlBlock } from './Html.tsx'
import { WholeReview } from './Review.tsx'
import { findRow, RowReview } from './RowReview.tsx'
import type { RowChoice } from './rowChoices.ts'
import type { RowsView } from './rowsSchema.ts'
import { wordsFor } from './words.ts'
import './table.css'

type RowsTableProps = {
  id: string
  kind: 'radio' | 'checkbox'
  legend: string
  view: RowsView
  chosen: RowChoice[]
  locked: boolean
  locale: Locale
  review: QuestionReview | null
  onToggle: (choice: RowChoice, checked: boolean) => void
  onClear: () => void
}

/** A table with more columns stands stacked on every screen: a column is a finger wide and has to hold its name. */
const mostColumns = 7

/**
 * Rows by columns as native radio buttons or checkboxes. Each is named by its row and its column; where the table does not
 * fit, the cells stand below their row and show the column's name.
 */
export function RowsTable(props: RowsTableProps) {
  const { id, legend, view, chosen, locked, locale, review, onClear } = props
  return (
    <div className="q q-matrix">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
      <fieldset className="q-field q-table-field" aria-describedby={`${id}-stem`} disabled={locked}>
        <legend className="q-legend">{legend}</legend>
        <table className={view.options.length > mostColumns ? 'q-table' : 'q-table q-table-wide'}>
          <thead>
            <tr>
              <td />
              {view.options.map((option) => (
                <th key={option.id} scope="col">
                  {option.text}
                </th>
              ))}
            </tr>
          </thead>
          {view.rows.map((row) => (
            <TableRow key={row.id} {...props} row={row} />
          ))}
        </table>
      </fieldset>
      {!locked && chosen.length > 0 ? (
        <button type="button" className="q-clear" onClick={onClear}>
          {wordsFor(locale).clear}
        </button>
      ) : null}
      <WholeReview review={review} locale={locale} />
    </div>
  )
}

function TableRow(props: RowsTableProps & { row: RowsView['rows'][number] }) {
  const { id, kind, view, row, chosen, locked, locale, review, onToggle } = props
  const name = `${id}-${row.id}`
  const found = findRow({ row: row.id, review })
  return (
    <tbody>
      <tr>
        <th scope="row" id={`${name}-text`}>
          <Html className="q-row-html" html={row.html} />
        </th>
        {view.options.map((option) => {
          const control = `${name}-${option.id}`
          const checked = chosen.some((choice) => choice.row === row.id && choice.option === option.id)
          return (
            <td key={option.id}>
              <label className={checked ? 'q-cell q-cell-chosen' : 'q-cell'} htmlFor={control}>
                <input
                  className="q-control"
                  type={kind}
                  id={control}
                  name={name}
                  value={option.id}
                  checked={checked}
                  disabled={locked}
                  aria-labelledby={`${name}-text ${control}-text`}
                  aria-describedby={found ? `${name}-review` : undefined}
                  onChange={(event) => onToggle({ row: row.id, option: option.id }, event.currentTarget.checked)}
                />
                <span className="q-cell-text" id={`${control}-text`}>
                  {option.text}
                </span>
              </label>
            </td>
          )
        })}
      </tr>
      {found ? (
        <tr className="q-table-review">
          <td colSpan={view.options.length + 1}>
            <RowReview id={`${name}-review`} found={found} locale={locale} />
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}
