import type { Account } from '@lectern/content-schemas'
import { type ApiFailure, failureWords } from '@lectern/kernel/site/api'
import { useEffect, useState } from 'react'
import { getAccount } from './accountClient.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { ProfileForm } from './ProfileForm.tsx'

export type Words = Record<string, string>
type AccountSettingsProps = { words: Words; languages: { code: string; name: string }[]; signInUrl: string }

/** What belongs to the account and is kept on the server. */
export default function AccountSettings({ words, languages, signInUrl }: AccountSettingsProps) {
  const [account, setAccount] = useState<Account | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const open = async (): Promise<void> => {
    setFailure(null)
    const answer = await getAccount()
    if (!answer.ok) setFailure(answer.error)
    else if (answer.value.account) setAccount(answer.value.account)
    else location.assign(signInUrl)
  }
  // Once, when the page is opened.
  useEffect(() => {
    void open()
  }, [])
  if (failure)
    return (
      <p role="alert">
        {failureWords({ error: failure, words })}{' '}
        <button type="button" className="plain" onClick={open}>
          {words.retry}
        </button>
      </p>
    )
  if (!account) return <p className="quiet-wait">{words.loading}</p>
  return (
    <>
      <ProfileForm account={account} words={words} languages={languages} />
      <PasswordForm email={account.email} words={words} />
    </>
  )
}
