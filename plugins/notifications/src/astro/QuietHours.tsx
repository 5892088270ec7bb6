import type { ChangePreferencesInput, NotificationPreferences } from '@lectern/content-schemas'
import { formatMessage } from '@lectern/kernel/site/formatMessage'

type QuietHoursProps = {
  kept: NotificationPreferences
  texts: Record<string, string>
  change: (wanted: Partial<ChangePreferencesInput>) => Promise<void>
}

const usual = { from: 22 * 60, to: 7 * 60 }

/** Quiet hours and the time zone that they, and digests, go by. */
export function QuietHours({ kept, texts, change }: QuietHoursProps) {
  const { quietHours, timeZone } = kept
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zones = [...new Set([timeZone ?? 'UTC', device, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
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
      <p className="field">
        <label htmlFor="time-zone">{texts.timeZone}</label>
        <select
          id="time-zone"
          value={timeZone ?? 'UTC'}
          onChange={({ currentTarget }) => void change({ timeZone: currentTarget.value })}
        >
          {zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
        <small>{texts.timeZoneHint}</small>
      </p>
      {device !== timeZone && (
        <button className="plain" type="button" onClick={() => void change({ timeZone: device })}>
          {formatMessage(texts.useDevice ?? '', { zone: device })}
        </button>
      )}
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
