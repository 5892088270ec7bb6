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
  if (answers.some((answer) => /<(p|pre|ul|ol|table|blockquote|h[1-6])\b/.test(answer))) {
    return `<ul>${answers.map((answer) => `<li>${answer}</li>`).join('')}</ul>`
  }
  return listFormat({ locale, relation })
    .formatToParts(answers.map((answer) => `<span>${answer}</span>`))
    .map(({ value }) => value)
    .join('')
}

const formats = new Map<string, Intl.ListFormat>()

/** Making a format costs more than using it hundreds of times. */
function listFormat({ locale, relation }: { locale: Locale; relation: 'or' | 'and' }): Intl.ListFormat {
  const name = `${locale} ${relation}`
  const known = formats.get(name)
  if (known) return known
  const format = new Intl.ListFormat(locale, { type: relation === 'or' ? 'disjunction' : 'conjunction' })
  formats.set(name, format)
  return format
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
