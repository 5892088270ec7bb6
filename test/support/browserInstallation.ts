import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { type DemoAccount, readDemoAccounts } from '../../scripts/src/demoAccounts.ts'

/** The running installation that global setup has started: the address of the front door and its folder. */
export type Installation = { url: string; data: string }

export function findInstallation(): Installation {
  const { LECTERN_TEST_URL: url, LECTERN_TEST_DATA: data } = process.env
  if (!url || !data) throw new Error('The browser tests need the installation that their global setup starts.')
  return { url, data }
}

/** Where the present build lies; it moves with every publication, so ask again after one. */
export function findBuild({ data }: Installation): { publicFolder: string; protectedFolder: string } {
  const publicFolder = realpathSync(join(data, 'site'))
  return { publicFolder, protectedFolder: `${publicFolder}-protected` }
}

/** Throws when the demo has nobody of that role. */
export function findDemoAccount({ data, role }: { data: string; role: string }): DemoAccount {
  const account = readDemoAccounts({ data }).find((candidate) => candidate.role === role)
  if (!account) throw new Error(`The demo has no ${role}.`)
  return account
}
