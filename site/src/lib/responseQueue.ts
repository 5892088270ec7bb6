/** An answer that has been given and not yet been stored. `revision` counts the answers to one item, from 1. */
export type QueuedResponse = { item: string; revision: number; response: unknown }

/** At most one entry an item, in the order in which items were last answered. */
export type ResponseQueue = readonly QueuedResponse[]

type Stored = { item: string; revision: number; response: unknown }

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
  const isNewer = (item: T): boolean => (byItem.get(item.item)?.revision ?? 0) > item.revision
  const merged = items.map((item) => (isNewer(item) ? { ...item, response: byItem.get(item.item)?.response ?? null } : item))
  const waiting = items.flatMap((item) => {
    const entry = byItem.get(item.item)
    return entry && isNewer(item) ? [entry] : []
  })
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
  return Array.isArray(value) ? value.filter(isQueuedResponse) : []
}

function isQueuedResponse(value: unknown): value is QueuedResponse {
  if (typeof value !== 'object' || value === null || !('item' in value) || !('revision' in value)) return false
  return typeof value.item === 'string' && Number.isInteger(value.revision) && 'response' in value
}
