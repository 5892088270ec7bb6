import { authors, createRuleEndpoints, createRuleField, editors, nobody } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { previewEndpoint } from '../endpoints/previewEndpoint.ts'
import { recordRuleVersion } from '../operations/recordRuleVersion.ts'
import { xpRuleKinds } from '../registry.ts'
import { group } from './group.ts'

/**
 * What earns points. A change makes a new version, which holds from then on; what was given stays as it was. A rule is switched
 * off rather than deleted, because the ledger refers to it.
 */
export const xpRulesCollection: CollectionConfig = {
  slug: 'xp-rules',
  labels: { singular: { en: 'XP rule', ru: 'Правило очков' }, plural: { en: 'XP rules', ru: 'Правила очков' } },
  admin: {
    group,
    useAsTitle: 'name',
    defaultColumns: ['name', 'ruleInWords', 'active', 'version', 'updatedAt'],
    description: {
      en: 'What earns points, and what limits them. A change holds from now on; what was given stays.',
      ru: 'За что даются очки и что их ограничивает. Изменение действует с этого момента, начисленное остаётся.',
    },
  },
  access: { create: editors, read: authors, update: editors, delete: nobody },
  versions: false,
  endpoints: [...createRuleEndpoints({ registry: xpRuleKinds }), previewEndpoint],
  hooks: {
    afterChange: [
      async ({ doc, req }) => ({ ...doc, version: await recordRuleVersion({ req, rule: doc.id, user: req.user?.id ?? null }) }),
    ],
  },
  fields: [
    { name: 'name', type: 'text', required: true, localized: true, maxLength: 200, label: { en: 'Name', ru: 'Название' } },
    ...createRuleField({ registry: xpRuleKinds, endpoints: '/api/xp-rules' }),
    {
      name: 'preview',
      type: 'ui',
      admin: { components: { Field: '@lectern/xp/admin/RulePreview#RulePreview' } },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: { en: 'In force', ru: 'Действует' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'version',
      type: 'number',
      defaultValue: 0,
      label: { en: 'Version', ru: 'Версия' },
      admin: { position: 'sidebar', readOnly: true },
    },
  ],
}
