import { readdirSync } from 'node:fs'

/** How many files below the folder have a name with this ending. */
export function countFiles({ folder, ending }: { folder: string; ending: string }): number {
  return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(ending)).length
}
