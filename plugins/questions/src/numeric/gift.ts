import { failure, type GiftInterchange, type GiftQuestion, pickText, success } from '@lectern/content-schemas'
import { fractionOf, localized, mergeStem, stemFromGift, stemToGift, toMarkdown, weightOf, withLanguage } from '../shared/gift.ts'
import { parseNumber } from './parseNumber.ts'
import type { Numeric, NumericAnswer } from './schema.ts'

/**
 * `{#3:0.1}`, `{#2.9..3.1}` and lists of them; a last `~` without a number is for every other number. GIFT has absolute
 * tolerances only, so a relative one is written out and a geometric one becomes a range. It has no units.
 */
export const numericGift: GiftInterchange<Numeric> = {
  fromGift: (question, { locale, idFor }) => {
    if (question.answers.kind !== 'numeric') return null
    const { format } = question
    return {
      ...stemFromGift({ question, locale }),
      answers: question.answers.answers.map((answer, at) => ({
        id: idFor(at),
        ...readNumbers(answer.text),
        fraction: Math.max(0, fractionOf(answer)),
        feedback: localized(answer.feedback === undefined ? undefined : toMarkdown({ text: answer.feedback, format }), locale),
      })),
      decimalMark: 'any',
      thousands: false,
      unit: 'none',
      unitInput: 'typed',
      units: [],
      unitPenalty: 0.1,
      unitPenaltyOf: 'answer',
    }
  },
  toGift: (authored, { locale }) => ({
    question: {
      ...stemToGift({ authored, locale }),
      answers: {
        kind: 'numeric',
        answers: authored.answers.map((answer) => ({
          mark: answer.match === 'any' && answer.fraction === 0 ? '~' : '=',
          weight:
            answer.fraction === 1 || (answer.match === 'any' && answer.fraction === 0) ? undefined : weightOf(answer.fraction),
          text: writeNumbers(answer),
          feedback: pickText({ text: answer.feedback, locale }) || undefined,
        })),
      },
    },
    lost: [
      ...(authored.answers.some(
        ({ match, tolerance, toleranceType }) => match === 'near' && tolerance !== 0 && toleranceType !== 'absolute',
      )
        ? ['toleranceType']
        : []),
      ...(authored.unit === 'none' ? [] : ['units']),
      ...(authored.decimalMark === 'any' ? [] : ['decimalMark']),
      ...(authored.thousands ? ['thousands'] : []),
    ],
  }),
  mergeTranslation: (authored, translated, locale) => {
    // What GIFT says of both, since a relative tolerance comes back as an absolute one.
    const said = ({ answers }: Numeric) => JSON.stringify(answers.map((answer) => [writeNumbers(answer), answer.fraction]))
    if (authored.answers.length !== translated.answers.length) {
      return failure({ code: 'TRANSLATION_DOES_NOT_FIT', message: 'The translation has another number of answers.' })
    }
    if (said(authored) !== said(translated)) {
      return failure({ code: 'TRANSLATION_MARKS_DIFFER', message: 'The translation accepts other numbers.' })
    }
    return success({
      ...authored,
      ...mergeStem({ authored, translated, locale }),
      answers: authored.answers.map((answer, at) => ({
        ...answer,
        feedback: withLanguage({ text: answer.feedback, from: translated.answers[at]?.feedback, locale }),
      })),
    })
  },
}

type Numbers = Omit<NumericAnswer, 'id' | 'fraction' | 'feedback'>
const noNumbers: Numbers = { match: 'near', value: null, tolerance: 0, toleranceType: 'absolute', from: null, to: null }

/** `3`, `3:0.1`, `2.9..3.1`, and `*` or nothing for every number. What is no number stays empty. */
export function readNumbers(text: GiftQuestion['stem']): Numbers {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '*') return { ...noNumbers, match: 'any' }
  const [from, to] = trimmed.split('..')
  if (from !== undefined && to !== undefined) return { ...noNumbers, match: 'range', from: toNumber(from), to: toNumber(to) }
  const [value = '', tolerance] = trimmed.split(':')
  return { ...noNumbers, value: toNumber(value), tolerance: tolerance === undefined ? 0 : (toNumber(tolerance) ?? 0) }
}

function writeNumbers({ match, value, tolerance, toleranceType, from, to }: Numbers): string {
  if (match === 'any') return ''
  if (match === 'range') return from === null || to === null ? '' : `${from}..${to}`
  if (value === null) return ''
  if (tolerance === 0) return String(value)
  if (toleranceType === 'absolute') return `${value}:${tolerance}`
  if (toleranceType === 'relative') return `${value}:${Math.abs(value) * tolerance}`
  const ends = [value / (1 + tolerance), value * (1 + tolerance)]
  return `${Math.min(...ends)}..${Math.max(...ends)}`
}

function toNumber(text: string): number | null {
  const number = parseNumber({ text, decimalMark: 'any', thousands: false })
  return number.ok ? number.value : null
}
