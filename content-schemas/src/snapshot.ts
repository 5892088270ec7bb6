import { z } from 'zod'
import { completionRuleSchema } from './completion.ts'
import { courseAccessSchema, levelSchema, priceSchema } from './courseFolder.ts'
import { localeSchema } from './locale.ts'
import { richTextSchema } from './richtext.ts'
import { siteSettingsSchema } from './siteSettings.ts'
import { testKindSchema } from './testKind.ts'

/**
 * A snapshot is a folder: `manifest.json`, and per locale `courses.<locale>.ndjson` and `lessons.<locale>.ndjson`,
 * one record a line, sorted by slug, plus `media/` with the files that records name. It holds what is published,
 * protected lessons included (the site puts those into an output that is not public), and never a question or a key.
 */
export const snapshotVersion = 1

export const snapshotManifestSchema = z.object({
  version: z.literal(snapshotVersion),
  createdAt: z.iso.datetime(),
  locales: z.array(localeSchema),
  defaultLocale: localeSchema,
  /** Snapshots of before there were settings have none. */
  site: siteSettingsSchema.default({ imprint: {}, authors: [] }),
  files: z.array(z.object({ name: z.string(), records: z.int().min(0), bytes: z.int().min(0), sha256: z.string().length(64) })),
})
export type SnapshotManifest = z.infer<typeof snapshotManifestSchema>

/** A picture or file. `file` is a path below `media/` of the snapshot; `sizes` are ready-made renditions, smallest first. */
export const mediaRefSchema = z.object({
  id: z.string(),
  file: z.string(),
  mimeType: z.string(),
  filesize: z.int().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  alt: z.string(),
  sizes: z.array(z.object({ file: z.string(), mimeType: z.string(), width: z.int(), height: z.int() })),
})
export type MediaRef = z.infer<typeof mediaRefSchema>

/** Something to take along: a file of the snapshot, or a link. One of `url` and `mediaRef` is there. */
export const materialRefSchema = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  mediaRef: mediaRefSchema.nullable(),
})
export type MaterialRef = z.infer<typeof materialRefSchema>

/** A test as its start page shows it. `questions` is a count. A `survey` has nothing to earn and is done when it is handed in. */
export const testRefSchema = z.object({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  placement: z.enum(['before', 'after', 'embedded']),
  kind: testKindSchema.default('graded'),
  questions: z.int().min(0),
  passPercent: z.number(),
  maxAttempts: z.int().nullable(),
  timeLimitSeconds: z.int().nullable(),
})
export type TestRef = z.infer<typeof testRefSchema>

/** One line of a syllabus. `kind` assignment lessons are tasks to do; `access` public lessons are in the public output. */
export const lessonRefSchema = z.object({
  id: z.string(),
  slug: z.string(),
  /** `<course>/<module>/<lesson>` slugs of the page; the course is the one that owns the module. */
  path: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(['lesson', 'assignment']),
  minutes: z.int().nullable(),
  preview: z.boolean(),
  access: z.enum(['public', 'protected']),
  tests: z.array(testRefSchema),
})
export type LessonRef = z.infer<typeof lessonRefSchema>

export const snapshotModuleSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  lessons: z.array(lessonRefSchema),
})
export type SnapshotModule = z.infer<typeof snapshotModuleSchema>

/**
 * `locale` is the language of this record's file, `translated` false when the texts fell back to another language.
 * `prerequisites` are slugs. `edition` is the number of the published edition. `hash` changes with any content below it.
 */
export const snapshotCourseSchema = z.object({
  kind: z.literal('course'),
  id: z.string(),
  slug: z.string(),
  locale: localeSchema,
  translated: z.boolean(),
  languages: z.array(localeSchema),
  title: z.string(),
  summary: z.string(),
  level: levelSchema.nullable(),
  subject: z.object({ slug: z.string(), title: z.string() }).nullable(),
  tags: z.array(z.string()),
  authors: z.array(z.string()),
  licence: z.string().nullable(),
  source: z.string().nullable(),
  access: courseAccessSchema,
  price: priceSchema.nullable(),
  prerequisites: z.array(z.object({ slug: z.string(), title: z.string() })),
  hue: z.number().nullable(),
  cover: mediaRefSchema.nullable(),
  minutes: z.int(),
  lessonCount: z.int(),
  publishedAt: z.iso.datetime(),
  edition: z.object({ id: z.string(), number: z.int() }),
  modules: z.array(snapshotModuleSchema),
  /** What belongs to the whole course; lessons have their own. */
  materials: z.array(materialRefSchema),
  hash: z.string(),
})
export type SnapshotCourse = z.infer<typeof snapshotCourseSchema>

/**
 * A lesson with its text. In `body`, `block` nodes carry resolved references: `image` and `download` blocks have
 * `mediaRef` (MediaRef or null), `test` blocks `testRef` (TestRef or null); links to lessons have `fields.url`
 * of the form `lesson:<path>#anchor`, which the site turns into an address of its locale.
 */
export const snapshotLessonSchema = z.object({
  kind: z.literal('lesson'),
  id: z.string(),
  /** Slugs of the owning course and module; `path` is `<course>/<module>/<slug>`. */
  course: z.string(),
  module: z.string(),
  slug: z.string(),
  path: z.string(),
  locale: localeSchema,
  translated: z.boolean(),
  title: z.string(),
  summary: z.string(),
  lessonKind: z.enum(['lesson', 'assignment']),
  minutes: z.int().nullable(),
  access: z.enum(['public', 'protected']),
  completion: completionRuleSchema,
  tests: z.array(testRefSchema),
  materials: z.array(materialRefSchema),
  body: richTextSchema.nullable(),
  hash: z.string(),
})
export type SnapshotLesson = z.infer<typeof snapshotLessonSchema>
