import type { Field } from 'payload'
import { textRowsField } from '../shared/rowFields.ts'
import { maxCriteria, maxLevels, mostWords } from './schema.ts'

type Words = Record<string, string>

/** The three limits, in one line. */
export const limitFields: Field = {
  type: 'row',
  fields: [
    wordsField({
      name: 'minWords',
      label: { en: 'Words, at least', ru: 'Слов не меньше' },
      description: { en: 'Learners are told.', ru: 'Учащиеся это видят.' },
    }),
    wordsField({
      name: 'maxWords',
      label: { en: 'Words, at most', ru: 'Слов не больше' },
      description: {
        en: 'Learners are told; a longer text is taken.',
        ru: 'Учащиеся это видят; более длинный текст принимается.',
      },
    }),
    wordsField({
      name: 'hardLimit',
      label: { en: 'Refused above so many words', ru: 'Не принимать свыше стольких слов' },
      description: { en: 'Empty: no text is refused for its words.', ru: 'Пусто — ни один текст не отклоняется по числу слов.' },
    }),
  ],
}

export const rubricField: Field = {
  name: 'rubric',
  type: 'group',
  label: { en: 'Rubric', ru: 'Критерии оценки' },
  fields: [
    {
      name: 'show',
      type: 'select',
      defaultValue: 'writing',
      label: { en: 'Learners see it', ru: 'Учащиеся видят их' },
      options: [
        { value: 'writing', label: { en: 'while they write', ru: 'пока пишут' } },
        { value: 'review', label: { en: 'in a review that shows the right answer', ru: 'при просмотре с верным ответом' } },
        { value: 'never', label: { en: 'never', ru: 'никогда' } },
      ],
    },
    textRowsField({
      name: 'criteria',
      label: { en: 'Criteria', ru: 'Критерии' },
      labels: { singular: { en: 'Criterion', ru: 'Критерий' }, plural: { en: 'Criteria', ru: 'Критерии' } },
      description: {
        en: 'Who marks the answer chooses one level for each.',
        ru: 'Проверяющий выбирает по одному уровню для каждого.',
      },
      text: { label: { en: 'Criterion', ru: 'Критерий' }, description: { en: 'Markdown.', ru: 'Markdown.' } },
      multiline: true,
      maxRows: maxCriteria,
      fields: [
        textRowsField({
          name: 'levels',
          label: { en: 'Levels', ru: 'Уровни' },
          labels: { singular: { en: 'Level', ru: 'Уровень' }, plural: { en: 'Levels', ru: 'Уровни' } },
          description: { en: 'At least two, each with its own points.', ru: 'Не меньше двух, у каждого свои баллы.' },
          text: { label: { en: 'What an answer on it is like', ru: 'Каков ответ этого уровня' } },
          multiline: true,
          maxRows: maxLevels,
          fields: [
            {
              name: 'points',
              type: 'number',
              min: 0,
              max: 1000,
              defaultValue: 0,
              label: { en: 'Points', ru: 'Баллы' },
            },
          ],
        }),
      ],
    }),
  ],
}

/** A text for later, in every language. */
export function laterTextField({ name, label, description }: { name: string; label: Words; description: Words }): Field {
  return { name, type: 'textarea', localized: true, label, admin: { rows: 4, description } }
}

function wordsField({ name, label, description }: { name: string; label: Words; description: Words }): Field {
  return { name, type: 'number', min: 1, max: mostWords, label, admin: { step: 1, width: '33%', description } }
}
