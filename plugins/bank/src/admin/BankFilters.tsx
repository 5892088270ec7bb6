'use client'

import { getTranslation } from '@payloadcms/translations'
import { Button, useConfig, useListQuery, useLocale, useTranslation } from '@payloadcms/ui'
import type { Where } from 'payload'
import { useEffect, useId, useState } from 'react'
import { type ListFilters, readListQuery, toListQuery } from '../domain/listFilters.ts'
import type { Facets } from '../operations/readFacets.ts'
import { fetchFacets } from './bankApi.ts'
import { Choice } from './Choice.tsx'
import { wordsFor } from './words.ts'
import './bank.css'

/** Above the list of questions: what it is narrowed by most, as native selects. The list's own filters go on from there. */
export function BankFilters() {
  const { i18n } = useTranslation()
  const { config, getEntityConfig } = useConfig()
  const { code } = useLocale()
  const { query, handleWhereChange } = useListQuery()
  const list = useId()
  const say = wordsFor(i18n.language)
  const [facets, setFacets] = useState<Facets>({ tags: [], categories: [] })
  const filters = readListQuery(query?.where)

  useEffect(() => {
    void fetchFacets({ api: `${config.routes.api}/bank`, locale: code }).then(setFacets)
  }, [config.routes.api, code])

  const narrow = (change: { [Name in keyof ListFilters]?: ListFilters[Name] | undefined }) => {
    const within = (id: string) => facets.categories.find((category) => category.id === id)?.within ?? [id]
    // The one field that changed may be gone; the others are those of the query.
    const next = toListQuery({ filters: { ...filters, ...change } as ListFilters, within })
    // The list takes queries of its own type, of which this is a plain case.
    void handleWhereChange?.((next ?? {}) as Where)
  }
  const body = getEntityConfig({ collectionSlug: 'questions' })?.fields.find((field) => 'name' in field && field.name === 'body')
  const types = body?.type === 'blocks' ? body.blocks : []

  return (
    <fieldset className="bank-filters" aria-label={say.filters}>
      <Choice
        label={say.category}
        any={say.any}
        value={filters.category}
        options={[['none', say.noCategory], ...facets.categories.map(({ id, path }): [string, string] => [id, path])]}
        onChange={(category) => narrow({ category })}
      />
      <Choice
        label={say.type}
        any={say.any}
        value={filters.type}
        options={types.map(({ slug, labels }): [string, string] => [slug, getTranslation(labels?.singular ?? slug, i18n)])}
        onChange={(type) => narrow({ type })}
      />
      <label>
        <span>{say.tag}</span>
        <input
          className="bank-control"
          list={list}
          defaultValue={filters.tag ?? ''}
          key={filters.tag ?? ''}
          onBlur={(event) => commitTag(event.currentTarget.value)}
          onKeyDown={(event) => (event.key === 'Enter' ? commitTag(event.currentTarget.value) : undefined)}
        />
        <datalist id={list}>
          {facets.tags.map(({ tag, questions }) => (
            <option key={tag} value={tag}>
              {questions}
            </option>
          ))}
        </datalist>
      </label>
      <Choice
        label={say.state}
        any={say.any}
        value={filters.state}
        options={Object.entries(say.states)}
        onChange={(state) => narrow({ state })}
      />
      <Choice
        label={say.difficulty}
        any={say.any}
        value={filters.difficulty}
        options={['1', '2', '3', '4', '5'].map((level): [string, string] => [level, level])}
        onChange={(difficulty) => narrow({ difficulty })}
      />
      <Choice
        label={say.use}
        any={say.any}
        value={filters.use}
        options={Object.entries(say.uses)}
        onChange={(use) => narrow({ use })}
      />
      <Choice
        label={say.facility}
        any={say.any}
        value={filters.facility}
        options={Object.entries(say.facilities)}
        onChange={(facility) => narrow({ facility })}
      />
      {Object.keys(filters).length > 0 ? (
        <Button buttonStyle="secondary" size="small" onClick={() => void handleWhereChange?.({})}>
          {say.clear}
        </Button>
      ) : null}
      <a className="bank-link" href={`${config.routes.admin}/collections/questions/duplicates`}>
        {say.duplicates}
      </a>
    </fieldset>
  )

  function commitTag(typed: string) {
    const tag = typed.trim() || undefined
    if (tag !== filters.tag) narrow({ tag })
  }
}
