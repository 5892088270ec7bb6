import type { QuestionSample } from '@lectern/kernel/question'
import type { DragMarkers, DragMarkersResponse } from './schema.ts'

const media = {
  id: '019a0000-0000-7000-8000-00000000000b',
  url: '/api/media/file/cell.png',
  width: 600,
  height: 900,
  alt: { en: 'A drawing of a cell', ru: 'Рисунок клетки' },
}

const cell: DragMarkers = {
  stem: { en: 'Put the **names** on the drawing.', ru: 'Расставьте **названия** на рисунке.' },
  generalFeedback: { en: 'The nucleus is the largest.', ru: 'Самое крупное — ядро.' },
  media,
  alt: { en: 'A drawing of a cell with four numbered parts', ru: 'Рисунок клетки с четырьмя частями под номерами' },
  shuffle: true,
  markers: [
    {
      id: 'm5',
      text: { en: 'Nucleus', ru: 'Ядро' },
      reusable: false,
      zones: [{ id: 'z1', shape: 'circle', coordinates: '41.25,33.75; 8.5' }],
      feedback: { en: 'It holds the chromosomes.' },
    },
    {
      id: 'd3',
      text: { en: 'Mitochondrion', ru: 'Митохондрия' },
      reusable: true,
      zones: [
        { id: 'z2', shape: 'rectangle', coordinates: '12.25,61.5; 10.5,6.5' },
        { id: 'z3', shape: 'rectangle', coordinates: '71.25,61.5; 10.5,6.5' },
      ],
      feedback: {},
    },
    {
      id: 't8',
      text: { en: 'Membrane', ru: 'Мембрана' },
      reusable: false,
      zones: [
        { id: 'z4', shape: 'polygon', coordinates: '2.5,10.5; 5.5,10.5; 5.5,90.5; 2.5,90.5' },
        { id: 'z5', shape: 'polygon', coordinates: '94.5,10.5; 97.5,10.5; 97.5,90.5; 94.5,90.5' },
      ],
      feedback: {},
    },
    { id: 'b2', text: { en: 'Chloroplast', ru: 'Хлоропласт' }, reusable: false, zones: [], feedback: {} },
  ],
  places: [
    { id: 'f1', text: { en: 'Part 1', ru: 'Часть 1' }, coordinates: '17,65' },
    { id: 'f2', text: { en: 'Part 2', ru: 'Часть 2' }, coordinates: '41,34' },
    { id: 'f3', text: { en: 'Part 3', ru: 'Часть 3' }, coordinates: '76,65' },
    { id: 'f4', text: { en: 'Left edge', ru: 'Левый край' }, coordinates: '4,50' },
    { id: 'f5', text: { en: 'Right edge', ru: 'Правый край' }, coordinates: '96,50' },
  ],
}

export const dragMarkersSamples: QuestionSample<DragMarkers, DragMarkersResponse>[] = [
  {
    name: 'a marker for two zones, one for either of two, one that belongs nowhere',
    authored: cell,
    correct: {
      drops: [
        { marker: 'm5', x: 41, y: 34 },
        { marker: 'd3', x: 76, y: 65 },
        { marker: 'd3', x: 17, y: 65 },
        { marker: 't8', x: 96, y: 50 },
      ],
    },
    partial: {
      response: {
        drops: [
          { marker: 'm5', x: 41, y: 34 },
          { marker: 'd3', x: 17, y: 65 },
          { marker: 'b2', x: 76, y: 65 },
        ],
      },
      fraction: 0.5,
    },
    wrong: {
      drops: [
        { marker: 'm5', x: 17, y: 65 },
        { marker: 'b2', x: 41, y: 34 },
      ],
    },
    invalid: {
      drops: [
        { marker: 'm5', x: 41, y: 34 },
        { marker: 'm5', x: 40, y: 34 },
      ],
    },
    secrets: ['It holds the chromosomes', 'nucleus is the largest', '41.25', '12.25', '97.5'],
  },
  {
    name: 'two markers in their order, without named places',
    authored: {
      stem: { en: 'Where are the poles of the cell?' },
      generalFeedback: {},
      media: { ...media, width: null, height: null },
      alt: {},
      shuffle: false,
      markers: [
        {
          id: 'n',
          text: { en: 'Upper' },
          reusable: false,
          zones: [{ id: 'zn', shape: 'circle', coordinates: '50.5,5.5; 5.5' }],
          feedback: { en: 'At the top.' },
        },
        {
          id: 's',
          text: { en: 'Lower' },
          reusable: false,
          zones: [{ id: 'zs', shape: 'circle', coordinates: '50.5,95.5; 5.5' }],
          feedback: {},
        },
      ],
      places: [],
    },
    correct: {
      drops: [
        { marker: 's', x: 50, y: 95 },
        { marker: 'n', x: 50, y: 5 },
      ],
    },
    wrong: {
      drops: [
        { marker: 'n', x: 50, y: 95 },
        { marker: 's', x: 50, y: 5 },
      ],
    },
    invalid: { drops: [{ marker: 'elsewhere', x: 1, y: 1 }] },
    secrets: ['At the top', '50.5', '95.5'],
  },
]
