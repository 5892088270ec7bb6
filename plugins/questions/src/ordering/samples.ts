import type { QuestionSample } from '@lectern/kernel/question'
import type { Ordering, OrderingResponse } from './schema.ts'

const planets: Ordering = {
  stem: { en: 'Order the planets from the **Sun** outwards.', ru: 'Расположите планеты по удалению от **Солнца**.' },
  generalFeedback: { en: 'The rocky ones come first.', ru: 'Сначала идут каменистые.' },
  scheme: 'position',
  allOrNothing: false,
  items: [
    { id: 'u4', text: { en: 'Mercury', ru: 'Меркурий' }, position: 1, feedback: { en: 'The closest of all.' } },
    { id: 'b9', text: { en: 'Venus', ru: 'Венера' }, position: 2, feedback: {} },
    { id: 'q1', text: { en: '*Earth*', ru: '*Земля*' }, position: 3, feedback: { ru: 'Мы живём на третьей.' } },
    { id: 'k6', text: { en: 'Mars', ru: 'Марс' }, position: 4, feedback: {} },
  ],
}
const secrets = ['The closest of all', 'The rocky ones', 'Мы живём на третьей', 'Сначала идут']

export const orderingSamples: QuestionSample<Ordering, OrderingResponse>[] = [
  {
    name: 'each item in its place',
    authored: planets,
    correct: { order: ['u4', 'b9', 'q1', 'k6'] },
    partial: { response: { order: ['b9', 'u4', 'q1', 'k6'] }, fraction: 0.5 },
    wrong: { order: ['b9', 'q1', 'k6', 'u4'] },
    invalid: { order: ['u4', 'b9', 'q1'] },
    secrets,
  },
  {
    name: 'each that follows the one before, two of them in either order',
    authored: {
      ...planets,
      scheme: 'pairs',
      items: [...planets.items, { id: 'a2', text: { en: 'Moon' }, position: 3, feedback: {} }],
    },
    correct: { order: ['u4', 'b9', 'a2', 'q1', 'k6'] },
    partial: { response: { order: ['k6', 'q1', 'a2', 'u4', 'b9'] }, fraction: 0.5 },
    wrong: { order: ['k6', 'a2', 'b9', 'u4', 'q1'] },
    invalid: { order: ['u4', 'b9', 'q1', 'k6', 'k6'] },
    secrets,
  },
  {
    name: 'the longest run, all or nothing',
    authored: { ...planets, scheme: 'run', allOrNothing: true },
    correct: { order: ['u4', 'b9', 'q1', 'k6'] },
    wrong: { order: ['u4', 'b9', 'k6', 'q1'] },
    invalid: { order: [1, 2, 3, 4] },
    secrets,
  },
]
