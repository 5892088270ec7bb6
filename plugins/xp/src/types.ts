export type { XpEvent, XpRule, XpRuleKind } from './domain/xpRule.ts'
