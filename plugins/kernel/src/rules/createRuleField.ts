import type { Locale } from '@lectern/content-schemas'
import type { BasePayload, JSONField, TextField } from 'payload'
import { type OpenRegistry, registered } from '../openRegistry.ts'
import { type ExplainedRule, parseRule, type RuleKind } from './ruleKind.ts'

/**
 * Two fields for a tunable rule: `rule`, edited by a form that is made from the arguments of the chosen kind, and `ruleInWords`,
 * which is computed and says what the rule does, or what is wrong with it. `endpoints` is where `createRuleEndpoints` are, as
 * `/api/xp-rules`.
 */
export function createRuleField<Kind extends RuleKind<ExplainedRule>>({
  registry,
  endpoints,
}: {
  registry: OpenRegistry<Kind>
  endpoints: string
}): [JSONField, TextField] {
  return [
    {
      name: 'rule',
      type: 'json',
      required: true,
      label: { en: 'Rule', ru: 'Правило' },
      validate: (value, { req }) => {
        const parsed = parseRule({ kinds: registered({ payload: req.payload, registry }), stored: value })
        return parsed.ok || `${parsed.error.code}: ${parsed.error.message}`
      },
      admin: { components: { Field: { path: '@lectern/kernel/admin/RuleField#RuleField', clientProps: { endpoints } } } },
    },
    {
      name: 'ruleInWords',
      type: 'text',
      virtual: true,
      label: { en: 'In words', ru: 'Словами' },
      admin: { hidden: true, disableListFilter: true },
      hooks: {
        afterRead: [
          ({ siblingData, req }) =>
            ruleInWords({
              payload: req.payload,
              registry,
              stored: siblingData.rule,
              locale: req.i18n?.language === 'ru' ? 'ru' : 'en',
            }),
        ],
      },
    },
  ]
}

function ruleInWords<Kind extends RuleKind<ExplainedRule>>({
  payload,
  registry,
  stored,
  locale,
}: {
  payload: BasePayload
  registry: OpenRegistry<Kind>
  stored: unknown
  locale: Locale
}): string {
  const parsed = parseRule({ kinds: registered({ payload, registry }), stored })
  return parsed.ok ? parsed.value.explain(locale) : `⚠ ${parsed.error.code}: ${parsed.error.message}`
}
