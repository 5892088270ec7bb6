'use client'

import { Button } from '@payloadcms/ui'
import type { QuestionEdit } from '../operations/readEdit.ts'
import { wordsFor } from './words.ts'

/** How far a change of many questions is, what came of it, and the way back. */
export function EditReport({
  edit,
  language,
  admin,
  onUndo,
}: {
  edit: QuestionEdit
  language: string
  admin: string
  onUndo: () => void
}) {
  const say = wordsFor(language)
  const number = new Intl.NumberFormat(language)
  const isWorking = edit.state === 'running' || edit.state === 'undoing'
  const total = Object.values(edit.outcomes).reduce((sum, questions) => sum + questions, 0)
  const waiting = (edit.outcomes.waiting ?? 0) + (edit.outcomes['waiting to undo'] ?? 0)
  const told = Object.entries(say.outcomes).flatMap(([outcome, text]) => {
    const questions = edit.outcomes[outcome]
    return questions ? [`${text}: ${number.format(questions)}`] : []
  })
  return (
    <div className="bank-report">
      <p role="status">{isWorking ? say.working(number.format(total - waiting), number.format(total)) : told.join(' · ')}</p>
      {isWorking ? <progress max={total} value={total - waiting} /> : null}
      {edit.refused.length > 0 ? (
        <ul>
          {edit.refused.map(({ question, name, reason }) => (
            <li key={question}>
              <a href={`${admin}/collections/questions/${question}`}>{name || question}</a>{' '}
              <span className="bank-note">{reason}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {edit.state === 'done' && edit.outcomes.changed ? (
        <Button buttonStyle="secondary" size="small" onClick={onUndo}>
          {say.undo}
        </Button>
      ) : null}
    </div>
  )
}
