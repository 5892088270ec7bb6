export type SaveState = { kind: 'idle' | 'saving' } | { kind: 'done' | 'failed'; message: string }

type SaveRowProps = { state: SaveState; label: string | undefined; saving: string | undefined }

/** The button of a form, and what came of pressing it. */
export function SaveRow({ state, label, saving }: SaveRowProps) {
  const isSaving = state.kind === 'saving'
  return (
    <>
      <p className="actions">
        <button className="button" type="submit" disabled={isSaving}>
          {isSaving ? saving : label}
        </button>
      </p>
      <p role="status">{state.kind === 'done' && state.message}</p>
      <p className="failure" role="alert">
        {state.kind === 'failed' && state.message}
      </p>
    </>
  )
}
