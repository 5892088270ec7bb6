'use client'

import { Button, toast, useConfig, useListQuery, useLocale, useSelection, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useState } from 'react'
import type { QuestionEdit } from '../operations/readEdit.ts'
import type { Facets } from '../operations/readFacets.ts'
import { fetchFacets, sendJson } from './bankApi.ts'
import { Choice } from './Choice.tsx'
import { EditReport } from './EditReport.tsx'
import { wordsFor } from './words.ts'
import './bank.css'

const levels = ['none', '1', '2', '3', '4', '5'] as const

/** Below the quick filters, while questions are selected: one change for all of them, or for all that the list has. */
export function BulkEdit() {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { code } = useLocale()
  const { query } = useListQuery()
  const { count, selectAll, selectedIDs } = useSelection()
  const router = useRouter()
  const id = useId()
  const say = wordsFor(i18n.language)
  const api = `${config.routes.api}/bank`
  const [facets, setFacets] = useState<Facets>({ tags: [], categories: [] })
  const [addTags, setAddTags] = useState('')
  const [removeTags, setRemoveTags] = useState('')
  const [category, setCategory] = useState<string | undefined>()
  const [difficulty, setDifficulty] = useState<string | undefined>()
  const [status, setStatus] = useState<string | undefined>()
  const [edit, setEdit] = useState<QuestionEdit | null>(null)
  const isOpen = count > 0
  const isWorking = edit?.state === 'running' || edit?.state === 'undoing'

  useEffect(() => {
    if (isOpen) void fetchFacets({ api, locale: code }).then(setFacets)
  }, [isOpen, api, code])

  useEffect(() => {
    if (!isWorking || !edit) return
    const timer = setTimeout(async () => {
      const next = await sendJson<QuestionEdit>({ url: `${api}/edits/${edit.edit}` })
      if (!next.ok) return
      setEdit(next.value)
      if (next.value.state === 'done' || next.value.state === 'undone') router.refresh()
    }, 700)
    return () => clearTimeout(timer)
  }, [edit, isWorking, api, router])

  const changes = {
    ...(addTags.trim() ? { addTags: toTags(addTags) } : {}),
    ...(removeTags.trim() ? { removeTags: toTags(removeTags) } : {}),
    ...(category ? { category: category === 'none' ? null : category } : {}),
    ...(difficulty ? { difficulty: difficulty === 'none' ? null : Number(difficulty) } : {}),
    ...(status ? { status } : {}),
  }
  const apply = async () => {
    const selection =
      selectAll === 'allAvailable' ? { where: query?.where ?? {}, search: query?.search ?? '' } : { ids: selectedIDs.map(String) }
    const begun = await sendJson<{ edit: string; questions: number }>({ url: `${api}/edits`, body: { selection, changes } })
    if (!begun.ok) return toast.error(`${say.notBegun} ${begun.code}`)
    setEdit({ edit: begun.value.edit, state: 'running', outcomes: { waiting: begun.value.questions }, refused: [] })
  }
  const undo = async () => {
    if (!edit) return
    const begun = await sendJson({ url: `${api}/edits/${edit.edit}/undo`, body: {} })
    if (begun.ok) setEdit({ ...edit, state: 'undoing' })
    else toast.error(`${say.notBegun} ${begun.code}`)
  }

  if (!isOpen && !edit) return null
  return (
    <section className="bank-edit" aria-label={say.changeMany}>
      {isOpen && !isWorking ? (
        <fieldset className="bank-filters">
          <legend>{say.changeCount(count)}</legend>
          <Tags label={say.addTags} list={id} value={addTags} onChange={setAddTags} />
          <Tags label={say.removeTags} list={id} value={removeTags} onChange={setRemoveTags} />
          <datalist id={id}>
            {facets.tags.map(({ tag }) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <Choice
            label={say.category}
            any={say.asIs}
            value={category}
            options={[['none', say.noCategory], ...facets.categories.map((shelf): [string, string] => [shelf.id, shelf.path])]}
            onChange={setCategory}
          />
          <Choice
            label={say.difficulty}
            any={say.asIs}
            value={difficulty}
            options={levels.map((level): [string, string] => [level, level === 'none' ? say.none : level])}
            onChange={setDifficulty}
          />
          <Choice label={say.state} any={say.asIs} value={status} options={Object.entries(say.statuses)} onChange={setStatus} />
          <Button size="small" disabled={Object.keys(changes).length === 0} onClick={() => void apply()}>
            {say.apply}
          </Button>
        </fieldset>
      ) : null}
      {edit ? <EditReport edit={edit} language={i18n.language} admin={config.routes.admin} onUndo={() => void undo()} /> : null}
    </section>
  )
}

function Tags({
  label,
  list,
  value,
  onChange,
}: {
  label: string
  list: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <label>
      <span>{label}</span>
      <input className="bank-control" list={list} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  )
}

function toTags(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}
