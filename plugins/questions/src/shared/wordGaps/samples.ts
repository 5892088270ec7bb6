import type { GapResponse } from '../gapResponse.ts'
import type { GapWord, WordGaps } from './wordGaps.ts'

const word: Omit<GapWord, 'id' | 'text'> = { name: '', group: 1, feedback: {} }

/** What both types with words for gaps are tried on; each makes its samples of it. */
export const wordGapsSample: {
  authored: WordGaps
  correct: GapResponse
  partial: { response: GapResponse; fraction: number }
  wrong: GapResponse
  secrets: string[]
} = {
  authored: {
    stem: {
      en: 'The client sends a [[q]], and the server answers with a [[a]] and a status: [[ok]] is **fine**, [[lost]] is *not found*.',
      ru: '[[ok]] — всё **хорошо**, [[lost]] — *не найдено*: клиент посылает [[q]], а сервер возвращает [[a]] и статус.',
    },
    generalFeedback: { en: 'The first line of each says it.' },
    order: 'shuffled',
    words: [
      { ...word, id: 'wq7', name: 'q', text: { en: 'request', ru: 'запрос' }, feedback: { en: 'It asks.' } },
      { ...word, id: 'wz2', name: 'a', text: { en: 'response', ru: 'ответ' } },
      { ...word, id: 'wk5', text: { en: 'cookie', ru: 'куки' }, feedback: { en: 'Those come later.' } },
      { ...word, id: 'wm1', name: 'ok', text: { en: '200' }, group: 2 },
      { ...word, id: 'wb9', name: 'lost', text: { en: '404' }, group: 2 },
      { ...word, id: 'wx4', text: { en: '500' }, group: 2 },
    ],
  },
  correct: { gaps: { g1: 'wq7', g2: 'wz2', g3: 'wm1', g4: 'wb9' } },
  partial: { response: { gaps: { g1: 'wq7', g2: 'wk5', g3: 'wm1' } }, fraction: 0.5 },
  wrong: { gaps: { g1: 'wz2', g2: 'wq7', g4: 'wx4' } },
  secrets: ['It asks', 'Those come later', 'first line', '"lost"', '"ok"'],
}
