'use client'

import { getTranslation } from '@payloadcms/translations'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import type { QuestionPair } from '../operations/readPairs.ts'
import { wordsFor } from './words.ts'

type Side = QuestionPair['first']

/** Two questions side by side, line by line; lines that the other has not are marked. */
export function PairCard({
  pair,
  language,
  questions,
  onKeep,
  onDismiss,
}: {
  pair: QuestionPair
  language: string
  /** Address of the list of questions. */
  questions: string
  onKeep: (choice: { keep: string; other: string }) => void
  onDismiss: () => void
}) {
  const say = wordsFor(language)
  const { first, second } = pair
  const sides: [Side, Side][] = [
    [first, second],
    [second, first],
  ]
  return (
    <article className="bank-pair">
      <header>
        <strong>{say.alike(Math.floor(pair.similarity * 100))}</strong>
        <Button buttonStyle="secondary" size="small" onClick={onDismiss}>
          {say.dismiss}
        </Button>
      </header>
      <div className="bank-sides">
        {sides.map(([own, other]) => (
          <SideOf
            key={own.id}
            own={own}
            other={other}
            language={language}
            questions={questions}
            onKeep={() => onKeep({ keep: own.id, other: other.id })}
          />
        ))}
      </div>
    </article>
  )
}

function SideOf({
  own,
  other,
  language,
  questions,
  onKeep,
}: {
  own: Side
  other: Side
  language: string
  questions: string
  onKeep: () => void
}) {
  const say = wordsFor(language)
  const typeLabel = useTypeLabel(own.type)
  const lines = own.text.split('\n')
  const others = new Set(other.text.split('\n'))
  const facts = [
    typeLabel,
    own.status === 'published' ? say.published : say.draft,
    say.inTests(own.tests),
    say.attempted(own.attempts),
    own.facility === null ? '' : `${say.facility} ${new Intl.NumberFormat(language).format(own.facility)} %`,
    own.tags.join(', '),
  ]
  return (
    <section>
      <h2>
        <a href={`${questions}/${own.id}`}>{own.name || own.id}</a>
      </h2>
      <p className="bank-note">{facts.filter(Boolean).join(' · ')}</p>
      <div className="bank-lines">
        {lines.map((line, at) => (
          <p key={at} className={others.has(line) ? undefined : 'bank-other'}>
            {line}
          </p>
        ))}
      </div>
      <Button size="small" onClick={onKeep}>
        {say.keep}
      </Button>
    </section>
  )
}

function useTypeLabel(type: string): string {
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const body = getEntityConfig({ collectionSlug: 'questions' })?.fields.find((field) => 'name' in field && field.name === 'body')
  const block = body?.type === 'blocks' ? body.blocks.find(({ slug }) => slug === type) : undefined
  return block?.labels?.singular ? getTranslation(block.labels.singular, i18n) : type
}
