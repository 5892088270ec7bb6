/**
 * Outline of a bookmark that hangs from y = 0: `percent` of `length` long (never shorter than its tail once begun), with a
 * swallow tail. Units are those of the surrounding viewBox.
 */
export function ribbonPath({ percent, length, width }: { percent: number; length: number; width: number }): string {
  const share = Math.min(100, Math.max(0, percent)) / 100
  if (share === 0) return ''
  const tail = width / 2
  const end = Math.round((tail * 2 + share * (length - tail * 2)) * 10) / 10
  return `M0 0H${width}V${end}L${width / 2} ${Math.round((end - tail) * 10) / 10}L0 ${end}z`
}
