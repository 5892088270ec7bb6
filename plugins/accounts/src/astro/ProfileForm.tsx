import type { Profile } from '@lectern/content-schemas'
import { failureWords } from '@lectern/kernel/site/api'
import { formatMessage } from '@lectern/kernel/site/formatMessage'
import { type FormEvent, useId, useState } from 'react'
import type { Words } from './AccountSettings.tsx'
import { saveProfile } from './accountClient.ts'
import { Field } from './Field.tsx'
import { SaveRow, type SaveState } from './SaveRow.tsx'

type ProfileFormProps = { profile: Profile; words: Words; languages: { code: string; name: string }[] }

export function ProfileForm({ profile, words, languages }: ProfileFormProps) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const [missing, setMissing] = useState(false)
  const id = useId()
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zones = [...new Set([profile.timeZone, device, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const name = String(fields.get('name') ?? '').trim()
    setMissing(name === '')
    if (name === '') return
    setState({ kind: 'saving' })
    const answer = await saveProfile({
      name,
      locale: String(fields.get('locale')),
      timeZone: String(fields.get('timeZone')),
    })
    setState(
      answer.ok
        ? { kind: 'done', message: words.saved ?? '' }
        : { kind: 'failed', message: failureWords({ error: answer.error, words }) },
    )
  }

  return (
    <section>
      <h2>{words.account}</h2>
      <form className="form" noValidate onSubmit={send}>
        <Field id={`${id}-email`} label={words.email}>
          <input id={`${id}-email`} type="email" value={profile.email} readOnly />
        </Field>
        <Field id={`${id}-name`} label={words.name} hint={words.nameHint} problem={missing ? words.required : undefined}>
          <input
            id={`${id}-name`}
            name="name"
            autoComplete="name"
            maxLength={120}
            defaultValue={profile.name}
            aria-describedby={`${id}-name-note`}
            {...(missing ? { 'aria-invalid': true } : {})}
          />
        </Field>
        <Field id={`${id}-locale`} label={words.language} hint={words.languageHint}>
          <select id={`${id}-locale`} name="locale" defaultValue={profile.locale} aria-describedby={`${id}-locale-note`}>
            {languages.map(({ code, name }) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field id={`${id}-zone`} label={words.timeZone} hint={words.timeZoneHint}>
          <select id={`${id}-zone`} name="timeZone" defaultValue={profile.timeZone} aria-describedby={`${id}-zone-note`}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone === device ? formatMessage(words.thisDevice ?? '', { zone }) : zone}
              </option>
            ))}
          </select>
        </Field>
        <SaveRow state={state} label={words.save} saving={words.saving} />
      </form>
    </section>
  )
}
