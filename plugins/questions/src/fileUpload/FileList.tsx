import type { HandedFile, Locale } from '@lectern/content-schemas'
import type { ComingFile } from '@lectern/kernel/site'
import { failureIn, mayRetry, sizeIn, wordsOf } from './words.ts'

type FileListProps = {
  id: string
  locale: Locale
  /** Files that are there; without a name where only the id is known. */
  handed: (Pick<HandedFile, 'id'> & Partial<HandedFile>)[]
  coming: ComingFile[]
  locked: boolean
  url: ((id: string) => string) | null
  onRemove: (id: string) => void
  onRetry: (key: string) => void
  onCancel: (key: string) => void
}

/** The files of a question: those that are there, those on their way, and those that could not go. */
export function FileList({ id, locale, handed, coming, locked, url, onRemove, onRetry, onCancel }: FileListProps) {
  const words = wordsOf(locale)
  if (handed.length + coming.length === 0) return <p className="q-files-none">{words.none}</p>
  return (
    <ul className="q-files" id={`${id}-files`}>
      {handed.map((file, at) => {
        const name = file.name ?? `${words.file} ${at + 1}`
        return (
          <li key={file.id} className="q-file">
            <span className="q-file-name" dir="auto">
              {url && file.name ? (
                <a href={url(file.id)} download={file.name}>
                  {name}
                </a>
              ) : (
                name
              )}
            </span>
            <span className="q-file-size">{file.bytes === undefined ? '' : sizeIn({ bytes: file.bytes, locale })}</span>
            {locked ? null : (
              <span className="q-file-actions">
                <button
                  type="button"
                  className="q-button"
                  aria-label={`${words.remove}: ${name}`}
                  onClick={() => onRemove(file.id)}
                >
                  {words.remove}
                </button>
              </span>
            )}
          </li>
        )
      })}
      {coming.map((file) => (
        <ComingRow
          key={file.key}
          {...{ file, locale, locked }}
          onRetry={() => onRetry(file.key)}
          onCancel={() => onCancel(file.key)}
        />
      ))}
    </ul>
  )
}

type ComingRowProps = { file: ComingFile; locale: Locale; locked: boolean; onRetry: () => void; onCancel: () => void }

function ComingRow({ file: { name, bytes, share, failure }, locale, locked, onRetry, onCancel }: ComingRowProps) {
  const words = wordsOf(locale)
  const percent = Math.floor(share * 100)
  const endWord = failure === null ? words.cancel : words.dismiss
  return (
    <li className={failure === null ? 'q-file' : 'q-file q-file-failed'}>
      <span className="q-file-name" dir="auto">
        {name}
      </span>
      <span className="q-file-size">{sizeIn({ bytes, locale })}</span>
      {failure === null ? (
        <progress className="q-file-progress" max={100} value={percent} aria-label={`${words.sending}: ${name}`}>
          {percent} %
        </progress>
      ) : (
        <p className="q-file-problem" role="alert">
          {failureIn({ code: failure, locale })}
        </p>
      )}
      <span className="q-file-actions">
        {failure !== null && mayRetry(failure) && !locked ? (
          <button type="button" className="q-button" aria-label={`${words.retry}: ${name}`} onClick={onRetry}>
            {words.retry}
          </button>
        ) : null}
        <button type="button" className="q-button" aria-label={`${endWord}: ${name}`} onClick={onCancel}>
          {endWord}
        </button>
      </span>
    </li>
  )
}
