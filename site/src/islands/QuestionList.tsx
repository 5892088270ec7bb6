import type { Messages } from '../i18n/en.ts'
import type { ListedQuestion } from './usePages.ts'

type QuestionListProps = {
  listed: ListedQuestion[]
  /** Number of the shown page, from 0. */
  at: number
  isForwardOnly: boolean
  words: Messages['attempt']
  onPage: (at: number) => void
}

/** The numbers of all questions: which are answered, checked or flagged, and a link to each that one may go to. */
export function QuestionList({ listed, at, isForwardOnly, words, onPage }: QuestionListProps) {
  return (
    <nav aria-label={words.questionList}>
      <ol className="question-list">
        {listed.map(({ item, number, page, answered, flagged, checked }) => {
          const className = [answered ? 'given' : '', checked ? 'checked' : '', flagged ? 'flagged' : '']
            .filter(Boolean)
            .join(' ')
          const states = [
            answered ? words.answered : words.blank,
            ...(checked ? [words.checked] : []),
            ...(flagged ? [words.flagged] : []),
          ]
          const label = (
            <>
              {number}
              <span className="hidden">, {states.join(', ')}</span>
            </>
          )
          return (
            <li key={item}>
              {isForwardOnly && page !== at ? (
                <span className={className}>{label}</span>
              ) : (
                <a href={`#question-${number}`} className={className} onClick={() => onPage(page)}>
                  {label}
                </a>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
