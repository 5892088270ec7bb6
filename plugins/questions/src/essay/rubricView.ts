import { type Locale, pickText } from '@lectern/content-schemas'
import { renderMarkdown } from '@lectern/kernel/question'
import type { Rubric, RubricView } from './schema.ts'
import { wordsOf } from './words.ts'

/** The rubric in one language: criteria as written, levels from the most points to the fewest. */
export function toRubricView({ rubric, locale }: { rubric: Rubric; locale: Locale }): RubricView {
  return rubric.criteria.map(({ id, text, levels }) => ({
    id,
    html: renderMarkdown(pickText({ text, locale })),
    levels: [...levels]
      .sort((left, right) => right.points - left.points)
      .map((level) => ({ id: level.id, html: renderMarkdown(pickText({ text: level.text, locale })), points: level.points })),
  }))
}

/** The rubric as one piece of safe HTML, for reviews. */
export function rubricHtml({ rubric, locale }: { rubric: Rubric; locale: Locale }): string {
  const words = wordsOf(locale)
  const criteria = toRubricView({ rubric, locale }).map(({ html, levels }) => {
    const items = levels.map((level) => `<li><div>${level.html}</div> — ${words.points(level.points)}</li>`)
    return `<li><div>${html}</div><ul>${items.join('')}</ul></li>`
  })
  return criteria.length === 0 ? '' : `<p>${words.rubric}:</p><ul>${criteria.join('')}</ul>`
}
