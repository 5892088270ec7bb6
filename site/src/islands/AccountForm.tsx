import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Messages } from '../i18n/en.ts'
import { register, signIn } from '../lib/accountApi.ts'
import { failureWords } from '../lib/api.ts'
import { safeNext } from '../lib/safeNext.ts'

type AccountFormProps = {
  mode: 'sign-in' | 'register'
  locale: string
  words: Messages['auth']
  errors: Messages['errors']
  /** Where to go afterwards, unless the address says `?return=`. */
  homeUrl: string
  otherUrl: string
}

type Problems = Partial<Record<'name' | 'email' | 'password', string>>

const shortestPassword = 10

/** Sign-in and registration. The form is in the page from the start; the script only sends it. */
export default function AccountForm({ mode, locale, words, errors, homeUrl, otherUrl }: AccountFormProps) {
  const [problems, setProblems] = useState<Problems>({})
  const [failure, setFailure] = useState('')
  const [working, setWorking] = useState(false)
  const [shown, setShown] = useState(false)
  // Known in the browser only; whoever changes between the two forms still comes back to where he was.
  const [search, setSearch] = useState('')
  useEffect(() => setSearch(location.search), [])
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  const isNew = mode === 'register'

  const check = ({ name, email, password }: { name: string; email: string; password: string }): Problems => ({
    ...(isNew && name.trim() === '' ? { name: words.required } : {}),
    ...(email.trim() === '' ? { email: words.required } : /^\S+@\S+\.\S+$/.test(email) ? {} : { email: words.emailWrong }),
    ...(password === ''
      ? { password: words.required }
      : isNew && password.length < shortestPassword
        ? { password: words.passwordShort }
        : {}),
  })

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const [name = '', email = '', password = ''] = ['name', 'email', 'password'].map((field) => String(fields.get(field) ?? ''))
    const found = check({ name, email: email.trim(), password })
    setProblems(found)
    setFailure('')
    const first = Object.keys(found)[0]
    if (first) {
      form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus()
      return
    }
    setWorking(true)
    const account = { email: email.trim(), password }
    const answer = isNew
      ? await register({ ...account, name: name.trim(), locale, timeZone: ownTimeZone() })
      : await signIn(account)
    if (answer.ok) location.assign(safeNext({ next: new URLSearchParams(location.search).get('return'), fallback: homeUrl }))
    else {
      setWorking(false)
      setFailure(failureWords({ error: answer.error, words: errors }))
    }
  }

  const describe = (field: keyof Problems, hint?: string): { 'aria-describedby'?: string; 'aria-invalid'?: true } => ({
    ...(problems[field] || hint ? { 'aria-describedby': `${id}-${field}-note` } : {}),
    ...(problems[field] ? { 'aria-invalid': true } : {}),
  })
  const note = (field: keyof Problems, hint?: string) =>
    (problems[field] || hint) && (
      <small id={`${id}-${field}-note`} className={problems[field] ? 'problem' : 'hint'}>
        {problems[field] ?? hint}
      </small>
    )

  return (
    <form ref={form} className="form" method="post" noValidate onSubmit={send}>
      {isNew && (
        <p className="field">
          <label htmlFor={`${id}-name`}>{words.name}</label>
          <input id={`${id}-name`} name="name" autoComplete="name" {...describe('name', words.nameHint)} />
          {note('name', words.nameHint)}
        </p>
      )}
      <p className="field">
        <label htmlFor={`${id}-email`}>{words.email}</label>
        <input id={`${id}-email`} name="email" type="email" autoComplete="email" inputMode="email" {...describe('email')} />
        {note('email')}
      </p>
      <p className="field">
        <label htmlFor={`${id}-password`}>{words.password}</label>
        <span className="with-button">
          <input
            id={`${id}-password`}
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            {...describe('password', isNew ? words.passwordHint : undefined)}
          />
          <button type="button" className="plain" aria-controls={`${id}-password`} onClick={() => setShown(!shown)}>
            {shown ? words.hidePassword : words.showPassword}
          </button>
        </span>
        {note('password', isNew ? words.passwordHint : undefined)}
      </p>
      <p className="failure" role="alert">
        {failure}
      </p>
      <p className="actions">
        <button className="button" type="submit" disabled={working}>
          {working ? words.working : isNew ? words.register : words.signIn}
        </button>
      </p>
      <p className="other">
        {isNew ? words.haveAccount : words.noAccount} <a href={`${otherUrl}${search}`}>{isNew ? words.signIn : words.register}</a>
      </p>
    </form>
  )
}

/** The zone of this device, in which days of a streak are counted. */
function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}
