import './cells.css'

/** The texts of a list cell one beside the other; nothing where there are none. */
export function TagsCell({ cellData }: { cellData?: unknown }) {
  const tags = Array.isArray(cellData) ? cellData.filter((tag): tag is string => typeof tag === 'string') : []
  if (tags.length === 0) return <span className="lectern-none">–</span>
  return (
    <span className="lectern-tags">
      {tags.map((tag) => (
        <span className="lectern-tag" key={tag}>
          {tag}
        </span>
      ))}
    </span>
  )
}
