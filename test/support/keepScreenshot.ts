import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { rootFolder } from '../../scripts/src/env.ts'

const folder = join(rootFolder, 'test-artefacts')

/** The whole page at each width, for people to look at: `test-artefacts/<name>-<width>.png`. */
export async function keepScreenshot({
  page,
  name,
  widths = [360, 1440],
}: {
  page: Page
  name: string
  widths?: number[]
}): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const usual = page.viewportSize()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  }
  if (usual) await page.setViewportSize(usual)
}
