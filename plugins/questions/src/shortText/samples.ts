import type { QuestionSample } from '@lectern/kernel'
import type { ShortText, ShortTextResponse } from './schema.ts'

export const shortTextSamples: QuestionSample<ShortText, ShortTextResponse>[] = [
  {
    name: 'spellings in two languages, a near miss and a catch-all',
    authored: {
      stem: { en: 'Which **header** names the type of the body?', ru: 'Какой **заголовок** называет тип тела?' },
      generalFeedback: { en: 'The same bytes look different under another type.' },
      caseSensitive: false,
      answers: [
        { id: 'h1', text: { en: 'Content-Type', ru: 'Тип содержимого' }, fraction: 1, feedback: { en: 'Exactly so.' } },
        { id: 'h7', text: { en: 'Content-Type:*' }, fraction: 1, feedback: {} },
        { id: 'h4', text: { en: 'Accept' }, fraction: 0.5, feedback: { en: 'That one is the wish of the browser.' } },
        { id: 'h9', text: { en: '*' }, fraction: 0, feedback: { en: 'Look at the first lines.' } },
      ],
    },
    correct: { text: 'content-type' },
    partial: { response: { text: 'accept' }, fraction: 0.5 },
    wrong: { text: 'Cookie' },
    invalid: { text: 'x'.repeat(1001) },
    secrets: ['Content-Type', 'Тип содержимого', 'Accept', 'wish of the browser', 'Exactly so'],
  },
  {
    name: 'capitals count',
    authored: {
      stem: { en: 'Write the symbol of sodium chloride.' },
      generalFeedback: {},
      caseSensitive: true,
      answers: [{ id: 's1', text: { en: 'NaCl' }, fraction: 1, feedback: { en: 'Table salt.' } }],
    },
    correct: { text: 'NaCl' },
    wrong: { text: 'NACL' },
    invalid: { text: 11 },
    secrets: ['NaCl', 'Table salt'],
  },
]
