import type { AttemptItem, Locale } from '@lectern/content-schemas'
import type { StoredResponse } from './attemptRow.ts'
import type { LoadedItem } from './loadPaper.ts'

/** A question as the learner sees it: the type's projection, never its body. */
export function toItem({
  question,
  stored,
  locale,
}: {
  question: LoadedItem
  stored: StoredResponse | undefined
  locale: Locale
}): AttemptItem {
  const { type, authored } = question.loaded
  return {
    item: question.item,
    type: type.schema.type,
    typeVersion: type.schema.version,
    maxMark: question.maxMark,
    view: type.present({ authored, locale, seed: question.seed }),
    response: stored?.response ?? null,
    revision: stored?.revision ?? 0,
  }
}
