import { useEffect, useState } from 'react'
import { forgetBrowser, getPushKey, keepBrowser } from './pushApi.ts'

type BrowserPushProps = { texts: Record<string, string> }
type State = 'unknown' | 'impossible' | 'off' | 'on' | 'denied' | 'failed'

/** The site's one worker, which has that for push inside. */
const worker = '/sw.js'

/** Takes messages in this browser, or no more. Asks for permission only when the button is pressed. */
export function BrowserPush({ texts }: BrowserPushProps) {
  const [state, setState] = useState<State>('unknown')
  useEffect(() => {
    void currentState().then(setState)
  }, [])
  if (state === 'unknown' || state === 'impossible') return null
  const on = state === 'on'
  return (
    <section className="quiet-hours">
      <h2>{texts.push}</h2>
      <p>{texts.pushLead}</p>
      {state === 'denied' ? (
        <p className="note">{texts.pushDenied}</p>
      ) : (
        <button className="button" type="button" onClick={() => void (on ? switchOff() : switchOn()).then(setState)}>
          {on ? texts.pushOff : texts.pushOn}
        </button>
      )}
      <p role="status">{state === 'failed' ? texts.SERVER : ''}</p>
    </section>
  )
}

async function currentState(): Promise<State> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return 'impossible'
  if (Notification.permission === 'denied') return 'denied'
  return (await subscription()) ? 'on' : 'off'
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(worker)
  return (await registration?.pushManager.getSubscription()) ?? null
}

async function switchOn(): Promise<State> {
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'off'
  const key = await getPushKey()
  if (!key.ok) return 'failed'
  try {
    await navigator.serviceWorker.register(worker)
    const { pushManager } = await navigator.serviceWorker.ready
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key.value.key })
    const { endpoint, keys = {} } = made.toJSON()
    const kept = await keepBrowser({ endpoint: endpoint ?? '', keys: { p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' } })
    if (kept.ok) return 'on'
    await made.unsubscribe()
    return 'failed'
  } catch {
    // The browser's own push service is not there, or refuses.
    return 'failed'
  }
}

async function switchOff(): Promise<State> {
  const known = await subscription()
  if (!known) return 'off'
  const forgotten = await forgetBrowser(known.endpoint)
  if (!forgotten.ok) return 'failed'
  await known.unsubscribe()
  return 'off'
}
