import { imageSize } from 'image-size'
import type { Converter } from './converters.ts'
import { keepFile, readPlain } from './texts.ts'
import { childOf, childrenOf, numberIn, textIn, type XmlElement } from './xml.ts'

/** Markers that are dragged onto a picture. Coordinates are pixels there and percent here. */
export const ddmarker: Converter = ({ question, stem, context }) => {
  const file = childOf(question, 'file')
  const base64 = file?.text.trim() ?? ''
  const size = sizeOf(base64)
  if (!file || !size) return null
  const path = keepFile({ name: file.attributes.get('name') ?? 'picture', base64, context })
  const drops = childrenOf(question, 'drop')
  const lost: string[] = []
  const markers = childrenOf(question, 'drag').map((drag) => {
    const number = textIn(drag, 'no')
    const zones = drops
      .filter((drop) => textIn(drop, 'choice') === number)
      .flatMap((drop) => {
        const zone = toZone({ drop, size })
        if (!zone) lost.push(`drop ${textIn(drop, 'no')}`)
        return zone ? [zone] : []
      })
    const uses = numberIn(drag, 'noofdrags') ?? 1
    return { text: readPlain(drag, context), reusable: childOf(drag, 'infinite') !== undefined || uses > 1, zones }
  })
  const shuffle = childOf(question, 'shuffleanswers') !== undefined && textIn(question, 'shuffleanswers') !== '0'
  return {
    type: 'drag-markers',
    body: { stem, media: { file: path }, alt: { [context.language]: file.attributes.get('name') ?? '' }, markers, shuffle },
    handled: ['file', 'drag', 'drop', 'shuffleanswers'],
    lost: [...lost, ...(childOf(question, 'showmisplaced') ? ['showmisplaced'] : [])],
  }
}

type Size = { width: number; height: number }

function toZone({ drop, size }: { drop: XmlElement; size: Size }): { shape: string; coordinates: string } | null {
  const shape = textIn(drop, 'shape').toLowerCase()
  const groups = textIn(drop, 'coords')
    .split(';')
    .map((group) => group.split(',').map(Number))
  if (groups.flat().some((value) => !Number.isFinite(value))) return null
  const across = (pixels = 0) => round((pixels / size.width) * 100)
  const down = (pixels = 0) => round((pixels / size.height) * 100)
  const pair = ([x, y]: number[]) => `${across(x)},${down(y)}`
  const [first = [], second = []] = groups
  if (shape === 'circle') return { shape, coordinates: `${pair(first)}; ${across(second[0])}` }
  if (shape === 'rectangle' || shape === 'polygon') return { shape, coordinates: groups.map(pair).join('; ') }
  return null
}

/** Four places: a ten-thousandth of a percent is less than a pixel of any picture. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function sizeOf(base64: string): Size | null {
  if (base64 === '') return null
  try {
    const { width, height } = imageSize(Uint8Array.from(atob(base64.replace(/\s+/g, '')), (character) => character.charCodeAt(0)))
    return width > 0 && height > 0 ? { width, height } : null
  } catch {
    // The library throws for what is no picture it knows.
    return null
  }
}
