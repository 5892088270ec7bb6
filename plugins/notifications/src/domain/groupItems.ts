/** What grouping looks at. The rows come newest first. */
export type Groupable = { id: string; kind: string; groupKey: string | null; read: boolean }

/** The newest row of a group, how many there are, and the ids of all of them. */
export type Grouped<Row> = { newest: Row; ids: string[] }

/** Puts unread rows of one kind with the same key together, in the place of the newest: “3 new replies” instead of three lines. */
export function groupItems<Row extends Groupable>(rows: Row[]): Grouped<Row>[] {
  const groups = new Map<string, Grouped<Row>>()
  for (const row of rows) {
    const key = row.groupKey === null || row.read ? row.id : JSON.stringify([row.kind, row.groupKey])
    const known = groups.get(key)
    if (known) known.ids.push(row.id)
    else groups.set(key, { newest: row, ids: [row.id] })
  }
  return [...groups.values()]
}
