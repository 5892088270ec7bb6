import type { QuestionSample } from '@lectern/kernel/question'
import type { Hotspot, HotspotResponse } from './schema.ts'

const orchard = {
  id: '019a0000-0000-7000-8000-00000000000a',
  url: '/api/media/file/orchard.png',
  width: 800,
  height: 400,
  alt: { en: 'A plan of an orchard', ru: 'План сада' },
}

export const hotspotSamples: QuestionSample<Hotspot, HotspotResponse>[] = [
  {
    name: 'one point, a target of two rings and an area that costs',
    authored: {
      stem: { en: 'Where is the **well**?', ru: 'Где находится **колодец**?' },
      generalFeedback: { en: 'It stands in the shade.', ru: 'Он стоит в тени.' },
      media: orchard,
      alt: {},
      maxPoints: 1,
      areas: [
        {
          id: 'h7',
          text: { en: 'The well', ru: 'Колодец' },
          shape: 'circle',
          coordinates: '31.7,52.3; 5.25',
          fraction: 1,
          feedback: { en: 'Right in the middle.', ru: 'В самую середину.' },
        },
        {
          id: 'c2',
          text: { en: 'Beside the well', ru: 'Рядом с колодцем' },
          shape: 'circle',
          coordinates: '31.7,52.3; 11.75',
          fraction: 0.5,
          feedback: { en: 'Almost there.' },
        },
        {
          id: 'x9',
          text: { en: 'The beehive', ru: 'Улей' },
          shape: 'rectangle',
          coordinates: '71.25,11.5; 14.75,20.5',
          fraction: -0.25,
          feedback: { en: 'That stings.' },
        },
      ],
      places: [
        { id: 'n4', text: { en: 'Under the old tree', ru: 'Под старым деревом' }, coordinates: '32,52' },
        { id: 'a1', text: { en: 'At the gate', ru: 'У ворот' }, coordinates: '90,90' },
        { id: 'k8', text: { en: 'By the fence', ru: 'У забора' }, coordinates: '78,20' },
      ],
    },
    correct: { points: [{ x: 32, y: 52 }] },
    partial: { response: { points: [{ x: 31.7, y: 70 }] }, fraction: 0.5 },
    wrong: { points: [{ x: 78, y: 20 }] },
    invalid: {
      points: [
        { x: 32, y: 52 },
        { x: 33, y: 52 },
      ],
    },
    secrets: ['The well', 'Колодец', 'beehive', '31.7', '71.25', 'Right in the middle', 'stands in the shade'],
  },
  {
    name: 'two right areas of four points, without named places',
    authored: {
      stem: { en: 'Mark the two ponds.' },
      generalFeedback: {},
      media: { ...orchard, width: null, height: null },
      alt: { en: 'A plan with four round forms' },
      maxPoints: 4,
      areas: [
        {
          id: 'p1',
          text: { en: 'North pond' },
          shape: 'polygon',
          coordinates: '10.5,10.5; 30.5,10.5; 20.5,35.5',
          fraction: 0.5,
          feedback: { en: 'The deep one.' },
        },
        {
          id: 'p2',
          text: { en: 'South pond' },
          shape: 'polygon',
          coordinates: '60.5,60.5; 90.5,60.5; 90.5,90.5; 75.5,70.5; 60.5,90.5',
          fraction: 0.5,
          feedback: {},
        },
      ],
      places: [],
    },
    correct: {
      points: [
        { x: 20, y: 20 },
        { x: 65, y: 70 },
      ],
    },
    partial: { response: { points: [{ x: 20, y: 20 }] }, fraction: 0.5 },
    wrong: {
      points: [
        { x: 75.5, y: 85 },
        { x: 20, y: 20 },
      ],
    },
    invalid: { points: [{ x: 101, y: 20 }] },
    secrets: ['North pond', 'The deep one', '60.5'],
  },
]
