import type { Locale } from '@lectern/content-schemas'

const en = { legend: 'Is this statement true or false?', true: 'True', false: 'False' }
const ru: typeof en = { legend: 'Верно ли это утверждение?', true: 'Верно', false: 'Неверно' }

/** The two answers and what is asked, by language. A language without its own words reads English. */
export function trueFalseWords(locale: Locale): typeof en {
  const all: Record<string, typeof en> = { en, ru }
  return all[locale] ?? en
}
