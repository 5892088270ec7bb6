import type { Locale } from '@lectern/content-schemas'

const words = {
  en: {
    one: 'Mark one place on the picture',
    several: (most: number) => `Mark places on the picture, ${most} at most`,
    mark: (number: number) => `Mark ${number}`,
    remove: (number: number) => `Remove mark ${number}`,
    full: 'All marks are set. Remove one, or move it.',
    put: (number: number, place: string) => `Mark ${number} is set: ${place}`,
    removed: 'The mark is removed',
  },
  ru: {
    one: 'Отметьте одно место на картинке',
    several: (most: number) => `Отметьте места на картинке, не больше ${most}`,
    mark: (number: number) => `Отметка ${number}`,
    remove: (number: number) => `Убрать отметку ${number}`,
    full: 'Все отметки поставлены. Уберите одну или передвиньте.',
    put: (number: number, place: string) => `Отметка ${number} поставлена: ${place}`,
    removed: 'Отметка убрана',
  },
  ar: {
    one: 'حدّد موضعًا واحدًا على الصورة',
    several: (most: number) => `حدّد مواضع على الصورة، ${most} على الأكثر`,
    mark: (number: number) => `العلامة ${number}`,
    remove: (number: number) => `إزالة العلامة ${number}`,
    full: 'وُضعت كل العلامات. أزل واحدة أو انقلها.',
    put: (number: number, place: string) => `وُضعت العلامة ${number}: ${place}`,
    removed: 'أُزيلت العلامة',
  },
} satisfies Record<Locale, unknown>

/** What a question about places of a picture says to learners. */
export function wordsOf(locale: Locale): typeof words.en {
  return words[locale]
}
