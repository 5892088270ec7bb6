import './styles.css'
import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { useState } from 'react'
import { GapFeedback, GapText } from '../shared/GapText.tsx'
import { givenIn } from '../shared/gapResponse.ts'
import { gapWords } from '../shared/gapWords.ts'
import { WholeReview } from '../shared/Review.tsx'
import { WordSelect } from '../shared/wordGaps/WordSelect.tsx'
import { nextGapFor, placeWord, wordsFor } from './placeWord.ts'
import type { DragWordsResponse, DragWordsView } from './schema.ts'
import { useDrag } from './useDrag.ts'

function DragWordsQuestion(props: QuestionRendererProps<DragWordsView, DragWordsResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const say = gapWords(locale)
  const locked = disabled || review !== null
  const [news, setNews] = useState('')
  const isGrouped = view.groups.length > 1
  const numberOf = (gap: string) => view.gaps.findIndex((candidate) => candidate.id === gap) + 1

  const put = ({ word, gap }: { word: string; gap: string }) => {
    const text = wordsFor({ view, gap }).find((candidate) => candidate.id === word)?.text
    if (word !== '' && text === undefined) return
    onChange(placeWord({ view, response, gap, word }))
    setNews(text === undefined ? say.emptied(numberOf(gap)) : say.placed(text, numberOf(gap)))
  }
  const press = (word: string) => {
    const taken = view.reuse ? undefined : Object.entries(response?.gaps ?? {}).find(([, given]) => given === word)?.[0]
    if (taken !== undefined) {
      put({ word: '', gap: taken })
      return
    }
    const gap = nextGapFor({ view, response, word })
    if (gap === undefined) setNews(say.noGap)
    else put({ word, gap })
  }
  const { handlersFor, wasDragged } = useDrag({ onDrop: put })

  // Arrow keys choose every word on their way down a list: none may take a word out of another gap in passing.
  const isTaken = ({ word, gap }: { word: string; gap: string }) =>
    !view.reuse && Object.entries(response?.gaps ?? {}).some(([other, given]) => other !== gap && given === word)

  const renderGap = (gap: string) => (
    <WordSelect
      id={`${id}-${gap}`}
      gap={gap}
      number={numberOf(gap)}
      total={view.gaps.length}
      words={wordsFor({ view, gap }).map((word) => ({ ...word, isTaken: isTaken({ word: word.id, gap }) }))}
      value={givenIn({ response, gap })}
      locked={locked}
      review={review}
      locale={locale}
      groupName={isGrouped ? String(view.gaps[numberOf(gap) - 1]?.group ?? '') : undefined}
      onChoose={(word) => put({ word, gap })}
    />
  )
  return (
    <div className="q q-gaps q-drag-words">
      <fieldset className="q-field" disabled={locked}>
        <legend className="q-legend">{say.fillIn}</legend>
        <div className="q-stem q-gap-text">
          <GapText nodes={view.nodes} renderGap={renderGap} />
        </div>
        {review === null ? (
          <>
            <p className="q-hint" id={`${id}-hint`}>
              {say.wordsHint}
            </p>
            {view.groups.map(({ group, words }) => (
              <fieldset key={group} className="q-words" aria-describedby={`${id}-hint`}>
                <legend className="q-legend">{isGrouped ? say.group(group) : say.words}</legend>
                {words.map((word) => {
                  const isUsed = !view.reuse && Object.values(response?.gaps ?? {}).includes(word.id)
                  return (
                    <button
                      key={word.id}
                      type="button"
                      className={isUsed ? 'q-word q-word-used' : 'q-word'}
                      disabled={locked}
                      aria-pressed={view.reuse ? undefined : isUsed}
                      {...handlersFor(word.id)}
                      onClick={(event) => {
                        if (!wasDragged(event)) press(word.id)
                      }}
                    >
                      {word.text}
                      {isUsed ? <span className="q-word-state"> ({say.used})</span> : null}
                    </button>
                  )
                })}
              </fieldset>
            ))}
          </>
        ) : null}
        <p className="q-news" aria-live="polite">
          {news}
        </p>
      </fieldset>
      <GapFeedback gaps={view.gaps.map((gap) => gap.id)} review={review} locale={locale} />
      <WholeReview review={review} locale={locale} />
    </div>
  )
}

export default defineQuestionRenderer(DragWordsQuestion)
