import type { GradeResult, Locale, ReviewKey } from '@lectern/content-schemas'
import { useMemo, useState } from 'react'
import type { Messages } from '../i18n/en.ts'
import { isBlank } from '../lib/isBlank.ts'
import { toQuestionReview } from '../lib/toQuestionReview.ts'
import type { PracticeItem } from './PracticeTest.tsx'
import { Question } from './Question.tsx'

export type PracticeResult = 'right' | 'partly' | 'wrong' | 'ungraded'

type PracticeQuestionProps = {
  item: PracticeItem
  id: string
  locale: Locale
  words: Messages['attempt']
  errors: Messages['errors']
  onResult: (result: PracticeResult) => void
}
type Checked = { result: PracticeResult; graded: GradeResult; key: ReviewKey }

/** One question to practise: answer, see at once how it was, draw it anew. */
export function PracticeQuestion({ item, id, locale, words, errors, onResult }: PracticeQuestionProps) {
  const { marker, authored } = item
  const [seed, setSeed] = useState(drawSeed)
  const [response, setResponse] = useState<unknown>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [failure, setFailure] = useState('')
  const view = useMemo(() => marker.present({ authored, locale, seed }), [marker, authored, locale, seed])

  const check = (): void => {
    const parsed = marker.parse({ authored, input: response, seed })
    if (!parsed.ok || parsed.value === null) {
      setFailure(parsed.ok ? errors.RESPONSE_BLANK : errors.RESPONSE_INVALID)
      return
    }
    const graded = marker.grade({ authored, response: parsed.value, locale, seed })
    const result = resultOf(graded)
    setFailure('')
    setChecked({ result, graded, key: marker.key({ authored, locale, seed }) })
    onResult(result)
  }
  const again = (): void => {
    setSeed(drawSeed())
    setResponse(null)
    setChecked(null)
  }
  const { parts = [], feedback = [] } = checked?.graded ?? {}
  const review = checked && toQuestionReview({ parts, feedback, key: checked.result === 'right' ? undefined : checked.key })
  return (
    <>
      <Question
        type={item.type}
        id={id}
        view={view}
        response={response}
        onChange={setResponse}
        disabled={checked !== null}
        review={review}
        locale={locale}
        words={words}
      />
      {marker.marked !== false && (
        <div className="check">
          <div role="status">
            {checked && <p className={checked.result === 'right' ? 'right' : 'muted'}>{words[checked.result]}</p>}
            {failure && <p className="failure">{failure}</p>}
          </div>
          {checked ? (
            <button className="button quiet" type="button" onClick={again}>
              {words.practiceAgain}
            </button>
          ) : (
            <button className="button quiet" type="button" disabled={isBlank(response)} onClick={check}>
              {words.check}
            </button>
          )}
        </div>
      )}
    </>
  )
}

function resultOf({ fraction, needsMarking }: GradeResult): PracticeResult {
  if (needsMarking) return 'ungraded'
  if (fraction >= 1) return 'right'
  return fraction > 0 ? 'partly' : 'wrong'
}

function drawSeed(): number {
  return Math.floor(Math.random() * 2_147_483_648)
}
