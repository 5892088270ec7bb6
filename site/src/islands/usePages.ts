import type { Attempt, AttemptItem } from '@lectern/content-schemas'
import { useState } from 'react'
import { isBlank } from '../lib/isBlank.ts'

/** A question in the list of all: `number` from 1. */
export type ListedQuestion = { item: string; number: number; page: number; answered: boolean; flagged: boolean; checked: boolean }

type Pages = {
  /** Number of the shown page, from 0, and how many there are. */
  at: number
  count: number
  page: AttemptItem[]
  listed: ListedQuestion[]
  isForwardOnly: boolean
  toPage: (at: number) => void
}

/**
 * The questions of an attempt by page. Where the test goes forward only, the server has sent those of one page, and turning it is
 * the server's to do.
 */
export function usePages({ attempt, items }: { attempt: Attempt; items: AttemptItem[] }): Pages {
  const isForwardOnly = attempt.page !== null
  const [chosen, setChosen] = useState(0)
  const at = attempt.page ?? chosen
  const held = new Map(items.map((item) => [item.item, item]))
  const onPage = new Set(attempt.outline.flatMap(({ item, page }) => (page === at ? [item] : [])))
  return {
    at,
    count: Math.max(0, ...attempt.outline.map(({ page }) => page)) + 1,
    page: items.filter(({ item }) => onPage.has(item)),
    listed: attempt.outline.map((entry, index) => {
      const item = held.get(entry.item)
      const known = item ? { answered: !isBlank(item.response), flagged: item.flagged } : entry
      const { answered, flagged } = known
      return { item: entry.item, number: index + 1, page: entry.page, answered, flagged, checked: Boolean(item?.check) }
    }),
    isForwardOnly,
    toPage: setChosen,
  }
}
