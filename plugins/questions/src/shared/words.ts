import type { GradedPart, Locale } from '@lectern/content-schemas'

const en = {
  chooseOne: 'Choose one answer',
  chooseAny: 'Choose every answer that is right',
  typeAnswer: 'Your answer',
  clear: 'Clear my answer',
  right: 'Right',
  partly: 'Partly right',
  wrong: 'Wrong',
  missed: 'This belonged to the answer',
  notAnswered: 'Not answered',
  rightAnswer: 'Right answer',
  isRight: 'This is a right answer',
}

const ru: typeof en = {
  chooseOne: 'Выберите один ответ',
  chooseAny: 'Выберите все верные ответы',
  typeAnswer: 'Ваш ответ',
  clear: 'Убрать ответ',
  right: 'Верно',
  partly: 'Частично верно',
  wrong: 'Неверно',
  missed: 'Это входило в ответ',
  notAnswered: 'Без ответа',
  rightAnswer: 'Верный ответ',
  isRight: 'Это верный ответ',
}

const ar: typeof en = {
  chooseOne: 'اختر إجابة واحدة',
  chooseAny: 'اختر كل إجابة صحيحة',
  typeAnswer: 'إجابتك',
  clear: 'مسح إجابتي',
  right: 'صحيح',
  partly: 'صحيح جزئيًا',
  wrong: 'خطأ',
  missed: 'كان هذا من الإجابة',
  notAnswered: 'بلا إجابة',
  rightAnswer: 'الإجابة الصحيحة',
  isRight: 'هذه إجابة صحيحة',
}

/** What the questions say to learners, by language. */
export function wordsFor(locale: Locale): typeof en {
  return { en, ru, ar }[locale]
}

/** Signs that stand beside the words of a mark, so that no mark is told by colour alone. */
export const signs: Record<GradedPart['state'], string> = { right: '✓', partly: '½', wrong: '✗', missed: '○' }
