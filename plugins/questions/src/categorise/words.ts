import type { Locale } from '@lectern/content-schemas'

const en = {
  legend: 'Choose the category of each item; some may belong to none',
  empty: 'None',
  nowhere: 'Belongs nowhere',
}

const ru: typeof en = {
  legend: 'Выберите категорию каждого элемента; некоторые могут не относиться ни к одной',
  empty: 'Никакая',
  nowhere: 'Никуда не относится',
}

const ar: typeof en = {
  legend: 'اختر فئة كل عنصر؛ قد لا ينتمي بعضها إلى أي فئة',
  empty: 'لا شيء',
  nowhere: 'لا ينتمي إلى أي فئة',
}

/** What a question of categories says to learners. */
export function wordsOf(locale: Locale): typeof en {
  return { en, ru, ar }[locale]
}
