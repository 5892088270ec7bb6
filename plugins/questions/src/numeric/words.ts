import type { Locale } from '@lectern/content-schemas'

const en = {
  legend: 'Your answer, a number',
  number: 'Number',
  unit: 'Unit',
  noUnit: 'Choose a unit',
  unitRequired: 'Give the unit too.',
  unitOptional: 'You may add a unit.',
  any: 'A decimal point or comma, or a power of ten such as 1.5e6.',
  point: 'With a decimal point; a power of ten as in 1.5e6.',
  comma: 'With a decimal comma; a power of ten as in 1,5e6.',
  between: (least: string, greatest: string) => `from ${least} to ${greatest}`,
}

const ru: typeof en = {
  legend: 'Ваш ответ числом',
  number: 'Число',
  unit: 'Единица',
  noUnit: 'Выберите единицу',
  unitRequired: 'Укажите и единицу измерения.',
  unitOptional: 'Можно указать единицу измерения.',
  any: 'С десятичной точкой или запятой; степень десяти — как 1,5e6.',
  point: 'С десятичной точкой; степень десяти — как 1.5e6.',
  comma: 'С десятичной запятой; степень десяти — как 1,5e6.',
  between: (least, greatest) => `от ${least} до ${greatest}`,
}

const ar: typeof en = {
  legend: 'إجابتك، عدد',
  number: 'العدد',
  unit: 'الوحدة',
  noUnit: 'اختر وحدة',
  unitRequired: 'اذكر الوحدة أيضًا.',
  unitOptional: 'يمكنك إضافة وحدة.',
  any: 'بنقطة أو فاصلة عشرية، أو بقوة للعشرة مثل 1.5e6.',
  point: 'بنقطة عشرية؛ وقوة العشرة هكذا 1.5e6.',
  comma: 'بفاصلة عشرية؛ وقوة العشرة هكذا 1,5e6.',
  between: (least, greatest) => `من ${least} إلى ${greatest}`,
}

/** What a numeric question says to learners, by language. */
export function numericWords(locale: Locale): typeof en {
  return { en, ru, ar }[locale]
}

/** A number as it is written in the language, without groups: 1.5 → `1,5` in Russian. */
export function writeNumber({ value, locale }: { value: number; locale: Locale }): string {
  return locale === 'ru' ? String(value).replace('.', ',') : String(value)
}
