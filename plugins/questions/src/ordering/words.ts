import type { Locale } from '@lectern/content-schemas'

const en = {
  legend: 'Put the items in order, first to last',
  untouched: 'This order was drawn by chance and is no answer yet.',
  keep: 'Answer with this order',
  up: 'Move up',
  down: 'Move down',
  moved: '{item}: place {place} of {total}',
  rightPlace: 'Right place',
  clear: 'Clear my answer',
}

const ru: typeof en = {
  legend: 'Расположите по порядку, от первого к последнему',
  untouched: 'Этот порядок случаен и пока не является ответом.',
  keep: 'Ответить этим порядком',
  up: 'Переместить выше',
  down: 'Переместить ниже',
  moved: '{item}: место {place} из {total}',
  rightPlace: 'Верное место',
  clear: 'Убрать ответ',
}

const ar: typeof en = {
  legend: 'رتّب العناصر من الأول إلى الأخير',
  untouched: 'هذا الترتيب عشوائي وليس إجابة بعد.',
  keep: 'الإجابة بهذا الترتيب',
  up: 'نقل إلى الأعلى',
  down: 'نقل إلى الأسفل',
  moved: '{item}: الموضع {place} من {total}',
  rightPlace: 'الموضع الصحيح',
  clear: 'مسح إجابتي',
}

/** What an ordering question says to learners. */
export function wordsOf(locale: Locale): typeof en {
  return { en, ru, ar }[locale]
}
