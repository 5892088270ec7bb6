import { bandProblems, type SettingsProblem, settingsProblems, settingsProblemWords } from '@lectern/content-schemas'
import { sqlOf } from '@lectern/kernel'
import { type CollectionBeforeChangeHook, type PayloadRequest, ValidationError } from 'payload'
import { z } from 'zod'

const itemSchema = z.looseObject({ blockType: z.string(), question: z.unknown().optional() })
const testSchema = z.looseObject({
  _status: z.string().nullish(),
  settings: z.looseObject({ kind: z.string().nullish() }).nullish(),
  items: z.array(itemSchema).nullish(),
  overallFeedback: z.array(z.looseObject({ fromPercent: z.number() })).nullish(),
})

/**
 * Refuses a test whose rules contradict each other, rule by rule, in the author's language, and one that shares a question with a
 * published test of the other kind; a draft may be unfinished.
 */
export const checkTest: CollectionBeforeChangeHook = async ({ data, req, collection, originalDoc }) => {
  const parsed = testSchema.safeParse(data)
  if (!parsed.success || parsed.data._status === 'draft') return data
  const { settings, overallFeedback } = parsed.data
  const items = parsed.data.items ?? []
  const isPractice = settings?.kind === 'practice'
  const shared = await sharedQuestions({ req, items, isPractice, own: String(originalDoc?.id ?? '') })
  const problems: SettingsProblem[] = [
    ...settingsProblems(settings ?? {}).map(({ path, code }) => ({ path: `settings.${path}`, code })),
    ...bandProblems(overallFeedback ?? []),
    ...items.flatMap(({ blockType, question }, at): SettingsProblem[] => {
      if (blockType === 'draw' && isPractice) return [{ path: `items.${at}`, code: 'PRACTICE_WITHOUT_DRAWS' }]
      return shared.has(idOf(question)) ? [{ path: `items.${at}.question`, code: 'QUESTION_IN_BOTH' }] : []
    }),
  ]
  if (problems.length === 0) return data
  const language = languageOf(req)
  const errors = problems.map(({ path, code }) => ({ path, message: `${settingsProblemWords[code][language]} (${code})` }))
  throw new ValidationError({ collection: collection.slug, errors }, req.t)
}

/** Those of the questions that a published test of the other kind has as its own. */
async function sharedQuestions({
  req,
  items,
  isPractice,
  own,
}: {
  req: PayloadRequest
  items: z.infer<typeof itemSchema>[]
  isPractice: boolean
  own: string
}): Promise<ReadonlySet<string>> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ question: string }>({
    text: `select distinct i ->> 'question' as question from "tests" t, jsonb_array_elements(t."items") i
           where t."_status" = 'published' and t."id"::text <> $1 and (t."settings_kind" = 'practice') <> $2
             and i ->> 'question' = any($3)`,
    values: [own, isPractice, items.map(({ question }) => idOf(question))],
  })
  return new Set(rows.map(({ question }) => question))
}

function idOf(question: unknown): string {
  if (typeof question === 'string') return question
  return typeof question === 'object' && question !== null && 'id' in question ? String(question.id) : ''
}

function languageOf(req: PayloadRequest): 'en' | 'ru' {
  return req.i18n?.language === 'ru' ? 'ru' : 'en'
}
