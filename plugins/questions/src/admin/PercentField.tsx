'use client'

import { FieldDescription, FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { NumberFieldClientComponent } from 'payload'
import { useId, useState } from 'react'

/** Shares that are used most; a third and the like to five places, as GIFT writes them. */
const usual = [100, 75, 66.66667, 50, 33.33333, 25, 20, 16.66667, 10, 0, -10, -20, -25, -33.33333, -50, -100]

/** Shows a fraction −1…1 as a percentage, and stores the fraction. */
export const PercentField: NumberFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, disabled } = useField<number>({ path })
  const { i18n } = useTranslation()
  const list = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? toPercent(value, i18n.language)
  const write = (text: string) => {
    setTyped(text)
    const percent = Number(text.replace(',', '.'))
    if (text.trim() !== '' && Number.isFinite(percent)) setValue(toFraction(percent))
  }
  return (
    <div className="field-type number">
      <FieldLabel htmlFor={`field-${path}`} label={field.label ?? '%'} required={field.required ?? false} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={`field-${path}`}
          type="text"
          inputMode="decimal"
          list={list}
          value={shown}
          disabled={Boolean(readOnly || disabled)}
          onChange={(event) => write(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
        <datalist id={list}>
          {usual.map((percent) => (
            <option key={percent} value={percent} />
          ))}
        </datalist>
      </div>
      {field.admin?.description ? <FieldDescription description={field.admin.description} path={path} /> : null}
    </div>
  )
}

function toPercent(fraction: unknown, language: string): string {
  if (typeof fraction !== 'number') return ''
  const text = String(Math.round(fraction * 10_000_000) / 100_000)
  return language === 'ru' ? text.replace('.', ',') : text
}

/** Seven places of a fraction are five of a percentage. */
function toFraction(percent: number): number {
  return Math.round(Math.max(-100, Math.min(100, percent)) * 100_000) / 10_000_000
}
