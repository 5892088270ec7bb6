import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const accountsSchema = z.array(z.object({ role: z.string(), email: z.string(), password: z.string() }))
export type DemoAccount = z.infer<typeof accountsSchema>[number]

/** One line of the seed's output: what it does, and at the end whom it made. Other lines are ignored. */
export const seedLineSchema = z.object({ message: z.string().optional(), accounts: accountsSchema.optional() })

/** The demo's sign-ins are meant to be known; they are kept so that later starts can print them too. */
export function saveDemoAccounts({ data, accounts }: { data: string; accounts: DemoAccount[] }): void {
  writeFileSync(join(data, 'demo-accounts.json'), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
}

export function readDemoAccounts({ data }: { data: string }): DemoAccount[] {
  const path = join(data, 'demo-accounts.json')
  return existsSync(path) ? accountsSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : []
}
