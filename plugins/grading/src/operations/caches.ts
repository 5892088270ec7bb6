import type { OperationRequest } from '@lectern/kernel'
import type { BasePayload } from 'payload'
import { createLru, type Lru } from '../lru.ts'
import type { LoadedPaper } from './loadPaper.ts'
import type { PublishedTest } from './publishedTest.ts'
import type { LoadedVersion } from './toLoadedVersion.ts'

/**
 * What one process remembers of rows that never change, and for a moment of which edition is current. Each Payload
 * instance has its own, so that two databases in one process do not mix.
 */
type Caches = {
  /** By id of the question version. */
  versions: Lru<LoadedVersion>
  /** By id of the attempt. */
  papers: Lru<LoadedPaper>
  /** By edition and test. */
  tests: Lru<PublishedTest>
  /** By test: the current edition, and until when (ms of the process's clock) that may be believed. */
  current: Lru<{ test: PublishedTest; until: number }>
}

const byPayload = new WeakMap<BasePayload, Caches>()

export function cachesOf({ payload }: OperationRequest): Caches {
  const known = byPayload.get(payload)
  if (known) return known
  const caches: Caches = {
    versions: createLru({ max: 20_000 }),
    papers: createLru({ max: 5_000 }),
    tests: createLru({ max: 2_000 }),
    current: createLru({ max: 2_000 }),
  }
  byPayload.set(payload, caches)
  return caches
}
