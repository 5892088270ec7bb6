import type { Field } from 'payload'

export const ignoreDiacriticsField: Field = {
  name: 'ignoreDiacritics',
  type: 'checkbox',
  defaultValue: false,
  label: { en: 'Accents do not matter', ru: 'Не учитывать диакритику' },
  admin: {
    description: {
      en: '“cafe” counts as “café”, and in Russian “е” as “ё”. “и” never counts as “й”.',
      ru: '«е» засчитывается как «ё», “cafe” — как “café”. «и» никогда не засчитывается как «й».',
    },
  },
}

export const editDistanceField: Field = {
  name: 'editDistance',
  type: 'number',
  min: 0,
  max: 2,
  defaultValue: 0,
  label: { en: 'Slips of the keyboard that are forgiven', ru: 'Сколько опечаток прощать' },
  admin: {
    step: 1,
    description: {
      en: '0, 1 or 2 characters left out, added, replaced or swapped; at most one for every three of the answer, never a digit, and not in answers with *.',
      ru: '0, 1 или 2 пропущенных, лишних, заменённых или переставленных символа; не больше одного на каждые три символа ответа, не в цифрах и не в ответах с *.',
    },
  },
}
