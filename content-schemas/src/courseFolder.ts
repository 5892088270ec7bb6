import { z } from 'zod'
import { completionInputSchema } from './completion.ts'

/** Lower case Latin letters, digits and hyphens; what appears in addresses. */
export const slugSchema = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a slug has lower case letters, digits and single hyphens')

export const levelSchema = z.enum(['beginner', 'intermediate', 'advanced'])
export type Level = z.infer<typeof levelSchema>

/** `open`: anyone may read; `enrolled`: reading needs a free enrolment; `paid`: needs a valid order. */
export const courseAccessSchema = z.enum(['open', 'enrolled', 'paid'])
export type CourseAccess = z.infer<typeof courseAccessSchema>

/** Money is an integer in the minor unit (cents) with its ISO 4217 code. */
export const priceSchema = z.strictObject({
  amount: z.int().min(0).max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
})
export type Price = z.infer<typeof priceSchema>

/** Language tags a folder may name; those the installation does not have are reported and left out. */
const languageTagSchema = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/)

const titleSchema = z.string().trim().min(1).max(400)
const summarySchema = z.string().trim().max(4000)

/** `course.yaml` of the default language. */
export const courseYamlSchema = z.strictObject({
  slug: slugSchema,
  title: titleSchema,
  summary: summarySchema.default(''),
  language: languageTagSchema,
  languages: z.array(languageTagSchema).optional(),
  level: levelSchema.optional(),
  tags: z.array(z.string().trim().min(1).max(80)).default([]),
  subject: slugSchema.optional(),
  licence: z.string().max(200).optional(),
  source: z.url({ protocol: /^https?$/ }).optional(),
  authors: z.array(z.string().trim().min(1).max(200)).default([]),
  modules: z.array(z.string().min(1).max(200)).min(1),
  access: courseAccessSchema.optional(),
  price: priceSchema.optional(),
  prerequisites: z.array(slugSchema).default([]),
  cover: z.string().max(400).optional(),
  hue: z.number().min(0).max(359).optional(),
})
export type CourseYaml = z.infer<typeof courseYamlSchema>

/** `i18n/<locale>/course.yaml`: only text counts; structural keys are accepted and must not differ. */
export const courseYamlTranslationSchema = courseYamlSchema.partial()

export const moduleYamlSchema = z.strictObject({ title: titleSchema, summary: summarySchema.default('') })
export type ModuleYaml = z.infer<typeof moduleYamlSchema>

/** Front matter of a lesson (`kind: lesson`, the default) or an assignment. */
export const lessonFrontMatterSchema = z.strictObject({
  title: titleSchema,
  summary: summarySchema.optional(),
  minutes: z.int().min(0).max(10_000).optional(),
  preview: z.boolean().optional(),
  completion: completionInputSchema.optional(),
  kind: z.enum(['lesson', 'assignment']).optional(),
})
export type LessonFrontMatter = z.infer<typeof lessonFrontMatterSchema>

/** A finding about one place of a course folder. `line` is 1-based; absent when the whole file is meant. */
export type FolderProblem = {
  severity: 'error' | 'warning'
  code: string
  file: string
  line?: number
  message: string
}
