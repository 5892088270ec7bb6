import type { AnyQuestionType } from '@lectern/kernel/question'
import { dragMarkers } from './dragMarkers/index.ts'
import { hotspot } from './hotspot/index.ts'

type Scheme = {
  type: AnyQuestionType
  settings: object
  toBody: (question: string) => object
  toResponse: (given: string) => unknown
}

/** How the headings of docs/marking.md about pictures set up their examples. The pictures are square. */
export const pictureSchemes: Record<string, Scheme> = {
  'Places on a picture': { type: hotspot, settings: { maxPoints: 1 }, toBody: toAreas, toResponse: toPoints },
  'Several places': { type: hotspot, settings: { maxPoints: 4 }, toBody: toAreas, toResponse: toPoints },
  'Markers on a picture': { type: dragMarkers, settings: {}, toBody: toMarkers, toResponse: toDrops },
}

/** `circle 20,50; 5: 100 / rectangle 60,40; 20,20: -50`: areas and their shares. */
function toAreas(question: string): object {
  const areas = question.split(' / ').map((part, at) => {
    const [shape = '', share = ''] = part.split(': ')
    return { id: `a${at}`, ...toShape(shape), fraction: Number(share) / 100 }
  })
  return { areas }
}

/** `20,50 / 80,50`: points. */
function toPoints(given: string): object {
  return { points: given.split(' / ').map(toPoint) }
}

/** `Nucleus: circle 20,50; 5 / Ribosome*: circle 50,50; 5 + circle 80,50; 5 / Other: –`: markers and zones; `*` is reusable. */
function toMarkers(question: string): object {
  const markers = question.split(' / ').map((part) => {
    const [name = '', zones = ''] = part.split(': ')
    return {
      id: name.replace('*', ''),
      reusable: name.endsWith('*'),
      zones: zones === '–' ? [] : zones.split(' + ').map((zone, at) => ({ id: `z${at}`, ...toShape(zone) })),
    }
  })
  return { markers }
}

/** `Nucleus 20,50 / Ribosome 50,50`: markers and where they were put. */
function toDrops(given: string): object {
  const drops = given.split(' / ').map((part) => {
    const [marker = '', place = ''] = part.split(' ')
    return { marker, ...toPoint(place) }
  })
  return { drops }
}

function toShape(text: string): { shape: string; coordinates: string } {
  const [shape = '', ...coordinates] = text.split(' ')
  return { shape, coordinates: coordinates.join(' ') }
}

function toPoint(text: string): { x: number; y: number } {
  const [x = 0, y = 0] = text.split(',').map(Number)
  return { x, y }
}
