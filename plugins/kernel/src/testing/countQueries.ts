import pg from 'pg'

/** Runs `work` and answers the texts of the SQL statements that this process sent meanwhile, in order. */
export async function countQueries<Value>(work: () => Promise<Value>): Promise<{ value: Value; statements: string[] }> {
  const statements: string[] = []
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    statements.push(textOf(args[0]))
    return Reflect.apply(original, this, args)
  } as typeof original
  try {
    return { value: await work(), statements }
  } finally {
    pg.Client.prototype.query = original
  }
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : String(query)
}
