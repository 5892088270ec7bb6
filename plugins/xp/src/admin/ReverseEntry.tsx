'use client'

import { Button, TextInput, toast, useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

const words = {
  en: {
    why: 'Why these points are taken back',
    reverse: 'Take back',
    done: 'A line that takes the points back was added.',
    refused: 'It could not be taken back: ',
  },
  ru: {
    why: 'Почему эти очки отменяются',
    reverse: 'Отменить',
    done: 'Добавлена строка, которая отменяет эти очки.',
    refused: 'Отменить не удалось: ',
  },
}

/** On a line of the ledger, for administrators: takes it back by a further line that says why. */
export function ReverseEntry() {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const text = i18n.language === 'ru' ? words.ru : words.en
  if (!user?.roles?.includes('admin') || data?.reverses) return null
  const reverse = async () => {
    setBusy(true)
    const response = await fetch(`/api/xp-ledger/${id}/reverse`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ note }),
    })
    setBusy(false)
    if (!response.ok) return toast.error(text.refused + response.status)
    toast.success(text.done)
    setNote('')
  }
  return (
    <div className="field-type">
      <TextInput
        path="reversal-note"
        label={text.why}
        value={note}
        onChange={(event: { target: { value: string } }) => setNote(event.target.value)}
      />
      <Button buttonStyle="secondary" disabled={busy || note.trim().length < 3} onClick={reverse}>
        {text.reverse}
      </Button>
    </div>
  )
}
