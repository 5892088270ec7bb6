import type { Locale } from '@lectern/content-schemas'

/** The word that stands for a gap in a catalogue's text. */
const marker = 'BLANK'

/**
 * A catalogue's gap text in the authored form of the question type `cloze`: the nth `BLANK` becomes the gap n. An answer
 * with a pronunciation in brackets, as `你好 (nǐ hǎo)`, is accepted without it too. `idFor` names gaps and answers by ordinal.
 */
export function gapTextToCloze({
  text,
  blanks,
  locale,
  idFor,
}: {
  text: string
  blanks: string[]
  locale: Locale
  idFor: (ordinal: number) => string
}): Record<string, unknown> {
  let seen = 0
  const stem = text.replaceAll(marker, () => {
    seen += 1
    return `[[${seen}]]`
  })
  const gaps = blanks.map((blank, at) => ({
    id: idFor(at * 10),
    name: String(at + 1),
    kind: 'text',
    answers: acceptedForms(blank).map((form, place) => ({
      id: idFor(at * 10 + place + 1),
      text: { [locale]: form },
      fraction: 1,
      feedback: {},
    })),
  }))
  return { stem: { [locale]: stem }, generalFeedback: {}, gaps }
}

/** `*` stands for anything in accepted answers, so one that is meant is escaped. */
function acceptedForms(blank: string): string[] {
  const whole = blank.trim()
  const bare = whole.replace(/\s*\([^()]*\)$/, '').trim()
  return [...new Set([whole, bare])].filter((form) => form !== '').map((form) => form.replaceAll('*', '\\*'))
}
