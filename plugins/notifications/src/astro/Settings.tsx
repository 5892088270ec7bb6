import type { ChangePreferencesInput } from '@lectern/content-schemas'
import { AnswerPanel } from '@lectern/kernel/site/AnswerPanel'
import { failureWords } from '@lectern/kernel/site/api'
import { formatMessage } from '@lectern/kernel/site/formatMessage'
import { useAnswer } from '@lectern/kernel/site/useAnswer'
import { useState } from 'react'
import { BrowserPush } from './BrowserPush.tsx'
import { changePreferences, getPreferences } from './inboxApi.ts'
import { QuietHours } from './QuietHours.tsx'
import { textsOf } from './textsOf.ts'
import type { InboxWords } from './words.ts'

type SettingsProps = { words: InboxWords; signInUrl: string; accountUrl: string }

/** What a learner is told, how and when. Each change is kept as it is made; the table shows what the server has kept. */
export default function Settings({ words, signInUrl, accountUrl }: SettingsProps) {
  const texts = textsOf(words)
  const { answer, retry, show } = useAnswer(getPreferences)
  const [note, setNote] = useState('')
  if (answer.kind !== 'ready')
    return (
      <AnswerPanel
        {...{ answer, signInUrl }}
        words={{ ...words, loading: words.loadingSettings }}
        errors={words}
        onRetry={retry}
      />
    )
  const kept = answer.value
  const change = async (wanted: Partial<ChangePreferencesInput>): Promise<void> => {
    setNote(words.saving)
    const changed = await changePreferences(wanted)
    if (changed.ok) show(changed)
    setNote(changed.ok ? words.saved : failureWords({ error: changed.error, words }))
  }
  return (
    <>
      <p className="saved" role="status">
        {note}
      </p>
      {kept.channels.map(({ channel, unreachable }) =>
        unreachable ? (
          <p key={channel} className="note">
            {formatMessage(words.unreachable, { address: unreachable })}
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
      <QuietHours kept={kept} texts={texts} accountUrl={accountUrl} change={change} />
    </>
  )
}
