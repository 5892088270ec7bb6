import type { ChangePreferencesInput, NotificationPreferences } from '@lectern/content-schemas'
import type { SiteWords } from '@lectern/kernel/astro'
import { type ApiFailure, failureWords } from '@lectern/kernel/site/api'
import { formatMessage } from '@lectern/kernel/site/formatMessage'
import { useCallback, useEffect, useState } from 'react'
import { BrowserPush } from './BrowserPush.tsx'
import { changePreferences, getPreferences } from './inboxApi.ts'
import { QuietHours } from './QuietHours.tsx'
import { textsOf } from './textsOf.ts'

type Failed = { error: ApiFailure }

/** What a learner is told, how and when. Each change is kept as it is made; the table shows what the server has kept. */
export default function Settings({ words }: { words: SiteWords }) {
  const texts = textsOf(words)
  const [kept, setKept] = useState<NotificationPreferences | Failed | null>(null)
  const [note, setNote] = useState('')

  const load = useCallback(async (): Promise<void> => {
    const answer = await getPreferences()
    setKept(answer.ok ? answer.value : { error: answer.error })
  }, [])
  useEffect(() => {
    void load()
  }, [load])

  if (kept === null) return <p className="quiet-wait">{texts.loadingSettings}</p>
  if ('error' in kept) {
    return (
      <div className="empty">
        <p>{kept.error.status === 401 ? texts.signInFirst : failureWords({ error: kept.error, words: texts })}</p>
        <button className="button" type="button" onClick={load}>
          {texts.retry}
        </button>
      </div>
    )
  }
  const change = async (wanted: Partial<ChangePreferencesInput>): Promise<void> => {
    setNote(texts.saving ?? '')
    const answer = await changePreferences(wanted)
    if (answer.ok) setKept(answer.value)
    setNote(answer.ok ? (texts.saved ?? '') : failureWords({ error: answer.error, words: texts }))
  }
  return (
    <>
      <p className="saved" role="status">
        {note}
      </p>
      {kept.channels.map(({ channel, unreachable }) =>
        unreachable ? (
          <p key={channel} className="note">
            {formatMessage(texts.unreachable ?? '', { address: unreachable })}
          </p>
        ) : null,
      )}
      <table className="choices">
        <thead>
          <tr>
            <th scope="col">{texts.kind}</th>
            {kept.channels.map(({ channel, label }) => (
              <th key={channel} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kept.kinds.map(({ kind, label, modes }) => (
            <tr key={kind}>
              <th scope="row">{label}</th>
              {kept.channels.map((channel) => (
                <td key={channel.channel} data-label={channel.label}>
                  <select
                    aria-label={`${label}: ${channel.label}`}
                    value={modes[channel.channel]}
                    onChange={({ currentTarget }) => {
                      const mode = channel.modes.find((each) => each === currentTarget.value)
                      if (mode) void change({ modes: [{ kind, channel: channel.channel, mode }] })
                    }}
                  >
                    {channel.modes.map((mode) => (
                      <option key={mode} value={mode}>
                        {channel.modes.length === 2 && mode === 'now' ? texts.on : texts[mode]}
                      </option>
                    ))}
                  </select>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <BrowserPush texts={texts} />
      <QuietHours kept={kept} texts={texts} change={change} />
    </>
  )
}
