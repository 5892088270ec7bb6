import type { Locale } from '@lectern/content-schemas'
import type { QuestionReview } from '@lectern/kernel/site'
import { Html, HtmlBlock } from './Html.tsx'
import type { ChoiceView } from './options.ts'
import { findPart, PartReview, WholeReview } from './Review.tsx'
import { wordsFor } from './words.ts'

/** Stem and options of a choice question as native radio buttons or checkboxes, with the review beside each option. */
export function Options({
  id,
  kind,
  legend,
  view,
  chosen,
  locked,
  locale,
  review,
  onToggle,
  onClear,
}: {
  id: string
  kind: 'radio' | 'checkbox'
  legend: string
  view: ChoiceView
  chosen: string[]
  locked: boolean
  locale: Locale
  review: QuestionReview | null
  onToggle: (option: string, checked: boolean) => void
  /** Offered when a choice cannot be taken back by the control itself. */
  onClear?: () => void
}) {
  return (
    <div className={`q q-${kind}`}>
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
      <fieldset className="q-options" aria-describedby={`${id}-stem`} disabled={locked}>
        <legend className="q-legend">{legend}</legend>
        {view.options.map((option) => {
          const control = `${id}-${option.id}`
          const checked = chosen.includes(option.id)
          const found = findPart({ part: option.id, review })
          return (
            <div key={option.id} className={checked ? 'q-option q-option-chosen' : 'q-option'}>
              <label className="q-option-label" htmlFor={control}>
                <input
                  className="q-control"
                  type={kind}
                  id={control}
                  name={id}
                  value={option.id}
                  checked={checked}
                  disabled={locked}
                  aria-describedby={found ? `${control}-review` : undefined}
                  onChange={(event) => onToggle(option.id, event.currentTarget.checked)}
                />
                <Html className="q-option-text" html={option.html} />
              </label>
              <PartReview id={`${control}-review`} found={found} locale={locale} />
            </div>
          )
        })}
      </fieldset>
      {onClear && !locked && chosen.length > 0 ? (
        <button type="button" className="q-clear" onClick={onClear}>
          {wordsFor(locale).clear}
        </button>
      ) : null}
      <WholeReview review={review} locale={locale} />
    </div>
  )
}
