import { type TestSettings, testSettingsFields } from './attempt.ts'
import { graceOf } from './attemptRules.ts'
import { asksCertainty, type BehaviourName, behaviourNames } from './behaviourNames.ts'

/** Why the rules of a test cannot hold together, by code, in words for the author in the languages of the admin. */
export const settingsProblemWords = {
  NOT_WHOLE: { en: 'This has to be a whole number.', ru: 'Здесь нужно целое число.' },
  NOT_POSSIBLE: { en: 'This value is not possible here.', ru: 'Такое значение здесь невозможно.' },
  PASS_PERCENT_RANGE: { en: 'The pass mark is between 0 and 100 %.', ru: 'Порог зачёта — от 0 до 100 %.' },
  CLOSES_BEFORE_OPENS: { en: 'The test has to close after it opens.', ru: 'Тест должен закрываться позже, чем открывается.' },
  GRACE_WITHOUT_LIMIT: {
    en: 'There is no time that could be over: set a time limit or when the test closes.',
    ru: 'Времени, которое могло бы выйти, нет: задайте лимит или время закрытия.',
  },
  GRACE_EMPTY: { en: 'Say how much longer answers are taken.', ru: 'Укажите, сколько ещё принимаются ответы.' },
  DELAY_WITHOUT_SECOND: {
    en: 'There is only one attempt, so no pause between attempts.',
    ru: 'Попытка одна, перерыва между попытками не бывает.',
  },
  CERTAINTY_WITHOUT_LOSS: {
    en: 'Marking by certainty needs wrong answers to cost marks.',
    ru: 'С учётом уверенности неверные ответы должны отнимать баллы.',
  },
  PRACTICE_WITHOUT_LIMITS: {
    en: 'Practice has no limits: nothing is kept and nothing counts.',
    ru: 'У тренировки нет ограничений: ничего не хранится и не засчитывается.',
  },
  PRACTICE_WITHOUT_DRAWS: {
    en: 'Practice has questions of its own and draws none from the bank.',
    ru: 'В тренировке свои вопросы, из банка она их не выбирает.',
  },
  QUESTION_IN_BOTH: {
    en: 'This question stands in a practice test and in a graded one. Practice gives its key away: use a copy.',
    ru: 'Этот вопрос стоит и в тренировке, и в тесте с оценкой. Тренировка раскрывает ответ: возьмите копию.',
  },
  BANDS_EQUAL: { en: 'Two comments begin at the same percentage.', ru: 'Два комментария начинаются с одного процента.' },
} as const satisfies Record<string, { en: string; ru: string }>
export type SettingsProblemCode = keyof typeof settingsProblemWords
export type SettingsProblem = { path: string; code: SettingsProblemCode }

const moments = ['opensAt', 'closesAt']
const wholeNumbers = ['timeLimitSeconds', 'graceSeconds', 'maxAttempts', 'delaySeconds', 'questionsPerPage', 'tries'] as const

/** Rules as an author has filled them in: any may be missing. */
export type GivenSettings = { [Key in keyof TestSettings | 'accessCode']?: unknown }

/** What is wrong or contradicts itself in the rules of a test; `path` is the name of the rule. */
export function settingsProblems(given: GivenSettings): SettingsProblem[] {
  const problems: SettingsProblem[] = []
  const add = (path: keyof TestSettings, code: SettingsProblemCode) => problems.push({ path, code })
  for (const path of wholeNumbers) {
    const value = given[path]
    if (typeof value === 'number' && !Number.isInteger(value)) add(path, 'NOT_WHOLE')
  }
  const { passPercent } = given
  if (typeof passPercent === 'number' && !(passPercent >= 0 && passPercent <= 100)) add('passPercent', 'PASS_PERCENT_RANGE')
  const opens = momentOf(given.opensAt)
  const closes = momentOf(given.closesAt)
  if (opens !== null && closes !== null && closes <= opens) add('closesAt', 'CLOSES_BEFORE_OPENS')
  if (given.overdue === 'grace') {
    const graceSeconds = numberOf(given.graceSeconds) ?? 0
    if (numberOf(given.timeLimitSeconds) === null && closes === null) add('overdue', 'GRACE_WITHOUT_LIMIT')
    else if (graceOf({ overdue: 'grace', graceSeconds }) === 0) add('graceSeconds', 'GRACE_EMPTY')
  }
  if (given.maxAttempts === 1 && (numberOf(given.delaySeconds) ?? 0) > 0) add('delaySeconds', 'DELAY_WITHOUT_SECOND')
  const behaviour = behaviourOf(given.behaviour)
  if (behaviour && asksCertainty({ behaviour }) && given.negativeMarking === false)
    add('negativeMarking', 'CERTAINTY_WITHOUT_LOSS')
  if (given.kind === 'practice') problems.push(...practiceProblems(given))
  return [...problems, ...impossibleValues(given).filter(({ path }) => !problems.some((problem) => problem.path === path))]
}

/** Rules that limit attempts, of which practice has none. */
function practiceProblems(given: GivenSettings): SettingsProblem[] {
  const limits = ['opensAt', 'closesAt', 'timeLimitSeconds', 'maxAttempts', 'accessCode'] as const
  const set: string[] = limits.filter((path) => given[path] !== undefined && given[path] !== null && given[path] !== '')
  if ((numberOf(given.delaySeconds) ?? 0) > 0) set.push('delaySeconds')
  if (given.navigation === 'sequential') set.push('navigation')
  return set.map((path) => ({ path, code: 'PRACTICE_WITHOUT_LIMITS' }))
}

/** Values outside what the rule takes. What is empty has its default. */
function impossibleValues(given: GivenSettings): SettingsProblem[] {
  const values = new Map<string, unknown>(Object.entries(given))
  return Object.entries(testSettingsFields.shape).flatMap(([path, schema]): SettingsProblem[] => {
    const value = values.get(path)
    if (value === null || value === undefined || moments.includes(path) || schema.safeParse(value).success) return []
    return [{ path, code: 'NOT_POSSIBLE' }]
  })
}

/** Bands of overall feedback that begin at the same percentage. */
export function bandProblems(bands: { fromPercent: number }[]): SettingsProblem[] {
  return bands.flatMap(({ fromPercent }, at): SettingsProblem[] => {
    const isSecond = bands.findIndex((band) => band.fromPercent === fromPercent) < at
    return isSecond ? [{ path: `overallFeedback.${at}.fromPercent`, code: 'BANDS_EQUAL' }] : []
  })
}

function behaviourOf(value: unknown): BehaviourName | undefined {
  return behaviourNames.find((name) => name === value)
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** Milliseconds of an ISO moment or a date. */
function momentOf(value: unknown): number | null {
  if (typeof value !== 'string' && !(value instanceof Date)) return null
  const moment = new Date(value).getTime()
  return Number.isNaN(moment) ? null : moment
}
