import { type AnyQuestionType, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { fingerprintsOf } from './fingerprint.ts'
import { leastSimilarity } from './indexQuestions.ts'

const similarSchema = z.object({ id: z.string(), name: z.string(), similarity: z.number(), same: z.boolean() })
/** `same`: it says word for word the same. `similarity` 0…1. */
export type SimilarQuestion = z.infer<typeof similarSchema>

/** At most five questions of the bank that say what an unsaved one says, the most alike first. One statement a language. */
export async function findSimilar({
  req,
  type,
  body,
  except,
}: {
  req: OperationRequest
  type: AnyQuestionType
  body: unknown
  /** The question itself, where it is saved already. */
  except: string | null
}): Promise<SimilarQuestion[]> {
  const sql = await sqlOf(req)
  const found = new Map<string, SimilarQuestion>()
  for (const { language, digest, words, keys } of fingerprintsOf({ type, version: type.schema.version, body })) {
    const rows = await sql.rows({
      text: `select c."question" as id, q."name", similarity(c."words", $2)::float8 as similarity, c."digest" = $4 as same
             from "question_fingerprints" c join "questions" q on q."id" = c."question"::uuid
             where c."keys" ?| $3::text[] and c."language" = $1 and c."question" is distinct from $5 and similarity(c."words", $2) >= $6
             order by 4 desc, 3 desc, 1 limit 5`,
      values: [language, words, keys, digest, except, leastSimilarity],
    })
    for (const similar of z.array(similarSchema).parse(rows)) {
      const known = found.get(similar.id)
      if (!known || known.similarity < similar.similarity) found.set(similar.id, similar)
    }
  }
  return [...found.values()].sort((left, right) => right.similarity - left.similarity).slice(0, 5)
}
