import { type Locale, pickText, type XpLedger } from '@lectern/content-schemas'
import { currentEditions, type Edition, type OperationRequest, registered, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import type { XpRuleKind } from '../domain/xpRule.ts'
import { xpRuleKinds } from '../registry.ts'

/** Lines of one page. */
const pageLength = 50

const rowSchema = z.object({
  seq: z.coerce.number(),
  at: z.date(),
  points: z.coerce.number(),
  base: z.coerce.number(),
  code: z.string(),
  source: z.string(),
  course: z.string().nullable(),
  steps: z
    .array(z.object({ code: z.string(), points: z.number() }))
    .nullable()
    .transform((steps) => steps ?? []),
  reverses: z.string().nullable(),
})
type Row = z.infer<typeof rowSchema>

/** A page of a learner's ledger in words, newest first. Two or three queries. */
export async function readLedger({
  req,
  learner,
  before,
  locale,
}: {
  req: OperationRequest
  learner: string
  /** Only lines with a lower number; null for the newest page. */
  before: number | null
  locale: Locale
}): Promise<XpLedger> {
  const sql = await sqlOf(req)
  const found = await sql.rows({
    name: 'xp.ledgerPage',
    text: `select "seq", "at", "points", "base", "code", "source", "course", "steps", "reverses" from "xp_ledger"
           where "learner_id" = $1 and ($2::numeric is null or "seq" < $2) order by "seq" desc limit ${pageLength + 1}`,
    values: [learner, before],
  })
  const rows = z.array(rowSchema).parse(found)
  const page = rows.slice(0, pageLength)
  const courses = [...new Set(page.flatMap(({ course }) => (course === null ? [] : [course])))]
  const editions = await currentEditions({ req, courses })
  const kinds = registered({ payload: req.payload, registry: xpRuleKinds })
  return {
    entries: page.map((row) => toEntry({ row, kinds, edition: editions.get(row.course ?? ''), locale })),
    next: rows.length > pageLength ? (page.at(-1)?.seq ?? null) : null,
  }
}

function toEntry({
  row,
  kinds,
  edition,
  locale,
}: {
  row: Row
  kinds: ReadonlyMap<string, XpRuleKind>
  edition: Edition | undefined
  locale: Locale
}): XpLedger['entries'][number] {
  const labelOf = (code: string) => pickText({ text: kinds.get(code)?.label, locale }) || code
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    points: row.points,
    base: row.base,
    reason: labelOf(row.code),
    subject: subjectOf({ source: row.source, edition, locale }),
    changes: row.steps.map(({ code }) => labelOf(code)),
    reversal: row.reverses !== null,
  }
}

/** The title of the lesson, test or course that a source names, as the course is published now; or the day that it names. */
function subjectOf({ source, edition, locale }: { source: string; edition: Edition | undefined; locale: Locale }): string | null {
  const [kind, id] = source.split('/')
  if (kind === 'day' && id) return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(id))
  if (!edition) return null
  const lessons = edition.structure.modules.flatMap((module) => module.lessons)
  const title = {
    lesson: () => lessons.find((lesson) => lesson.id === id)?.title,
    test: () => lessons.flatMap(({ tests }) => tests).find((test) => test.id === id)?.title,
    course: () => edition.structure.course.title,
    review: () => edition.structure.course.title,
  }
  const find = Object.entries(title).find(([name]) => name === kind)?.[1]
  return pickText({ text: find?.(), locale }) || null
}
