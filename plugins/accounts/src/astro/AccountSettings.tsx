import { AnswerPanel, type AnswerWords } from '@lectern/kernel/site/AnswerPanel'
import { useAnswer } from '@lectern/kernel/site/useAnswer'
import { getProfile } from './accountClient.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { ProfileForm } from './ProfileForm.tsx'

export type Words = Record<string, string>
type AccountSettingsProps = { words: Words & AnswerWords; languages: { code: string; name: string }[]; signInUrl: string }

/** What belongs to the account and is kept on the server. */
export default function AccountSettings({ words, languages, signInUrl }: AccountSettingsProps) {
  const { answer, retry } = useAnswer(getProfile)
  if (answer.kind !== 'ready') return <AnswerPanel {...{ answer, words, signInUrl }} errors={words} onRetry={retry} />
  const profile = answer.value
  return (
    <>
      <ProfileForm profile={profile} words={words} languages={languages} />
      <PasswordForm email={profile.email} words={words} />
    </>
  )
}
