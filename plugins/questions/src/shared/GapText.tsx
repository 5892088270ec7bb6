import './gaps.css'
import type { Locale } from '@lectern/content-schemas'
import type { QuestionReview } from '@lectern/kernel/site'
import { createElement, Fragment, type ReactNode } from 'react'
import type { GapNode } from './gapNodes.ts'
import { gapWords } from './gapWords.ts'
import { Html, HtmlBlock } from './Html.tsx'
import { findPart, PartMark } from './Review.tsx'
import { signs } from './words.ts'

const block = /^\s*<(?:p|ul|ol|pre|table|blockquote|h[1-6]|hr|div|section)\b/

/** A text with a control in each gap. */
export function GapText({ nodes, renderGap }: { nodes: GapNode[]; renderGap: (gap: string) => ReactNode }) {
  return createElement(Fragment, null, ...nodes.map((node) => toElement({ node, renderGap })))
}

function toElement({ node, renderGap }: { node: GapNode; renderGap: (gap: string) => ReactNode }): ReactNode {
  if ('gap' in node) return renderGap(node.gap)
  if ('html' in node) {
    return block.test(node.html) ? (
      <HtmlBlock className="q-gap-html" html={node.html} />
    ) : (
      <Html className="q-gap-html" html={node.html} />
    )
  }
  return createElement(node.tag, null, ...node.children.map((child) => toElement({ node: child, renderGap })))
}

/** How a gap was filled, as sign and word beside it. */
export function GapMark({ id, gap, review, locale }: { id: string; gap: string; review: QuestionReview | null; locale: Locale }) {
  const graded = review?.parts?.find(({ part }) => part === gap)
  if (!graded) return null
  return (
    <span className="q-gap-mark" id={id}>
      {graded.state === 'missed' ? (
        <span className="q-mark q-mark-missed">
          <span className="q-mark-sign" aria-hidden="true">
            {signs.missed}
          </span>{' '}
          <span className="q-mark-word">{gapWords(locale).leftEmpty}</span>
        </span>
      ) : (
        <PartMark state={graded.state} locale={locale} />
      )}
    </span>
  )
}

/** The feedback on each gap, below the text. `gaps` are in reading order. */
export function GapFeedback({ gaps, review, locale }: { gaps: string[]; review: QuestionReview | null; locale: Locale }) {
  const found = gaps.flatMap((gap, at) => {
    const feedback = findPart({ part: gap, review })?.feedback ?? []
    return feedback.length > 0 ? [{ gap, number: at + 1, feedback }] : []
  })
  if (found.length === 0) return null
  return (
    <ul className="q-gap-notes">
      {found.map(({ gap, number, feedback }) => (
        <li key={gap}>
          <span className="q-gap-number">{gapWords(locale).shortGap(number)}: </span>
          {feedback.map(({ html }) => (
            <Html key={html} className="q-feedback" html={html} />
          ))}
        </li>
      ))}
    </ul>
  )
}
