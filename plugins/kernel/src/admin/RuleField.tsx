'use client'

import { FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { RuleEditor } from './RuleEditor.tsx'
import { type Kind, kindsSchema, type Stored } from './ruleKinds.ts'

const words = {
  en: {
    label: 'Rule',
    inWords: 'In words: ',
    broken: 'This rule does not work: ',
    failed: 'The kinds of rules could not be loaded.',
  },
  ru: { label: 'Правило', inWords: 'Словами: ', broken: 'Это правило не работает: ', failed: 'Виды правил не загрузились.' },
}
const answerSchema = z.object({
  words: z.string().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
})

/** Edits `{ code, args }` by a form made from the schema of the kind, and shows the rule in words or what is wrong with it. */
export function RuleField({ path, endpoints }: { path: string; endpoints: string }) {
  const { value, setValue, showError } = useField<Stored | null>({ path })
  const { i18n } = useTranslation()
  const locale = i18n.language === 'ru' ? 'ru' : 'en'
  const text = words[locale]
  const [kinds, setKinds] = useState<Kind[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [answer, setAnswer] = useState<z.infer<typeof answerSchema>>({})

  useEffect(() => {
    const load = async () => {
      const response = await fetch(`${endpoints}/rule-kinds`, { credentials: 'same-origin' })
      setKinds(kindsSchema.parse(await response.json()).kinds)
    }
    load().catch(() => setFailed(true))
  }, [endpoints])

  const asked = JSON.stringify(value ?? null)
  useEffect(() => {
    const stop = new AbortController()
    const explain = async () => {
      const response = await fetch(`${endpoints}/rule-in-words?locale=${locale}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: asked,
        signal: stop.signal,
      })
      setAnswer(answerSchema.parse(await response.json()))
    }
    // A question that a newer one has overtaken is aborted; any other failure leaves the words as they are.
    if (asked !== 'null') explain().catch(() => {})
    return () => stop.abort()
  }, [asked, endpoints, locale])

  if (failed) return <p role="alert">{text.failed}</p>
  if (!kinds) return null
  return (
    <div className="field-type">
      <FieldLabel label={text.label} path={path} required />
      <FieldError path={path} showError={showError} />
      <RuleEditor kinds={kinds} locale={locale} onChange={setValue} value={value ?? null} />
      <p aria-live="polite" className={answer.error ? 'rule-words rule-words--broken' : 'rule-words'}>
        {answer.error
          ? `${text.broken}${answer.error.code} — ${answer.error.message}`
          : answer.words && text.inWords + answer.words}
      </p>
    </div>
  )
}
