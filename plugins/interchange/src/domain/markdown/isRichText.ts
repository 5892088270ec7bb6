import type { RichText } from '@lectern/content-schemas'

export function isRichText(value: unknown): value is RichText {
  return typeof value === 'object' && value !== null && 'root' in value && typeof value.root === 'object' && value.root !== null
}
