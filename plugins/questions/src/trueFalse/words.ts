import type { Locale } from '@lectern/content-schemas'

const en = { legend: 'Is this statement true or false?', true: 'True', false: 'False' }
const ru: typeof en = { legend: 'Верно ли это утверждение?', true: 'Верно', false: 'Неверно' }
const ar: typeof en = { legend: 'هل هذه العبارة صحيحة أم خاطئة؟', true: 'صحيحة', false: 'خاطئة' }

/** The two answers and what is asked, by language. */
export function trueFalseWords(locale: Locale): typeof en {
  return { en, ru, ar }[locale]
}
