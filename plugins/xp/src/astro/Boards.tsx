import { AnswerPanel } from '@lectern/kernel/site/AnswerPanel'
import { type ApiResult, failureWords } from '@lectern/kernel/site/api'
import { formatMessage } from '@lectern/kernel/site/formatMessage'
import { useAnswer } from '@lectern/kernel/site/useAnswer'
import { useCallback, useState } from 'react'
import { BoardTable } from './BoardTable.tsx'
import { getBoards, join, leave, type ShownAs } from './boardsApi.ts'
import { Membership } from './Membership.tsx'
import type { XpWords } from './words.ts'

type BoardsProps = { locale: string; words: XpWords; signInUrl: string }

/** The league of the week and the other boards, for those who joined; for others, what joining means. */
export default function Boards({ locale, words, signInUrl }: BoardsProps) {
  const [board, setBoard] = useState('league')
  const [failure, setFailure] = useState('')
  const load = useCallback(() => getBoards(board), [board])
  const { answer, retry, renew } = useAnswer(load)
  if (answer.kind !== 'ready') return <AnswerPanel {...{ answer, words, signInUrl }} errors={words} onRetry={retry} />
  const { enabled, member, courses, shown } = answer.value
  const act = async (call: Promise<ApiResult<unknown>>) => {
    const result = await call
    setFailure(result.ok ? '' : failureWords({ error: result.error, words }))
    if (result.ok) await renew()
  }
  const onJoin = (shownAs: ShownAs) => act(join(shownAs))
  if (!enabled) return <p className="empty">{words.boardsOff}</p>
  return (
    <>
      {member === null ? (
        <p>{words.boardsPromise}</p>
      ) : (
        <>
          <p className="boards-choice">
            <label>
              <span>{words.boardOf}</span>
              <select value={board} onChange={({ currentTarget }) => setBoard(currentTarget.value)}>
                <option value="league">{words.thisWeek}</option>
                <option value="site">{words.everybody}</option>
                {courses.map((course) => (
                  <option key={course.board} value={course.board}>
                    {course.title}
                  </option>
                ))}
              </select>
            </label>
          </p>
          {shown?.league && (
            <p className="boards-league">
              <strong>{leagueName({ league: member.league, words })}</strong>{' '}
              {formatMessage(words.leagueEnds, {
                day: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
                  new Date(shown.league.lastDay),
                ),
                zone: shown.league.timeZone,
                promote: shown.league.promote,
              })}
            </p>
          )}
          {shown && <BoardTable {...{ shown, locale, words }} />}
        </>
      )}
      <Membership key={member?.shownAs} {...{ member, words, onJoin }} onLeave={() => act(leave())} />
      <p className="failure" role="alert">
        {failure}
      </p>
    </>
  )
}

function leagueName({ league, words }: { league: number; words: XpWords }): string {
  const names = [words.league1, words.league2, words.league3, words.league4, words.league5]
  return names[league - 1] ?? String(league)
}
