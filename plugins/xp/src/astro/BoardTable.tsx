import type { XpBoards } from '@lectern/content-schemas'
import { formatNumber } from '@lectern/kernel/site/formatMessage'
import type { XpWords } from './words.ts'

type Shown = NonNullable<XpBoards['shown']>

/** Ranks, names and points; the learner's own row is marked, and a row of dots stands for those left out. */
export function BoardTable({ shown, locale, words }: { shown: Shown; locale: string; words: XpWords }) {
  if (shown.rows.length === 0) return <p className="hint">{words.noPlaces}</p>
  const number = (value: number) => formatNumber({ locale, value })
  const parts = shown.gapAfter === null ? [shown.rows] : [shown.rows.slice(0, shown.gapAfter), shown.rows.slice(shown.gapAfter)]
  return (
    <table className="ledger points-ledger boards-table">
      <thead>
        <tr>
          <th scope="col" className="number">
            {words.rank}
          </th>
          <th scope="col">{words.who}</th>
          <th scope="col" className="number">
            {words.amount}
          </th>
        </tr>
      </thead>
      {parts.map((rows, part) => (
        <tbody key={rows[0]?.rank}>
          {part > 0 && (
            <tr className="boards-gap">
              <td colSpan={3}>…</td>
            </tr>
          )}
          {rows.map(({ rank, name, points, me }, index) => (
            // Several people may share rank, name and points; their order is what tells them apart.
            <tr key={index} aria-current={me ? 'true' : undefined}>
              <td className="number">{number(rank)}</td>
              <td>
                <bdi>{name || words.nameless}</bdi>
                {me && <span className="boards-me"> {words.you}</span>}
              </td>
              <td className="number">{number(points)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
