import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { type ChangeEvent, type DragEvent, useState } from 'react'
import { HtmlBlock } from '../shared/Html.tsx'
import { WholeReview } from '../shared/Review.tsx'
import { FileList } from './FileList.tsx'
import { refuseBeforeSending } from './refuseBeforeSending.ts'
import type { FileUploadResponse, FileUploadView } from './schema.ts'
import { failureIn, sizeIn, wordsOf } from './words.ts'
import './styles.css'

type Refused = { name: string; code: string }

function FileUploadQuestion(props: QuestionRendererProps<FileUploadView, FileUploadResponse>) {
  const { id, locale, view, response, onChange, disabled, review, files } = props
  const words = wordsOf(locale)
  const locked = disabled || review !== null
  const [refused, setRefused] = useState<Refused[]>([])
  const ids = response?.files ?? []
  const comment = response?.comment ?? ''
  const known = new Map(files?.handed.map((file) => [file.id, file]))
  // A review shows what the response names; while one works, what there is.
  const handed = files && !locked ? files.handed : ids.map((fileId) => known.get(fileId) ?? { id: fileId })
  const coming = files?.coming ?? []
  const write = (next: FileUploadResponse): void => onChange(next.files.length === 0 && next.comment === '' ? null : next)
  const take = (chosen: File[]): void => {
    const turnedAway: Refused[] = []
    let present = handed.length + coming.length
    for (const file of chosen) {
      const code = refuseBeforeSending({ view, file, present })
      if (code !== null) turnedAway.push({ name: file.name, code })
      else {
        present += 1
        files?.add(file)
      }
    }
    setRefused(turnedAway)
  }
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const { currentTarget } = event
    take([...(currentTarget.files ?? [])])
    // So that choosing the same file again is a change again.
    currentTarget.value = ''
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    if (!locked) take([...event.dataTransfer.files])
  }
  return (
    <div className="q q-file-upload">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
      <fieldset
        className="q-field"
        aria-describedby={`${id}-stem ${id}-rules`}
        disabled={locked}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        <legend className="q-legend">{words.legend}</legend>
        <p className="q-files-rules" id={`${id}-rules`}>
          {words.taken}: {view.extensions.join(', ')}; {words.each} {sizeIn({ bytes: view.maxBytes, locale })}.{' '}
          {words.filesAtMost}: {view.maxFiles}.
        </p>
        <FileList
          {...{ id, locale, handed, coming, locked }}
          url={files?.url ?? null}
          onRemove={(fileId) => files?.remove(fileId)}
          onRetry={(key) => files?.retry(key)}
          onCancel={(key) => files?.cancel(key)}
        />
        {locked ? null : (
          <p className="q-files-add">
            <label className="q-button q-files-choose" htmlFor={`${id}-choose`}>
              {view.maxFiles === 1 ? words.chooseOne : words.choose}
            </label>
            <span className="q-files-drop">{words.orDrop}</span>
          </p>
        )}
        <input
          className="q-files-input"
          id={`${id}-choose`}
          type="file"
          aria-describedby={`${id}-rules`}
          aria-label={view.maxFiles === 1 ? words.chooseOne : words.choose}
          multiple={view.maxFiles > 1}
          accept={view.extensions.map((extension) => `.${extension}`).join(',')}
          disabled={locked}
          onChange={choose}
        />
        <div role="alert">
          {refused.map(({ name, code }) => (
            <p key={name} className="q-file-problem">
              <bdi>{name}</bdi>: {failureIn({ code, locale })}
            </p>
          ))}
        </div>
        {files || locked ? null : <p className="q-files-rules">{words.preview}</p>}
        {view.comment ? (
          <p className="q-files-comment">
            <label htmlFor={`${id}-comment`}>{words.comment}</label>
            <textarea
              className="q-control"
              id={`${id}-comment`}
              rows={3}
              maxLength={view.maxComment}
              value={comment}
              disabled={locked}
              dir="auto"
              onChange={(event) => write({ files: ids, comment: event.currentTarget.value })}
            />
          </p>
        ) : null}
      </fieldset>
      <WholeReview review={review && { feedback: review.feedback }} locale={locale} />
      {review?.key ? (
        <div className="q-review q-key">
          <span className="q-key-label">{words.marking}: </span>
          <HtmlBlock className="q-key-answer" html={review.key.html} />
        </div>
      ) : null}
    </div>
  )
}

export default defineQuestionRenderer(FileUploadQuestion)
