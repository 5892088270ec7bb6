import { parseArgs } from 'node:util'
import { failure, type Result, success } from '@lectern/content-schemas/result'
import { z } from 'zod'
import type { Command } from './command.ts'

export type ParsedArguments =
  | { kind: 'help'; command: Command | null }
  | { kind: 'run'; command: Command; options: Record<string, unknown>; positionals: string[]; json: boolean }

/** Errors: `UNKNOWN_COMMAND` and `USAGE`, with a sentence that says what would be right. */
export function parseArguments({ args, commands }: { args: string[]; commands: Command[] }): Result<ParsedArguments> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    return success({ kind: 'help', command: commands.find((each) => each.name === rest[0]) ?? null })
  }
  const command = commands.find((each) => each.name === name)
  if (!command) {
    const close = closest({ name, names: commands.map((each) => each.name) })
    return failure({
      code: 'UNKNOWN_COMMAND',
      message: `There is no command “${name}”.${close ? ` Did you mean “${close}”?` : ''} See: npm run lectern -- --help`,
    })
  }
  const fields = Object.keys(command.options.shape)
  try {
    const { values: found, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: Object.fromEntries([
        ...fields.map((field) => [
          toOption(field),
          { type: isSwitch(command.options.shape[field]) ? 'boolean' : 'string' } as const,
        ]),
        ['json', { type: 'boolean' } as const],
        ['help', { type: 'boolean', short: 'h' } as const],
      ]),
    })
    const values: Record<string, unknown> = found
    if (values.help) return success({ kind: 'help', command })
    const required = command.positionals.filter((each) => !each.endsWith('?'))
    if (positionals.length < required.length) return usage({ command, message: `<${required[positionals.length]}> is missing.` })
    if (positionals.length > command.positionals.length)
      return usage({ command, message: `“${positionals[command.positionals.length]}” is one too many.` })
    const given = Object.fromEntries(
      fields.filter((field) => toOption(field) in values).map((field) => [field, values[toOption(field)]]),
    )
    const parsed = command.options.safeParse(given)
    if (!parsed.success) {
      const problems = parsed.error.issues.map((issue) => `--${toOption(String(issue.path[0] ?? ''))}: ${issue.message}`)
      return usage({ command, message: problems.join('; ') })
    }
    return success({ kind: 'run', command, options: given, positionals, json: values.json === true })
  } catch (error) {
    // parseArgs throws for options it does not know, with a sentence.
    return usage({ command, message: error instanceof Error ? error.message : String(error) })
  }
}

export function toOption(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Whether an option takes no value. */
export function isSwitch(schema: unknown): boolean {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return isSwitch(schema.def.innerType)
  return schema instanceof z.ZodBoolean
}

function usage({ command, message }: { command: Command; message: string }): Result<ParsedArguments> {
  return failure({ code: 'USAGE', message: `${message} See: npm run lectern -- ${command.name} --help` })
}

/** The name with the fewest letters different, unless too many are. */
function closest({ name, names }: { name: string; names: string[] }): string | null {
  const [best] = names.map((each) => ({ each, distance: editDistance(name, each) })).sort((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(1, Math.floor(best.each.length / 3)) ? best.each : null
}

/** Levenshtein. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
