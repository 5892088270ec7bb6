import { toHex } from './oklch.ts'

/** Hues that covers are given by themselves, in degrees: those of pigments and bindings. */
const ownHues = [15, 30, 45, 60, 75, 90, 120, 150, 165, 195, 210, 225, 240, 255] as const

/** The hue of a course in steps of 15 degrees: the author's, else one that follows from the slug. */
export function courseHue({ slug, hue }: { slug: string; hue: number | null }): number {
  if (hue !== null) return (Math.round(hue / 15) * 15) % 360
  return ownHues[sequence(hash(slug))() % ownHues.length] ?? ownHues[0]
}

export type CoverInput = { slug: string; hue: number | null; width: number; height: number }

type Form = (box: { size: number; width: number; height: number; pick: (count: number) => number; fill: string }) => string

/**
 * A cover from the slug alone: paper in the course's hue and three flat forms. The same slug gives the same cover on every
 * machine; the same forms serve shelves, title pages and pictures for sharing. Returns the inside of an `<svg>`.
 */
export function renderCover({ slug, hue, width, height }: CoverInput): string {
  const h = courseHue({ slug, hue })
  const next = sequence(hash(`${slug}/cover`))
  const pick = (count: number): number => next() % count
  // Towards green from both sides of the circle: the mixtures stay those of a paint box.
  const near = (360 + h + (25 + pick(3) * 20) * (h > 180 ? -1 : 1)) % 360
  const paper = toHex({ l: 0.91, c: 0.035, h })
  const inks = [
    toHex({ l: 0.62, c: 0.13, h }),
    toHex({ l: 0.36, c: 0.08, h: (h + 350) % 360 }),
    toHex({ l: 0.78, c: 0.1, h: near }),
  ]
  const first = pick(forms.length)
  const order = [first, (first + 1 + pick(forms.length - 1)) % forms.length, (first + 2 + pick(2)) % forms.length]
  const scale = [0.92, 0.62, 0.4]
  const size = Math.min(width, height)
  const drawn = order.map((form, index) => {
    const fill = inks[(index + pick(2)) % 3] ?? paper
    return forms[form]?.({ size: size * (scale[index] ?? 0.5), width, height, pick, fill }) ?? ''
  })
  return `<rect width="${width}" height="${height}" fill="${paper}"/>${drawn.join('')}`
}

/** Forms sit on a grid of sixths, so that edges meet on purpose. */
const forms: readonly Form[] = [
  ({ size, width, height, pick, fill }) => {
    const radius = round(size / 2)
    return `<circle cx="${round((width * (1 + pick(5))) / 6)}" cy="${round((height * (2 + pick(4))) / 6)}" r="${radius}" fill="${fill}"/>`
  },
  ({ size, width, height, pick, fill }) => {
    const radius = round(size * 0.6)
    const y = round((height * (3 + pick(3))) / 6)
    const x = round((width * (1 + pick(5))) / 6)
    return `<path d="M${x - radius} ${y}a${radius} ${radius} 0 0 1 ${2 * radius} 0z" fill="${fill}"/>`
  },
  ({ size, width, height, pick, fill }) => {
    const band = round(size / 3)
    const x = round((width * pick(5)) / 6)
    return `<rect x="${x}" width="${band}" height="${height}" fill="${fill}"/>`
  },
  ({ width, height, pick, fill }) => {
    const top = round((height * (2 + pick(3))) / 6)
    return `<path d="M0 ${height}V${top}L${width} ${round((height * (4 + pick(2))) / 6)}V${height}z" fill="${fill}"/>`
  },
  ({ size, width, height, pick, fill }) => {
    const right = pick(2) === 1
    const radius = round(size)
    return right
      ? `<path d="M${width} ${height}H${width - radius}A${radius} ${radius} 0 0 1 ${width} ${height - radius}z" fill="${fill}"/>`
      : `<path d="M0 ${height}V${height - radius}A${radius} ${radius} 0 0 1 ${radius} ${height}z" fill="${fill}"/>`
  },
  ({ size, width, height, pick, fill }) => {
    const half = round(size / 2)
    const x = round((width * (1 + pick(4))) / 6)
    const top = round(height - size * 1.1)
    return `<path d="M${x} ${height}V${top + half}a${half} ${half} 0 0 1 ${2 * half} 0V${height}z" fill="${fill}"/>`
  },
]

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return value
}

/** xorshift32 */
function sequence(seed: number): () => number {
  let value = seed || 1
  return () => {
    value ^= value << 13
    value ^= value >>> 17
    value ^= value << 5
    value >>>= 0
    return value >>> 3
  }
}

function round(value: number): number {
  return Math.round(value)
}
