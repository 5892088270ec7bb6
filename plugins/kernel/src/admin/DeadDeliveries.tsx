'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { DeadDelivery } from '../events/readQueue.ts'
import type { QueueCall } from './QueuePanel.tsx'
import type { Words } from './queueWords.ts'

/** The deliveries that the queue has given up: why, of which event, and the two ways on. */
export function DeadDeliveries({
  dead,
  count,
  text,
  language,
  call,
}: {
  dead: DeadDelivery[]
  count: number
  text: Words
  language: string
  call: QueueCall
}) {
  return (
    <section>
      <h2>{text.deadHeading}</h2>
      {dead.length === 0 && <p className="queue__note">{text.noneDead}</p>}
      {count > dead.length && <p className="queue__note">{text.moreDead(dead.length, count)}</p>}
      {dead.map((delivery) => (
        <DeadOne call={call} delivery={delivery} key={delivery.id} language={language} text={text} />
      ))}
    </section>
  )
}

function DeadOne({ delivery, text, language, call }: { delivery: DeadDelivery; text: Words; language: string; call: QueueCall }) {
  const [sure, setSure] = useState(false)
  const { id, handler, name, key, data, attempts, error, at } = delivery
  return (
    <details className="queue__one">
      <summary>
        <strong>{handler}</strong> <span>{name}</span> <small>{new Date(at).toLocaleString(language)}</small>{' '}
        <small>{text.attempts(attempts)}</small>
      </summary>
      <h3>{text.error}</h3>
      <pre>{error}</pre>
      <h3>{text.payload}</h3>
      <pre>{JSON.stringify({ key, data }, null, 2)}</pre>
      <div className="queue__buttons">
        <Button margin={false} onClick={() => call(`failures/${id}/retry`)} size="small">
          {text.retry}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => (sure ? call(`failures/${id}/discard`) : setSure(true))}
          size="small"
        >
          {sure ? text.sureToDiscard : text.discard}
        </Button>
        {sure && (
          <Button buttonStyle="secondary" margin={false} onClick={() => setSure(false)} size="small">
            {text.cancel}
          </Button>
        )}
      </div>
    </details>
  )
}
