import type { Command } from './command.ts'
import { isSwitch, toOption } from './parseArguments.ts'

export function describeCommands(commands: Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return `npm run lectern -- <command> [options]\n\n${lines.join('\n')}\n\n  --help after a command explains it; --json makes its answer readable for programs.\n  Exit codes: 0 done, 1 failed, 2 not understood.\n`
}

export function describeCommand(command: Command): string {
  const positionals = command.positionals.map((each) => (each.endsWith('?') ? ` [${each.slice(0, -1)}]` : ` <${each}>`)).join('')
  const options = Object.entries(command.options.shape).map(([field, schema]) => ({
    flag: `--${toOption(field)}${isSwitch(schema) ? '' : ' …'}`,
    text: 'description' in schema && typeof schema.description === 'string' ? schema.description : '',
  }))
  const rows = [...options, { flag: '--json', text: 'Answer as JSON' }]
  const width = Math.max(...rows.map(({ flag }) => flag.length))
  return `npm run lectern -- ${command.name}${positionals} [options]\n\n${command.summary}\n\n${rows.map(({ flag, text }) => `  ${flag.padEnd(width)}  ${text}`).join('\n')}\n`
}
