import type { FolderQuestion } from '../domain/courseFolder/types.ts'
import { mapMarkdownImages } from '../domain/questions/bodyFiles.ts'
import { readFolderQuestion } from '../questions/checkQuestions.ts'
import { partId } from './digest.ts'
import { idFor } from './saveDocument.ts'
import type { StoreContext } from './storeContext.ts'

export type PlannedQuestion = { sourceKey: string; id: string; data: Record<string, unknown> }

/** A question of YAML as it will be stored. Null for one that is unfit, which was reported when the folder was checked. */
export async function planQuestion({
  question,
  sourceKey,
  name,
  context: { course, known, media, questionTypes, categories },
}: {
  question: FolderQuestion
  sourceKey: string
  /** What it is called when it has no name of its own. */
  name: string
  context: StoreContext
}): Promise<PlannedQuestion | null> {
  const placed = Object.entries(question.body).map(([key, value]) => [key, placeFiles({ value, media })])
  const stored = readFolderQuestion({
    question: { ...question, body: Object.fromEntries(placed) },
    types: questionTypes,
    language: course.language,
    idFor: (part) => partId(`${sourceKey} ${part}`),
  })
  if (!stored.ok) return null
  const { type, typeVersion, body, text } = stored.value
  const { tags, difficulty = null, retired } = question
  const category = await categories.idOf(question.category)
  const block = { ...body, id: partId(sourceKey) }
  const data = { name: question.name ?? name, type, typeVersion, text, tags, difficulty, category, retired, body: [block] }
  return { sourceKey, id: idFor(known.questions.get(sourceKey)), data }
}

/** A body with the ids and addresses of the library in place of digests. What was refused there stays nameless. */
function placeFiles({ value, media }: { value: unknown; media: StoreContext['media'] }): unknown {
  if (typeof value === 'string') {
    const digest = digestIn(value)
    if (digest !== null) return media.get(digest)?.id ?? null
    return mapMarkdownImages({
      markdown: value,
      address: (url) => {
        const named = digestIn(url)
        return named === null ? null : (media.get(named)?.url ?? null)
      },
    })
  }
  if (Array.isArray(value)) return value.map((inner) => placeFiles({ value: inner, media }))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, placeFiles({ value: inner, media })]))
}

function digestIn(text: string): string | null {
  return /^sha256:([0-9a-f]{64})$/.exec(text)?.[1] ?? null
}
