import { childEnvironment, dataFolders } from '../childEnvironment.ts'
import { runProgram } from '../children.ts'
import { cmsProgram } from '../cmsCommand.ts'
import type { Settings } from '../env.ts'
import { openDatabase } from '../postgres.ts'

type CmsCommand = { settings: Settings; name: string; input?: unknown; onProgress?: (progress: unknown) => void }

/** Runs a command of the CMS. The built-in database is started for it when it is not running. */
export async function runCmsCommand(command: CmsCommand): Promise<unknown> {
  return withDatabase({ settings: command.settings, work: (databaseUrl) => runCmsProgram({ ...command, databaseUrl }) })
}

/**
 * Runs `cms/src/commands/<name>.ts` with `input` as JSON in LECTERN_COMMAND_INPUT (an argument would be visible to other
 * users) and returns the last JSON line it printed. Lines with `progress` go to `onProgress` instead.
 */
export async function runCmsProgram({
  settings,
  name,
  input = {},
  onProgress,
  databaseUrl,
}: CmsCommand & { databaseUrl: string }): Promise<unknown> {
  let last: unknown = null
  const env = {
    ...childEnvironment({ settings, databaseUrl, mode: 'production' }),
    LECTERN_COMMAND_INPUT: JSON.stringify(input),
  }
  await runProgram({
    program: cmsProgram({ path: `commands/${name}`, env }),
    logs: dataFolders(settings).logs,
    onLine: ({ text, stream }) => {
      if (stream !== 'stdout' || !text.startsWith('{')) return
      const line: unknown = JSON.parse(text)
      if (typeof line === 'object' && line !== null && 'progress' in line) onProgress?.(line.progress)
      else last = line
    },
  })
  return last
}

/** The database for as long as `work` takes; one that ran before goes on running. */
export async function withDatabase<T>({
  settings,
  work,
}: {
  settings: Settings
  work: (databaseUrl: string) => Promise<T>
}): Promise<T> {
  const database = await openDatabase({ settings })
  try {
    return await work(database.url)
  } finally {
    if (!database.reused) await database.stop()
  }
}
