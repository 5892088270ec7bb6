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

const ar: typeof en = {
  fillIn: 'املأ الفراغات',
  gap: (number, total) => `الفراغ ${number} من ${total}`,
  shortGap: (number) => `الفراغ ${number}`,
  choose: 'اختر',
  leftEmpty: 'تُرك فارغًا',
  words: 'الكلمات',
  wordsHint: 'اختر كلمة في كل فراغ. أو اضغط على كلمة لوضعها في الفراغ التالي، أو اسحبها إلى فراغ؛ واضغط عليها مجددًا لإخراجها.',
  group: (number) => `كلمات للفراغات ذات الرقم ${number}`,
  used: 'مستخدمة',
  placed: (word, number) => `«${word}» في الفراغ ${number}.`,
  emptied: (number) => `الفراغ ${number} فارغ.`,
  noGap: 'لا فراغ متاح لهذه الكلمة.',
}

/** What questions with gaps say to learners, by language. */
export function gapWords(locale: Locale): typeof en {
  return { en, ru, ar }[locale]
}
