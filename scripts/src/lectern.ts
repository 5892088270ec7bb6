import { loadSettings } from './env.ts'
import { commands } from './lectern/commands.ts'
import { describeCommand, describeCommands } from './lectern/describeCommands.ts'
import { parseArguments } from './lectern/parseArguments.ts'

process.exit(await main(process.argv.slice(2)))

/** 0 done, 1 failed, 2 not understood. */
async function main(args: string[]): Promise<number> {
  const parsed = parseArguments({ args, commands })
  if (!parsed.ok) return complain({ error: parsed.error, json: args.includes('--json'), code: 2 })
  if (parsed.value.kind === 'help') {
    process.stdout.write(parsed.value.command ? describeCommand(parsed.value.command) : describeCommands(commands))
    return 0
  }
  const { command, options, positionals, json } = parsed.value
  const settings = loadSettings()
  if (!settings.ok) return complain({ error: settings.error, json, code: 1 })
  try {
    const { ok, text, value } = await command.run({ options, positionals, settings: settings.value })
    process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`)
    return ok ? 0 : 1
  } catch (error) {
    return complain({ error: { code: 'FAILED', message: error instanceof Error ? error.message : String(error) }, json, code: 1 })
  }
}

function complain({ error, json, code }: { error: { code: string; message: string }; json: boolean; code: number }): number {
  process.stderr.write(json ? `${JSON.stringify({ error })}\n` : `${error.message}\n`)
  return code
}
