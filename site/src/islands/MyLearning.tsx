import type { MyLearning as Learning, MyResults } from '@lectern/content-schemas'
import { AnswerPanel } from '@lectern/kernel/site/AnswerPanel'
import { useAnswer } from '@lectern/kernel/site/useAnswer'
import type { Messages } from '../i18n/en.ts'
import { formatMessage, formatNumber } from '../i18n/formatMessage.ts'
import type { ApiResult } from '../lib/api.ts'
import { courseHue, renderCover } from '../lib/cover.ts'
import { formatDay } from '../lib/formatMoment.ts'
import { getMyLearning, getMyResults } from '../lib/learnerApi.ts'
import { ResultsByCourse } from './ResultsByCourse.tsx'
import { Ribbon } from './Ribbon.tsx'

type MyLearningProps = {
  locale: string
  words: Messages['myLearning']
  errors: Messages['errors']
  /** Hues that authors chose; the others follow from the slug. */
  hues: Record<string, number>
  catalogUrl: string
  signInUrl: string
}

type Shown = { courses: Learning['courses']; results: MyResults['results'] }

/** What the learner reads and how the tests went. */
export default function MyLearning({ locale, words, errors, hues, catalogUrl, signInUrl }: MyLearningProps) {
  const { answer, retry } = useAnswer(getEverything)
  if (answer.kind !== 'ready')
    return <AnswerPanel {...{ answer, errors, signInUrl }} words={{ ...words, retry: errors.retry }} onRetry={retry} />
  const { courses, results } = answer.value
  if (courses.length === 0 && results.length === 0) {
    return (
      <div className="empty">
        <p>{words.empty}</p>
        <a className="button" href={catalogUrl}>
          {words.emptyAction}
        </a>
      </div>
    )
  }
  const shelf = (finished: boolean) => courses.filter(({ completedAt }) => (completedAt !== null) === finished)
  const shelves = [
    { title: words.reading, courses: shelf(false) },
    { title: words.finished, courses: shelf(true) },
  ].filter((entry) => entry.courses.length > 0)
  return (
    <>
      {shelves.map((entry) => (
        <section key={entry.title}>
          <h2>{entry.title}</h2>
          <ul className="reading-list">
            {entry.courses.map((course, index) => (
              <CourseLine
                key={course.course}
                {...{ course, locale, words, hues }}
                latest={entry.title === words.reading && index === 0}
              />
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{words.results}</h2>
        {results.length === 0 ? <p className="hint">{words.noResults}</p> : <ResultsByCourse {...{ results, locale, words }} />}
      </section>
    </>
  )
}

async function getEverything(): Promise<ApiResult<Shown>> {
  const [learning, marked] = await Promise.all([getMyLearning(), getMyResults()])
  if (!learning.ok) return learning
  return marked.ok ? { ok: true, value: { courses: learning.value.courses, results: marked.value.results } } : marked
}

type CourseLineProps = {
  course: Learning['courses'][number]
  /** What was read last stands first and is what the page asks one to go on with. */
  latest: boolean
} & Pick<MyLearningProps, 'locale' | 'words' | 'hues'>

function CourseLine({ course, latest, locale, words, hues }: CourseLineProps) {
  const hue = hues[course.slug] ?? null
  const percent = formatMessage(`{count} %`, { count: formatNumber({ locale, value: Math.round(course.percent) }) })
  const date = formatDay({ iso: course.completedAt ?? course.enrolledAt, locale })
  // The cover is drawn from numbers and colours that this code makes; nothing of the answer goes into it.
  const cover = { __html: renderCover({ slug: course.slug, hue, width: 120, height: 160 }) }
  return (
    <li data-hue={courseHue({ slug: course.slug, hue })}>
      <div className="cover" aria-hidden="true">
        <svg viewBox="0 0 120 160" dangerouslySetInnerHTML={cover} />
      </div>
      <Ribbon percent={Math.max(course.percent, 4)} length={96} label={percent} />
      <div>
        <h3>
          <a href={`/${locale}/courses/${course.slug}/`}>{course.title}</a>
        </h3>
        <p className="facts">
          <span>{percent}</span>
          <span>{formatMessage(course.completedAt ? words.completedAt : words.enrolledAt, { date })}</span>
        </p>
        {course.resume && !course.completedAt && (
          <p>
            <a className={latest ? 'button' : undefined} href={`/${locale}/courses/${course.resume.path}/`}>
              {formatMessage(words.goOn, { title: course.resume.title })}
            </a>
          </p>
        )}
      </div>
    </li>
  )
}
