import type { CompletionRule, Locale } from '@lectern/content-schemas'

/** What is known of one learner and one lesson. `tests` has the best percentage by the key of the test. */
export type LessonFacts = { viewed: boolean; done: boolean; tests: Record<string, number> }

/** Whether the facts fulfil the rule. The only place where that is decided. */
export function isCompleted({ rule, facts }: { rule: CompletionRule; facts: LessonFacts }): boolean {
  switch (rule.kind) {
    case 'viewed':
      return facts.viewed
    case 'done':
      return facts.done
    case 'testPassed':
      return (facts.tests[rule.test] ?? -1) >= rule.percent
    case 'allOf':
      return rule.of.every((inner) => isCompleted({ rule: inner, facts }))
    case 'anyOf':
      return rule.of.some((inner) => isCompleted({ rule: inner, facts }))
  }
}

/** The rule in words, for learner, author and interface alike. `testTitle` names a test by its key. */
export function explainCompletion({
  rule,
  locale,
  testTitle,
}: {
  rule: CompletionRule
  locale: Locale
  testTitle: (key: string) => string
}): string {
  const inner = (part: CompletionRule) => explainCompletion({ rule: part, locale, testTitle })
  const words = phrases[locale]
  switch (rule.kind) {
    case 'viewed':
      return words.viewed
    case 'done':
      return words.done
    case 'testPassed':
      return words.testPassed(testTitle(rule.test), rule.percent)
    case 'allOf':
      return rule.of.map(inner).join(words.and)
    case 'anyOf':
      return rule.of.map(inner).join(words.or)
  }
}

const phrases = {
  en: {
    viewed: 'open the lesson',
    done: 'mark it as done',
    testPassed: (title: string, percent: number) => `reach at least ${percent}% in “${title}”`,
    and: ' and ',
    or: ' or ',
  },
  ru: {
    viewed: 'откройте урок',
    done: 'отметьте его выполненным',
    testPassed: (title: string, percent: number) => `наберите не меньше ${percent} % в тесте «${title}»`,
    and: ' и ',
    or: ' или ',
  },
  ar: {
    viewed: 'افتح الدرس',
    done: 'علّمه منجزًا',
    testPassed: (title: string, percent: number) => `احصل على ${percent}٪ على الأقل في «${title}»`,
    and: '، و',
    or: ' أو ',
  },
}
