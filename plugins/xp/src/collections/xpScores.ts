import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from './group.ts'

/**
 * The points of a learner on a board: `site`, or `course/<id>`. Follows from the ledger; kept so that a page of a board is a look
 * into an index and not a sum over everybody.
 */
export const xpScoresCollection: CollectionConfig = {
  slug: 'xp-scores',
  labels: { singular: { en: 'Score', ru: 'Счёт' }, plural: { en: 'Scores', ru: 'Счёт' } },
  admin: { group, hidden: true },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  timestamps: false,
  indexes: [{ fields: ['learner', 'board'], unique: true }, { fields: ['board', 'points', 'learner'] }],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true },
    { name: 'board', type: 'text', required: true },
    { name: 'points', type: 'number', required: true },
  ],
}
