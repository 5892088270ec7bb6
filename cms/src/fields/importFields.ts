import type { Field } from 'payload'

/**
 * Where an imported document came from. `sourceKey` identifies it within its source, `contentHash` is a digest of what
 * was imported, so that an import of the same source again finds its documents and skips what has not changed.
 */
export const importFields: Field[] = [
  { name: 'sourceKey', type: 'text', index: true, admin: { hidden: true } },
  { name: 'contentHash', type: 'text', index: true, admin: { hidden: true } },
]
