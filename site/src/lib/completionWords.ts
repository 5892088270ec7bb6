import type { CompletionRule, TestRef } from '@lectern/content-schemas'
import type { Messages } from '../i18n/en.ts'
import { formatMessage } from '../i18n/formatMessage.ts'

type CompletionWordsInput = { rule: CompletionRule; tests: TestRef[]; messages: Messages['lesson'] }

/** One sentence that says when the lesson counts as completed, made from the rule that decides it. */
export function completionWords({ rule, tests, messages }: CompletionWordsInput): string {
  return formatMessage(messages.completion, { rule: clause({ rule, tests, messages }) })
}

function clause({ rule, tests, messages }: CompletionWordsInput): string {
  switch (rule.kind) {
    case 'viewed':
      return messages.ruleViewed
    case 'done':
      return messages.ruleDone
    case 'testPassed': {
      const test = tests.find((candidate) => candidate.key === rule.test)
      return formatMessage(messages.ruleTest, { percent: rule.percent, test: test?.title ?? rule.test })
    }
    case 'allOf':
      return rule.of.map((inner) => nested({ rule: inner, tests, messages })).join(messages.ruleAnd)
    case 'anyOf':
      return rule.of.map((inner) => nested({ rule: inner, tests, messages })).join(messages.ruleOr)
  }
}

function nested(input: CompletionWordsInput): string {
  const words = clause(input)
  return input.rule.kind === 'allOf' || input.rule.kind === 'anyOf' ? `(${words})` : words
}
