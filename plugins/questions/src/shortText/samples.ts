import type { QuestionSample } from '@lectern/kernel/question'
import type { ShortText, ShortTextResponse } from './schema.ts'

export const shortTextSamples: QuestionSample<ShortText, ShortTextResponse>[] = [
  {
    name: 'spellings in two languages, a near miss and a catch-all',
    authored: {
      stem: { en: 'Which **header** names the type of the body?', ru: 'Какой **заголовок** называет тип тела?' },
      generalFeedback: { en: 'The same bytes look different under another type.' },
      caseSensitive: false,
      ignoreDiacritics: false,
      editDistance: 0,
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
      ignoreDiacritics: false,
      editDistance: 0,
      answers: [{ id: 's1', text: { en: 'NaCl' }, fraction: 1, feedback: { en: 'Table salt.' } }],
    },
    correct: { text: 'NaCl' },
    wrong: { text: 'NACL' },
    invalid: { text: 11 },
    secrets: ['NaCl', 'Table salt'],
  },
  {
    name: 'accents do not matter and a slip is forgiven',
    authored: {
      stem: { en: 'Who painted *The Scream*?', ru: 'Кто написал «Крик»?' },
      generalFeedback: {},
      caseSensitive: false,
      ignoreDiacritics: true,
      editDistance: 1,
      answers: [
        { id: 'e3', text: { en: 'Édvard Munch', ru: 'Эдвард Мунк' }, fraction: 1, feedback: { en: 'In four versions.' } },
        { id: 'e8', text: { en: 'Munch', ru: 'Мунк' }, fraction: 0.5, feedback: {} },
        { id: 'e5', text: { en: '*' }, fraction: 0, feedback: { en: 'A Norwegian.' } },
      ],
    },
    correct: { text: 'edvard munhc' },
    partial: { response: { text: 'múnch' }, fraction: 0.5 },
    wrong: { text: 'Monet' },
    invalid: { text: ['Munch'] },
    secrets: ['Munch', 'Мунк', 'four versions', 'Norwegian'],
  },
]
