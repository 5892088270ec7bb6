import type { Locale } from '@lectern/content-schemas'

/** As many as there may be markers. Letters that are taken for digits or for one another are left out. */
const letters: Record<Locale, string> = {
  en: 'ABCDEFGHJKLMNPQRSTUVWXYZabdefghjk',
  ru: 'АБВГДЕЖИКЛМНПРСТУФХЦЧШЩЭЮЯабвгдежи',
  ar: 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغءآؤئ',
}

/** The letter of a marker by its place in the list: drawings have numbers of their own, which those of markers would be taken for. */
export function markerLetter({ index, locale }: { index: number; locale: Locale }): string {
  return [...letters[locale]][index] ?? '·'
}
