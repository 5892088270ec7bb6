import type { Locale } from '@lectern/content-schemas'
import type { Point } from './shapes.ts'

const words = {
  en: {
    picture: 'Picture',
    missing: 'The picture cannot be shown.',
    crosshair: 'Crosshair',
    keys: 'On a keyboard: arrow keys move the crosshair, with Shift in larger steps; Enter marks the place.',
    at: (x: string, y: string) => `${x} % from the left, ${y} % from the top`,
    places: 'Or choose a place by its name',
    choose: 'Choose…',
    put: 'Mark this place',
    remove: 'Remove',
  },
  ru: {
    picture: 'Картинка',
    missing: 'Картинку не удаётся показать.',
    crosshair: 'Прицел',
    keys: 'С клавиатуры: стрелки двигают прицел, с Shift — крупным шагом; Enter отмечает место.',
    at: (x: string, y: string) => `${x} % слева, ${y} % сверху`,
    places: 'Или выберите место по названию',
    choose: 'Выберите…',
    put: 'Отметить это место',
    remove: 'Убрать',
  },
  ar: {
    picture: 'صورة',
    missing: 'لا يمكن عرض الصورة.',
    crosshair: 'علامة التصويب',
    keys: 'من لوحة المفاتيح: الأسهم تحرّك علامة التصويب، ومع Shift بخطوات أكبر؛ وEnter يعلّم الموضع.',
    at: (x: string, y: string) => `${x}٪ من اليسار، ${y}٪ من الأعلى`,
    places: 'أو اختر موضعًا باسمه',
    choose: 'اختر…',
    put: 'تعليم هذا الموضع',
    remove: 'إزالة',
  },
} satisfies Record<Locale, unknown>

/** What questions on a picture have in common to say. */
export function pictureWords(locale: Locale): typeof words.en {
  return words[locale]
}

/** A place in words, in whole percent. */
export function placeInWords({ point, locale }: { point: Point; locale: Locale }): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  return pictureWords(locale).at(number.format(point.x), number.format(point.y))
}
