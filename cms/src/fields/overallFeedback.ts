import type { Field } from 'payload'

/** What the author says of a whole attempt, by how much was earned. */
export const overallFeedback: Field = {
  name: 'overallFeedback',
  type: 'array',
  dbName: 'test_feedback_bands',
  maxRows: 20,
  label: { en: 'Overall feedback', ru: 'Общий комментарий' },
  labels: {
    singular: { en: 'Comment on a score', ru: 'Комментарий к результату' },
    plural: { en: 'Comments on scores', ru: 'Комментарии к результатам' },
  },
  admin: {
    description: {
      en: 'Shown above the review, where feedback is shown: the comment with the highest percentage that was reached.',
      ru: 'Виден над разбором, если комментарии видны: тот, чей процент достигнут и выше прочих.',
    },
  },
  fields: [
    {
      name: 'fromPercent',
      type: 'number',
      required: true,
      min: 0,
      max: 100,
      defaultValue: 0,
      label: { en: 'From (%)', ru: 'От (%)' },
    },
    {
      name: 'text',
      type: 'textarea',
      required: true,
      localized: true,
      maxLength: 20_000,
      label: { en: 'Comment (Markdown)', ru: 'Комментарий (Markdown)' },
    },
  ],
}
