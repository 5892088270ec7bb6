import type { XpLedger } from '@lectern/content-schemas'
import { formatMessage, formatNumber } from '@lectern/kernel/site/formatMessage'
import type { XpWords } from './words.ts'

type Entry = XpLedger['entries'][number]

/** Every entry of the ledger with what it was for, and what made it more or less. */
export function Ledger({ entries, locale, words }: { entries: Entry[]; locale: string; words: XpWords }) {
  if (entries.length === 0) return <p className="hint">{words.empty}</p>
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  return (
    <table className="ledger points-ledger">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.what}</th>
          <th scope="col" className="number">
            {words.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <td>
              <time dateTime={entry.at}>{when.format(new Date(entry.at))}</time>
            </td>
            <td>
              {entry.reason}
              {entry.subject !== null && <span className="points-subject">{entry.subject}</span>}
              <Change {...{ entry, locale, words }} />
            </td>
            <td className="number">{signed.format(entry.points)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Change({ entry, locale, words }: { entry: Entry; locale: string; words: XpWords }) {
  if (entry.reversal) return <span className="points-change">{words.reversed}</span>
  if (entry.changes.length === 0) return null
  const base = formatNumber({ locale, value: entry.base })
  return <span className="points-change">{formatMessage(words.changed, { base, changes: entry.changes.join(', ') })}</span>
}
