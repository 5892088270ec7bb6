import type { Certainty } from '@lectern/content-schemas'
import { certainties } from '@lectern/content-schemas/behaviourNames'

/** An answer that has been given and not yet been stored. `revision` counts the answers to one item, from 1. */
export type QueuedResponse = { item: string; revision: number; response: unknown; certainty: Certainty | null }

/** At most one entry an item, in the order in which items were last answered. */
export type ResponseQueue = readonly QueuedResponse[]

type Stored = { item: string; revision: number; response: unknown; certainty: Certainty | null }

/** Puts an answer at the end; it replaces an older one to the same item, and an older one never replaces it. */
export function enqueue(queue: ResponseQueue, entry: QueuedResponse): ResponseQueue {
  const waiting = queue.find(({ item }) => item === entry.item)
  if (waiting && waiting.revision >= entry.revision) return queue
  return [...queue.filter(({ item }) => item !== entry.item), entry]
}

/** The revision that the next answer to an item gets: above what is stored and above what waits. */
export function nextRevision({ queue, stored }: { queue: ResponseQueue; stored: { item: string; revision: number } }): number {
  const waiting = queue.find(({ item }) => item === stored.item)
  return Math.max(stored.revision, waiting?.revision ?? 0) + 1
}

/**
 * What the learner sees after coming back: for each item the answer of the higher revision. Entries that the server has
 * overtaken (another device) leave the queue; the rest stays, lowest revision first, so that they are sent in order.
 */
export function mergeQueue<T extends Stored>({ items, queue }: { items: readonly T[]; queue: ResponseQueue }) {
  const byItem = new Map(queue.map((entry) => [entry.item, entry]))
  const newer = (item: T): QueuedResponse | undefined => {
    const entry = byItem.get(item.item)
    return entry && entry.revision > item.revision ? entry : undefined
  }
  const merged = items.map((item) => {
    const entry = newer(item)
    return entry ? { ...item, response: entry.response ?? null, certainty: entry.certainty } : item
  })
  const waiting = items.flatMap((item) => newer(item) ?? [])
  return { items: merged, queue: waiting.toSorted((a, b) => a.revision - b.revision), overtaken: waiting.length < byItem.size }
}

/** Takes an entry out once the server has answered for it; one that was given meanwhile stays. */
export function settle(queue: ResponseQueue, sent: { item: string; revision: number }): ResponseQueue {
  return queue.filter(({ item, revision }) => item !== sent.item || revision > sent.revision)
}

/** Reads a queue from storage; anything that is not one is an empty queue. */
export function parseQueue(text: string | null): ResponseQueue {
  let value: unknown
  try {
    value = JSON.parse(text ?? '[]')
  } catch {
    return []
  }
  return Array.isArray(value) ? value.flatMap(toQueuedResponse) : []
}

function toQueuedResponse(value: unknown): QueuedResponse[] {
  if (typeof value !== 'object' || value === null || !('item' in value) || !('revision' in value)) return []
  const { item, revision } = value
  if (typeof item !== 'string' || typeof revision !== 'number' || !Number.isInteger(revision) || !('response' in value)) return []
  const certainty = 'certainty' in value ? (certainties.find((level) => level === value.certainty) ?? null) : null
  return [{ item, revision, response: value.response, certainty }]
}
