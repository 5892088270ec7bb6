import { bandProblems, settingsProblems, settingsProblemWords } from '@lectern/content-schemas'
import { type CollectionBeforeChangeHook, type PayloadRequest, ValidationError } from 'payload'
import { z } from 'zod'

const testSchema = z.looseObject({
  _status: z.string().nullish(),
  settings: z.looseObject({}).nullish(),
  overallFeedback: z.array(z.looseObject({ fromPercent: z.number() })).nullish(),
})

/** Refuses a test whose rules contradict each other, rule by rule, in the author's language; a draft may be unfinished. */
export const checkTest: CollectionBeforeChangeHook = ({ data, req, collection }) => {
  const parsed = testSchema.safeParse(data)
  if (!parsed.success || parsed.data._status === 'draft') return data
  const { settings, overallFeedback } = parsed.data
  const problems = [
    ...settingsProblems(settings ?? {}).map(({ path, code }) => ({ path: `settings.${path}`, code })),
    ...bandProblems(overallFeedback ?? []),
  ]
  if (problems.length === 0) return data
  const language = languageOf(req)
  const errors = problems.map(({ path, code }) => ({ path, message: `${settingsProblemWords[code][language]} (${code})` }))
  throw new ValidationError({ collection: collection.slug, errors }, req.t)
}

function languageOf(req: PayloadRequest): 'en' | 'ru' {
  return req.i18n?.language === 'ru' ? 'ru' : 'en'
}
