'use client'

import { FieldDescription, FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { CodeFieldClientComponent, JSONFieldClientComponent, Validate } from 'payload'
import { useCallback, useState } from 'react'

const words = {
  en: { unreadable: 'This is no JSON yet. What was saved last is kept until it is.' },
  ru: { unreadable: 'Это ещё не JSON. Пока не исправлено, остаётся сохранённое.' },
}
const mostRows = 30

/** A value of JSON as text. A text that is no JSON cannot be saved, and is not lost. */
export const JsonField: JSONFieldClientComponent = ({ field, path: given, readOnly, validate }) => {
  const { i18n } = useTranslation()
  const say = i18n.language === 'ru' ? words.ru : words.en
  const [typed, setTyped] = useState<string | null>(null)
  const isReadable = typed === null || typed.trim() === '' || parse(typed).ok
  const check = useCallback(
    // The field's own rule, whose options are those of this kind of field.
    (...args: Parameters<Validate>) => (isReadable ? ((validate as Validate | undefined)?.(...args) ?? true) : say.unreadable),
    [isReadable, validate, say.unreadable],
  )
  const { path, value, setValue, showError, disabled } = useField<unknown>({ potentiallyStalePath: given, validate: check })
  const saved = value === null || value === undefined ? '' : JSON.stringify(value, null, 2)
  const write = (text: string) => {
    setTyped(text)
    const parsed = parse(text)
    if (text.trim() === '') setValue(null)
    else setValue(parsed.ok ? parsed.value : value)
  }
  return (
    <SourceArea
      path={path}
      label={field.label}
      required={field.required ?? false}
      description={field.admin?.description}
      text={typed ?? saved}
      showError={showError || !isReadable}
      message={isReadable ? undefined : say.unreadable}
      disabled={Boolean(readOnly || disabled || field.admin?.readOnly)}
      onChange={write}
      onBlur={() => (isReadable ? setTyped(null) : undefined)}
    />
  )
}

/** Source text of any language. */
export const SourceField: CodeFieldClientComponent = ({ field, path: given, readOnly }) => {
  const { path, value, setValue, showError, disabled } = useField<string>({ potentiallyStalePath: given })
  return (
    <SourceArea
      path={path}
      label={field.label}
      required={field.required ?? false}
      description={field.admin?.description}
      text={value ?? ''}
      showError={showError}
      message={undefined}
      disabled={Boolean(readOnly || disabled || field.admin?.readOnly)}
      onChange={setValue}
      onBlur={() => undefined}
    />
  )
}

type FieldTexts = {
  label: Parameters<typeof FieldLabel>[0]['label'] | undefined
  description: Parameters<typeof FieldDescription>[0]['description'] | undefined
}

function SourceArea({
  path,
  label,
  required,
  description,
  text,
  showError,
  message,
  disabled,
  onChange,
  onBlur,
}: FieldTexts & {
  path: string
  required: boolean
  text: string
  showError: boolean
  message: string | undefined
  disabled: boolean
  onChange: (text: string) => void
  onBlur: () => void
}) {
  const id = `field-${path.replaceAll('.', '__')}`
  return (
    <div className="field-type textarea lectern-source">
      <FieldLabel htmlFor={id} path={path} required={required} {...(label === undefined ? {} : { label })} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} {...(message ? { message } : {})} />
        <textarea
          id={id}
          className="lectern-source-area"
          value={text}
          disabled={disabled}
          rows={Math.min(mostRows, Math.max(3, text.split('\n').length))}
          spellCheck={false}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onBlur}
        />
      </div>
      {description ? <FieldDescription description={description} path={path} /> : null}
    </div>
  )
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}
