import type { z } from 'zod'
import type { Settings } from '../env.ts'

/** What a command says: `text` for people, `value` for `--json`. `ok` false makes the exit code 1. */
export type Outcome = { ok: boolean; text: string; value: unknown }

/**
 * One command. `options` is a strict zod object whose fields become `--kebab-case` options; a field of booleans takes no
 * value. `positionals` are named in order; one whose name ends in ? may be left out.
 */
export type Command<Options extends z.ZodObject = z.ZodObject> = {
  name: string
  summary: string
  positionals: string[]
  options: Options
  run: (input: { options: z.infer<Options>; positionals: string[]; settings: Settings }) => Promise<Outcome>
}

/** Ties the type of the options to `run` and forgets it, so that all commands fit into one table. */
export function defineCommand<Options extends z.ZodObject>(command: Command<Options>): Command {
  return { ...command, run: (input) => command.run({ ...input, options: command.options.parse(input.options) }) }
}
