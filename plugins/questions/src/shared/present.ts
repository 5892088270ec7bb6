import { type Feedback, type LocalizedText, type PresentInput, pickText } from '@lectern/content-schemas'
import { renderMarkdown, shuffleBySeed } from '@lectern/kernel/question'
import type { ChoiceBody, ChoiceView } from './options.ts'

/** The learner's projection of a choice question: named fields only, so that a new authored field stays at home. */
export function presentChoice({ authored, locale, seed }: PresentInput<ChoiceBody>): ChoiceView {
  const options = authored.options.map(({ id, text }) => ({ id, html: renderMarkdown(pickText({ text, locale })) }))
  return {
    stem: renderMarkdown(pickText({ text: authored.stem, locale })),
    options: authored.shuffle ? shuffleBySeed({ items: options, seed }) : options,
  }
}

/** Feedback as safe HTML, or nothing when the author wrote none. */
export function feedbackOf({
  text,
  locale,
  part,
}: {
  text: LocalizedText
  locale: PresentInput<unknown>['locale']
  part?: string
}): Feedback[] {
  const written = pickText({ text, locale }).trim()
  if (written === '') return []
  const html = renderMarkdown(written)
  return [part === undefined ? { html } : { part, html }]
}

/** The words of all languages by which search finds a question. */
export function searchTextOf(texts: LocalizedText[]): string {
  return texts
    .flatMap((text) => Object.values(text))
    .filter((text) => text.trim() !== '')
    .join('\n')
}
