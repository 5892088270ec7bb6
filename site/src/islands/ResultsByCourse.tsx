import type { MyResults } from '@lectern/content-schemas'
import type { Messages } from '../i18n/en.ts'
import { formatMessage, formatNumber, formatPlural } from '../i18n/formatMessage.ts'
import { formatDay } from '../lib/formatMoment.ts'
import { type AttemptResult, type CourseResults, isJudged, type TestResult, toGradebook } from '../lib/gradebook.ts'

type Shared = { locale: string; words: Messages['myLearning'] }

/** The gradebook: a table for each course, a row for each test, with the attempt that counts and the others below it. */
export function ResultsByCourse({ results, locale, words }: { results: MyResults['results'] } & Shared) {
  return toGradebook(results).map((course) => <CourseTable key={course.slug} {...{ course, locale, words }} />)
}

function CourseTable({ course, locale, words }: { course: CourseResults } & Shared) {
  return (
    <section className="grades" aria-labelledby={`grades-${course.slug}`}>
      <h3 id={`grades-${course.slug}`}>
        <a href={`/${locale}/courses/${course.slug}/`}>{course.title}</a>
        {course.judged > 0 && (
          <small>
            {formatMessage(words.passedOf, {
              passed: formatNumber({ locale, value: course.passed }),
              total: formatNumber({ locale, value: course.judged }),
            })}
          </small>
        )}
      </h3>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{words.test}</th>
            <th scope="col">{words.date}</th>
            <th scope="col" className="number">
              {words.mark}
            </th>
            <th scope="col" className="number">
              {words.share}
            </th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {course.tests.map((result) => (
            <TestRow key={result.test} {...{ result, locale, words }} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TestRow({ result, locale, words }: { result: TestResult } & Shared) {
  const { best, attempts, title } = result
  return (
    <tr>
      <th scope="row">
        <a href={reviewUrl({ attempt: best, locale })}>{title}</a>
        {attempts.length > 1 && (
          <details>
            <summary>{formatPlural({ locale, forms: words.attempts, count: attempts.length })}</summary>
            <ol>
              {attempts.map((attempt) => (
                <li key={attempt.attempt}>
                  <a href={reviewUrl({ attempt, locale })}>{formatDay({ iso: attempt.submittedAt, locale })}</a>{' '}
                  <span>{percentOf({ attempt, locale })}</span>
                  {attempt === best && <b>{words.counts}</b>}
                </li>
              ))}
            </ol>
          </details>
        )}
      </th>
      <td data-label={words.date}>{formatDay({ iso: best.submittedAt, locale })}</td>
      <td data-label={words.mark} className="number">
        {markOf({ attempt: best, locale })}
      </td>
      <td data-label={words.share} className="number">
        {percentOf({ attempt: best, locale })}
      </td>
      <Outcome attempt={best} words={words} />
    </tr>
  )
}

/** An author may keep marks to themself: then a result says that it is there and no more. */
function Outcome({ attempt, words }: { attempt: AttemptResult; words: Messages['myLearning'] }) {
  if (!isJudged(attempt)) return <td data-label={words.result}>—</td>
  return (
    <td data-label={words.result} className={attempt.passed ? 'right' : 'wrong'}>
      <span aria-hidden="true">{attempt.passed ? '✓' : '✗'}</span> {attempt.passed ? words.passed : words.failed}
    </td>
  )
}

function reviewUrl({ attempt, locale }: { attempt: AttemptResult; locale: string }): string {
  return `/${locale}/tests/${attempt.test}/?attempt=${attempt.attempt}`
}

function markOf({ attempt: { mark, maxMark }, locale }: { attempt: AttemptResult; locale: string }): string {
  if (maxMark === 0 || mark === null) return '—'
  return `${formatNumber({ locale, value: mark })} / ${formatNumber({ locale, value: maxMark })}`
}

function percentOf({ attempt: { percent, maxMark }, locale }: { attempt: AttemptResult; locale: string }): string {
  if (maxMark === 0 || percent === null) return '—'
  return `${formatNumber({ locale, value: Math.round(percent) })} %`
}
