import { type TestSettings, testSettingsSchema } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import type { PaperItem } from '../domain/paper.ts'
import { cachesOf } from './caches.ts'
import { type LoadedVersion, toLoadedVersion, versionRowSchema } from './toLoadedVersion.ts'

/** What of an attempt never changes once it has begun, with its questions ready to be shown and marked. */
export type LoadedPaper = { learner: string; settings: TestSettings; items: LoadedItem[] }
export type LoadedItem = PaperItem & { question: string; loaded: LoadedVersion }

export const paperSchema = z.array(
  z.object({
    item: z.string(),
    question: z.string(),
    version: z.string(),
    maxMark: z.number(),
    seed: z.number(),
    section: z.int().optional(),
  }),
)

const rowSchema = z.object({
  learner: z.string(),
  settings: testSettingsSchema,
  paper: paperSchema,
  versions: z.array(versionRowSchema),
})

/**
 * The paper of a learner's attempt, or null when there is no such attempt or it is another person's. One statement the
 * first time, none after that.
 */
export async function loadPaper({
  req,
  attempt,
  learner,
}: {
  req: OperationRequest
  attempt: string
  learner: string
}): Promise<LoadedPaper | null> {
  const paper = cachesOf(req).papers.get(attempt) ?? (await readPaper({ req, attempt }))
  return paper && paper.learner === learner ? paper : null
}

/** The paper of an attempt whosever it is, for work of the platform itself. */
export async function loadPaperOfAnyone({
  req,
  attempt,
}: {
  req: OperationRequest
  attempt: string
}): Promise<LoadedPaper | null> {
  return cachesOf(req).papers.get(attempt) ?? (await readPaper({ req, attempt }))
}

async function readPaper({ req, attempt }: { req: OperationRequest; attempt: string }): Promise<LoadedPaper | null> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.paper',
    text: `select a."learner_id" as learner, a."settings", a."paper",
                  coalesce((select jsonb_agg(jsonb_build_object('id', v."id", 'type', v."type", 'type_version', v."type_version", 'body', v."body"))
                            from "question_versions" v
                            where v."id" in (select (i ->> 'version')::uuid from jsonb_array_elements(a."paper") i)), '[]') as versions
           from "attempts" a where a."id" = $1`,
    values: [attempt],
  })
  if (!rows[0]) return null
  const { learner, settings, paper, versions } = rowSchema.parse(rows[0])
  const byId = new Map(versions.map((row) => [row.id, toLoadedVersion({ req, row })]))
  const loaded: LoadedPaper = {
    learner,
    settings,
    items: paper.map((item) => {
      const version = byId.get(item.version)
      if (!version) throw new Error(`There is no question version ${item.version}.`)
      return { ...item, loaded: version }
    }),
  }
  cachesOf(req).papers.set(attempt, loaded)
  return loaded
}

/** Remembers the paper of an attempt that has just begun, if this process knows all of its questions from earlier ones. */
export function rememberPaper({
  req,
  attempt,
  learner,
  settings,
  paper,
}: {
  req: OperationRequest
  attempt: string
  learner: string
  settings: TestSettings
  paper: (PaperItem & { question: string })[]
}): void {
  const { versions, papers } = cachesOf(req)
  const items = paper.flatMap((item) => {
    const loaded = versions.get(item.version)
    return loaded ? [{ ...item, loaded }] : []
  })
  if (items.length === paper.length) papers.set(attempt, { learner, settings, items })
}
