import type { Locale } from '@lectern/content-schemas'
import type { QuestionReview } from '@lectern/kernel/site'
import { GapMark } from '../GapText.tsx'
import { gapWords } from '../gapWords.ts'

/** One gap as a native list of its words, with its mark in a review. `label` says more of a word than its text. */
export function WordSelect({
  id,
  gap,
  number,
  total,
  words,
  value,
  locked,
  review,
  locale,
  groupName,
  onChoose,
}: {
  /** Id of the control. */
  id: string
  gap: string
  number: number
  total: number
  /** One that is taken stands in another gap and cannot be chosen before that is empty. */
  words: { id: string; text: string; isTaken?: boolean }[]
  value: string
  locked: boolean
  review: QuestionReview | null
  locale: Locale
  /** Shown and said when a question has several groups. */
  groupName?: string | undefined
  onChoose: (word: string) => void
}) {
  const say = gapWords(locale)
  const isMarked = review?.parts?.some(({ part }) => part === gap)
  return (
    <span className="q-gap" data-gap={gap}>
      <select
        className="q-control q-gap-control"
        id={id}
        name={id}
        value={value}
        disabled={locked}
        aria-label={[say.gap(number, total), groupName].filter(Boolean).join(', ')}
        aria-describedby={isMarked ? `${id}-review` : undefined}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{groupName ? `${say.choose} (${groupName})` : say.choose}</option>
        {words.map((word) => (
          <option key={word.id} value={word.id} disabled={word.isTaken}>
            {word.isTaken ? `${word.text} (${say.used})` : word.text}
          </option>
        ))}
      </select>
      <GapMark id={`${id}-review`} gap={gap} review={review} locale={locale} />
    </span>
  )
}
