import type { Locale } from '@lectern/content-schemas'

const words = {
  en: {
    legend: 'Put the markers where they belong',
    how: 'Choose a marker, then mark its place on the picture. It can also be dragged there.',
    often: 'may be used more than once',
    onPicture: 'on the picture',
    put: (name: string, place: string) => `${name} is put: ${place}`,
    remove: (name: string) => `Remove ${name}`,
    removed: (name: string) => `${name} is removed`,
    full: (name: string) => `${name} cannot be put more often. Remove one, or move it.`,
  },
  ru: {
    legend: 'Поставьте метки на их места',
    how: 'Выберите метку, затем отметьте её место на картинке. Её можно и перетащить.',
    often: 'можно ставить несколько раз',
    onPicture: 'на картинке',
    put: (name: string, place: string) => `Метка «${name}» поставлена: ${place}`,
    remove: (name: string) => `Убрать метку «${name}»`,
    removed: (name: string) => `Метка «${name}» убрана`,
    full: (name: string) => `Метку «${name}» больше ставить нельзя. Уберите одну или передвиньте.`,
  },
  ar: {
    legend: 'ضع العلامات في مواضعها',
    how: 'اختر علامة ثم حدّد موضعها على الصورة. يمكن أيضًا سحبها إليه.',
    often: 'يمكن استخدامها أكثر من مرة',
    onPicture: 'على الصورة',
    put: (name: string, place: string) => `وُضعت العلامة «${name}»: ${place}`,
    remove: (name: string) => `إزالة «${name}»`,
    removed: (name: string) => `أُزيلت العلامة «${name}»`,
    full: (name: string) => `لا يمكن وضع «${name}» مرات أكثر. أزل واحدة أو انقلها.`,
  },
} satisfies Record<Locale, unknown>

/** What a question of markers says to learners. */
export function wordsOf(locale: Locale): typeof words.en {
  return words[locale]
}
