import { type Locale, type PresentInput, pickText, type ReviewKey } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, shuffleBySeed } from '@lectern/kernel/question'
import { sayAnswer } from '../numeric/keyNumeric.ts'
import { readNumbers } from '../numeric/numbersText.ts'
import { generalFeedbackField, stemFieldOf } from '../shared/fields.ts'
import { type GapNode, gapsIn } from '../shared/gapNodes.ts'
import { renderGapText } from '../shared/gapText.ts'
import { escapeHtml } from '../shared/key.ts'
import { searchTextOf } from '../shared/present.ts'
import { readable } from '../shortText/matchAnswer.ts'
import { checkCloze } from './checkCloze.ts'
import { gapsField } from './fields.ts'
import { fromPlain } from './fromPlain.ts'
import { clozeGift } from './gift.ts'
import { gradeCloze, parseCloze } from './gradeCloze.ts'
import { clozeSamples } from './samples.ts'
import { type Cloze, type ClozeGap, type ClozeView, clozeSchema } from './schema.ts'

/** A running text with gaps for words, numbers and choices. Marked by `gradeCloze`. */
export const cloze: AnyQuestionType = defineQuestionType({
  schema: clozeSchema,
  label: { en: 'Text with gaps', ru: 'Текст с пропусками' },
  block: {
    slug: clozeSchema.type,
    labels: {
      singular: { en: 'Text with gaps', ru: 'Текст с пропусками' },
      plural: { en: 'Texts with gaps', ru: 'Тексты с пропусками' },
    },
    fields: [
      stemFieldOf({
        label: { en: 'Text', ru: 'Текст' },
        description: {
          en: 'Markdown with a marker such as [[1]] at each gap; \\[[1]] is no marker.',
          ru: 'Markdown с меткой вида [[1]] на месте каждого пропуска; \\[[1]] — не метка.',
        },
      }),
      gapsField,
      generalFeedbackField,
    ],
  },
  present: presentCloze,
  parse: parseCloze,
  grade: gradeCloze,
  key: keyCloze,
  search: ({ stem, generalFeedback, gaps }) =>
    searchTextOf([stem, ...gaps.flatMap(({ answers }) => answers.map(({ text }) => text)), generalFeedback]),
  check: checkCloze,
  fromPlain,
  samples: clozeSamples,
  interchange: { gift: clozeGift },
})

function presentCloze({ authored, locale, seed }: PresentInput<Cloze>): ClozeView {
  const nodes = nodesOf({ authored, locale })
  return {
    nodes,
    gaps: gapsOf({ authored, nodes }).map(({ id, kind, answers, shuffle }, at) => {
      const options = kind === 'choice' ? answers.map(({ id, text }) => ({ id, text: pickText({ text, locale }) })) : []
      // Each gap draws for itself: one order for all would put the right options of all in the same place.
      return { id, kind, options: shuffle ? shuffleBySeed({ items: sortById(options), seed: seed + at * 7919 }) : options }
    }),
  }
}

function keyCloze({ authored, locale }: { authored: Cloze; locale: Locale }): ReviewKey {
  const gaps = gapsOf({ authored, nodes: nodesOf({ authored, locale }) })
  const said = gaps.map((gap): [string, string] => [gap.id, sayRight({ gap, locale })])
  return {
    html: `<ol>${said.map(([, right]) => `<li>${escapeHtml(right)}</li>`).join('')}</ol>`,
    parts: Object.fromEntries(said),
  }
}

function sayRight({ gap: { kind, answers }, locale }: { gap: ClozeGap; locale: Locale }): string {
  const right = answers.filter(({ fraction }) => fraction === 1).map(({ text }) => pickText({ text, locale }))
  const said = right.map((text) => {
    if (kind === 'number') return sayAnswer({ answer: readNumbers(text), locale })
    return kind === 'text' ? readable(text) : text
  })
  return said.length === 0 ? '—' : new Intl.ListFormat(locale, { type: 'disjunction' }).format(said)
}

function nodesOf({ authored, locale }: { authored: Cloze; locale: Locale }): GapNode[] {
  return renderGapText({
    text: pickText({ text: authored.stem, locale }),
    gapOf: ({ name, occurrence }) => (occurrence === 0 ? authored.gaps.find((gap) => gap.name === name)?.id : undefined),
  })
}

/** The draw starts from the order of the ids, so that the author's order has no part in it. */
function sortById<Option extends { id: string }>(options: Option[]): Option[] {
  return [...options].sort((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0))
}

/** The gaps that the text shows, in reading order. */
function gapsOf({ authored, nodes }: { authored: Cloze; nodes: GapNode[] }): ClozeGap[] {
  return gapsIn(nodes).flatMap((id) => authored.gaps.find((gap) => gap.id === id) ?? [])
}
