import { resolve } from 'node:path'
import { behaviourNames } from '@lectern/content-schemas/behaviourNames'
import { roleSchema } from '@lectern/content-schemas/learnerApi'
import { localeSchema } from '@lectern/content-schemas/locale'
import { z } from 'zod'
import { childEnvironment, dataFolders } from '../childEnvironment.ts'
import { withFileLock } from '../fileLock.ts'
import { buildSite, type SiteBuildResult } from '../siteBuild.ts'
import { type Command, defineCommand, type Outcome } from './command.ts'
import { diagnose } from './diagnose.ts'
import { runCmsCommand, runCmsProgram } from './runCmsCommand.ts'
import { showProgress } from './showProgress.ts'

const force = z.boolean().default(false)

/** Where the command was typed; npm runs scripts in the checkout. */
const typedIn = process.env.INIT_CWD ?? process.cwd()

const siteTexts: Record<SiteBuildResult, string> = {
  built: 'The site was built.',
  unchanged: 'Nothing has changed.',
  empty: 'No course is published, so the site was left as it is.',
}

/** Everything that `npm run lectern` can do. */
export const commands: Command[] = [
  defineCommand({
    name: 'doctor',
    summary: 'Look at the installation and say what is wrong and what to do.',
    positionals: [],
    options: z.strictObject({}),
    run: ({ settings }) => diagnose({ settings }),
  }),
  defineCommand({
    name: 'import',
    summary: 'Import a course folder, or a catalogue (NDJSON packed by gzip), and publish.',
    positionals: ['folder?'],
    options: z.strictObject({
      catalog: z.string().optional().describe('The file of a catalogue, instead of a folder'),
      locale: localeSchema.optional().describe('Language of the texts of a catalogue'),
      force: force.describe('Import what is sound and list what was left out'),
      draft: z.boolean().default(false).describe('Do not publish what was imported'),
    }),
    run: async ({ settings, options: { catalog, ...options }, positionals: [folder] }) => {
      if ((catalog === undefined) === (folder === undefined)) {
        return { ok: false, text: 'Name a course folder, or a catalogue with --catalog, and not both.', value: null }
      }
      const what = catalog === undefined ? { folder: resolve(typedIn, folder ?? '') } : { catalog: resolve(typedIn, catalog) }
      return toOutcome(
        await runCmsCommand({ settings, name: 'import', input: { ...what, ...options }, onProgress: showProgress }),
      )
    },
  }),
  defineCommand({
    name: 'export',
    summary: 'Write a course as a folder of Markdown and GIFT.',
    positionals: ['course', 'folder'],
    options: z.strictObject({}),
    run: async ({ settings, positionals }) => {
      const [course, folder = ''] = positionals
      return toOutcome(await runCmsCommand({ settings, name: 'export', input: { course, folder: resolve(typedIn, folder) } }))
    },
  }),
  defineCommand({
    name: 'recount',
    summary: 'Compute progress, marks and what plugins award anew from the log of events, and say what differs. Changes nothing.',
    positionals: [],
    options: z.strictObject({}),
    run: async ({ settings }) => toOutcome(await runCmsCommand({ settings, name: 'recount' })),
  }),
  defineCommand({
    name: 'grade',
    summary: 'Mark a file of responses to a file of questions, without server and database.',
    positionals: [],
    options: z.strictObject({
      questions: z.string().describe('The questions: GIFT (.gift, .txt), Moodle XML (.xml), JSON or YAML'),
      responses: z.string().describe('The responses: a file of JSON, a list of { question, response }'),
      seed: z.coerce
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .default(1)
        .describe('Seed from which parameters of questions are drawn; 1 if not given'),
      locale: localeSchema.default('en').describe('Language of the feedback, and of the texts in GIFT'),
      behaviour: z
        .enum(behaviourNames)
        .default('deferred')
        .describe(`How tries are marked: ${behaviourNames.join(', ')}`),
      tries: z.coerce.number().int().min(1).max(1000).optional().describe('Tries at an interactive question'),
      penalty: z.coerce
        .number()
        .min(0)
        .max(100)
        .default(33.33333)
        .describe('What each further try costs, in percent; 33.33333 if not given'),
    }),
    run: async ({ settings, options: { questions, responses, tries = null, penalty: penaltyPercent, ...options } }) => {
      const files = { questions: resolve(typedIn, questions), responses: resolve(typedIn, responses) }
      const input = { ...files, ...options, tries, penaltyPercent }
      const value = await runCmsProgram({ settings, name: 'grade', input, databaseUrl: '' })
      const { problems = [], results } = marksSchema.parse(value)
      // Beside the answer, which is the list of marks and nothing else.
      process.stderr.write(problems.map((problem) => `${problem}\n`).join(''))
      return { ...toOutcome(value), value: results ?? value }
    },
  }),
  defineCommand({
    name: 'convert',
    summary: 'Write questions in GIFT or Moodle XML as a file of a course folder.',
    positionals: ['from', 'to'],
    options: z.strictObject({
      test: z.boolean().default(false).describe('A test with the marks of the questions, instead of a bank'),
      locale: localeSchema.default('en').describe('Language of the texts'),
    }),
    run: async ({ settings, options, positionals: [from = '', to = ''] }) => {
      const input = { from: resolve(typedIn, from), to: resolve(typedIn, to), ...options }
      return toOutcome(await runCmsProgram({ settings, name: 'convert', input, databaseUrl: '' }))
    },
  }),
  defineCommand({
    name: 'bank',
    summary: 'recount: count anew how often questions were used and how they fared.',
    positionals: ['action'],
    options: z.strictObject({
      check: z.boolean().default(false).describe('Say what is wrong and write nothing'),
    }),
    run: async ({ settings, options, positionals: [action] }) =>
      toOutcome(await runCmsCommand({ settings, name: 'bank', input: { action, ...options } })),
  }),
  defineCommand({
    name: 'xp',
    summary: 'rebuild: compute points, totals, levels and streaks anew from the log and the ledger.',
    positionals: ['action'],
    options: z.strictObject({
      check: z.boolean().default(false).describe('Say what is wrong and write nothing'),
    }),
    run: async ({ settings, options, positionals: [action] }) =>
      toOutcome(await runCmsCommand({ settings, name: 'xp', input: { action, ...options } })),
  }),
  defineCommand({
    name: 'migration',
    summary: 'For developers: write the migration to the present schema.',
    positionals: ['name'],
    options: z.strictObject({}),
    run: async ({ settings, positionals: [name] }) =>
      toOutcome(await runCmsProgram({ settings, name: 'migration', input: { name }, databaseUrl: '' })),
  }),
  defineCommand({
    name: 'import-map',
    summary: 'For developers: write the list of admin components.',
    positionals: [],
    options: z.strictObject({}),
    run: async ({ settings }) => toOutcome(await runCmsProgram({ settings, name: 'import-map', databaseUrl: '' })),
  }),
  defineCommand({
    name: 'snapshot',
    summary: 'Write the snapshot of what is published.',
    positionals: [],
    options: z.strictObject({}),
    run: async ({ settings }) => toOutcome(await runCmsCommand({ settings, name: 'snapshot' })),
  }),
  defineCommand({
    name: 'site',
    summary: 'Write the snapshot and build the site from it; visitors see the new one at once.',
    positionals: [],
    options: z.strictObject({ force: force.describe('Build even if nothing has changed') }),
    run: ({ settings, options }) =>
      withFileLock({
        path: `${dataFolders(settings).site}.lock`,
        work: async () => {
          const snapshot = await runCmsCommand({ settings, name: 'snapshot' })
          // The site reads the snapshot only.
          const env = childEnvironment({ settings, databaseUrl: '', mode: 'production' })
          const site = await buildSite({ data: settings.data, env, force: options.force })
          return { ok: true, text: siteTexts[site], value: { site, snapshot } }
        },
      }),
  }),
  defineCommand({
    name: 'user',
    summary: 'create, list, role or password: look after accounts.',
    positionals: ['action', 'email?'],
    options: z.strictObject({
      name: z.string().trim().min(1).max(120).optional().describe('Name of a new user'),
      role: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(roleSchema).min(1))
        .optional()
        .describe(`Roles, separated by commas: ${roleSchema.options.join(', ')}`),
      locale: localeSchema.optional().describe('Language of a new user'),
    }),
    run: async ({ settings, options, positionals }) => {
      const [action, email] = positionals
      return toOutcome(await runCmsCommand({ settings, name: 'user', input: { action, email, ...options } }))
    },
  }),
]

const marksSchema = z.looseObject({ results: z.array(z.unknown()).optional(), problems: z.array(z.string()).optional() })
const reportSchema = z.looseObject({ ok: z.boolean().default(true), text: z.string().optional() })

/** What a command of the CMS printed last. `ok` and `text` are for us, everything is for `--json`. */
function toOutcome(value: unknown): Outcome {
  const report = reportSchema.safeParse(value ?? {})
  if (!report.success) return { ok: false, text: 'The command ended without saying how it went.', value }
  return { ok: report.data.ok, text: report.data.text ?? JSON.stringify(value, null, 2), value }
}
