'use client'

import { locales } from '@lectern/content-schemas/locale'
import { Button, toast, useDocumentInfo, useForm, useFormFields, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import './sendAnnouncement.css'

type Audience = { people: number; title: Record<string, string>; body: Record<string, string> }

const words = {
  en: {
    save: 'Save it to see whom it reaches.',
    unsaved: 'Save your changes before you send it.',
    reaches: (people: number) => `Reaches ${people} ${people === 1 ? 'person' : 'people'} now.`,
    missing: 'There is no text in this language yet; its readers get the other one.',
    send: 'Send',
    plan: 'Schedule',
    sure: (people: number) => `Yes, send it to ${people}`,
    back: 'Take back',
    sent: 'It is on its way.',
    taken: 'It is a draft again.',
    refused: 'That was not possible: ',
  },
  ru: {
    save: 'Сохраните, чтобы увидеть, кому это придёт.',
    unsaved: 'Сохраните изменения перед отправкой.',
    reaches: (people: number) => `Сейчас получат: ${people}.`,
    missing: 'На этом языке текста пока нет; читатели получат другой.',
    send: 'Отправить',
    plan: 'Запланировать',
    sure: (people: number) => `Да, отправить (${people})`,
    back: 'Вернуть в черновики',
    sent: 'Отправляется.',
    taken: 'Снова черновик.',
    refused: 'Не получилось: ',
  },
}

/** How an announcement will read, whom it reaches, and the buttons that send it or take it back. */
export function SendAnnouncement() {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { disabled } = useForm()
  const changed = useFormModified()
  const router = useRouter()
  const state = useFormFields(([fields]) => fields.state?.value)
  const planned = useFormFields(([fields]) => fields.scheduledAt?.value)
  const [audience, setAudience] = useState<Audience | null>(null)
  const [asked, setAsked] = useState(false)
  const text = i18n.language === 'ru' ? words.ru : words.en

  const load = useCallback(async () => {
    if (!id) return
    const response = await fetch(`/api/announcements/${id}/audience`, { credentials: 'same-origin' })
    setAudience(response.ok ? await response.json() : null)
  }, [id])
  // Saving clears `changed`, and what was saved is counted anew.
  useEffect(() => {
    if (!changed) void load()
  }, [load, changed])

  if (!id) return <p className="send-announcement__note">{text.save}</p>
  if (!audience) return null
  const call = async ({ action, done }: { action: string; done: string }) => {
    setAsked(false)
    const response = await fetch(`/api/announcements/${id}/${action}`, { method: 'POST', credentials: 'same-origin' })
    if (response.ok) toast.success(done)
    else toast.error(text.refused + ((await response.json())?.error?.code ?? response.status))
    router.refresh()
    await load()
  }
  return (
    <section className="send-announcement">
      <div className="send-announcement__previews">
        {locales.map((locale) => (
          <article key={locale} lang={locale} dir="auto">
            <h4>{audience.title[locale] ?? locale.toUpperCase()}</h4>
            {audience.body[locale] ? <p>{audience.body[locale]}</p> : <p className="send-announcement__note">{text.missing}</p>}
          </article>
        ))}
      </div>
      {state !== 'sent' && <p>{text.reaches(audience.people)}</p>}
      {state === 'draft' && changed && <p className="send-announcement__note">{text.unsaved}</p>}
      {state === 'draft' && (
        <Button
          disabled={disabled || changed || audience.people === 0}
          onClick={() => (asked ? call({ action: 'schedule', done: text.sent }) : setAsked(true))}
        >
          {asked ? text.sure(audience.people) : planned ? text.plan : text.send}
        </Button>
      )}
      {state === 'scheduled' && (
        <Button buttonStyle="secondary" onClick={() => call({ action: 'withdraw', done: text.taken })}>
          {text.back}
        </Button>
      )}
    </section>
  )
}
