import type { Role } from '@lectern/content-schemas'
import type { Access, CollectionConfig, Config, FieldAccess } from 'payload'

/** The part of a user that access rules look at. */
export type Actor = { id: string; roles: Role[] }

export function hasRole(user: unknown, ...roles: Role[]): boolean {
  if (typeof user !== 'object' || user === null || !('roles' in user) || !Array.isArray(user.roles)) return false
  const held: unknown[] = user.roles
  return roles.some((role) => held.includes(role))
}

/** Who may see and write questions, keys and drafts. */
export const authorRoles = ['instructor', 'editor', 'admin'] as const satisfies Role[]
/** Who may enter the admin. */
export const staffRoles = ['instructor', 'editor', 'moderator', 'admin'] as const satisfies Role[]

export const nobody: Access = () => false
export const anyone: Access = () => true
export const authors: Access = ({ req }) => hasRole(req.user, ...authorRoles)
export const editors: Access = ({ req }) => hasRole(req.user, 'editor', 'admin')
export const staff: Access = ({ req }) => hasRole(req.user, ...staffRoles)
export const admins: Access = ({ req }) => hasRole(req.user, 'admin')
export const moderators: Access = ({ req }) => hasRole(req.user, 'moderator', 'admin')

export const authorsField: FieldAccess = ({ req }) => hasRole(req.user, ...authorRoles)
export const adminsField: FieldAccess = ({ req }) => hasRole(req.user, 'admin')
export const nobodyField: FieldAccess = () => false

/** Access for rows that only operations write: staff may look, nobody may change them by hand. */
export const operationsOnly = { create: nobody, read: staff, update: nobody, delete: nobody } as const

const required = ['create', 'read', 'update', 'delete'] as const

/**
 * Default-deny at boot: Payload lets any signed-in user do what a collection does not speak of, and a learner is a
 * signed-in user. Throws with the names of all collections and globals that leave a rule or `versions` unsaid.
 */
export function assertAccessStated(config: Pick<Config, 'collections' | 'globals'>): void {
  const gaps = [
    ...(config.collections ?? []).flatMap((collection) => collectionGaps(collection)),
    ...(config.globals ?? []).flatMap((global) =>
      global.access?.read && global.access.update ? [] : [`global ${global.slug}: access.read and access.update`],
    ),
  ]
  if (gaps.length > 0) throw new Error(`Access must be stated, and is not:\n  ${gaps.join('\n  ')}`)
}

function collectionGaps(collection: CollectionConfig): string[] {
  const rules: Record<string, unknown> = { ...collection.access }
  const missing = [
    ...required.filter((operation) => typeof rules[operation] !== 'function').map((operation) => `access.${operation}`),
    ...(collection.auth && typeof rules.admin !== 'function' ? ['access.admin'] : []),
    ...(collection.auth && typeof rules.unlock !== 'function' ? ['access.unlock'] : []),
    ...(collection.versions && typeof rules.readVersions !== 'function' ? ['access.readVersions'] : []),
    ...(collection.versions === undefined ? ['versions'] : []),
  ]
  return missing.length > 0 ? [`collection ${collection.slug}: ${missing.join(', ')}`] : []
}
