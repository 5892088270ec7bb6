import pg from 'pg'
import { startEmbeddedServer } from '../../scripts/src/postgres/embeddedServer.ts'
import { findInstallation } from './browserInstallation.ts'

/** One statement in the database of the running installation; answers its rows. */
export async function askDatabase({
  text,
  values = [],
}: {
  text: string
  values?: unknown[]
}): Promise<Record<string, unknown>[]> {
  // It runs already, so it is only found.
  const { url } = await startEmbeddedServer({ folder: findInstallation().data })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}
