'use client'

import { Button } from '@payloadcms/ui'
import { useId } from 'react'
import { z } from 'zod'
import { RuleInput } from './RuleInput.tsx'
import { type AdminLocale, defaultsOf, type Kind, type Stored } from './ruleKinds.ts'
import './rules.css'

const words = {
  en: { choose: '— choose —', kind: 'Kind', add: 'Add a part', remove: 'Remove' },
  ru: { choose: '— выберите —', kind: 'Вид', add: 'Добавить часть', remove: 'Убрать' },
}
const partsSchema = z.array(z.object({ code: z.string(), args: z.record(z.string(), z.unknown()) })).catch([])

/** One rule: its kind, the inputs of its arguments, and the rules inside it where the kind has a list of them. */
export function RuleEditor({
  kinds,
  locale,
  value,
  onChange,
}: {
  kinds: Kind[]
  locale: AdminLocale
  value: Stored | null
  onChange: (value: Stored) => void
}) {
  const id = useId()
  const text = words[locale]
  const kind = kinds.find(({ code }) => code === value?.code)
  const choose = (code: string) => {
    const chosen = kinds.find((candidate) => candidate.code === code)
    if (chosen) onChange({ code, args: defaultsOf(chosen) })
  }
  const inputs = Object.entries(kind?.schema.properties ?? {})
  const set = (name: string, argument: unknown) => {
    if (value) onChange({ code: value.code, args: { ...value.args, [name]: argument } })
  }
  return (
    <div>
      <div className="rule-row">
        <span>
          <label htmlFor={id}>{text.kind}</label>
          <select id={id} onChange={(event) => choose(event.target.value)} value={value?.code ?? ''}>
            {value === null && <option value="">{text.choose}</option>}
            {value !== null && !kind && <option value={value.code}>{value.code}</option>}
            {kinds.map(({ code, label }) => (
              <option key={code} value={code}>
                {label[locale] ?? label.en ?? code}
              </option>
            ))}
          </select>
        </span>
        {inputs.map(
          ([name, input]) =>
            !input.rules && (
              <RuleInput
                input={input}
                key={`${value?.code} ${name}`}
                locale={locale}
                name={name}
                onChange={(argument) => set(name, argument)}
                value={value?.args[name]}
              />
            ),
        )}
      </div>
      {inputs.map(([name, input]) => {
        if (!input.rules) return null
        const parts: Stored[] = partsSchema.parse(value?.args[name])
        const replace = (at: number, part: Stored) =>
          set(
            name,
            parts.map((old, index) => (index === at ? part : old)),
          )
        const first = kinds[0]
        return (
          <div className="rule-parts" key={name}>
            {parts.map((part, at) => (
              <div key={at}>
                <RuleEditor kinds={kinds} locale={locale} onChange={(next) => replace(at, next)} value={part} />
                <Button
                  buttonStyle="secondary"
                  margin={false}
                  onClick={() => set(name, parts.toSpliced(at, 1))}
                  size="small"
                  type="button"
                >
                  {text.remove}
                </Button>
              </div>
            ))}
            {first && (
              <Button
                buttonStyle="secondary"
                margin={false}
                onClick={() => set(name, [...parts, { code: first.code, args: defaultsOf(first) }])}
                size="small"
                type="button"
              >
                {text.add}
              </Button>
            )}
          </div>
        )
      })}
    </div>
  )
}
