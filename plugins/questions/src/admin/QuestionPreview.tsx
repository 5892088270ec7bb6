'use client'

import type { ReviewKey } from '@lectern/content-schemas'
import { localeSchema } from '@lectern/content-schemas'
import { useQuestionRenderers } from '@lectern/kernel/admin/QuestionRenderers'
import type { QuestionRendererProps } from '@lectern/kernel/site'
import { useAllFormFields, useConfig, useDebounce, useLocale, useTranslation } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { getSiblingData } from 'payload/shared'
import { type ComponentType, useEffect, useState } from 'react'
import { HtmlBlock } from '../shared/Html.tsx'
import { questionRenderers } from '../site.ts'
import '../shared/questions.css'
import './preview.css'

const words = {
  en: {
    title: 'As the learner sees it',
    answer: 'with the right answer',
    mend: 'To mend before it can be used',
    advice: 'Good to know',
    unfinished: 'Fill in first',
    later: 'The preview appears when a type is chosen.',
  },
  ru: {
    title: 'Как это видит учащийся',
    answer: 'с верным ответом',
    mend: 'Исправьте, прежде чем использовать',
    advice: 'Полезно знать',
    unfinished: 'Сначала заполните',
    later: 'Предпросмотр появится, когда будет выбран тип.',
  },
}

type Problem = { path: string; code: string; message: string }
/** `view` and `key` null: the question cannot be read yet; `stem` is its text as safe HTML. */
type Preview = { type: string; view: unknown; key: ReviewKey | null; stem?: string; problems: Problem[]; advice: Problem[] }
type Renderer = ComponentType<QuestionRendererProps<unknown, unknown>>

/**
 * Beside the field `body` of a question (one block): the question drawn with the site's own component, half a second
 * after each change.
 */
export const QuestionPreview: UIFieldClientComponent = ({ path }) => {
  const [fields] = useAllFormFields()
  const { config } = useConfig()
  const { code } = useLocale()
  const { i18n } = useTranslation()
  const say = i18n.language === 'ru' ? words.ru : words.en
  const wanted = useDebounce(JSON.stringify(getSiblingData(fields, path)), 500)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [response, setResponse] = useState<unknown>(null)
  const [showKey, setShowKey] = useState(false)
  const locale = localeSchema.catch('en').parse(code)
  const Renderer = useRenderer(preview?.type)

  useEffect(() => {
    const abort = new AbortController()
    load({ url: `${config.routes.api}/question-preview`, form: wanted, locale, signal: abort.signal })
      .then(setPreview)
      .catch(() => undefined)
    return () => abort.abort()
  }, [wanted, locale, config.routes.api])

  return (
    <section className="field-type" aria-label={say.title}>
      <p>
        <strong>{say.title}</strong>{' '}
        <label>
          <input type="checkbox" checked={showKey} onChange={(event) => setShowKey(event.currentTarget.checked)} /> {say.answer}
        </label>
      </p>
      {preview ? (
        <div className="question-paper">
          {preview.view && Renderer ? (
            <Renderer
              id={`preview-${path.replaceAll('.', '-')}`}
              locale={locale}
              view={preview.view}
              response={response}
              onChange={setResponse}
              disabled={false}
              review={showKey && preview.key ? { key: preview.key } : null}
            />
          ) : (
            <div className="q">
              <HtmlBlock className="q-stem" html={preview.stem ?? ''} />
            </div>
          )}
        </div>
      ) : (
        <p>{say.later}</p>
      )}
      <Problems title={preview && !preview.view ? say.unfinished : say.mend} problems={preview?.problems ?? []} />
      <Problems title={say.advice} problems={preview?.advice ?? []} />
    </section>
  )
}

function Problems({ title, problems }: { title: string; problems: Problem[] }) {
  if (problems.length === 0) return null
  return (
    <div>
      <p>{title}:</p>
      <ul>
        {problems.map(({ path, code, message }) => (
          <li key={`${path}:${code}`}>{message}</li>
        ))}
      </ul>
    </div>
  )
}

function useRenderer(type: string | undefined): Renderer | null {
  const [loaded, setLoaded] = useState<{ type: string; component: Renderer } | null>(null)
  const provided = useQuestionRenderers()
  useEffect(() => {
    const renderer = [...questionRenderers, ...provided].find((candidate) => candidate.type === type)
    if (!renderer) return
    let current = true
    renderer.load().then((module) => {
      if (current) setLoaded({ type: renderer.type, component: module.default })
    })
    return () => {
      current = false
    }
  }, [type, provided])
  return loaded && loaded.type === type ? loaded.component : null
}

/** Null while the body cannot be read; throws only when the request was given up. */
async function load({
  url,
  form,
  locale,
  signal,
}: {
  url: string
  form: string
  locale: string
  signal: AbortSignal
}): Promise<Preview | null> {
  const { body: blocks }: { body?: { blockType?: string }[] } = JSON.parse(form)
  const block = blocks?.[0]
  if (!block?.blockType) return null
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: block.blockType, body: block, locale }),
    signal,
  })
  return response.ok ? { ...(await response.json()), type: block.blockType } : null
}
