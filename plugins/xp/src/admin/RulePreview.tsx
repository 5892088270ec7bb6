'use client'

import { Button, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { z } from 'zod'

const words = {
  en: {
    title: 'Against history',
    days: 'Days back',
    ask: 'What would it have given?',
    asking: 'Computing…',
    as: 'as it is',
    change: 'with this form',
    grants: 'grants',
    points: 'points',
    note: 'Computed anew from the log; nothing is written, and nothing that was given changes.',
    partly: 'There were more events than a preview looks at; these are the oldest of them.',
    failed: 'It could not be computed: ',
  },
  ru: {
    title: 'На прошлых данных',
    days: 'Дней назад',
    ask: 'Что бы это дало?',
    asking: 'Считаем…',
    as: 'как есть',
    change: 'с этой формой',
    grants: 'начислений',
    points: 'очков',
    note: 'Вычислено заново по журналу событий; ничего не записано, и начисленное не меняется.',
    partly: 'Событий больше, чем просматривает проверка; учтены самые ранние.',
    failed: 'Не удалось посчитать: ',
  },
}
const yieldSchema = z.object({ grants: z.number(), points: z.number() })
const previewSchema = z.object({ events: z.number(), before: yieldSchema, after: yieldSchema, complete: z.boolean() })
const errorSchema = z.object({ error: z.object({ code: z.string() }) })
type State =
  | { kind: 'none' | 'asking' }
  | { kind: 'failed'; code: string }
  | { kind: 'ready'; preview: z.infer<typeof previewSchema> }

/** What the rule, as it stands in the form, would have given over the last days, beside what the present rules give. */
export function RulePreview() {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const rule = useFormFields(([fields]) => fields.rule?.value)
  const active = useFormFields(([fields]) => fields.active?.value)
  const [days, setDays] = useState(30)
  const [state, setState] = useState<State>({ kind: 'none' })
  const field = useId()
  const locale = i18n.language === 'ru' ? 'ru' : 'en'
  const text = words[locale]
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  const ask = async () => {
    setState({ kind: 'asking' })
    const response = await fetch('/api/xp-rules/preview', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: id ?? null, rule, active: active !== false, days }),
    })
    const answer: unknown = await response.json().catch(() => null)
    const preview = previewSchema.safeParse(answer)
    if (preview.success) setState({ kind: 'ready', preview: preview.data })
    else setState({ kind: 'failed', code: errorSchema.safeParse(answer).data?.error.code ?? String(response.status) })
  }
  return (
    <section aria-label={text.title} className="field-type rule-history">
      <h4>{text.title}</h4>
      <div className="rule-row">
        <span>
          <label htmlFor={field}>{text.days}</label>
          <input
            id={field}
            max={366}
            min={1}
            onChange={(event) => setDays(Number(event.target.value))}
            type="number"
            value={days}
          />
        </span>
        <Button buttonStyle="secondary" disabled={state.kind === 'asking'} onClick={ask}>
          {state.kind === 'asking' ? text.asking : text.ask}
        </Button>
      </div>
      {state.kind === 'failed' && <p role="alert">{text.failed + state.code}</p>}
      {state.kind === 'ready' && (
        <>
          <table>
            <tbody>
              {(['before', 'after'] as const).map((which) => (
                <tr key={which}>
                  <th scope="row">{which === 'before' ? text.as : text.change}</th>
                  <td>
                    {number(state.preview[which].grants)} {text.grants}
                  </td>
                  <td>
                    {number(state.preview[which].points)} {text.points}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="rule-words">{state.preview.complete ? text.note : text.partly}</p>
        </>
      )}
    </section>
  )
}
