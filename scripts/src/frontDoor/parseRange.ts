/**
 * One byte range of a file of `size` bytes; both ends are inclusive. Null when the header is to be ignored (another unit,
 * several ranges, malformed), which RFC 9110 allows: the whole file is then sent.
 */
export function parseRange({
  header,
  size,
}: {
  header: string
  size: number
}): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim())
  if (!match) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}
