import { describe, expect, it } from 'vitest'
import { enqueue, mergeQueue, nextRevision, parseQueue, type ResponseQueue, settle } from './responseQueue.ts'

const entry = (item: string, revision: number, response: unknown = `${item}${revision}`) => ({
  item,
  revision,
  response,
  certainty: null,
})

describe('responseQueue', () => {
  it('keeps one entry an item, the newest, at the end', () => {
    const queue = [entry('a', 1), entry('b', 1)]
    expect(enqueue(queue, entry('a', 2))).toEqual([entry('b', 1), entry('a', 2)])
  })

  it('never lets an older answer replace a newer one', () => {
    const queue = [entry('a', 3)]
    expect(enqueue(queue, entry('a', 2))).toBe(queue)
  })

  it('counts revisions above what is stored and what waits', () => {
    expect(nextRevision({ queue: [], stored: { item: 'a', revision: 4 } })).toBe(5)
    expect(nextRevision({ queue: [entry('a', 7)], stored: { item: 'a', revision: 4 } })).toBe(8)
  })

  it('shows the waiting answer where it is newer, and sends in the order of revisions', () => {
    const items = [entry('a', 1, 'server'), entry('b', 1, 'server'), entry('c', 0, null)]
    const merged = mergeQueue({ items, queue: [entry('c', 5), entry('a', 2)] })
    expect(merged.items.map(({ response }) => response)).toEqual(['a2', 'server', 'c5'])
    expect(merged.queue).toEqual([entry('a', 2), entry('c', 5)])
    expect(merged.overtaken).toBe(false)
  })

  it('drops an answer that another device has overtaken, and says so', () => {
    const merged = mergeQueue({ items: [entry('a', 6, 'elsewhere')], queue: [entry('a', 4)] })
    expect(merged).toEqual({ items: [entry('a', 6, 'elsewhere')], queue: [], overtaken: true })
  })

  it('shows a cleared answer as blank', () => {
    expect(mergeQueue({ items: [entry('a', 1, 'x')], queue: [entry('a', 2, null)] }).items[0]?.response).toBeNull()
  })

  it('keeps an answer that was given while an older one was being sent', () => {
    const queue: ResponseQueue = [entry('a', 3)]
    expect(settle(queue, { item: 'a', revision: 2 })).toEqual(queue)
    expect(settle(queue, { item: 'a', revision: 3 })).toEqual([])
  })

  it.each([null, '', 'nonsense', '{}', '[1, null, {"item": 3}]'])('reads %j as an empty queue', (text) => {
    expect(parseQueue(text)).toEqual([])
  })
})
