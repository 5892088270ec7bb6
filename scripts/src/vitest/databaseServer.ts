import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedServer } from '../postgres/embeddedServer.ts'

/**
 * Global setup of the integration tests: an empty PostgreSQL of their own, whose address is in LECTERN_TEST_DATABASE_URL.
 * An address that is already there is used instead.
 */
export default async function setUpDatabaseServer(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.LECTERN_TEST_DATABASE_URL) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'))
  // Run as root, the server's own account has to pass through.
  chmodSync(folder, 0o711)
  const server = await startEmbeddedServer({
    folder,
    // What is lost in a crash is thrown away anyway.
    extraSettings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  process.env.LECTERN_TEST_DATABASE_URL = server.url
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
    delete process.env.LECTERN_TEST_DATABASE_URL
  }
}
