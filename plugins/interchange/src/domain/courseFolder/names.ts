import { slugOfName } from './paths.ts'

export type Named = { name: string; slug: string; isAssignment: boolean }

/**
 * File names for things in order: the names they have when these still say the slug and the order, else new ones with
 * numbers before them. `ordered`: the names alone must give the order (lessons), not a list elsewhere (modules).
 */
export function chooseNames(things: readonly Named[], { ordered }: { ordered: boolean }): string[] {
  const own = things.map(({ name }) => name)
  const areUsable =
    things.every(({ name, slug }) => isFileName(name) && slugOfName(name) === slug) && new Set(own).size === own.length
  const inOrder = !ordered || own.every((name, index) => index === 0 || (own[index - 1] ?? '') < name)
  if (areUsable && inOrder) return own
  const digits = Math.max(2, String(things.length).length)
  return things.map(({ slug, isAssignment }, index) => {
    const number = String(index + 1).padStart(digits, '0')
    const isMarked = isAssignment && slug.endsWith('-assignment') && slug.length > '-assignment'.length
    return `${number}-${isMarked ? slug.replace(/-assignment$/, '.assignment') : slug}`
  })
}

function isFileName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,190}$/.test(name) && !name.endsWith('.')
}
