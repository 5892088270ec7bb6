import pg from 'pg'
import type { Settings } from './env.ts'
import { startEmbeddedServer } from './postgres/embeddedServer.ts'

/** `description` is for people: never a password. `stop` does nothing for a server that is not ours. */
export type Database = { url: string; description: string; embedded: boolean; reused: boolean; stop: () => Promise<void> }

/**
 * The database that the settings name: the server of DATABASE_URL when it answers, else the built-in one, started when it is
 * not running. Throws an Error whose message is one sentence for the operator.
 */
export async function openDatabase({ settings }: { settings: Settings }): Promise<Database> {
  if (settings.databaseUrl) {
    const description = describeUrl(settings.databaseUrl)
    await checkConnection({ url: settings.databaseUrl, description })
    return { url: settings.databaseUrl, description, embedded: false, reused: true, stop: async () => {} }
  }
  const server = await startEmbeddedServer({ folder: settings.data })
  return {
    url: server.url,
    description: `built-in PostgreSQL on port ${server.port}`,
    embedded: true,
    reused: server.reused,
    stop: server.stop,
  }
}

async function checkConnection({ url, description }: { url: string; description: string }): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
  } catch (error) {
    throw new Error(`DATABASE_URL: ${description} does not let Lectern in (${reasonOf(error)}).`)
  } finally {
    await client.end().catch(() => {})
  }
}

function reasonOf(error: unknown): string {
  // Both addresses of a name refused: Node joins the two errors into one without a message.
  if (error instanceof AggregateError && error.errors[0]) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

function describeUrl(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `PostgreSQL at ${hostname}:${port || 5432}${pathname}`
}
