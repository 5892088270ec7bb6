/** Strokes of an engraving. Coordinates are those of a square of 96; nothing here is anything but numbers. */

const round = (value: number) => Math.round(value * 100) / 100

/** A line of points, as the path of one stroke. */
export function line(...points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
}

export function circle({ x, y, r }: { x: number; y: number; r: number }): string {
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
}

/** Straight strokes between two edges: shading. `from` and `to` are each given the share of the way, 0–1. */
export function hatch({
  strokes,
  from,
  to,
}: {
  strokes: number
  from: (share: number) => readonly [number, number]
  to: (share: number) => readonly [number, number]
}): string {
  return Array.from({ length: strokes }, (_, at) => {
    const share = strokes === 1 ? 0.5 : at / (strokes - 1)
    return line(from(share), to(share))
  }).join('')
}

/** Rays from one circle to another around a point; angles in degrees, 0 at the top, clockwise. */
export function rays({
  x,
  y,
  inner,
  outer,
  count,
  start = 0,
  end = 360,
}: {
  x: number
  y: number
  inner: number
  outer: number | ((at: number) => number)
  count: number
  start?: number
  end?: number
}): string {
  return Array.from({ length: count }, (_, at) => {
    const angle = ((start + ((end - start) * at) / (end - start === 360 ? count : Math.max(1, count - 1))) * Math.PI) / 180
    const reach = typeof outer === 'number' ? outer : outer(at)
    const on = (r: number) => [x + r * Math.sin(angle), y - r * Math.cos(angle)] as const
    return line(on(inner), on(reach))
  }).join('')
}
