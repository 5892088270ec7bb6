import type { LocalizedText } from '@lectern/content-schemas'

/** The scale of a survey that has none of its own. Its ids are stored in responses: they are never renamed. */
export const agreement: { id: string; text: LocalizedText }[] = [
  { id: 'agreement-1', text: { en: 'Strongly disagree', ru: 'Совсем не согласен' } },
  { id: 'agreement-2', text: { en: 'Disagree', ru: 'Не согласен' } },
  { id: 'agreement-3', text: { en: 'Neither', ru: 'Нейтрально' } },
  { id: 'agreement-4', text: { en: 'Agree', ru: 'Согласен' } },
  { id: 'agreement-5', text: { en: 'Strongly agree', ru: 'Полностью согласен' } },
]
