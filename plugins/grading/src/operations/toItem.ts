import { type AttemptItem, type HandedFile, type Locale, pickText, type TestSettings } from '@lectern/content-schemas'
import { renderMarkdown } from '@lectern/kernel'
import { behaviours } from '../domain/behaviours.ts'
import { roundMark } from '../domain/marks.ts'
import type { StoredResponse } from './attemptRow.ts'
import type { LoadedItem } from './loadPaper.ts'
import type { PublishedTest } from './publishedTest.ts'

/** A question as the learner sees it: the type's projection, never its body. */
export function toItem({
  question,
  test,
  settings,
  stored,
  files = [],
  flagged,
  locale,
}: {
  question: LoadedItem
  test: PublishedTest
  settings: TestSettings
  stored: StoredResponse | undefined
  files?: HandedFile[] | undefined
  flagged: boolean
  locale: Locale
}): AttemptItem {
  const { type, authored } = question.loaded
  return {
    item: question.item,
    type: type.schema.type,
    typeVersion: type.schema.version,
    maxMark: type.marked === false ? 0 : roundMark(question.maxMark * behaviours[settings.behaviour].highest),
    marked: type.marked !== false,
    checkable: type.marked === undefined,
    flagged,
    section: sectionOf({ question, test, locale }),
    view: type.present({ authored, locale, seed: question.seed }),
    response: stored?.response ?? null,
    revision: stored?.revision ?? 0,
    files: type.files ? files : null,
    certainty: stored?.certainty ?? null,
    check: null,
  }
}

function sectionOf({
  question: { section: at },
  test,
  locale,
}: {
  question: LoadedItem
  test: PublishedTest
  locale: Locale
}): AttemptItem['section'] {
  const section = at === undefined ? undefined : test.items.filter((item) => 'kind' in item && item.kind === 'section')[at]
  if (!section) return null
  return {
    id: `s${at}`,
    title: pickText({ text: section.title, locale }),
    instructions: renderMarkdown(pickText({ text: section.instructions, locale })),
  }
}
