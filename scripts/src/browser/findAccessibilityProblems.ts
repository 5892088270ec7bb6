import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const resultSchema = z.object({
  violations: z.array(z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()) })) })),
})

/**
 * What axe has against the page as it stands, or against what `within` selects, one line for each rule with the places; empty
 * when nothing.
 */
export async function findAccessibilityProblems({ page, within }: { page: Page; within?: string }): Promise<string[]> {
  // Evaluated by the debugger and not as a script of the page, so that its content security policy does not forbid it.
  await page.evaluate(axeSource)
  const context = within === undefined ? 'document' : JSON.stringify(within)
  const found = resultSchema.parse(await page.evaluate(`axe.run(${context}, { resultTypes: ["violations"] })`))
  return found.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
  )
}
