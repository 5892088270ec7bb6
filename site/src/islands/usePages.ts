import type { Attempt, AttemptItem } from '@lectern/content-schemas'
import { pageSizeOf } from '@lectern/content-schemas/attemptRules'
import { useState } from 'react'

type Pages = {
  /** Number of the shown page, from 0. */
  at: number
  pages: AttemptItem[][]
  page: AttemptItem[]
  isForwardOnly: boolean
  toPage: (at: number) => void
}

/**
 * The questions of an attempt by page. Where the test goes forward only, one goes on where the last answer stands, and the
 * first answer of a new page, blank if need be, is what tells the server that the pages before it have been passed.
 */
export function usePages({
  attempt,
  items,
  answer,
}: {
  attempt: Attempt
  items: AttemptItem[]
  answer: (input: { item: string; response: unknown }) => void
}): Pages {
  const isForwardOnly = attempt.settings.navigation === 'sequential'
  const pages = toPages({ items, pageSize: pageSizeOf(attempt.settings) })
  const reached = pages.findLastIndex((page) => page.some(({ revision }) => revision > 0))
  const [at, setAt] = useState(isForwardOnly ? Math.max(0, reached) : 0)
  return {
    at,
    pages,
    page: pages[at] ?? [],
    isForwardOnly,
    toPage: (next) => {
      const first = pages[next]?.[0]
      if (!first || (isForwardOnly && next < at)) return
      if (isForwardOnly && first.revision === 0) answer({ item: first.item, response: first.response ?? null })
      setAt(next)
    },
  }
}

function toPages<Item>({ items, pageSize }: { items: Item[]; pageSize: number }): Item[][] {
  if (items.length <= pageSize) return [items]
  return Array.from({ length: Math.ceil(items.length / pageSize) }, (_, at) => items.slice(at * pageSize, (at + 1) * pageSize))
}
