import { describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { describeCommand, describeCommands } from './describeCommands.ts'
import { parseArguments } from './parseArguments.ts'

const parse = (...args: string[]) => parseArguments({ args, commands })

describe('parseArguments', () => {
  it('reads options, positionals and --json', () => {
    expect(parse('import', 'courses/a', '--force', '--json')).toMatchObject({
      ok: true,
      value: { kind: 'run', command: { name: 'import' }, options: { force: true }, positionals: ['courses/a'], json: true },
    })
  })

  it.each([
    [['imprt'], 'UNKNOWN_COMMAND', 'Did you mean “import”?'],
    [['docter'], 'UNKNOWN_COMMAND', 'Did you mean “doctor”?'],
    [['frobnicate'], 'UNKNOWN_COMMAND', 'There is no command “frobnicate”. See:'],
    [['export', 'a'], 'USAGE', '<folder> is missing.'],
    [['import', 'a', 'b'], 'USAGE', '“b” is one too many.'],
    [['import', 'a', '--froce'], 'USAGE', '--froce'],
    [['user', 'create', 'a@example.net', '--role', 'emperor'], 'USAGE', '--role: '],
  ])('refuses %j', (args, code, says) => {
    expect(parse(...args)).toMatchObject({ ok: false, error: { code, message: expect.stringContaining(says) } })
  })

  it.each([[[]], [['--help']], [['help']]])('explains everything for %j', (args) => {
    expect(parse(...args)).toEqual({ ok: true, value: { kind: 'help', command: null } })
  })

  it('explains one command', () => {
    expect(parse('import', '--help')).toMatchObject({ ok: true, value: { kind: 'help', command: { name: 'import' } } })
  })
})

describe('the help', () => {
  it('names every command', () => {
    for (const { name, summary } of commands)
      expect(describeCommands(commands)).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 10)}`, 'm'))
  })

  it.each(commands.map((command) => [command.name, command] as const))('explains every option of %s', (_, command) => {
    const text = describeCommand(command)
    for (const schema of Object.values(command.options.shape))
      expect(text).toContain('description' in schema ? schema.description : 'a description')
  })
})
