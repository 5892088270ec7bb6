import { asSystem } from '@lectern/kernel'
import type { PayloadRequest } from 'payload'
import { type Changeable, changeableSchema } from '../domain/questionChanges.ts'

const why = 'the author who asked for the change may write every question; the queue does the work'

/** The newest version of a question as far as many can be changed at once; null when there is none. */
export async function readChangeable({ req, question }: { req: PayloadRequest; question: string }): Promise<Changeable | null> {
  const { docs } = await req.payload.find({
    collection: 'questions',
    where: { id: { equals: question } },
    select: { tags: true, category: true, difficulty: true, retired: true, _status: true },
    draft: true,
    depth: 0,
    limit: 1,
    pagination: false,
    ...asSystem(req, why),
  })
  const doc = docs[0]
  if (!doc) return null
  const { tags, category, difficulty, retired, _status } = doc
  return changeableSchema.parse({
    tags: tags ?? [],
    category: category ?? null,
    difficulty: difficulty ?? null,
    retired: retired ?? false,
    status: _status ?? 'draft',
  })
}

/**
 * Saves a question in its new state, with a version of it: by the same rules as the form, so that what cannot be published
 * is refused with a ValidationError. A draft that waits beside a published question stays a draft.
 */
export async function writeChangeable({
  req,
  question,
  before,
  after,
}: {
  req: PayloadRequest
  question: string
  before: Changeable
  after: Changeable
}): Promise<void> {
  const { status, ...fields } = after
  await req.payload.update({
    collection: 'questions',
    id: question,
    data: { ...fields, _status: status },
    draft: before.status === 'draft' && status === 'draft',
    depth: 0,
    ...asSystem(req, why),
  })
}
