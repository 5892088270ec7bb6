import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { GapFeedback, GapText } from '../shared/GapText.tsx'
import { givenIn, withGap } from '../shared/gapResponse.ts'
import { gapWords } from '../shared/gapWords.ts'
import { WholeReview } from '../shared/Review.tsx'
import { WordSelect } from '../shared/wordGaps/WordSelect.tsx'
import type { DropdownGapsResponse, DropdownGapsView } from './schema.ts'

function DropdownGapsQuestion(props: QuestionRendererProps<DropdownGapsView, DropdownGapsResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const locked = disabled || review !== null
  const renderGap = (gap: string) => {
    const at = view.gaps.findIndex((candidate) => candidate.id === gap)
    const group = view.groups.find((candidate) => candidate.group === view.gaps[at]?.group)
    return group ? (
      <WordSelect
        id={`${id}-${gap}`}
        gap={gap}
        number={at + 1}
        total={view.gaps.length}
        words={group.words}
        value={givenIn({ response, gap })}
        locked={locked}
        review={review}
        locale={locale}
        onChoose={(value) => onChange(withGap({ response, gap, value }))}
      />
    ) : null
  }
  return (
    <div className="q q-gaps q-dropdown-gaps">
      <fieldset className="q-field" disabled={locked}>
        <legend className="q-legend">{gapWords(locale).fillIn}</legend>
        <div className="q-stem q-gap-text">
          <GapText nodes={view.nodes} renderGap={renderGap} />
        </div>
      </fieldset>
      <GapFeedback gaps={view.gaps.map((gap) => gap.id)} review={review} locale={locale} />
      <WholeReview review={review} locale={locale} />
    </div>
  )
}

export default defineQuestionRenderer(DropdownGapsQuestion)
