import type { Account } from '@lectern/content-schemas'
import { AnswerPanel, type AnswerWords } from '@lectern/kernel/site/AnswerPanel'
import type { ApiResult } from '@lectern/kernel/site/api'
import { useAnswer } from '@lectern/kernel/site/useAnswer'
import { getAccount } from './accountClient.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { ProfileForm } from './ProfileForm.tsx'

export type Words = Record<string, string>
type AccountSettingsProps = { words: Words & AnswerWords; languages: { code: string; name: string }[]; signInUrl: string }

/** What belongs to the account and is kept on the server. */
export default function AccountSettings({ words, languages, signInUrl }: AccountSettingsProps) {
  const { answer, retry } = useAnswer(getOwnAccount)
  if (answer.kind !== 'ready') return <AnswerPanel {...{ answer, words, signInUrl }} errors={words} onRetry={retry} />
  const account = answer.value
  return (
    <>
      <ProfileForm account={account} words={words} languages={languages} />
      <PasswordForm email={account.email} words={words} />
    </>
  )
}

async function getOwnAccount(): Promise<ApiResult<Account>> {
  const answer = await getAccount()
  if (!answer.ok) return answer
  const { account } = answer.value
  return account ? { ok: true, value: account } : { ok: false, error: { code: 'NOT_SIGNED_IN', message: '', status: 401 } }
}
