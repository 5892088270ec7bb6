import './cells.css'

/** The beginning of a longer text. */
export function TextCell({ cellData }: { cellData?: unknown }) {
  return <span className="lectern-text">{typeof cellData === 'string' ? cellData.slice(0, 200) : '–'}</span>
}
