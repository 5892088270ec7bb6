import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { findInstallation } from './browserInstallation.ts'

/** `problems`: uncaught errors, refusals of the content security policy and whatever else the page's console calls an error. */
export type Visit = { context: BrowserContext; page: Page; problems: string[] }

/** A visitor with a browser profile of his own, so that no test sees another's cookies. Addresses are relative to the site. */
export async function openVisit({ browser, ...options }: { browser: Browser } & BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: findInstallation().url,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    // Otherwise colours are measured half way between two states.
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  return { context, page, problems: collectProblems(page) }
}

function collectProblems(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`)
  })
  return problems
}
