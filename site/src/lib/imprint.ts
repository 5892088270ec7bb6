import { getSnapshot } from '../snapshot/getSnapshot.ts'

/** Whether the people who run the site have written a legal notice in any language. */
export function hasImprint(): boolean {
  return Object.values(getSnapshot().manifest.site.imprint).some((text) => text.trim() !== '')
}
