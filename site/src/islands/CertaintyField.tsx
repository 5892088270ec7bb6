import type { AttemptItem, Certainty } from '@lectern/content-schemas'
import { certainties } from '@lectern/content-schemas/behaviourNames'
import type { Messages } from '../i18n/en.ts'

type CertaintyFieldProps = {
  item: AttemptItem
  disabled: boolean
  words: Messages['attempt']
  onJudge: (certainty: Certainty) => void
}

/** How sure the learner is of the answer above, with what each level earns and costs. */
export function CertaintyField({ item, disabled, words, onJudge }: CertaintyFieldProps) {
  const labels: Record<Certainty, { level: string; stake: string }> = {
    1: { level: words.certainty1, stake: words.certaintyStake1 },
    2: { level: words.certainty2, stake: words.certaintyStake2 },
    3: { level: words.certainty3, stake: words.certaintyStake3 },
  }
  return (
    <fieldset className="certainty" disabled={disabled}>
      <legend>{words.certaintyQuestion}</legend>
      {certainties.map((level) => (
        <label key={level}>
          <input
            type="radio"
            name={`certainty-${item.item}`}
            checked={item.certainty === level}
            onChange={() => onJudge(level)}
          />
          <span>
            {labels[level].level} <small>{labels[level].stake}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
