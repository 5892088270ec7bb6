import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { GapFeedback, GapMark, GapText } from '../shared/GapText.tsx'
import { givenIn, maxGapLength, withGap } from '../shared/gapResponse.ts'
import { gapWords } from '../shared/gapWords.ts'
import { WholeReview } from '../shared/Review.tsx'
import type { ClozeResponse, ClozeView } from './schema.ts'

function ClozeQuestion(props: QuestionRendererProps<ClozeView, ClozeResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const words = gapWords(locale)
  const locked = disabled || review !== null
  const renderGap = (gapId: string) => {
    const at = view.gaps.findIndex((candidate) => candidate.id === gapId)
    const gap = view.gaps[at]
    if (!gap) return null
    const control = `${id}-${gap.id}`
    const isMarked = review?.parts?.some(({ part }) => part === gap.id)
    const shared = {
      id: control,
      name: control,
      value: givenIn({ response, gap: gap.id }),
      disabled: locked,
      'aria-label': words.gap(at + 1, view.gaps.length),
      'aria-describedby': isMarked ? `${control}-review` : undefined,
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange(withGap({ response, gap: gap.id, value: event.currentTarget.value })),
    }
    return (
      <span className="q-gap">
        {gap.kind === 'choice' ? (
          <select className="q-control q-gap-control" {...shared}>
            <option value="">{words.choose}</option>
            {gap.options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.text}
              </option>
            ))}
          </select>
        ) : (
          <input
            className={gap.kind === 'number' ? 'q-control q-gap-control q-gap-number-control' : 'q-control q-gap-control'}
            type="text"
            maxLength={gap.kind === 'number' ? 100 : maxGapLength}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            dir={gap.kind === 'number' ? 'ltr' : 'auto'}
            {...shared}
          />
        )}
        <GapMark id={`${control}-review`} gap={gap.id} review={review} locale={locale} />
      </span>
    )
  }
  return (
    <div className="q q-gaps q-cloze">
      <fieldset className="q-field" disabled={locked}>
        <legend className="q-legend">{words.fillIn}</legend>
        <div className="q-stem q-gap-text">
          <GapText nodes={view.nodes} renderGap={renderGap} />
        </div>
      </fieldset>
      <GapFeedback gaps={view.gaps.map((gap) => gap.id)} review={review} locale={locale} />
      <WholeReview review={review} locale={locale} />
    </div>
  )
}

export default defineQuestionRenderer(ClozeQuestion)
