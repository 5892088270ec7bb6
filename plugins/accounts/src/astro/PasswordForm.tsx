import { failureWords } from '@lectern/kernel/site/api'
import { type FormEvent, useId, useState } from 'react'
import type { Words } from './AccountSettings.tsx'
import { savePassword } from './accountClient.ts'
import { Field } from './Field.tsx'
import { SaveRow, type SaveState } from './SaveRow.tsx'

const shortest = 10

type Problems = { current?: string | undefined; next?: string | undefined }

export function PasswordForm({ email, words }: { email: string; words: Words }) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const [problems, setProblems] = useState<Problems>({})
  const id = useId()

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const [current = '', next = ''] = ['current', 'next'].map((name) => String(fields.get(name) ?? ''))
    const found: Problems = {
      current: current === '' ? words.required : undefined,
      next: next === '' ? words.required : next.length < shortest ? words.short : undefined,
    }
    setProblems(found)
    if (found.current || found.next) return
    setState({ kind: 'saving' })
    const answer = await savePassword({ current, next })
    if (answer.ok) form.reset()
    setState(
      answer.ok
        ? { kind: 'done', message: words.changed ?? '' }
        : { kind: 'failed', message: failureWords({ error: answer.error, words }) },
    )
  }

  return (
    <section>
      <h2>{words.password}</h2>
      <form className="form" noValidate onSubmit={send}>
        {/* Password managers want to know whose password it is. */}
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field id={`${id}-current`} label={words.current} problem={problems.current}>
          <input
            id={`${id}-current`}
            name="current"
            type="password"
            autoComplete="current-password"
            aria-describedby={`${id}-current-note`}
            {...(problems.current ? { 'aria-invalid': true } : {})}
          />
        </Field>
        <Field id={`${id}-next`} label={words.next} hint={words.nextHint} problem={problems.next}>
          <input
            id={`${id}-next`}
            name="next"
            type="password"
            autoComplete="new-password"
            maxLength={200}
            aria-describedby={`${id}-next-note`}
            {...(problems.next ? { 'aria-invalid': true } : {})}
          />
        </Field>
        <SaveRow state={state} label={words.change} saving={words.saving} />
      </form>
    </section>
  )
}
