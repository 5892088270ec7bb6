import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from '../browser/findChromium.ts'
import { startChild } from '../children.ts'
import { rootFolder } from '../env.ts'
import { waitForHealth } from '../health.ts'
import { freePort } from '../ports.ts'

/** Milliseconds. Building the CMS takes a minute on two free cores. */
const startLimit = 600_000

/**
 * Global setup of the browser tests: a whole installation with the demo, started as `npm start` does, with its data in a
 * folder of its own. Its address is in LECTERN_TEST_URL, its folder in LECTERN_TEST_DATA; when both are there already, that
 * installation is used and nothing is started. Chromium is looked for first, so that a machine without one is told at once.
 */
export default async function setUpRunningApp(): Promise<(() => Promise<void>) | undefined> {
  await findChromium()
  if (process.env.LECTERN_TEST_URL && process.env.LECTERN_TEST_DATA) return undefined
  const data = join(rootFolder, '.lectern', 'browser-test')
  rmSync(data, { recursive: true, force: true })
  const port = await freePort()
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(VITEST|DATABASE_URL$|TEST$)/.test(entry[0]),
  )
  const app = startChild({
    program: {
      name: 'app',
      script: join(rootFolder, 'scripts', 'src', 'start.ts'),
      cwd: rootFolder,
      env: {
        ...Object.fromEntries(inherited),
        NODE_ENV: 'development',
        LECTERN_DATA: data,
        LECTERN_HOST: '127.0.0.1',
        LECTERN_PORT: String(port),
        LECTERN_SITE_URL: `http://127.0.0.1:${port}`,
        LECTERN_DEMO: 'yes',
        PAYLOAD_SECRET: randomBytes(32).toString('hex'),
        LECTERN_ENTITLEMENT_SECRET: randomBytes(32).toString('hex'),
      },
    },
    logs: join(rootFolder, '.lectern', 'browser-test-logs'),
  })
  try {
    await waitForHealth({ child: app, url: `http://127.0.0.1:${port}/healthz`, limit: startLimit })
  } catch (error) {
    await app.stop({ limit: 30_000 })
    throw error
  }
  process.env.LECTERN_TEST_URL = `http://127.0.0.1:${port}`
  process.env.LECTERN_TEST_DATA = data
  return () => app.stop({ limit: 60_000 })
}
