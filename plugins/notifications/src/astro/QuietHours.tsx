import type { ChangePreferencesInput, NotificationPreferences } from '@lectern/content-schemas'
import { formatMessage } from '@lectern/kernel/site/formatMessage'

type QuietHoursProps = {
  kept: NotificationPreferences
  texts: Record<string, string>
  /** Where the time zone is chosen. */
  accountUrl: string
  change: (wanted: Partial<ChangePreferencesInput>) => Promise<void>
}

const usual = { from: 22 * 60, to: 7 * 60 }

/** Quiet hours, and by which clock they and digests go. */
export function QuietHours({ kept, texts, accountUrl, change }: QuietHoursProps) {
  const { quietHours, timeZone } = kept
  return (
    <section className="quiet-hours">
      <h2>{texts.quiet}</h2>
      <p>{texts.quietLead}</p>
      <p>
        <label className="check-line">
          <input
            type="checkbox"
            checked={quietHours !== null}
            onChange={({ currentTarget }) => void change({ quietHours: currentTarget.checked ? usual : null })}
          />
          {texts.quietOn}
        </label>
      </p>
      {quietHours && (
        <p className="from-to">
          {(['from', 'to'] as const).map((end) => (
            <label key={end}>
              {texts[end]}{' '}
              <input
                type="time"
                value={toClock(quietHours[end])}
                onChange={({ currentTarget }) => {
                  const minutes = toMinutes(currentTarget.value)
                  if (minutes !== null) void change({ quietHours: { ...quietHours, [end]: minutes } })
                }}
              />
            </label>
          ))}
        </p>
      )}
      <p className="hint">
        {formatMessage(texts.zone ?? '', { zone: timeZone ?? 'UTC' })} <a href={accountUrl}>{texts.changeZone}</a>
      </p>
    </section>
  )
}

function toClock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

function toMinutes(clock: string): number | null {
  const [hours, minutes] = clock.split(':').map(Number)
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes) ? null : hours * 60 + minutes
}
