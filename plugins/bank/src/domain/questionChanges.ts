import { z } from 'zod'

export const changeableStatuses = ['publish', 'draft', 'retire', 'restore'] as const

/**
 * What can be changed for many questions at once; what is not there stays. `category` and `difficulty` null: none.
 * `status`: `publish` and `draft` as the buttons of a question do, `retire` and `restore` its mark.
 */
export const questionChangesSchema = z
  .strictObject({
    addTags: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
    removeTags: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
    category: z.uuid().nullable().optional(),
    difficulty: z.int().min(1).max(5).nullable().optional(),
    status: z.enum(changeableStatuses).optional(),
  })
  .refine(
    ({ addTags, removeTags, category, difficulty, status }) =>
      addTags.length + removeTags.length > 0 || category !== undefined || difficulty !== undefined || status !== undefined,
    'Say what to change.',
  )
export type QuestionChanges = z.infer<typeof questionChangesSchema>

/** The part of a question that such a change is about. `status` is that of its newest version. */
export const changeableSchema = z.object({
  tags: z.array(z.string()),
  category: z.string().nullable(),
  difficulty: z.number().nullable(),
  retired: z.boolean(),
  status: z.enum(['draft', 'published']),
})
export type Changeable = z.infer<typeof changeableSchema>

/** The question after the change. Added tags go to the end; a tag that is added and removed is removed. */
export function applyChanges({ before, changes }: { before: Changeable; changes: QuestionChanges }): Changeable {
  const { addTags, removeTags, category, difficulty, status } = changes
  return {
    tags: [...new Set([...before.tags, ...addTags])].filter((tag) => !removeTags.includes(tag)),
    category: category === undefined ? before.category : category,
    difficulty: difficulty === undefined ? before.difficulty : difficulty,
    retired: status === 'retire' ? true : status === 'restore' ? false : before.retired,
    status: status === 'publish' ? 'published' : status === 'draft' ? 'draft' : before.status,
  }
}

/** The fields in which two states differ. */
export function differencesOf({ before, after }: { before: Changeable; after: Changeable }): (keyof Changeable)[] {
  const names = ['tags', 'category', 'difficulty', 'retired', 'status'] as const
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

/**
 * The state to go back to: the fields that the change altered as they were before, the others as they are now. Null when
 * somebody has altered one of those fields since.
 */
export function undoChanges({
  now,
  before,
  after,
}: {
  now: Changeable
  before: Changeable
  after: Changeable
}): Changeable | null {
  const altered = differencesOf({ before, after })
  if (differencesOf({ before: now, after }).some((name) => altered.includes(name))) return null
  return { ...now, ...Object.fromEntries(altered.map((name) => [name, before[name]])) }
}
