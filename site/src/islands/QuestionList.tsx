import type { AttemptItem } from '@lectern/content-schemas'
import type { Messages } from '../i18n/en.ts'
import { isBlank } from '../lib/isBlank.ts'

type QuestionListProps = {
  pages: AttemptItem[][]
  /** Number of the shown page, from 0. */
  at: number
  isForwardOnly: boolean
  words: Messages['attempt']
  onPage: (at: number) => void
}

/** The numbers of all questions: which are answered, and a link to each that one may go to. */
export function QuestionList({ pages, at, isForwardOnly, words, onPage }: QuestionListProps) {
  const entries = pages.flatMap((page, pageAt) => page.map((item) => ({ item, pageAt })))
  return (
    <nav aria-label={words.questionList}>
      <ol className="question-list">
        {entries.map(({ item, pageAt }, index) => {
          const className = isBlank(item.response) ? '' : 'given'
          const label = (
            <>
              {index + 1}
              <span className="hidden">{isBlank(item.response) ? words.blank : words.answered}</span>
            </>
          )
          return (
            <li key={item.item}>
              {isForwardOnly && pageAt !== at ? (
                <span className={className}>{label}</span>
              ) : (
                <a href={`#question-${index + 1}`} className={className} onClick={() => onPage(pageAt)}>
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
