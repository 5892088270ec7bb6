import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bankIndexes, databaseExtensions } from '@lectern/bank'
import { defaultLocale, localeFacts, locales } from '@lectern/content-schemas'
import { assertAccessStated, orderPlugins, registriesOfConfig, staff } from '@lectern/kernel'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { en } from '@payloadcms/translations/languages/en'
import { ru } from '@payloadcms/translations/languages/ru'
import { buildConfig, type Config, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { Categories } from './collections/Categories.ts'
import { Courses } from './collections/Courses.ts'
import { Lessons } from './collections/Lessons.ts'
import { Materials } from './collections/Materials.ts'
import { Media } from './collections/Media.ts'
import { Modules } from './collections/Modules.ts'
import { createQuestions } from './collections/Questions.ts'
import { Tests } from './collections/Tests.ts'
import { Users } from './collections/Users.ts'
import { plainJsonFields } from './fields/plainJsonFields.ts'
import { leanIndexes } from './leanIndexes.ts'
import { plugins } from './plugins.ts'
import { createLessonEditor } from './richtext/lessonEditor.ts'
import { requireSecret } from './settings.ts'
import { translations } from './translations.ts'

const folder = path.dirname(fileURLToPath(import.meta.url))

const config = buildConfig({
  secret: requireSecret('PAYLOAD_SECRET'),
  admin: {
    user: 'users',
    importMap: { baseDir: folder, importMapFile: path.join(folder, 'app/(payload)/admin/importMap.js') },
    meta: { titleSuffix: ' · Lectern' },
    avatar: 'default',
    components: { graphics: { Logo: './admin/Logo.tsx#Logo', Icon: './admin/Logo.tsx#Icon' } },
  },
  i18n: { supportedLanguages: { en, ru }, fallbackLanguage: 'en', translations },
  localization: {
    locales: locales.map((code) => ({ code, label: localeFacts[code].name, rtl: localeFacts[code].direction === 'rtl' })),
    defaultLocale,
    fallback: true,
  },
  editor: createLessonEditor(),
  collections: [Courses, Modules, Lessons, Materials, Tests, Media, Categories, Users],
  // The bank's blocks come from the plugins before it; those that look at every collection come after it.
  plugins: [
    ...orderPlugins([...plugins, { name: 'question-bank', band: 'feature', apply: addQuestionBank }]),
    plainJsonFields,
    checkAccess,
  ],
  db: postgresAdapter({
    pool: {
      connectionString: process.env.DATABASE_URL ?? '',
      max: Number(process.env.LECTERN_POOL ?? 20),
      statement_timeout: 120_000,
      idle_in_transaction_session_timeout: 300_000,
    },
    idType: 'uuidv7',
    allowIDOnCreate: true,
    push: false,
    blocksAsJSON: true,
    extensions: databaseExtensions,
    afterSchemaInit: [bankIndexes],
    migrationDir: path.join(folder, 'migrations'),
    beforeSchemaInit: [leanIndexes],
  }),
  sharp,
  graphQL: { disable: true },
  telemetry: false,
  typescript: { autoGenerate: false, outputFile: path.join(folder, 'payload-types.ts') },
  upload: { limits: { fileSize: 50_000_000 }, abortOnLimit: true },
})

export default config.then(closeInternalCollections)

/**
 * Payload adds collections of its own whose rule is "any signed-in user", and a learner is one: with it, learners could
 * read and set the locks of editors' documents. Preferences keep their own rule, which is "one's own".
 */
function closeInternalCollections(sanitized: SanitizedConfig): SanitizedConfig {
  for (const collection of sanitized.collections) {
    if (!collection.slug.startsWith('payload-') || collection.slug === 'payload-preferences') continue
    Object.assign(collection.access, { create: staff, read: staff, update: staff, delete: staff })
  }
  return sanitized
}

/** After all plugins, because the bank's blocks are those of the installed question types. */
function addQuestionBank(config: Config): Config {
  const blocks = [...registriesOfConfig(config).questionTypes.values()].map(({ block }) => block)
  return { ...config, collections: [...(config.collections ?? []), createQuestions({ blocks })] }
}

/** Default-deny at boot: a collection that leaves a rule unsaid stops the process. */
function checkAccess(config: Config): Config {
  assertAccessStated(config)
  return config
}
