import type { Locale } from '@lectern/content-schemas'

const en = {
  fillIn: 'Fill in the gaps',
  gap: (number: number, total: number) => `Gap ${number} of ${total}`,
  shortGap: (number: number) => `Gap ${number}`,
  choose: 'Choose',
  leftEmpty: 'Left empty',
  words: 'Words',
  wordsHint:
    'Choose a word in each gap. Or press a word to put it in the next empty gap, or drag it to a gap; press it again to take it out.',
  group: (number: number) => `Words for gaps marked ${number}`,
  used: 'used',
  placed: (word: string, number: number) => `“${word}” is in gap ${number}.`,
  emptied: (number: number) => `Gap ${number} is empty.`,
  noGap: 'No gap for this word is empty.',
}

const ru: typeof en = {
  fillIn: 'Заполните пропуски',
  gap: (number, total) => `Пропуск ${number} из ${total}`,
  shortGap: (number) => `Пропуск ${number}`,
  choose: 'Выберите',
  leftEmpty: 'Не заполнено',
  words: 'Слова',
  wordsHint:
    'Выберите слово в каждом пропуске. Или нажмите на слово, чтобы поставить его в следующий пустой пропуск, или перетащите его; нажмите ещё раз, чтобы убрать.',
  group: (number) => `Слова для пропусков с пометкой ${number}`,
  used: 'использовано',
  placed: (word, number) => `«${word}» — в пропуске ${number}.`,
  emptied: (number) => `Пропуск ${number} пуст.`,
  noGap: 'Для этого слова нет пустого пропуска.',
}

/** What questions with gaps say to learners, by language. A language without its own words reads English. */
export function gapWords(locale: Locale): typeof en {
  const all: Record<string, typeof en> = { en, ru }
  return all[locale] ?? en
}
