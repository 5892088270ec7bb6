/** Is the input a response with nothing in it: null, or an object whose one value is missing, empty or an empty list? */
export function isBlankOf({ input, key }: { input: unknown; key: string }): boolean {
  if (input === null || input === undefined) return true
  if (typeof input !== 'object' || Array.isArray(input)) return false
  const value = Object.entries(input).find(([name]) => name === key)?.[1]
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
