import type { XpBoards } from '@lectern/content-schemas'
import { type FormEvent, useState } from 'react'
import type { ShownAs } from './boardsApi.ts'
import type { XpWords } from './words.ts'

type MembershipProps = {
  member: XpBoards['member']
  words: XpWords
  onJoin: (shownAs: ShownAs) => Promise<void>
  onLeave: () => Promise<void>
}

/** Joining, how one is shown, and leaving. */
export function Membership({ member, words, onJoin, onLeave }: MembershipProps) {
  const [shownAs, setShownAs] = useState<ShownAs>(member?.shownAs ?? 'initials')
  const [busy, setBusy] = useState(false)
  const run = async (action: () => Promise<void>) => {
    setBusy(true)
    await action()
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(() => onJoin(shownAs))
  }
  return (
    <form className="boards-membership" onSubmit={submit}>
      <fieldset>
        <legend>{words.shownAs}</legend>
        {(['initials', 'name'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="shown-as" checked={shownAs === one} onChange={() => setShownAs(one)} />{' '}
            {one === 'name' ? words.byName : words.byInitials}
          </label>
        ))}
      </fieldset>
      <p className="actions">
        <button className="button" type="submit" disabled={busy || member?.shownAs === shownAs}>
          {member === null ? words.join : words.saveShown}
        </button>
        {member !== null && (
          <button className="button quiet" type="button" disabled={busy} onClick={() => void run(onLeave)}>
            {words.leave}
          </button>
        )}
      </p>
    </form>
  )
}
