'use client'

import { Button } from '@payloadcms/ui'
import type { QueueTask } from '../events/readQueue.ts'
import { describeAge } from './describeAge.ts'
import type { QueueCall } from './QueuePanel.tsx'
import type { Words } from './queueWords.ts'

type Props = { tasks: QueueTask[]; text: Words; call: QueueCall; onReplay: (handler: string) => void }
type OfHandler = QueueTask & { handler: NonNullable<QueueTask['handler']> }

/** One table of the handlers of events, with their buttons, and one of the other jobs. */
export function QueueTasks({ tasks, text, call, onReplay }: Props) {
  const handlers = tasks.filter((task): task is OfHandler => task.handler !== null)
  const jobs = tasks.filter(({ handler }) => handler === null)
  return (
    <>
      <h2>{text.handlers}</h2>
      <div className="queue__scroll">
        <table className="queue__table">
          <thead>
            <tr>
              {[text.name, text.waiting, text.oldest, text.running, text.rate, text.later, text.failing, text.dead].map(
                (head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ),
              )}
              <td />
            </tr>
          </thead>
          <tbody>
            {handlers.map((task) => (
              <HandlerRow call={call} key={task.task} onReplay={onReplay} task={task} text={text} />
            ))}
          </tbody>
        </table>
      </div>
      <h2>{text.jobs}</h2>
      <div className="queue__scroll">
        <table className="queue__table">
          <thead>
            <tr>
              {[text.job, text.waiting, text.oldest, text.running, text.later, text.dead].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {jobs.map(({ task, waiting, oldestSeconds, running, later, givenUp, lastError }) => (
              <tr key={task}>
                <th scope="row">
                  {task}
                  {lastError && <small>{lastError}</small>}
                </th>
                <td>{waiting}</td>
                <td>{describeAge(oldestSeconds)}</td>
                <td>{running}</td>
                <td>{later}</td>
                <td className={givenUp > 0 ? 'queue__dead' : undefined}>{givenUp}</td>
                <td className="queue__buttons">
                  {givenUp > 0 && (
                    <Button
                      buttonStyle="secondary"
                      margin={false}
                      onClick={() => call(`jobs/${encodeURIComponent(task)}/retry`)}
                      size="small"
                    >
                      {text.retry}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function HandlerRow({ task, text, call, onReplay }: { task: OfHandler } & Omit<Props, 'tasks'>) {
  const { code, event, paused, perMinute, failing, dead, installed } = task.handler
  const act = (name: 'pause' | 'resume') => call(`handlers/${encodeURIComponent(code)}/${name}`)
  return (
    <tr>
      <th scope="row">
        {code}
        <small>{installed ? event : text.foreign}</small>
        {paused && <small className="queue__paused">{text.paused}</small>}
      </th>
      <td>{task.waiting + task.held}</td>
      <td>{describeAge(task.oldestSeconds)}</td>
      <td>{task.running}</td>
      <td>{perMinute >= 10 ? Math.round(perMinute) : Math.round(perMinute * 10) / 10}</td>
      <td>{task.later}</td>
      <td>{failing}</td>
      <td className={dead > 0 ? 'queue__dead' : undefined}>{dead}</td>
      <td className="queue__buttons">
        {installed && (
          <>
            <Button buttonStyle="secondary" margin={false} onClick={() => act(paused ? 'resume' : 'pause')} size="small">
              {paused ? text.resume : text.pause}
            </Button>
            <Button buttonStyle="secondary" margin={false} onClick={() => onReplay(code)} size="small">
              {text.replay}
            </Button>
          </>
        )}
      </td>
    </tr>
  )
}
