'use client'

import { useEffect, useId, useState } from 'react'
import { z } from 'zod'
import { type AdminLocale, type Input, isNullable } from './ruleKinds.ts'

const anyWord = { en: '— any —', ru: '— любой —' }
const docsSchema = z.object({
  docs: z.array(z.looseObject({ id: z.string(), title: z.string().nullish(), name: z.string().nullish() })),
})
/** Documents offered to choose from. */
const choiceLimit = 200

type InputProps = { input: Input; name: string; locale: AdminLocale; value: unknown; onChange: (value: unknown) => void }

/** One argument of a rule. */
export function RuleInput(props: InputProps) {
  const id = useId()
  const { input, name, locale } = props
  return (
    <span>
      <label htmlFor={id}>{input.label?.[locale] ?? input.label?.en ?? name}</label>
      <Control {...props} id={id} />
    </span>
  )
}

function Control(props: InputProps & { id: string }) {
  const { id, input, value, onChange } = props
  if (input.relationTo) return <DocumentChoice {...props} relationTo={input.relationTo} />
  if (input.enum)
    return (
      <select id={id} onChange={(event) => onChange(event.target.value)} value={String(value ?? '')}>
        {input.enum.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    )
  if (input.type === 'boolean')
    return <input checked={value === true} id={id} onChange={(event) => onChange(event.target.checked)} type="checkbox" />
  if (input.type === 'integer' || input.type === 'number')
    return (
      <input
        id={id}
        max={input.maximum}
        min={input.minimum}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
        step={input.type === 'integer' ? 1 : 'any'}
        type="number"
        value={typeof value === 'number' ? value : ''}
      />
    )
  if (input.format === 'date-time')
    return (
      <input
        id={id}
        // The browser's input has no zone; what is written is UTC, as the words below the form say.
        onChange={(event) => onChange(event.target.value ? `${event.target.value}:00.000Z` : '')}
        type="datetime-local"
        value={typeof value === 'string' ? value.slice(0, 16) : ''}
      />
    )
  return (
    <input
      id={id}
      onChange={(event) => onChange(event.target.value === '' && isNullable(input) ? null : event.target.value)}
      type="text"
      value={typeof value === 'string' ? value : ''}
    />
  )
}

function DocumentChoice({ id, input, locale, value, onChange, relationTo }: InputProps & { id: string; relationTo: string }) {
  const [docs, setDocs] = useState<{ id: string; name: string }[]>([])
  useEffect(() => {
    const load = async () => {
      const response = await fetch(`/api/${relationTo}?limit=${choiceLimit}&depth=0&sort=title`, { credentials: 'same-origin' })
      const found = docsSchema.parse(await response.json())
      setDocs(found.docs.map((doc) => ({ id: doc.id, name: doc.title ?? doc.name ?? doc.id })))
    }
    // Without the list, the present choice stays as it is.
    load().catch(() => {})
  }, [relationTo])
  const chosen = typeof value === 'string' ? value : ''
  return (
    <select id={id} onChange={(event) => onChange(event.target.value || null)} value={chosen}>
      {(isNullable(input) || chosen === '') && <option value="">{anyWord[locale]}</option>}
      {chosen !== '' && !docs.some((doc) => doc.id === chosen) && <option value={chosen}>{chosen}</option>}
      {docs.map((doc) => (
        <option key={doc.id} value={doc.id}>
          {doc.name}
        </option>
      ))}
    </select>
  )
}
