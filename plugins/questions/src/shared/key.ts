import type { Locale } from '@lectern/content-schemas'

/** Right answers as one piece of HTML: alternatives are joined by “or”, parts that belong together by “and”. */
export function joinAnswers({
  answers,
  relation,
  locale,
}: {
  answers: string[]
  relation: 'or' | 'and'
  locale: Locale
}): string {
  const list = new Intl.ListFormat(locale, { type: relation === 'or' ? 'disjunction' : 'conjunction' })
  if (answers.some((answer) => /<(p|pre|ul|ol|table|blockquote|h[1-6])\b/.test(answer))) {
    return `<ul>${answers.map((answer) => `<li>${answer}</li>`).join('')}</ul>`
  }
  return list
    .formatToParts(answers.map((answer) => `<span>${answer}</span>`))
    .map(({ value }) => value)
    .join('')
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
