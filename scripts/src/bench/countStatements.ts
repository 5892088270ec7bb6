import { readFileSync } from 'node:fs'
import type { Installation } from './installation.ts'

/** How many statements PostgreSQL ran while `work` did, from its own log. Nothing else may use the database meanwhile. */
export async function countStatements({
  installation,
  work,
}: {
  installation: Installation
  work: () => Promise<unknown>
}): Promise<number> {
  const { database, databaseLog } = installation
  const set = async (to: 'all' | 'none') => {
    await database.query(`alter system set log_statement = '${to}'`)
    await database.query('select pg_reload_conf()')
    // Each connection takes the new setting with its next statement.
    await database.query('select pg_sleep(0.2)')
  }
  await set('all')
  try {
    const before = readFileSync(databaseLog, 'utf8').length
    await work()
    const written = readFileSync(databaseLog, 'utf8').slice(before)
    return [...written.matchAll(/ LOG: {2}(?:statement|execute [^:]+): /g)].length
  } finally {
    await set('none')
  }
}
