import { useEffect, useRef, useState } from 'react'
import type { Messages } from '../i18n/en.ts'
import { formatMessage } from '../i18n/formatMessage.ts'

type TimerProps = {
  startedAt: string
  dueAt: string
  now: string
  /** Seconds for which answers are still taken after `dueAt`. */
  grace: number
  words: Messages['attempt']
  onEnd: () => void
}

const warning = 5 * 60

/**
 * Time left by the server's clock: its time at the answer plus what has passed since on the device's monotonic clock, which
 * nobody can set. The server closes the attempt by itself; reaching zero here only hands in a little earlier.
 */
export function Timer({ startedAt, dueAt, now, grace, words, onEnd }: TimerProps) {
  const [received] = useState(() => performance.now())
  const secondsLeft = (): number => Math.ceil((Date.parse(dueAt) - Date.parse(now) - (performance.now() - received)) / 1000)
  const [untilDue, setUntilDue] = useState(secondsLeft)
  const isGrace = untilDue <= 0 && grace > 0
  const left = Math.max(0, isGrace ? untilDue + grace : untilDue)
  const ended = useRef(false)
  const total = Math.max(1, (Date.parse(dueAt) - Date.parse(startedAt)) / 1000)

  useEffect(() => {
    const every = setInterval(() => {
      const next = secondsLeft()
      setUntilDue(next)
      if (next + grace <= 0 && !ended.current) {
        ended.current = true
        onEnd()
      }
    }, 500)
    return () => clearInterval(every)
  })

  return (
    <div className={left <= warning ? 'timer short' : 'timer'}>
      <span role="timer">
        {left === 0 ? words.timeUp : formatMessage(isGrace ? words.graceLeft : words.timeLeft, { time: formatClock(left) })}
      </span>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={(left / total) * 100} height="1" />
      </svg>
      <span className="hidden" role="status">
        {left <= warning && left > warning - 5 ? words.timeRunning : ''}
      </span>
    </div>
  )
}

/** `4:05`, `1:04:05` */
export function formatClock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}
