import { defineRegistry } from '@lectern/kernel'
import type { XpRuleKind } from './domain/xpRule.ts'

export { defineXpGrant, defineXpModifier, type XpEvent, type XpRuleKind } from './domain/xpRule.ts'

/** The kinds of XP rules. A plugin of the band "extension" adds one with `verbs.registry.add({ to: xpRuleKinds, value })`. */
export const xpRuleKinds = defineRegistry<XpRuleKind>({ name: 'xp.rule-kinds', what: 'XP rule', keyOf: ({ code }) => code })
