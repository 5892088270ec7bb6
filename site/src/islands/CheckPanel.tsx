import type { AttemptItem, Locale } from '@lectern/content-schemas'
import { useState } from 'react'
import type { Messages } from '../i18n/en.ts'
import { formatMessage, formatNumber, formatPlural } from '../i18n/formatMessage.ts'
import { type ApiFailure, failureWords } from '../lib/api.ts'
import { isBlank } from '../lib/isBlank.ts'

type CheckPanelProps = {
  item: AttemptItem
  disabled: boolean
  locale: Locale
  words: Messages['attempt']
  errors: Messages['errors']
  onCheck: (item: string) => Promise<ApiFailure | null>
}

/** Below a question that is marked at once: the button, how the last try fared, and how many there are left. */
export function CheckPanel({ item, disabled, locale, words, errors, onCheck }: CheckPanelProps) {
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const { check } = item
  const isTried = check !== null && check.revision === item.revision
  const run = async (): Promise<void> => {
    setWorking(true)
    setFailure(await onCheck(item.item))
    setWorking(false)
  }
  return (
    <div className="check">
      <div role="status">
        {check && isTried && (
          <>
            <p className={check.state === 'right' ? 'right' : 'muted'}>
              {check.state ? (check.state === 'blank' ? words.blankMark : words[check.state]) : words.checked}
              {check.triesLeft !== null &&
                check.triesLeft > 0 &&
                ` · ${formatPlural({ locale, forms: words.triesLeft, count: check.triesLeft })}`}
              {check.mark !== undefined &&
                ` · ${formatMessage(words.markSoFar, {
                  mark: formatNumber({ locale, value: check.mark }),
                  max: formatNumber({ locale, value: item.maxMark }),
                })}`}
            </p>
            {check.numberRight !== null && <p>{formatPlural({ locale, forms: words.numberRight, count: check.numberRight })}</p>}
            {!check.locked &&
              check.feedback?.map(({ part, html }) => <div key={`${part} ${html}`} dangerouslySetInnerHTML={{ __html: html }} />)}
          </>
        )}
        {check?.hints.map((html, at) => (
          <aside key={html} className="hint-note">
            <p className="hint-number">{formatMessage(words.hint, { number: at + 1 })}</p>
            <div dangerouslySetInnerHTML={{ __html: html }} />
          </aside>
        ))}
        {failure && <p className="failure">{failureWords({ error: failure, words: errors })}</p>}
      </div>
      {!check?.locked && (
        <button
          className="button quiet"
          type="button"
          disabled={disabled || working || isTried || isBlank(item.response)}
          onClick={run}
        >
          {working ? words.checking : words.check}
        </button>
      )}
    </div>
  )
}
