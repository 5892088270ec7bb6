import {
  failure,
  type GiftAnswer,
  type GiftQuestion,
  type Locale,
  type LocalizedText,
  pickText,
  type Result,
  success,
} from '@lectern/content-schemas'
import type { ChoiceBody, Option } from './options.ts'

/** Characters that mean something in Markdown; a plain GIFT text keeps them as characters. */
const markdownCharacters = /[\\`*_[\]<>#|~]/g

/** A GIFT text → the Markdown that authored bodies hold. */
export function toMarkdown({ text, format }: { text: string; format: GiftQuestion['format'] }): string {
  return format === 'plain' ? text.replace(markdownCharacters, '\\$&') : text
}

export function localized(text: string | undefined, locale: Locale): LocalizedText {
  return text === undefined || text === '' ? {} : { [locale]: text }
}

/** What an answer is worth: its weight, else 100 % for `=` and 0 for `~`. Seven places keep a third a third. */
export function fractionOf({ mark, weight }: Pick<GiftAnswer, 'mark' | 'weight'>): number {
  if (weight === undefined) return mark === '=' ? 1 : 0
  return Math.round(Math.max(-100, Math.min(100, weight)) * 100_000) / 10_000_000
}

/** A fraction as GIFT writes it; the inverse of `fractionOf`. */
export function weightOf(fraction: number): number {
  return Math.round(fraction * 10_000_000) / 100_000
}

export function optionsFromGift({
  answers,
  format,
  locale,
  idFor,
}: {
  answers: GiftAnswer[]
  format: GiftQuestion['format']
  locale: Locale
  idFor: (ordinal: number) => string
}): Option[] {
  return answers.map((answer, at) => ({
    id: idFor(at),
    text: localized(toMarkdown({ text: answer.text, format }), locale),
    fraction: fractionOf(answer),
    feedback: localized(answer.feedback === undefined ? undefined : toMarkdown({ text: answer.feedback, format }), locale),
  }))
}

export function stemFromGift({ question, locale }: { question: GiftQuestion; locale: Locale }): {
  stem: LocalizedText
  generalFeedback: LocalizedText
} {
  const { stem, generalFeedback, format } = question
  return {
    stem: localized(toMarkdown({ text: stem, format }), locale),
    generalFeedback: localized(generalFeedback === undefined ? undefined : toMarkdown({ text: generalFeedback, format }), locale),
  }
}

export function stemToGift({
  authored,
  locale,
}: {
  authored: { stem: LocalizedText; generalFeedback: LocalizedText }
  locale: Locale
}): { format: 'markdown'; stem: string; generalFeedback: string | undefined } {
  return {
    format: 'markdown',
    stem: pickText({ text: authored.stem, locale }),
    generalFeedback: pickText({ text: authored.generalFeedback, locale }) || undefined,
  }
}

/**
 * Adds one language to a choice question. Options are matched by their place, so the translated file must have as many
 * and must give each the same weight: a translation that marks another option as right is refused.
 */
export function mergeChoice<Body extends ChoiceBody>(authored: Body, translated: Body, locale: Locale): Result<Body> {
  if (authored.options.length !== translated.options.length) {
    return failure({
      code: 'TRANSLATION_DOES_NOT_FIT',
      message: `The question has ${authored.options.length} options and its translation ${translated.options.length}.`,
    })
  }
  const differing = authored.options.findIndex(({ fraction }, at) => fraction !== translated.options[at]?.fraction)
  if (differing >= 0) {
    return failure({
      code: 'TRANSLATION_MARKS_DIFFER',
      message: `Option ${differing + 1} has another weight in the translation.`,
    })
  }
  return success({
    ...authored,
    ...mergeStem({ authored, translated, locale }),
    options: authored.options.map((option, at) => ({
      ...option,
      text: withLanguage({ text: option.text, from: translated.options[at]?.text, locale }),
      feedback: withLanguage({ text: option.feedback, from: translated.options[at]?.feedback, locale }),
    })),
  })
}

export function mergeStem({
  authored,
  translated,
  locale,
}: {
  authored: { stem: LocalizedText; generalFeedback: LocalizedText }
  translated: { stem: LocalizedText; generalFeedback: LocalizedText }
  locale: Locale
}): { stem: LocalizedText; generalFeedback: LocalizedText } {
  return {
    stem: withLanguage({ text: authored.stem, from: translated.stem, locale }),
    generalFeedback: withLanguage({ text: authored.generalFeedback, from: translated.generalFeedback, locale }),
  }
}

/** The text with the language of another put in, or unchanged when that has none. */
export function withLanguage({
  text,
  from,
  locale,
}: {
  text: LocalizedText
  from: LocalizedText | undefined
  locale: Locale
}): LocalizedText {
  const written = from?.[locale]
  return written === undefined || written === '' ? text : { ...text, [locale]: written }
}
