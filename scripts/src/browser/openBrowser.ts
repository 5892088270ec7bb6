import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './findChromium.ts'

/** A headless Chromium for a test file; close it when done. Its security is as a visitor's: nothing but the sandbox is off. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    // Containers have neither the namespaces of the sandbox nor a large /dev/shm.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  })
}
