'use client'

import type { CompletionRule } from '@lectern/content-schemas/completion'
import { explainCompletion } from '@lectern/learning/site'
import { FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import { useId } from 'react'

const words = {
  en: {
    label: 'When the lesson counts as completed',
    viewed: 'It was opened',
    done: 'It was marked as done',
    test: 'A test was passed',
    both: 'It was opened and a test was passed',
    other: 'A combined rule (from a course folder)',
    key: 'Key of the test',
    percent: 'At least, in percent',
    inWords: 'Learners read: ',
  },
  ru: {
    label: 'Когда урок считается пройденным',
    viewed: 'Его открыли',
    done: 'Его отметили выполненным',
    test: 'Сдан тест',
    both: 'Его открыли и сдали тест',
    other: 'Составное правило (из папки курса)',
    key: 'Ключ теста',
    percent: 'Не меньше, в процентах',
    inWords: 'Учащиеся читают: ',
  },
}

type Choice = 'viewed' | 'done' | 'test' | 'both' | 'other'
type TestPart = Extract<CompletionRule, { kind: 'testPassed' }>

/** Edits the usual completion rules with a few controls and shows the rule in the words that learners read. */
export function CompletionField({ path }: { path: string }) {
  const { value, setValue } = useField<CompletionRule | null>({ path })
  const { i18n } = useTranslation()
  const id = useId()
  const locale = i18n.language === 'ru' ? 'ru' : 'en'
  const text = words[locale]
  const rule = value ?? { kind: 'viewed' }
  const choice = choiceOf(rule)
  const test = testOf(rule)
  const set = (next: Choice, part: TestPart) => setValue(ruleOf({ choice: next, test: part, present: rule }))
  return (
    <fieldset className="field-type" style={{ border: 0, margin: 0, padding: 0 }}>
      <FieldLabel htmlFor={id} label={text.label} path={path} />
      <select id={id} onChange={(event) => set(event.target.value as Choice, test)} value={choice}>
        {(['viewed', 'done', 'test', 'both'] as const).map((option) => (
          <option key={option} value={option}>
            {text[option]}
          </option>
        ))}
        {choice === 'other' && <option value="other">{text.other}</option>}
      </select>
      {(choice === 'test' || choice === 'both') && (
        <>
          {' '}
          <label>
            {text.key}{' '}
            <input onChange={(event) => set(choice, { ...test, test: event.target.value })} size={10} value={test.test} />
          </label>{' '}
          <label>
            {text.percent}{' '}
            <input
              max={100}
              min={0}
              onChange={(event) => set(choice, { ...test, percent: Number(event.target.value) })}
              type="number"
              value={test.percent}
            />
          </label>
        </>
      )}
      <p style={{ color: 'var(--theme-elevation-600)', marginBlockStart: '0.5rem' }}>
        {text.inWords}
        {explainCompletion({ rule, locale, testTitle: (key) => key })}
      </p>
    </fieldset>
  )
}

function choiceOf(rule: CompletionRule): Choice {
  if (rule.kind === 'viewed' || rule.kind === 'done') return rule.kind
  if (rule.kind === 'testPassed') return 'test'
  const kinds = rule.of.map((part) => part.kind).join()
  return rule.kind === 'allOf' && kinds === 'viewed,testPassed' ? 'both' : 'other'
}

function testOf(rule: CompletionRule): TestPart {
  if (rule.kind === 'testPassed') return rule
  const inner = 'of' in rule ? rule.of.find((part): part is TestPart => part.kind === 'testPassed') : undefined
  return inner ?? { kind: 'testPassed', test: 'post', percent: 60 }
}

function ruleOf({ choice, test, present }: { choice: Choice; test: TestPart; present: CompletionRule }): CompletionRule {
  if (choice === 'other') return present
  if (choice === 'test') return test
  if (choice === 'both') return { kind: 'allOf', of: [{ kind: 'viewed' }, test] }
  return { kind: choice }
}
