'use client'

import { toast, useConfig, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { QueueState } from '../events/readQueue.ts'
import { DeadDeliveries } from './DeadDeliveries.tsx'
import { QueueTasks } from './QueueTasks.tsx'
import './queue.css'
import { queueWords } from './queueWords.ts'
import { ReplayForm } from './ReplayForm.tsx'

/** Milliseconds between two looks at the queue. */
const refreshMs = 3000

export type QueueCall = (path: string, body?: unknown) => Promise<unknown>

/** The state of the queue, looked at again and again, and what an administrator can do about it. */
export function QueuePanel() {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const text = queueWords(i18n.language)
  const [state, setState] = useState<QueueState | null>(null)
  const [unreachable, setUnreachable] = useState(false)
  const [replaying, setReplaying] = useState<string | null>(null)

  const load = useCallback(async () => {
    try {
      const response = await fetch('/api/queue', { credentials: 'same-origin' })
      if (response.ok) setState(await response.json())
      setUnreachable(!response.ok)
    } catch {
      setUnreachable(true)
    }
  }, [])
  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), refreshMs)
    return () => clearInterval(timer)
  }, [load])

  const call: QueueCall = async (path, body = {}) => {
    const response = await fetch(`/api/queue/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    if (!response.ok) {
      toast.error(`${text.refused}${answer?.error?.code ?? response.status}`)
      return null
    }
    await load()
    return answer
  }

  const collections = `${config.routes.admin}/collections`
  return (
    <div className="queue">
      <p className="queue__note">
        {text.intro} <a href={`${collections}/events`}>{text.events}</a> ·{' '}
        <a href={`${collections}/queue-actions`}>{text.audit}</a>
      </p>
      <p className="queue__note" role="status">
        {unreachable ? text.unreachable : ''}
      </p>
      {state && (
        <>
          <QueueTasks call={call} onReplay={setReplaying} tasks={state.tasks} text={text} />
          {replaying && (
            <ReplayForm call={call} handler={replaying} key={replaying} onClose={() => setReplaying(null)} text={text} />
          )}
          <DeadDeliveries call={call} count={state.deadCount} dead={state.dead} language={i18n.language} text={text} />
        </>
      )}
    </div>
  )
}
