'use client'

import { Button, toast, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

const words = {
  en: { retry: 'Retry', asked: 'Another round of tries has begun.', refused: 'It could not be retried: ' },
  ru: { retry: 'Повторить', asked: 'Начат новый круг попыток.', refused: 'Повторить не удалось: ' },
}

/** Button on a failed delivery: asks the queue for another round. Only a delivery that was given up has it. */
export function RetryDelivery() {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const router = useRouter()
  const state = useFormFields(([fields]) => fields.state?.value)
  const [busy, setBusy] = useState(false)
  const text = i18n.language === 'ru' ? words.ru : words.en
  if (state !== 'dead') return null
  const retry = async () => {
    setBusy(true)
    const response = await fetch(`/api/event-failures/${id}/retry`, { method: 'POST', credentials: 'same-origin' })
    if (response.ok) toast.success(text.asked)
    else toast.error(text.refused + response.status)
    setBusy(false)
    router.refresh()
  }
  return (
    <Button buttonStyle="secondary" disabled={busy} onClick={retry}>
      {text.retry}
    </Button>
  )
}
