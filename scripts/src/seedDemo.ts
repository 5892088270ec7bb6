import { dataFolders, type Environment } from './childEnvironment.ts'
import { runProgram } from './children.ts'
import { cmsProgram } from './cmsCommand.ts'
import { saveDemoAccounts, seedLineSchema } from './demoAccounts.ts'

/** Fills an empty database with the demo and keeps its sign-ins. Returns the last thing that the seed said. */
export async function seedDemo({ data, env, signal }: { data: string; env: Environment; signal: AbortSignal }): Promise<string> {
  let last = ''
  await runProgram({
    program: cmsProgram({ path: 'commands/seed', env }),
    logs: dataFolders({ data }).logs,
    signal,
    onLine: ({ text, stream }) => {
      if (stream !== 'stdout' || !text.startsWith('{')) return
      const line = seedLineSchema.safeParse(JSON.parse(text))
      if (line.data?.message) last = line.data.message
      if (line.data?.accounts?.length) saveDemoAccounts({ data, accounts: line.data.accounts })
    },
  })
  return last
}
