import type { ReactNode } from 'react'

type FieldProps = {
  id: string
  label: string | undefined
  hint?: string | undefined
  problem?: string | undefined
  children: ReactNode
}

/** A labelled control; its hint, or what is wrong with it, has the id `<id>-note`. */
export function Field({ id, label, hint, problem, children }: FieldProps) {
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      <small id={`${id}-note`} className={problem ? 'problem' : 'hint'}>
        {problem ?? hint}
      </small>
    </p>
  )
}
