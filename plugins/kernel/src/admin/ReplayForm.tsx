'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { ReplayCount } from '../events/replay.ts'
import type { QueueCall } from './QueuePanel.tsx'
import type { Words } from './queueWords.ts'

/** Chooses past events for one handler, says how many there are, and only then delivers them. */
export function ReplayForm({
  handler,
  text,
  call,
  onClose,
}: {
  handler: string
  text: Words
  call: QueueCall
  onClose: () => void
}) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [key, setKey] = useState('')
  const [counted, setCounted] = useState<ReplayCount | null>(null)
  const range = { handler, from: toIso(from), to: toIso(to), key: key.trim() || null }
  const change = (set: (value: string) => void) => (event: { target: { value: string } }) => {
    set(event.target.value)
    setCounted(null)
  }
  const count = async () => {
    const answer = await call('replay/count', range)
    if (isCount(answer)) setCounted(answer)
  }
  const start = async () => {
    if (!(await call('replay', range))) return
    toast.success(text.started)
    onClose()
  }
  return (
    <section className="queue__replay">
      <h2>
        {text.replayHeading} {handler}
      </h2>
      <p className="queue__note">{text.replayIntro}</p>
      <div className="queue__fields">
        <label>
          {text.from}
          <input onChange={change(setFrom)} type="datetime-local" value={from} />
        </label>
        <label>
          {text.to}
          <input onChange={change(setTo)} type="datetime-local" value={to} />
        </label>
        <label>
          {text.key}
          <input onChange={change(setKey)} type="text" value={key} />
        </label>
      </div>
      <p role="status">{counted ? text.counted(counted.events, counted.delivered) : ''}</p>
      <div className="queue__buttons">
        {counted && counted.events > counted.delivered ? (
          <Button margin={false} onClick={start} size="small">
            {text.start(counted.events - counted.delivered)}
          </Button>
        ) : (
          <Button margin={false} onClick={count} size="small">
            {text.count}
          </Button>
        )}
        <Button buttonStyle="secondary" margin={false} onClick={onClose} size="small">
          {text.cancel}
        </Button>
      </div>
    </section>
  )
}

/** What the field says is local time. */
function toIso(local: string): string | null {
  return local ? new Date(local).toISOString() : null
}

function isCount(answer: unknown): answer is ReplayCount {
  return typeof answer === 'object' && answer !== null && 'events' in answer && 'delivered' in answer
}
